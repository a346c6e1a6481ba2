"""Which page goes where on which side of which sheet: for folding, or side by side.

Plain arithmetic, without a size in it: columns, rows, and how many sheets lie around a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_PAGES_OF_A_SHEET = 4  # folded once, printed on both sides


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of one page on a side of a sheet."""

    page: int
    """The number of the page, from 0; as many as there are pages, or more, is a blank one."""
    column: int
    """From 0, from the left."""
    row: int = 0
    """From 0, from the top."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet."""

    cells: tuple[Cell, ...]
    back: bool = False
    """Whether it is the back of the side before it."""
    inside: int = 0
    """How many folded sheets lie around this one."""


def saddle(pages: int, sheets: int = 0, *, leftward: bool = False) -> Iterator[Side]:
    """Two pages beside each other on a side, so that the sheets, folded, read in order.

    Args:
        pages: How many pages there are; blank ones at the end make them a multiple of four.
        sheets: How many sheets are folded together as one signature; 0 means all of them.
        leftward: Whether readers turn the pages to the right, as in Hebrew and Arabic.

    Yields:
        The sides in the order in which they are printed: the front of each sheet and its back,
        in each signature from the outermost sheet to the innermost.
    """
    total = -(-pages // _PAGES_OF_A_SHEET) * _PAGES_OF_A_SHEET
    for first in range(0, total, sheets * _PAGES_OF_A_SHEET or total):
        last = min(first + (sheets * _PAGES_OF_A_SHEET or total), total) - 1
        for inside in range((last + 1 - first) // _PAGES_OF_A_SHEET):
            low, high = first + 2 * inside, last - 2 * inside
            yield Side(_pair(high, low, leftward=leftward), inside=inside)
            yield Side(_pair(low + 1, high - 1, leftward=leftward), back=True, inside=inside)


def _pair(left: int, right: int, *, leftward: bool) -> tuple[Cell, Cell]:
    return Cell(left, int(leftward)), Cell(right, int(not leftward))


def side_by_side(pages: int, columns: int, rows: int, *, leftward: bool = False) -> Iterator[Side]:
    """Pages in reading order in a grid, for drafts: line by line, each side after the other.

    Args:
        pages: How many pages there are.
        columns: How many stand beside each other.
        rows: How many stand below each other.
        leftward: Whether lines run from right to left.
    """
    for number, first in enumerate(range(0, pages, columns * rows)):
        cells = (
            Cell(page, columns - 1 - column if leftward else column, row)
            for page in range(first, min(first + columns * rows, pages))
            for row, column in [divmod(page - first, columns)]
        )
        yield Side(tuple(cells), back=bool(number % 2))
