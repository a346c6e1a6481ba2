"""Blocks: paragraphs, rules, pictures and rows of a table, ready to be put on pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Literal

from programkit.text.markup import Paragraph, Run
from programkit.typeset.characters import NO_BREAK_SPACE
from programkit.typeset.marks import Anchor, Bar, Picture, Span, Strip, moved
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.row import Inline
from programkit.typeset.style import Align, ParagraphStyle

Role = Literal[
    "P", "H1", "H2", "H3", "H4", "H5", "H6", "TR", "LI", "TOCI", "BlockQuote", "Code", "Formula",
    "Figure", "Artifact",
]  # fmt: skip
"""What a block is to those who read with their ears: the standard structure types of PDF 1.7."""

_HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")
_NO_LANGUAGE = "zxx"  # BCP 47: what is no text, and so has no hyphens
_STEP = 1.5  # times the type size: the indent of a level of lists and quotes


@dataclass(slots=True, unsafe_hash=True)
class Block:
    """Strips that belong together, and how pages may be broken around and inside them.

    Between two blocks there is the larger of the room after the one and before the other; at the
    top of a page there is none. A block of text is divided with two lines at least on each side.
    """

    strips: tuple[Strip, ...]
    space_before: float = 0.0
    space_after: float = 0.0
    keep_with_next: bool = False
    """A heading: at least two of the strips after it are on its page."""
    keep_together: bool = False
    """Never divided unless it is taller than a page."""
    break_before: bool = False
    """Always begins a new page, or a new column where a page has several."""
    break_cost: float = 0.0
    """How many points of empty page are better than a break right after this block."""
    fill_before: float = 0.0
    """Its share of the room left on its page, which goes above it; for title pages."""
    role: Role = "P"
    """What it is; neighboring rows make a table, items a list, entries of contents one of those."""
    alt: str = ""
    """What a figure shows or a formula says, for those who do not see it."""
    language: str = ""
    """BCP 47 tag of what it says; empty means the document's."""

    @property
    def height(self) -> float:
        """How much room the strips take, in points."""
        return sum(strip.height for strip in self.strips)

    def anchored(self, *anchors: Anchor) -> Block:
        """The block with anchors at its top."""
        first = self.strips[0] if self.strips else Strip(0.0)
        first = replace(first, anchors=anchors + first.anchors)
        return replace(self, strips=(first, *self.strips[1:]))

    def moved(self, dx: float) -> Block:
        """The block's contents further to the right."""
        if not dx:
            return self
        return replace(self, strips=tuple(strip.moved(dx) for strip in self.strips))


def paragraph(inlines: Iterable[Inline] | str, style: ParagraphStyle, width: float) -> Block:
    """One paragraph as a block, with the room around it that its style says.

    Args:
        inlines: Runs of text, page references, fills and anchors; a string is one plain run.
        style: How it is set.
        width: The column's width in points.
    """
    strips = set_paragraph(inlines, style, width).strips
    return Block(strips, style.space_before, style.space_after, language=style.language)


def heading(
    inlines: Iterable[Inline] | str, style: ParagraphStyle, width: float, *, level: int = 3
) -> Block:
    """A paragraph that is never divided, nor parted from what follows it.

    Args:
        inlines: What it says.
        style: How it is set.
        width: The column's width in points.
        level: How deep it stands among headings, from 1 to 6.
    """
    block = paragraph(inlines, style, width)
    return replace(block, keep_with_next=True, keep_together=True, role=_HEADINGS[level - 1])


def row(
    cells: Sequence[tuple[float, float, Iterable[Inline] | str, ParagraphStyle]],
    *,
    space_after: float = 0.0,
) -> Block:
    """Paragraphs side by side, their first lines on one baseline; the row is never divided.

    The first one, such as a time or a date, heads the row; each reaches to where the next begins.

    Args:
        cells: For each its left edge and width in points, its contents and its style.
        space_after: Room before the next block, in points.
    """
    top = max(style.baseline for *_, style in cells)
    columns = []
    for number, (x, width, inlines, style) in enumerate(cells):
        strips = [*set_paragraph(inlines, style, width, x=x).strips]
        lowered = _lowered(strips, top - style.baseline)
        heads = not number and any(strip.marks for strip in strips)
        span = Span(0, 0, "TH" if heads else "TD", cell=round(x), columns=0)
        columns.append([_cell(strip, span) for strip in lowered])
    joined = tuple(_joined(columns))
    return Block(joined, space_after=space_after, keep_together=True, role="TR")


def _cell(strip: Strip, span: Span) -> Strip:
    spans = (replace(span, end=len(strip.marks)),)
    return Strip(strip.height, strip.marks, strip.anchors, strip.missing, spans)


def _lowered(strips: list[Strip], dy: float) -> list[Strip]:
    """Strips whose first one is taller by some room at its top."""
    if not dy:
        return strips
    first = strips[0]
    marks = moved(first.marks, 0.0, dy)
    return [replace(first, height=first.height + dy, marks=marks), *strips[1:]]


def _joined(columns: list[list[Strip]]) -> Iterator[Strip]:
    for strips in zip_longest(*columns, fillvalue=Strip(0.0)):
        joined = strips[0]
        for strip in strips[1:]:
            joined = joined.beside(strip)
        yield joined


def rule(
    width: float, thickness: float = 0.5, *, color: str = "rule", x: float = 0.0, around: float = 0
) -> Block:
    """A horizontal line with room above and below it; all lengths are in points."""
    bar = Bar(x, 0.0, width, thickness, color)
    strips = (Strip(thickness, (bar,)),)
    return Block(strips, space_before=around, space_after=around, role="Artifact")


def picture(path: Path, width: float, height: float, *, alt: str = "", x: float = 0.0) -> Block:
    """A PNG or JPEG picture scaled to a rectangle in points.

    Args:
        path: The file; the caller has resolved and approved it.
        width: How wide it is drawn.
        height: How high it is drawn.
        alt: What it shows, for readers who do not see it.
        x: Its distance from the left edge.
    """
    strips = (Strip(height, (Picture(x, 0.0, width, height, path, alt),)),)
    return Block(strips, role="Figure" if alt else "Artifact", alt=alt)


def squares(rows: Sequence[Sequence[bool]], size: float, *, alt: str = "") -> Block:
    """A pattern of dark and light squares, such as a QR code.

    Dark squares that touch in a row are one bar, and bars overlap a little from row to row, so that
    no hairline shows between them.

    Args:
        rows: The squares from top to bottom and from left to right; true ones are dark.
        size: How wide it is, in points.
        alt: What it says, for those who do not see it; none given means nothing.
    """
    side = size / max(len(rows), 1)
    bars: list[Bar] = []
    for y, row_ in enumerate(rows):
        at = 0
        for dark, group in groupby(row_):
            length = len(tuple(group))
            if dark:
                bars.append(Bar(at * side, y * side, length * side, side * 1.02, "text"))
            at += length
    role: Role = "Figure" if alt else "Artifact"
    return Block((Strip(side * len(rows), tuple(bars)),), keep_together=True, role=role, alt=alt)


def text(paragraphs: Sequence[Paragraph], style: ParagraphStyle, width: float) -> tuple[Block, ...]:
    """The paragraphs of an abstract or another longer text, each a block.

    Lists and quotes are indented, code is set as it stands, formulas are centered. The first
    paragraph begins without the style's first indent.

    Args:
        paragraphs: As `programkit.text.markup.parse` gives them.
        style: How ordinary paragraphs are set.
        width: The column's width in points.
    """
    blocks = []
    for at, source in enumerate(paragraphs):
        looks = style if at and source.kind == "text" else style.replace(first_indent=0.0)
        blocks.append(_block(source, looks, width))
    return tuple(blocks)


def _block(source: Paragraph, style: ParagraphStyle, width: float) -> Block:
    step = _STEP * style.size
    indent = step * source.level
    match source.kind:
        case "heading":
            return heading(source.runs, style.replace(bold=True, align="left"), width, level=4)
        case "code":
            left: Align = "right" if style.mirrored else "left"  # code is never read from the right
            style = style.replace(align=left, hyphenate=False, language=_NO_LANGUAGE)
            block = paragraph(map(_as_typed, source.runs), style, width - indent)
            return replace(block.moved(indent), role="Code", language="")
        case "formula":
            return paragraph(source.runs, style.replace(align="center", hyphenate=False), width)
        case "quote":
            block = paragraph(source.runs, style, width - 2 * indent).moved(indent)
            return replace(block, role="BlockQuote")
        case "item":
            return _item(source, style, width, indent)
        case _:
            return paragraph(source.runs, style, width - indent).moved(indent)


def _item(source: Paragraph, style: ParagraphStyle, width: float, indent: float) -> Block:
    """An entry of a list, its marker hanging in the indent."""
    block = paragraph(source.runs, style, width - indent).moved(indent)
    block = replace(block, role="LI")
    if not source.marker:
        return block
    marker = set_paragraph(source.marker, style.replace(align="left"), width).strips[0]
    first = marker.moved(indent - _STEP * style.size).beside(block.strips[0])
    return replace(block, strips=(first, *block.strips[1:]))


def _as_typed(run: Run) -> Run:
    return replace(run, text=run.text.replace("\t", "    ").replace(" ", NO_BREAK_SPACE))
