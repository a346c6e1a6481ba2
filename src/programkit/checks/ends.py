"""Ends that nobody knows, and times that the clocks show twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import ClassVar

from programkit.checks.base import clock_at, day_text, place_text
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.days import Break, Marker, Session, Slot
from programkit.model.findings import Finding, Level
from programkit.model.sources import day_source, item_source
from programkit.model.timetable import TimedDay, TimedItem, TimedSession, TimedSlot


@dataclass(frozen=True)
class Ends:
    """Open ends, days without an end, and times in the hour that summer time repeats."""

    codes: ClassVar[Mapping[str, str]] = {
        "day-without-end": "Nothing tells when a day ends.",
        "open-end": "Something starts, and nothing tells when it ends.",
        "time-ambiguous": "The clocks show a time twice that day.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """Findings in the order of the program."""
        for day in conference.timetable.days:
            for item in day.items:
                yield from _open_ends(conference, item)
                yield from _twice(conference, item)
            yield from _endless(conference, day)


def _parts(item: TimedItem) -> tuple[TimedItem | TimedSlot, ...]:
    """A session's slots; an item that has none is its own only part."""
    return item.slots if isinstance(item, TimedSession) and item.slots else (item,)


def _open_ends(conference: Conference, item: TimedItem) -> Iterator[Finding]:
    for part in _parts(item):
        if part.open_end and part.interval is not None:
            yield Finding(
                code="open-end",
                level=Level.NOTE,
                message=f"{place_text(conference, part)} has no end",
                remedy="add minutes: or end:, or say what follows and when",
                about=(part.id,),
                source=item_source(conference, part),
            )


def _endless(conference: Conference, day: TimedDay) -> Iterator[Finding]:
    """A working day of which nobody knows the end; what is social ends when it ends."""
    timed = [(item.interval.first, item) for item in day.items if item.interval is not None]
    last = max(timed, key=itemgetter(0), default=(None, None))[1]
    if isinstance(last, TimedSession) and last.open_end:
        yield Finding(
            code="day-without-end",
            level=Level.NOTE,
            message=f"nothing tells when {day_text(day)} ends",
            remedy='give the last talk its minutes:, or add a marker such as "End of the day"',
            about=(day.id,),
            source=day_source(conference, day.index),
        )


def _twice(conference: Conference, item: TimedItem) -> Iterator[Finding]:
    """Times that the facts write and summer time repeats; a day without a date has none."""
    if item.day is None or isinstance(conference.timetable.days[item.day].day.date, Unknown):
        return
    for part in dict.fromkeys((item, *_parts(item))):
        for instant in _written(part):
            if _is_shown_twice(instant.astimezone(conference.zone)):
                yield Finding(
                    code="time-ambiguous",
                    level=Level.SOFT,
                    message=f"{place_text(conference, part)}: the clocks show "
                    f"{clock_at(conference, part, instant)} twice, the first is meant",
                    remedy="choose another time, or give minutes: instead of an end",
                    about=(part.id,),
                    source=item_source(conference, part),
                )


def _written(part: TimedItem | TimedSlot) -> Iterator[datetime]:
    """The moments that are written as times of day, not found from what is around them."""
    if part.interval is None:
        return
    fact = _fact(part)
    if isinstance(fact.start, int):
        yield part.interval.first
    if not isinstance(fact, Marker) and fact.end is not None:
        yield part.interval.last


def _fact(part: TimedItem | TimedSlot) -> Session | Slot | Break | Marker:
    if isinstance(part, TimedSession):
        return part.session
    return part.slot if isinstance(part, TimedSlot) else part.item


def _is_shown_twice(local: datetime) -> bool:
    return local.replace(fold=1).utcoffset() != local.utcoffset()
