"""One more slot: whether it would make a program possible, and on which day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from programkit.model.base import TBD, Unknown
from programkit.model.conference import Conference
from programkit.model.days import Day, Session, Slot
from programkit.model.interval import Interval, gaps
from programkit.model.program import Program
from programkit.model.timetable import TimedBreak, TimedDay, TimedSession
from programkit.rules._wording import date_words, room_words

_MOST = 12
"""Places on one day that are tried."""
_USUAL = 30
"""Minutes of a slot, where nothing says how long talks are."""


@dataclass(frozen=True, slots=True)
class Roomier:
    """A copy of the facts with more slots: on each day, wherever a room is free for long enough."""

    conference: Conference
    """The copy. The slots are on days of their own, so that nothing else changes its time."""
    added: Mapping[str, tuple[str, ...]]
    """Ids of the slots added, by the id of their day."""
    minutes: int
    """How long each is."""

    def words(self, program: Program) -> str:
        """Which of the added slots a program uses; empty if none."""
        return "; and ".join(self._slot_words(slot) for slot in self._used(program))

    def used(self, program: Program) -> int:
        """How many of them it uses."""
        return len(self._used(program))

    def _used(self, program: Program) -> list[str]:
        return [s for slots in self.added.values() for s in slots if s in program.by_slot]

    def _slot_words(self, slot: str) -> str:
        timed = self.conference.timetable.slots[slot]
        assert timed.interval is not None  # noqa: S101 - it was given its time
        start = timed.interval.first.astimezone(self.conference.zone)
        room = self.conference.timetable.sessions[timed.session].room
        where = "" if isinstance(room, Unknown) else f" in {room_words(self.conference, room)}"
        day = date_words(start.date())
        return f"add one {self.minutes}-minute slot on {day}, such as at {start:%H:%M}{where}"


def roomier(conference: Conference, minutes: int) -> Roomier:
    """The facts with a slot of that length in every gap, and one at the end of each day."""
    slots = (Slot(minutes=minutes),)
    more: list[Day] = []
    added: dict[str, tuple[str, ...]] = {}
    for timed in conference.timetable.days:
        starts = list(_starts(conference, timed, minutes))[:_MOST]
        starts.sort(key=lambda found: found[0])
        items = [
            Session(id=f"{timed.id}/more-{n}", room=room or TBD, start=start, slots=slots)
            for n, (start, room) in enumerate(starts, 1)
        ]
        if items:
            more.append(Day(id=f"{timed.id}/more", date=timed.day.date, items=tuple(items)))
            added[timed.id] = tuple(f"{item.id}/1" for item in items)
    return Roomier(conference.replace(days=(*conference.days, *more)), added, minutes)


def usual_minutes(conference: Conference, talks: Sequence[str]) -> int:
    """How long a slot for one of these talks must be."""
    lengths = [conference.talk(talk).minutes or conference.minutes for talk in talks]
    known = [length for length in lengths if length is not None]
    slots = (slot.interval for slot in conference.timetable.slots.values())
    return min(known) if known else min((i.minutes for i in slots if i is not None), default=_USUAL)


def _starts(
    conference: Conference, day: TimedDay, minutes: int
) -> Iterator[tuple[int, str | Unknown]]:
    """When, in minutes of the day, and where there could be one more slot; the day's end first."""
    sessions = [item for item in day.items if isinstance(item, TimedSession) and item.interval]
    spans = [session.interval for session in sessions if session.interval is not None]
    if not spans or isinstance(day.day.date, Unknown):
        return
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    pauses = (i.interval for i in day.items if isinstance(i, TimedBreak) and i.interval is not None)
    over = max((pause.last for pause in pauses), default=last)
    rooms = list(dict.fromkeys(session.room for session in sessions))
    found = [(max(last, over), rooms[0])]
    for room in rooms:
        free = gaps(Interval(start=first, end=last), _busy(day, room))
        found += [(gap.first, room) for gap in free if gap.minutes >= minutes]
    for start, room in found:
        local = start.astimezone(conference.zone)
        if local.date() == day.day.date:
            yield local.hour * 60 + local.minute, room


def _busy(day: TimedDay, room: str | Unknown) -> Iterator[Interval]:
    """When something is in a room, or closes it."""
    for item in day.items:
        own = isinstance(item, TimedSession) and item.room == room
        shut = isinstance(item, TimedSession | TimedBreak) and room in item.closes
        if (own or shut) and item.interval is not None:
            yield item.interval
