"""Font files as faces, and faces as families with a chain of fallbacks.

All lengths are in thousandths of the type size, the unit PDF uses too, whatever the font's own.
"""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from programkit.errors import RenderError
from programkit.typeset.characters import LONGEST, graphemes, is_shapeless

_HEAD = 54  # bytes of the table ``head``
_FONTS = Path(__file__).with_name("fonts")
_INDEX = re.compile(r"(?P<file>.+)#(?P<index>\d{1,4})")  # which font of a collection
_WEB_FONTS = {b"wOFF": "WOFF", b"wOF2": "WOFF2"}
_OUTLINES = ("glyf", "CFF ", "CFF2")
# OS/2 fsType: what of embedding in a document the font's license forbids.
_USE, _RESTRICTED, _NO_SUBSETS, _ONLY_BITMAPS = 0xF, 0x2, 0x100, 0x200


class Face:
    """One face of a font file: what it covers, its measures, and HarfBuzz's view of it.

    TrueType and PostScript (CFF) outlines are read, single files and collections. Get faces from
    `open_face`, which gives the same object for the same file.

    Args:
        path: The font file.
        index: Which font of a collection (``.ttc``, ``.otc``).

    Raises:
        RenderError: The file is missing, is no font, or forbids embedding.
    """

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path = path
        self.index = index
        try:
            self.harfbuzz = hb.Face(hb.Blob.from_file_path(str(path)), index)
        except hb.HarfBuzzError as error:
            message = f"font {path}: the file cannot be read; check the path in the theme"
            raise RenderError(message) from error
        if fault := self._fault():
            raise RenderError(f"font {path}: {fault}")
        self.font = hb.Font(self.harfbuzz)
        self._scale: float = 1000 / self.harfbuzz.upem
        self._covered: set[str] = set()

    def _fault(self) -> str:
        """Why the font cannot be used, and what to do; empty if it can."""
        with self.path.open("rb") as file:
            start = file.read(12)
        if kind := _WEB_FONTS.get(start[:4]):
            return f"this is a web font ({kind}); give the .ttf or .otf file it was made from"
        count = int.from_bytes(start[8:], "big") if start[:4] == b"ttcf" else 1
        if self.index >= count > 1:
            return (
                f"there is no font {self.index} in this collection; give one from 0 to {count - 1}"
            )
        if not self.harfbuzz.glyph_count or not self.coverage or len(self.table("head")) < _HEAD:
            return (
                f"no usable font {self.index} in this file; "
                "give a TrueType or OpenType file (.ttf, .otf, .ttc)"
            )
        if not any(self.table(tag) for tag in _OUTLINES):
            return "its glyphs are pictures, not outlines; choose a font that has outlines"
        return self._forbidden()

    def _forbidden(self) -> str:
        """What of embedding the font's license forbids."""
        table = self.table("OS/2")
        bits = struct.unpack_from(">H", table, 8)[0] if len(table) >= 10 else 0
        if bits & _USE == _RESTRICTED or bits & _ONLY_BITMAPS:
            return "its license bits forbid embedding; choose a font that may be embedded"
        if bits & _NO_SUBSETS:
            return (
                "its license bits forbid embedding only the glyphs that are used, as we do; "
                "choose a font that allows it"
            )
        return ""

    def __repr__(self) -> str:
        """The face by its PostScript name."""
        return f"Face({self.postscript_name})"

    @cached_property
    def coverage(self) -> hb.Set:
        """The code points this face has glyphs for: a set of HarfBuzz's takes a twentieth."""
        return self.harfbuzz.unicodes

    @cached_property
    def postscript_name(self) -> str:
        """The name PDF files know the font by, reduced to letters, digits and hyphens."""
        name = self.harfbuzz.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-")) or "Font"

    @cached_property
    def digest(self) -> str:
        """What tells the font program from all others."""
        return hashlib.sha256(bytes(self.harfbuzz.blob.data)).hexdigest()[:24] + f" {self.index}"

    @cached_property
    def has_space(self) -> bool:
        """Whether it has a glyph for spaces."""
        return self.glyph(" ") is not None

    @property
    def is_cff(self) -> bool:
        """Whether the outlines are PostScript ones rather than TrueType."""
        return bool(self.table("CFF ") or self.table("CFF2"))

    @cached_property
    def ascent(self) -> float:
        """Height above the baseline that lines reserve for this face."""
        return self._metric(hb.OTMetricsTag.HORIZONTAL_ASCENDER)

    @cached_property
    def descent(self) -> float:
        """Depth below the baseline that lines reserve for this face, as a negative number."""
        return self._metric(hb.OTMetricsTag.HORIZONTAL_DESCENDER)

    @cached_property
    def cap_height(self) -> float:
        """Height of a flat capital letter."""
        return self._metric(hb.OTMetricsTag.CAP_HEIGHT)

    @cached_property
    def x_height(self) -> float:
        """Height of a flat small letter."""
        return self._metric(hb.OTMetricsTag.X_HEIGHT)

    @cached_property
    def italic_angle(self) -> float:
        """Slant in degrees, negative when leaning to the right."""
        return float(self.font.get_style_value(hb.StyleTag.SLANT_ANGLE))

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """The box that all glyphs fit in: left, bottom, right, top."""
        left, bottom, right, top = struct.unpack_from(">4h", self.table("head"), 36)
        scale = self._scale
        return left * scale, bottom * scale, right * scale, top * scale

    def table(self, tag: str) -> bytes:
        """The bytes of one table of the font; empty if it has none."""
        return bytes(self.harfbuzz.reference_table(tag).data)

    def glyph(self, char: str) -> int | None:
        """The index of the glyph for one character, before any shaping."""
        index = self.font.get_nominal_glyph(ord(char))
        return None if index is None else int(index)

    def advance(self, glyph: int) -> float:
        """The width of one glyph by itself."""
        return float(self.font.get_glyph_h_advance(glyph)) * self._scale

    def scaled(self, units: float) -> float:
        """A length in the font's own units as thousandths of the type size."""
        return units * self._scale

    def covers(self, text: str) -> bool:
        """Whether every visible character of a text has a glyph, composed if need be.

        Spaces and characters without a shape of their own (joiners, variation selectors) need none:
        HarfBuzz makes them up.
        """
        if self._covered.issuperset(text):
            return True
        if all(map(self._has, text)):
            self._covered.update(text)
            return True
        if len(text) > LONGEST:
            parts = graphemes(text)
            return len(parts) > 1 and all(map(self.covers, parts))
        composed = unicodedata.normalize("NFC", text)
        return composed != text and self.covers(composed)

    def _has(self, char: str) -> bool:
        return ord(char) in self.coverage or is_shapeless(char)

    def _metric(self, tag: hb.OTMetricsTag) -> float:
        return float(self.font.get_metric_position_with_fallback(tag)) * self._scale


@lru_cache(maxsize=256)
def open_face(path: Path, index: int = 0) -> Face:
    """The face in a font file, opened once however often it is asked for.

    Args:
        path: The font file. One that ends in ``#2`` means font 2 of a collection, unless a file is
            called so.
        index: Which font of a collection.

    Raises:
        RenderError: The file is missing, is no font, or forbids embedding.
    """
    named = _INDEX.fullmatch(str(path))
    if named and not path.exists():
        return open_face(Path(named["file"]), int(named["index"]))
    return Face(path, index)


@dataclass(frozen=True, slots=True)
class Family:
    """The faces of one typeface, and the families to turn to for what it lacks."""

    regular: Face
    italic: Face
    bold: Face
    bold_italic: Face
    code: Face | None = None
    """The face of program text; none means the regular one."""
    fallback: tuple[Family, ...] = ()
    """Where characters are looked up that the family itself has no glyphs for, in this order."""

    def chain(
        self, *, bold: bool = False, italic: bool = False, code: bool = False
    ) -> tuple[Face, ...]:
        """The faces to try in turn for text of one style, each named once."""
        faces = [self._own(bold=bold, italic=italic, code=code)]
        for family in self.fallback:
            faces.extend(family.chain(bold=bold, italic=italic, code=code))
        return tuple(dict.fromkeys(faces))

    def _own(self, *, bold: bool, italic: bool, code: bool) -> Face:
        if code and self.code:
            return self.code
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


def family(
    regular: Path,
    *,
    italic: Path | None = None,
    bold: Path | None = None,
    bold_italic: Path | None = None,
    code: Path | None = None,
    fallback: tuple[Family, ...] = (),
) -> Family:
    """A family from font files; a style that has no file is set in the nearest one that has.

    Args:
        regular: The upright face.
        italic: None given means the upright face.
        bold: None given means the upright face.
        bold_italic: None given means the bold face.
        code: The face of program text; none given means the upright face.
        fallback: The families to turn to for missing characters.

    Raises:
        RenderError: A file is missing, is no font, or forbids embedding.
    """
    upright = open_face(regular)
    heavy = open_face(bold) if bold else upright
    return Family(
        regular=upright,
        italic=open_face(italic) if italic else upright,
        bold=heavy,
        bold_italic=open_face(bold_italic) if bold_italic else heavy,
        code=open_face(code) if code else None,
        fallback=fallback,
    )


@lru_cache(maxsize=16)
def default_family(*more: Path) -> Family:
    """STIX Two Text, with STIX Two Math and then the given font files for what it lacks.

    Args:
        more: Font files for further scripts, such as a Chinese or an Arabic one.

    Raises:
        RenderError: A file is missing, is no font, or forbids embedding.
    """
    return family(
        _FONTS / "STIXTwoText-Regular.ttf",
        italic=_FONTS / "STIXTwoText-Italic.ttf",
        bold=_FONTS / "STIXTwoText-Bold.ttf",
        bold_italic=_FONTS / "STIXTwoText-BoldItalic.ttf",
        fallback=(family(_FONTS / "STIXTwoMath-Regular.ttf"), *(family(path) for path in more)),
    )
