"""A font with a MATH table: its constants, and glyphs as tall or wide as they are needed.

All lengths are in thousandths of the type size.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from programkit.typeset.faces import Face, open_face
from programkit.typeset.shaping import Glyph

_FONT = Path(__file__).parent.parent / "fonts" / "STIXTwoMath-Regular.ttf"
_MOST_EXTENDERS = 400
_THIN = 1000 / 6  # the thin space of TeX; the font's own is narrower


class Extents(NamedTuple):
    """Where the ink of a glyph is, from its origin; above the baseline is positive."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Part:
    """One glyph of a large sign, and how far along it begins."""

    glyph: int
    offset: float


class MathFont:
    """A face, as what sets mathematics with it sees it."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self._font = face.font

    @cached_property
    def axis(self) -> float:
        """How far above the baseline fractions have their bar."""
        return self.constant("AXIS_HEIGHT")

    def constant(self, name: str) -> float:
        """A constant of the MATH table, by its name in OpenType; percents as they are."""
        return _constant(self, name)

    def shape(self, text: str, level: int) -> list[Glyph]:
        """The glyphs of a text.

        Args:
            text: Some characters.
            level: 1 for forms made for scripts, 2 for scripts of scripts, 0 for others.
        """
        return list(_shaped(self, text, level))

    def extents(self, glyph: int) -> Extents:
        """Where the ink of a glyph is."""
        return _extents(self, glyph)

    def advance(self, glyph: int) -> float:
        """How wide a glyph is."""
        return self.face.advance(glyph)

    def italic(self, glyph: int) -> float:
        """How far a slanted glyph leans out at the top right."""
        return self.face.scaled(self._font.get_math_glyph_italics_correction(glyph))

    def attachment(self, glyph: int) -> float:
        """Where accents are centered above a glyph."""
        return self.face.scaled(self._font.get_math_glyph_top_accent_attachment(glyph))

    def kern(self, glyph: int, corner: hb.OTMathKern, height: float) -> float:
        """How much nearer something may come to a corner of a glyph at some height."""
        units = height / self.face.scaled(1)
        return self.face.scaled(self._font.get_math_glyph_kerning(glyph, corner, round(units)))

    def stretched(self, glyph: int, length: float, *, upright: bool) -> list[Part]:
        """The parts of a sign at least so tall or so wide, or as large as it gets.

        Args:
            glyph: The sign at its usual size.
            length: How large it has to be.
            upright: Whether it grows in height rather than in width.
        """
        direction = "ttb" if upright else "ltr"
        variants = self._font.get_math_glyph_variants(glyph, direction)
        for variant in variants:
            if self.face.scaled(variant.advance) >= length:
                return [Part(variant.glyph, 0)]
        parts, _ = self._font.get_math_glyph_assembly(glyph, direction)
        if parts:
            return self._assembled(parts, length, direction)
        return [Part(variants[-1].glyph if variants else glyph, 0)]

    def widest(self, glyph: int, width: float) -> int:
        """The widest form of a sign that is no wider than something; else its narrowest."""
        best = glyph
        for variant in self._font.get_math_glyph_variants(glyph, "ltr"):
            ink = self.extents(variant.glyph)
            if ink.right - ink.left <= width:
                best = variant.glyph
        return int(best)

    def _assembled(
        self, parts: list[hb.OTMathGlyphPart], length: float, direction: str
    ) -> list[Part]:
        """Parts with as many extenders as needed, overlapping as far as makes the length right."""
        least = self._font.get_math_min_connector_overlap(direction)
        needed = length / self.face.scaled(1)
        count = _extenders(parts, needed, least)
        chosen = [part for part in parts for _ in range(count if _is_extender(part) else 1)]
        excess = sum(part.full_advance for part in chosen) - needed
        overlap = excess / max(len(chosen) - 1, 1)
        placed = [Part(chosen[0].glyph, 0)]
        offset = 0.0
        for before, part in pairwise(chosen):
            most = min(before.end_connector_length, part.start_connector_length)
            offset += before.full_advance - max(least, min(overlap, most))
            placed.append(Part(part.glyph, self.face.scaled(offset)))
        return placed


def _is_extender(part: hb.OTMathGlyphPart) -> bool:
    return bool(part.flags & hb.OTMathGlyphPartFlags.EXTENDER)


def _extenders(parts: list[hb.OTMathGlyphPart], needed: float, least: float) -> int:
    """How often the parts that may be repeated are, with the least overlap."""
    fixed = sum(part.full_advance - least for part in parts if not _is_extender(part)) + least
    each = sum(part.full_advance - least for part in parts if _is_extender(part))
    return min(max(ceil((needed - fixed) / each), 1), _MOST_EXTENDERS) if each > 0 else 1


@lru_cache(maxsize=4)
def math_font() -> MathFont:
    """STIX Two Math."""
    return MathFont(open_face(_FONT))


@lru_cache(maxsize=128)
def _constant(font: MathFont, name: str) -> float:
    value = float(font.face.font.get_math_constant(hb.OTMathConstant[name]))
    return value if "PERCENT" in name else font.face.scaled(value)


@lru_cache(maxsize=2048)
def _extents(font: MathFont, glyph: int) -> Extents:
    ink = font.face.font.get_glyph_extents(glyph)
    if not ink:
        return Extents(0, 0, 0, 0)
    scaled = font.face.scaled
    left, top = scaled(ink.x_bearing), scaled(ink.y_bearing)
    return Extents(left, left + scaled(ink.width), top, top + scaled(ink.height))


@lru_cache(maxsize=2048)
def _shaped(font: MathFont, text: str, level: int) -> tuple[Glyph, ...]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = "Zmth"
    buffer.language = "en"
    hb.shape(font.face.font, buffer, {"ssty": level, "liga": False})
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    scaled = font.face.scaled
    starts = [info.cluster for info in infos]
    ends = [*starts[1:], len(text)]
    return tuple(
        Glyph(
            info.codepoint,
            text[info.cluster : end],
            _THIN if text[info.cluster] == "\u2009" else scaled(position.x_advance),
            scaled(position.x_offset),
            scaled(position.y_offset),
        )
        for info, position, end in zip(infos, positions, ends, strict=True)
    )
