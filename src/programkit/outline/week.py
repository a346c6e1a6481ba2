"""Days side by side: the table of days on which nothing runs in parallel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from programkit.outline.nodes import (
    OutlineBreak,
    OutlineDay,
    OutlineItem,
    OutlineMarker,
    OutlineSession,
    Row,
    When,
)

_OPEN = 30
"""How many minutes something without an end lasts, if nothing follows it."""
_DAY = 24 * 60

WeekItem = OutlineSession | OutlineBreak | Row


@dataclass(frozen=True, slots=True)
class WeekCell:
    """A rectangle of the table, as wide as a day."""

    row: int
    """Its first row, from 0."""
    rows: int
    """How many rows it spans."""
    column: int
    """The position of its day, from 0."""
    item: WeekItem
    """What it shows: a break, a session with a title or without talks, else a single row of it."""


@dataclass(frozen=True, slots=True)
class Week:
    """Days as the columns of a table, with the times of all of them as rows."""

    days: tuple[OutlineDay, ...]
    lengths: tuple[int, ...]
    """How many minutes each row lasts. When nothing happens on any day, there is no row."""
    cells: tuple[WeekCell, ...]
    """By day and time."""
    others: tuple[WeekItem, ...]
    """What is not in the table: without a start, or while something else goes on."""


def week_of(days: Sequence[OutlineDay]) -> Week:
    """The table of some days; markers are not in it, nor days on which nothing else has a time."""
    spans: list[_Span] = []
    others: list[WeekItem] = []
    shown: list[OutlineDay] = []
    for day in days:
        timed = list(_timed(day, others))
        spans.extend(_Span(len(shown), start, end, item) for item, start, end in timed)
        shown.extend([day] if timed else [])
    bounds = sorted({bound for span in spans for bound in (span.start, span.end)})
    rows = [
        (start, end)
        for start, end in pairwise(bounds)
        if any(span.start < end and start < span.end for span in spans)
    ]
    return Week(
        days=tuple(shown),
        lengths=tuple(end - start for start, end in rows),
        cells=tuple(_cell(span, rows) for span in spans),
        others=tuple(others),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    """An item with its start and end in minutes after the midnight that begins its day."""

    column: int
    start: int
    end: int
    item: WeekItem


def _cell(span: _Span, rows: Sequence[tuple[int, int]]) -> WeekCell:
    covered = [n for n, (start, end) in enumerate(rows) if span.start <= start and end <= span.end]
    return WeekCell(covered[0], len(covered), span.column, span.item)


def _timed(day: OutlineDay, others: list[WeekItem]) -> Iterator[tuple[WeekItem, int, int]]:
    """The items of a day with start and end, none overlapping; what is left goes to the others."""
    base = day.date or _first_date(day)
    timed: list[tuple[int, WeekItem]] = []
    for item in _items(day.items):
        if item.when.start is None or base is None:
            others.append(item)
        else:
            timed.append((_minute(item.when.start, base), item))
    timed.sort(key=lambda entry: entry[0])
    free = -_DAY
    for number, (start, item) in enumerate(timed):
        following = next((later for later, _ in timed[number + 1 :] if later > start), None)
        begin, end = max(start, free), _end(item.when, start, following, base)
        if begin < end:
            yield item, begin, end
            free = end
        else:
            others.append(item)


def _end(when: When, start: int, following: int | None, base: date | None) -> int:
    """Its end; what has none lasts until the next item starts."""
    if when.end is not None and base is not None:
        return _minute(when.end, base)
    return start + _OPEN if following is None else following


def _items(items: Sequence[OutlineItem]) -> Iterator[WeekItem]:
    for item in items:
        if isinstance(item, OutlineSession) and item.rows and not item.title:
            yield from item.rows
        elif not isinstance(item, OutlineMarker):
            yield item


def _first_date(day: OutlineDay) -> date | None:
    """The date from which the clock of a day without one counts."""
    starts = [item.when.start.date() for item in _items(day.items) if item.when.start is not None]
    return min(starts, default=None)


def _minute(moment: datetime, base: date) -> int:
    return (moment.date() - base).days * _DAY + moment.hour * 60 + moment.minute
