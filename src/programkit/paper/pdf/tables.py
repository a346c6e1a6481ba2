"""Tables whose rows all have the same columns: what a table is to those who hear it.

Who hears a cell is told its row and its column, so no row may have a gap: what is free in it is an
empty cell, and a cell that reaches into the next one of its column or row ends there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """Where a cell is: its row and column, and how many it covers."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    """None means all that are free up to the next cell."""


class Closed(NamedTuple):
    """A cell in its row of a table without gaps."""

    cell: int
    """The number of the cell that it is, from 0; -1 for an empty one."""
    rows: int
    columns: int


def closed(places: Sequence[Place]) -> tuple[tuple[Closed, ...], ...]:
    """The rows of a table without gaps; numbers at which no cell begins are no rows or columns.

    Args:
        places: The cells, no two of which begin at the same place.
    """
    grid = _Grid(
        places,
        sorted({place.row for place in places}),
        sorted({place.column for place in places}),
    )
    return tuple(tuple(grid.line(row)) for row in range(len(grid.rows)))


@dataclass(slots=True)
class _Grid:
    """A table that is being closed, row by row."""

    places: Sequence[Place]
    rows: list[int]
    columns: list[int]
    starts: dict[tuple[int, int], int] = field(init=False)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        rows = {row: at for at, row in enumerate(self.rows)}
        columns = {column: at for at, column in enumerate(self.columns)}
        self.starts = {
            (rows[place.row], columns[place.column]): at for at, place in enumerate(self.places)
        }

    def line(self, row: int) -> Iterator[Closed]:
        """The cells of a row from its first column to its last, but for those from above."""
        column = 0
        while column < len(self.columns):
            if (row, column) in self.taken:
                column += 1
                continue
            cell = self._cell(row, column)
            yield cell
            column += cell.columns

    def _cell(self, row: int, column: int) -> Closed:
        at = self.starts.get((row, column), -1)
        wide, high = self._free(row, column), 1
        if at >= 0:
            place = self.places[at]
            reach = place.column + place.columns
            if place.columns:
                wide = min(wide, sum(place.column <= each < reach for each in self.columns))
            most = sum(place.row <= each < place.row + place.rows for each in self.rows[row:])
            while high < most and not self._begins(row + high, range(column, column + wide)):
                high += 1
        self.taken |= {(row + down, column + on) for down in range(high) for on in range(wide)}
        return Closed(at, high, wide)

    def _free(self, row: int, column: int) -> int:
        """How many columns there are up to the next cell of a row."""
        end = column + 1
        while end < len(self.columns) and not self._is_full(row, end):
            end += 1
        return end - column

    def _begins(self, row: int, columns: range) -> bool:
        """Whether a cell begins in some columns of a row."""
        return any((row, column) in self.starts for column in columns)

    def _is_full(self, row: int, column: int) -> bool:
        return (row, column) in self.starts or (row, column) in self.taken
