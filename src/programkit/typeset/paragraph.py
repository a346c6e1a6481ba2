"""Runs of text to set lines: glyphs in place, as wide as the column asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, product

from programkit.text.markup import Run
from programkit.typeset.faces import Face
from programkit.typeset.formulas.mathfont import math_font
from programkit.typeset.linebreak import Measure, Place, Sums, break_lines, fill_lines
from programkit.typeset.linecache import LINES, key_of
from programkit.typeset.lines import Line, set_line
from programkit.typeset.marks import Strip, mirrored_marks
from programkit.typeset.row import Inline, PageRef, Row, make_rows
from programkit.typeset.style import Align, ParagraphStyle
from programkit.typeset.sums import sums_of
from programkit.typeset.words import EMERGENCY_COST

Ends = tuple[Place, ...]
"""Where the lines of a row end, its last place included."""

_BEGINNING = Place(0, 0)
_ATTEMPTS = ((0.28, False, False), (0.6, True, False), (4.0, True, False), (4.0, True, True))
"""By what share of a space gaps may stretch, one attempt after the other; whether words may be
hyphenated; whether those that are tied may be parted."""
_RAGGED = ((8.0, True, False), (8.0, True, True))
"""For ragged lines, how often the usual room may be left at their ends."""
_OTHER: Mapping[Align, Align] = {"left": "right", "right": "left", "center": "center"}
_HUGE = 20_000  # places; no text that a person wrote has so many


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph set in lines."""

    strips: tuple[Strip, ...]
    """Its lines, from top to bottom."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that no face has, each once, in order of appearance."""
        return tuple(dict.fromkeys(char for strip in self.strips for char in strip.missing))

    @property
    def height(self) -> float:
        """How much room the lines take, in points."""
        return sum(strip.height for strip in self.strips)


def set_paragraph(
    inlines: Iterable[Inline] | str, style: ParagraphStyle, width: float, *, x: float = 0.0
) -> SetParagraph:
    """Set a paragraph in a column.

    No line is wider than the column: a word that would be is broken between any two characters.

    Args:
        inlines: Runs of text, page references, fills and anchors; a string is one plain run.
        style: How it is set.
        width: The column's width in points.
        x: Where the column begins, in points.
    """
    contents = (Run(inlines),) if isinstance(inlines, str) else tuple(inlines)
    if not LINES.keeps:
        return SetParagraph(tuple(_lines(contents, style, width, x)))
    said, faces = _said(style)
    key = key_of((said, f"{width!r} {x!r}", *map(_text_of, contents)))
    anchors = [(each.anchor, *each.more) for each in contents if isinstance(each, PageRef)]
    return SetParagraph(
        LINES.lines(key, faces, sum(anchors, ()), lambda: tuple(_lines(contents, style, width, x)))
    )


def _lines(
    contents: Sequence[Inline], style: ParagraphStyle, width: float, x: float
) -> Iterator[Strip]:
    rows = make_rows(contents, style, width)
    measure = style.measure(width)
    return _set(rows, _ends(rows, style, measure), style, measure, x)


def _set(
    rows: Sequence[Row], ends: Sequence[Ends], style: ParagraphStyle, measure: Measure, x: float
) -> Iterator[Strip]:
    number = 0
    edges = 2 * x + measure.width
    for at, (row, places) in enumerate(zip(rows, ends, strict=True)):
        start = _BEGINNING
        ragged = style.mirrored and style.align != "justified"
        looks = style.replace(align=_OTHER[style.align]) if ragged and row.base != "rtl" else style
        indented = row.base != "rtl" and not ragged
        for end in places:
            ended = end is places[-1]
            line = Line(
                row,
                start,
                end,
                x + measure.indent(number) if indented else x,
                measure.length(number),
                ended=ended,
                last=ended and at == len(rows) - 1,
            )
            strip = set_line(line, looks)
            if style.mirrored:
                strip = replace(strip, marks=mirrored_marks(strip.marks, edges))
            yield strip
            start = end
            number += 1


def _ends(rows: Sequence[Row], style: ParagraphStyle, measure: Measure) -> list[Ends]:
    """Where the lines of each row end."""
    found: list[Ends] = []
    lines = 0
    for row in rows:
        fits = _width(row) <= measure.length(lines)
        ends = (Place(len(row.atoms), 0),) if fits else _broken(row, style, measure, lines)
        found.append(ends)
        lines += len(ends)
    return found


def _width(row: Row) -> float:
    return sum([atom.width for atom in row.atoms]) + sum(row.spaces)


def _broken(row: Row, style: ParagraphStyle, measure: Measure, first: int) -> Ends:
    """The best lines: without hyphens if they are good, with hyphens, or as they can be."""
    options, hang = style.breaking, style.align == "justified"
    penalty = style.hyphen_penalty if style.hyphenate else None
    attempts = _ATTEMPTS if hang else _RAGGED
    sums, made = Sums(), None
    for tolerance, hyphens, loose in attempts:
        kind = hyphens and style.hyphenate, loose
        if kind != made:
            cost = penalty if hyphens else None
            sums = sums_of(row, measure.shortest, hyphen_cost=cost, hang=hang, loose=loose)
        if made is None and len(sums.places) > _HUGE:
            break
        made = kind
        broken = break_lines(sums, measure, options, tolerance, first=first)
        if broken is not None and (loose or not _forced(broken, sums)):
            return _places(broken, sums)
    return _places(fill_lines(sums, measure, first=first), sums)


def _forced(ends: tuple[int, ...], sums: Sums) -> bool:
    """Whether a line ends where none should: in the middle of a word."""
    return any(sums.cost[at] >= EMERGENCY_COST for at in ends)


def _places(ends: tuple[int, ...], sums: Sums) -> Ends:
    return tuple(Place(*sums.places[at]) for at in ends)


def _text_of(inline: Inline) -> str:
    """A part of a paragraph as a text that no other part has."""
    if isinstance(inline, Run):
        looks = (inline.bold, inline.italic, inline.code, inline.math, inline.display)
        more = (*looks, inline.newline, inline.link)
        return repr((inline.text, *more)) if any(more) else f"={inline.text}"
    return repr(inline)


@lru_cache(maxsize=256)
def _said(style: ParagraphStyle) -> tuple[str, tuple[Face, ...]]:
    """All that a style says of lines, and the faces that they may be set in."""
    styles = product((False, True), repeat=3)
    chains = [style.family.chain(bold=b, italic=i, code=c) for b, i, c in styles]
    faces = tuple(dict.fromkeys((*chain.from_iterable(chains), math_font().face)))
    told = [getattr(style, name) for name in style.__dataclass_fields__ if name != "family"]
    order = [[faces.index(face) for face in each] for each in chains]
    return f"{[face.digest for face in faces]} {order} {told!r}", faces
