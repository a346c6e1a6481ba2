"""The program at a glance: days side by side, or a day's rooms where sessions run in parallel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, groupby
from typing import ClassVar, Literal

from programkit.outline.grid import Cell, Grid, grid_of
from programkit.outline.nodes import (
    OutlineBreak,
    OutlineDay,
    OutlineSession,
    OutlineTrack,
    Row,
)
from programkit.outline.week import Week, WeekCell, WeekItem, week_of
from programkit.paper.book import Book
from programkit.paper.grids.fillings import Fillings
from programkit.paper.grids.gridshape import GridShape, grid_shape, taken
from programkit.paper.grids.timegrid import Box, TimeGrid, text_width
from programkit.paper.places import places_of
from programkit.paper.wording import place
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph
from programkit.typeset.marks import Anchor, Bar
from programkit.typeset.pages import Flow

_AXIS_GAP = 4.0  # points between the times and the first column
_BREAK = 0.3  # of the room that its length would give it is enough for a break


@dataclass(frozen=True)
class Glance:
    """One table for all days on which nothing runs in parallel, and one for each other day."""

    name: ClassVar[str] = "glance"

    days: Literal["all", "parallel"] = "all"
    """Which days it has: all, or only those on which sessions run in parallel."""

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The part; none where it has no day."""
        if any(table.columns for table in self._tables(book)):
            yield Anchor("glance", book.word("at_a_glance"))

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow, of turned pages where columns would be too narrow; none without days."""
        tables = [table for table in self._tables(book) if table.columns]
        if tables:
            writer = _Writer(book, max(table.columns for table in tables))
            head = book.part_heading("at_a_glance", "glance")
            used = [taken(head, book), *([0.0] * len(tables))]
            made = zip(tables, used, strict=False)
            blocks = [block for table, top in made for block in writer.table(table, top)]
            flow = book.flow((head, *blocks), book.word("at_a_glance"))
            opened = _widened(flow.blocks[0], writer.shape.width)
            yield replace(flow, blocks=(opened, *flow.blocks[1:]), shape=writer.shape.shape)

    def _tables(self, book: Book) -> Iterator[_Table]:
        """A table for each day with parallel sessions, and for each run of others."""
        days = [(day, grid_of(day, book.outline)) for day in book.outline.days]
        for parallel, group in groupby(days, key=lambda pair: pair[1] is not None):
            if parallel:
                yield from (_Table((day,), grid=grid) for day, grid in group)
            elif self.days == "all":
                week = week_of([day for day, _ in group])
                yield _Table(week.days, week=week)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table to be made: of the rooms of one day, or of days."""

    days: tuple[OutlineDay, ...]
    grid: Grid | None = None
    week: Week | None = None

    @property
    def columns(self) -> int:
        """How many it has; none where there is nothing to show."""
        if self.grid:
            return len(self.grid.rooms)
        return len(self.days)


class _Writer:
    """Makes tables for pages of one shape."""

    def __init__(self, book: Book, columns: int) -> None:
        self.book = book
        self.places = places_of(book)
        style = self._words(book.width).style.replace(bold=True)
        times = {book.clock(time) for time in _times(book)}
        widest = max((book.text_width(time, style) for time in times), default=0.0)
        self.axis = widest + _AXIS_GAP
        self.shape: GridShape = grid_shape(book, columns, self.axis)

    def table(self, table: _Table, used: float) -> Iterator[Block]:
        """The blocks of a table, in as many pages as its columns need.

        Args:
            table: The table.
            used: How much room the part's heading takes on the first page, in points.
        """
        notes = list(self._notes(table))
        later = self.shape.height - sum(note.height + note.space_before for note in notes)
        room = later - used
        if table.grid:
            day = heading(self.book.day(table.days[0]), self.book.styles.day, self.shape.width)
            day = replace(day, role="H2")
            room -= day.height + day.space_before + day.space_after
            for grid in self._rooms(table.grid):
                yield day
                yield from _apart(grid.blocks(room, later))
        elif table.week:
            gap = 0.0 if used else self.book.styles.day.space_before
            for grid in self._days(table.week):
                first, *others = _apart(grid.blocks(room, later))
                yield from (replace(first, space_before=gap), *others)
        yield from notes

    def _words(self, width: float, *, timed: bool = False) -> Fillings:
        return Fillings(self.book, width, timed, self.places)

    def _rooms(self, grid: Grid) -> Iterator[TimeGrid]:
        """Rooms across, as many as a page has room for."""
        count = len(grid.rooms)
        for first in range(0, count, self.shape.columns):
            shown = range(first, min(first + self.shape.columns, count))
            column = (self.shape.width - self.axis) / len(shown)
            words = self._words(text_width(column))
            labels = replace(words, width=self.axis - _AXIS_GAP)
            table = TimeGrid(
                heads=tuple(words.head(place(grid.rooms[at], self.book)) for at in shown),
                labels=tuple(labels.label(self.book.clock(time)) for time in grid.times),
                lengths=tuple(_weights(grid.rows, _lengths(grid))),
                boxes=tuple(self._room_boxes(grid, shown, column)),
                axis=self.axis,
                column=column,
            )
            yield table.trimmed()

    def _room_boxes(self, grid: Grid, shown: range, column: float) -> Iterator[Box]:
        for cell in (cell for row in grid.rows for cell in row if cell.item is not None):
            first = max(cell.column, shown.start)
            last = min(cell.column + cell.columns, shown.stop)
            if first < last and cell.item is not None:
                width = text_width(column * (last - first))
                words = self._words(width)
                where = (cell.row, cell.rows, first - shown.start, last - first)
                yield self._box(where, cell.item, words)

    def _days(self, week: Week) -> Iterator[TimeGrid]:
        """Days across, as many as a page has room for."""
        count = len(week.days)
        for first in range(0, count, self.shape.columns):
            shown = range(first, min(first + self.shape.columns, count))
            column = self.shape.width / len(shown)
            words = self._words(text_width(column), timed=True)
            cells = [cell for cell in week.cells if cell.column in shown]
            yield TimeGrid(
                heads=tuple(words.head(*self._day(week.days[at])) for at in shown),
                labels=(),
                lengths=tuple(_weights([week.cells], week.lengths)),
                boxes=tuple(
                    self._box((cell.row, cell.rows, cell.column - first, 1), cell.item, words)
                    for cell in cells
                ),
                axis=0.0,
                column=column,
            )

    def _day(self, day: OutlineDay) -> tuple[str, str]:
        """The head of a day's column, and the day's title below it."""
        if day.date is None:
            return f"{self.book.word('day')} {day.number}", day.title
        name = self.book.date(day.date, short=True)
        return name[:1].upper() + name[1:], day.title

    def _box(self, where: tuple[int, int, int, int], item: WeekItem, words: Fillings) -> Box:
        row, rows, column, columns = where
        if isinstance(item, OutlineBreak):
            return Box(row, rows, column, columns, words.pause(item))
        filling = words.row(item) if isinstance(item, Row) else words.session(item)
        track = _track(item)
        return Box(
            row,
            rows,
            column,
            columns,
            filling,
            ground="ground" if track is None else self.book.track_ground(track),
            bar="" if track is None else self.book.track_color(track),
        )

    def _notes(self, table: _Table) -> Iterator[Block]:
        """What has no place in the table."""
        others = list(_others(table))
        if others:
            words = "; ".join(filter(None, (self._name(item) for item in others)))
            style = self.book.styles.small.replace(space_before=self.book.styles.small.leading / 2)
            text = (Run(f"{self.book.word('time_tbd')}: ", italic=True), Run(words))
            yield paragraph(text, style, self.shape.width)

    def _name(self, item: WeekItem) -> str:
        if isinstance(item, Row):
            if item.talk is None:
                return self.book.word("open_slot")
            who = self.book.names(item.talk.speakers)
            return who or self.book.plain_title(item.talk)
        if isinstance(item, OutlineBreak):
            return item.title
        return item.plain_title or self.book.word("session")


def _widened(head: Block, width: float) -> Block:
    """A heading whose bar, if the theme gives it one, is as wide as the page."""
    strips = (
        replace(
            strip,
            marks=tuple(
                replace(mark, width=width) if isinstance(mark, Bar) else mark
                for mark in strip.marks
            ),
        )
        for strip in head.strips
    )
    return replace(head, strips=tuple(strips))


def _apart(blocks: Iterable[Block]) -> Iterator[Block]:
    for number, block in enumerate(blocks):
        yield replace(block, break_before=bool(number))


def _others(table: _Table) -> Iterator[WeekItem]:
    if table.week:
        yield from table.week.others
    elif table.grid:
        for item in table.days[0].items:
            if isinstance(item, OutlineSession | OutlineBreak) and item.when.start is None:
                yield item


def _lengths(grid: Grid) -> Iterator[int]:
    """How many minutes each row of a grid lasts: until the next one, or until all in it ends."""
    for number, time in enumerate(grid.times):
        ends = [
            cell.item.when.end
            for row in grid.rows[: number + 1]
            for cell in row
            if _ends_with(cell, number) and cell.item is not None and cell.item.when.end is not None
        ]
        bounds = [*grid.times[number + 1 : number + 2], *ends]
        yield min((max(0, int((end - time).total_seconds() // 60)) for end in bounds), default=0)


def _weights(cells: Iterable[Iterable[Cell | WeekCell]], lengths: Iterable[int]) -> Iterator[float]:
    """How much room each row asks for by its length; one that has only breaks asks for less."""
    busy = {
        row
        for cell in chain.from_iterable(cells)
        if cell.item is not None and not isinstance(cell.item, OutlineBreak)
        for row in range(cell.row, cell.row + cell.rows)
    }
    for row, length in enumerate(lengths):
        yield length if row in busy else length * _BREAK


def _ends_with(cell: Cell, row: int) -> bool:
    return cell.item is not None and cell.row + cell.rows == row + 1


def _track(item: OutlineSession | Row) -> OutlineTrack | None:
    """The track of a session, or of the talk in a row."""
    if isinstance(item, Row):
        return item.talk.track if item.talk else None
    return item.track if isinstance(item.track, OutlineTrack) else None


def _times(book: Book) -> Iterator[datetime]:
    for day in book.outline.days:
        yield from (item.when.start for item in day.items if item.when.start is not None)
