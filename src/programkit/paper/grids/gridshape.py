"""Pages for what needs their whole width: upright or turned, and how many columns a grid has."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from programkit.paper.book import Book
from programkit.typeset.blocks import Block
from programkit.typeset.pages import Frame, PageShape

_COMFORTABLE, _LEGIBLE = 7.0, 6.2  # times the type size of running text
"""How wide a column should be, and must be."""


@dataclass(frozen=True, slots=True)
class GridShape:
    """The pages of a grid."""

    shape: PageShape
    width: float
    """How wide text is, in points."""
    height: float
    columns: int
    """How many columns a page has at most."""


def grid_shape(book: Book, columns: int, axis: float) -> GridShape:
    """The page for a grid: upright if its columns are wide enough, else turned, else several.

    Args:
        book: The booklet.
        columns: How many columns the widest grid has.
        axis: How wide the column of times is, in points.
    """
    size = book.styles.body.size
    wide, high = turned(book), upright(book)
    most = max(1, int((wide.frames[0].width - axis) / (size * _LEGIBLE)))
    shown = ceil(columns / ceil(columns / most)) if columns else 1
    fitting = int((high.frames[0].width - axis) / (size * _COMFORTABLE))
    if columns <= fitting:
        shown = max(columns, 1)
    shape = high if shown <= max(fitting, 1) else wide
    frame = shape.frames[0]
    return GridShape(shape, frame.width, frame.height, shown)


def taken(head: Block, book: Book) -> float:
    """How much of a page the heading of a part takes, with the bar that the theme gives it."""
    opened = book.in_columns(1).flow((head,), "").blocks
    return sum(block.height for block in opened) + head.space_after


def upright(book: Book) -> PageShape:
    """The page with the smaller of its side margins on both sides: lines in cells are short."""
    page = book.theme.measures
    side = min(page.inner, page.outer)
    frame = Frame(side, page.top, page.width - 2 * side, page.text_height)
    return PageShape(page.width, page.height, (frame,), bleed=page.bleed)


def turned(book: Book) -> PageShape:
    """The same page read from the side."""
    page = book.theme.measures
    side = min(page.inner, page.outer)
    frame = Frame(page.bottom, side, page.text_height, page.width - 2 * side)
    return PageShape(page.height, page.width, (frame,), bleed=page.bleed, turned=True)
