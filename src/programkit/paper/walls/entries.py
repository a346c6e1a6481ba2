"""What a term has, line by line: its talks, and the dates on which there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from programkit.model.venue import Room
from programkit.outline.nodes import (
    OutlineDay,
    OutlineException,
    OutlinePause,
    OutlineSession,
    OutlineTalk,
    OutlineTerm,
    When,
)
from programkit.paper.book import Book

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A talk of a term, or a session or slot without one."""

    day: OutlineDay
    when: When
    room: object
    """A room; that it is not known; or none."""
    talk: OutlineTalk | None
    title: str
    """That of the session, where it has no talks."""
    first: bool
    """Whether it is the first one on its day."""
    exception: OutlineException | None
    """What is not as usual about the day."""


Entry = Meeting | OutlinePause


@dataclass(frozen=True, slots=True)
class Usual:
    """What goes without saying for most meetings of a term."""

    clock: tuple[int, int] | None
    """Hour and minute at which they begin; none where most begin at different times."""
    room: object
    """Where they are; none where most are in different rooms, or there is only one place."""


def terms_to_come(book: Book) -> tuple[OutlineTerm, ...]:
    """The terms of a series that are not over; the last one where nobody says what day it is."""
    series = book.outline.series
    if series is None:
        return ()
    if series.now is None:
        return series.terms[-1:]
    today = series.now.date()
    return tuple(term for term in series.terms if term.last >= today)


def entries_of_term(term: OutlineTerm, book: Book) -> tuple[Entry, ...]:
    """The meetings and the dates without any, in order of date."""
    days = {day.id: day for day in book.outline.days}
    series = book.outline.series
    exceptions = {each.day: each for each in series.exceptions} if series else {}
    found: list[tuple[date, Entry]] = [(pause.first, pause) for pause in term.pauses]
    for key in term.days:
        day = days[key]
        found += [(day.date or term.first, m) for m in _meetings(day, exceptions.get(key))]
    return tuple(entry for _, entry in sorted(found, key=lambda pair: pair[0]))


def _meetings(day: OutlineDay, exception: OutlineException | None) -> Iterator[Meeting]:
    first = True
    for item in day.items:
        if not isinstance(item, OutlineSession):
            continue
        for when, talk in [(row.when, row.talk) for row in item.rows] or [(item.when, None)]:
            title = "" if item.rows else item.plain_title
            yield Meeting(day, when, item.room, talk, title, first, exception)
            first = False


def usual_of(entries: Iterable[Entry], book: Book) -> Usual:
    """What most first meetings of their days have in common."""
    meetings = [each for each in entries if isinstance(each, Meeting) and each.first]
    starts = [each.when.start for each in meetings]
    clocks = [(start.hour, start.minute) for start in starts if start is not None]
    rule = book.outline.series.recurrence if book.outline.series else None
    rooms = [each.room for each in meetings if isinstance(each.room, Room)]
    clock = divmod(rule.start, 60) if rule else _most(clocks)
    named = _most([room.id for room in rooms])
    return Usual(clock, next((room for room in rooms if room.id == named), None))


def _most(found: Sequence[_T]) -> _T | None:
    """What more than half of what is known is."""
    (each, times), *_ = (*Counter(found).most_common(1), (None, 0))
    return each if 2 * times > len(found) else None
