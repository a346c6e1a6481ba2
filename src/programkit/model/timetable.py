"""The days laid on the line of real time: every session, slot and break with its interval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from programkit.errors import Fault
from programkit.model.base import Unknown
from programkit.model.days import Break, Day, Marker, Session, Slot
from programkit.model.interval import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """Something with its interval."""

    id: str
    """The organizer's id, or the one by day and position."""
    day: int | None
    """Position of its day; none for a session whose day is not known."""
    interval: Interval | None
    """When it is; none where the start is unknown."""
    open_end: bool
    """Whether its end is unknown: then the interval holds one minute, all that is certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedSlot(Timed):
    """A slot with its interval."""

    slot: Slot
    session: str
    """Id of its session."""
    index: int
    """Position in its session, from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedSession(Timed):
    """A session with its interval, its room, and its slots."""

    session: Session
    room: str | Unknown
    """Id of its room; empty for the one implicit room; TBD where unknown."""
    slots: tuple[TimedSlot, ...]
    closes: tuple[str, ...]
    """Ids of the rooms it closes beside its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedBreak(Timed):
    """A break with its interval."""

    item: Break
    closes: tuple[str, ...]
    """Ids of the rooms it closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedMarker(Timed):
    """A marker with its moment."""

    item: Marker


TimedItem = TimedSession | TimedBreak | TimedMarker


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedDay:
    """A day with its items in the order of the facts."""

    id: str
    index: int
    day: Day
    items: tuple[TimedItem, ...]


@dataclass(frozen=True)
class Timetable:
    """All days on the line of time, with look-ups by id."""

    days: tuple[TimedDay, ...]
    floating: tuple[TimedSession, ...] = ()
    """Sessions whose day is not known."""
    faults: tuple[Fault, ...] = field(default=(), compare=False)
    """Times that cannot be."""

    @cached_property
    def sessions(self) -> Mapping[str, TimedSession]:
        """Sessions by id, in the order of the days."""
        found = [item for item in self.items if isinstance(item, TimedSession)]
        return {session.id: session for session in (*found, *self.floating)}

    @cached_property
    def slots(self) -> Mapping[str, TimedSlot]:
        """Slots by id, in the order of the days."""
        return {slot.id: slot for session in self.sessions.values() for slot in session.slots}

    @cached_property
    def blocks(self) -> tuple[tuple[TimedSession, ...], ...]:
        """The sessions that may hold talks, together where their times are the same, in order.

        Sessions without a time are in none.
        """
        found: dict[tuple[int, datetime, datetime], list[TimedSession]] = {}
        for session in self.sessions.values():
            if session.interval is not None and (session.slots or session.session.packed):
                day = -1 if session.day is None else session.day
                key = (day, session.interval.first, session.interval.last)
                found.setdefault(key, []).append(session)
        return tuple(tuple(found[key]) for key in sorted(found))

    @property
    def items(self) -> Iterator[TimedItem]:
        """Everything in all days."""
        return (item for day in self.days for item in day.items)

    @property
    def breaks(self) -> Iterator[TimedBreak]:
        """The breaks of all days."""
        return (item for item in self.items if isinstance(item, TimedBreak))
