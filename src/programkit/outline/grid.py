"""The table of a day with parallel sessions: rooms across, times down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from programkit.model.base import Unknown
from programkit.model.venue import Room
from programkit.outline.nodes import Outline, OutlineBreak, OutlineDay, OutlineItem, OutlineSession

GridItem = OutlineSession | OutlineBreak


@dataclass(frozen=True, slots=True)
class Cell:
    """A rectangle of the table."""

    row: int
    """Its first row, from 0."""
    column: int
    """Its first column, from 0."""
    rows: int
    """How many rows it spans."""
    columns: int
    """How many columns it spans."""
    item: GridItem | None
    """What it shows; none where a room is not used."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A day as a table."""

    rooms: tuple[Room | Unknown | None, ...]
    """Heads of the columns: a room, TBD where it is unknown, none for the implicit room.

    A room has several columns where sessions overlap in it.
    """
    times: tuple[datetime, ...]
    """When each row starts, in the conference's zone. When nothing happens, there is no row."""
    rows: tuple[tuple[Cell, ...], ...]
    """The cells that begin in each row, by column; together they fill the table exactly."""


def grid_of(day: OutlineDay, outline: Outline) -> Grid | None:
    """The table of a day; none where nothing runs in parallel.

    Markers, and what has no start, are not in it. What has no end lasts until anything else begins
    or ends. A break or plenary spans the columns that are free then.
    """
    spans = _spans(day.items)
    sessions = [span for span in spans if isinstance(span.item, OutlineSession)]
    if not any(one.overlaps(other) for one, other in combinations(sessions, 2)):
        return None
    layout = _Layout(_row_starts(spans))
    order = {room.id: number for number, room in enumerate(outline.rooms)}
    in_rooms = [span for span in sessions if not span.everywhere]
    for span in sorted(in_rooms, key=lambda span: _position(span, order)):
        layout.put_in_room(span)
    for span in spans:
        if span.everywhere:
            layout.put_across(span)
    return layout.grid()


@dataclass(frozen=True, slots=True)
class _Span:
    """An item with its start and end in UTC, where they compare rightly when clocks change."""

    item: GridItem
    start: datetime
    end: datetime

    @property
    def everywhere(self) -> bool:
        """Whether it concerns everybody."""
        return isinstance(self.item, OutlineBreak) or self.item.plenary

    @property
    def room(self) -> Room | Unknown | None:
        """Its room; none for a break."""
        return None if isinstance(self.item, OutlineBreak) else self.item.room

    def covers(self, moment: datetime) -> bool:
        """Whether it goes on at a moment; what has no length, at its start."""
        return self.start <= moment < self.end or moment == self.start

    def overlaps(self, other: _Span) -> bool:
        """Whether both go on at some moment."""
        return self.covers(other.start) or other.covers(self.start)


def _spans(items: Sequence[OutlineItem]) -> list[_Span]:
    """The sessions and breaks that have a start, open ends closed."""
    shown = [item for item in items if isinstance(item, OutlineSession | OutlineBreak)]
    bounds = {
        moment.astimezone(UTC)
        for item in shown
        for moment in (item.when.start, item.when.end)
        if moment is not None
    }
    spans = []
    for item in shown:
        if item.when.start is not None:
            start = item.when.start.astimezone(UTC)
            end = _following(start, bounds) if item.when.end is None else item.when.end
            spans.append(_Span(item, start, end.astimezone(UTC)))
    return spans


def _following(start: datetime, bounds: Iterable[datetime]) -> datetime:
    """When anything else begins or ends."""
    return min((bound for bound in bounds if bound > start), default=start)


def _row_starts(spans: list[_Span]) -> list[datetime]:
    """Every moment at which something begins or ends while something goes on."""
    bounds = {bound for span in spans for bound in (span.start, span.end)}
    return sorted(bound for bound in bounds if any(span.covers(bound) for span in spans))


def _position(span: _Span, order: dict[str, int]) -> int:
    """The place of its room among those declared, unknown ones last."""
    return order[span.room.id] if isinstance(span.room, Room) else len(order)


class _Layout:
    """A table that is being filled."""

    def __init__(self, starts: list[datetime]) -> None:
        self.starts = starts
        self.rooms: list[Room | Unknown | None] = []
        self.columns: list[list[Cell | None]] = []
        self.zoned: dict[datetime, datetime] = {}

    def put_in_room(self, span: _Span) -> None:
        """Put a session in the first column of its room that is free then."""
        row, rows = self._rows_of(span)
        free = (c for c in self._free(row, rows) if self.rooms[c] == span.room)
        column = next(free, None)
        if column is None:
            column = self._new_column(span.room)
        self._fill(Cell(row, column, rows, 1, span.item))

    def put_across(self, span: _Span) -> None:
        """Put what concerns everybody in all columns that are free then."""
        row, rows = self._rows_of(span)
        free = self._free(row, rows) or [self._new_column(span.room)]
        for first, count in _neighbors(free):
            self._fill(Cell(row, first, rows, count, span.item))

    def grid(self) -> Grid:
        """The table, unused places filled with empty cells."""
        return Grid(
            rooms=tuple(self.rooms),
            times=tuple(self.zoned.get(start, start) for start in self.starts),
            rows=tuple(tuple(self._beginning(row)) for row in range(len(self.starts))),
        )

    def _beginning(self, row: int) -> Iterator[Cell]:
        for number, column in enumerate(self.columns):
            cell = column[row] or Cell(row, number, 1, 1, None)
            if (cell.row, cell.column) == (row, number):
                yield cell

    def _rows_of(self, span: _Span) -> tuple[int, int]:
        """Its first row and how many rows it spans."""
        for moment in (span.item.when.start, span.item.when.end):
            if moment is not None:
                self.zoned.setdefault(moment.astimezone(UTC), moment)
        covered = [row for row, start in enumerate(self.starts) if span.covers(start)]
        return covered[0], len(covered)

    def _free(self, row: int, rows: int) -> list[int]:
        """The columns in which nothing is in these rows."""
        return [
            number
            for number, column in enumerate(self.columns)
            if all(cell is None for cell in column[row : row + rows])
        ]

    def _new_column(self, room: Room | Unknown | None) -> int:
        self.rooms.append(room)
        self.columns.append([None] * len(self.starts))
        return len(self.columns) - 1

    def _fill(self, cell: Cell) -> None:
        for column in range(cell.column, cell.column + cell.columns):
            for row in range(cell.row, cell.row + cell.rows):
                self.columns[column][row] = cell


def _neighbors(columns: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighboring columns: the first of each, and how many they are."""
    first = columns[0]
    for column, following in zip(columns, [*columns[1:], -1], strict=True):
        if following != column + 1:
            yield first, column + 1 - first
            first = following
