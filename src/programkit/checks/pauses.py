"""Breaks: equally long ones of a kind, and one after long enough a stretch of talks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from programkit.checks.base import clock_at, day_text
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.days import Break
from programkit.model.findings import Finding, Level
from programkit.model.interval import Interval, union
from programkit.model.sources import day_source, item_source
from programkit.model.timetable import TimedBreak, TimedDay, TimedSession, TimedSlot

UNTITLED_KINDS = frozenset({"break", "social"})
"""Kinds of breaks that say too little to compare: only breaks of one title are compared."""
STROLLING_KINDS = frozenset({"posters", "social"})
"""Kinds of sessions in which everybody comes and goes."""


@dataclass(frozen=True)
class Pauses:
    """Uneven breaks, and long stretches without one."""

    longest: int = 120
    """Minutes that an audience can sit."""
    shortest: int = 10
    """Minutes between two talks that count as a break."""

    codes: ClassVar[Mapping[str, str]] = {
        "break-uneven": "Breaks of one kind are not equally long.",
        "stretch-without-break": "The program goes on for long without a break.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """A finding for each uneven kind of break, and each stretch that is too long."""
        yield from _uneven(conference)
        for day in conference.timetable.days:
            yield from self._stretches(conference, day)

    def _stretches(self, conference: Conference, day: TimedDay) -> Iterator[Finding]:
        """Stretches in each room: who stays there gets no break."""
        rooms: dict[str | Unknown, list[TimedSession]] = {}
        for item in day.items:
            if isinstance(item, TimedSession) and item.session.kind not in STROLLING_KINDS:
                rooms.setdefault(item.room, []).append(item)
        for sessions in rooms.values():
            taken = [_taken(conference, part) for session in sessions for part in _parts(session)]
            for stretch in self._joined([span for span in taken if span is not None]):
                if stretch.minutes > self.longest:
                    yield self._found(conference, day, sessions, stretch)

    def _joined(self, taken: list[Interval]) -> list[Interval]:
        """The time taken, changes of speaker included."""
        pause = timedelta(minutes=self.shortest)
        stretches: list[Interval] = []
        for span in union(taken):
            if stretches and span.first - stretches[-1].last < pause:
                span = stretches.pop().replace(end=span.end)  # noqa: PLW2901 - the longer span
            stretches.append(span)
        return stretches

    def _found(
        self,
        conference: Conference,
        day: TimedDay,
        sessions: list[TimedSession],
        stretch: Interval,
    ) -> Finding:
        inside = [s for s in sessions if s.interval is not None and s.interval.overlaps(stretch)]
        start, end = (clock_at(conference, inside[0], at) for at in (stretch.first, stretch.last))
        room = conference.room(inside[0].room) if isinstance(inside[0].room, str) else None
        where = f" in {room.name}" if room is not None else ""
        about = "about " if any(session.open_end for session in inside) else ""
        return Finding(
            code="stretch-without-break",
            level=Level.SOFT,
            message=f"on {day_text(day)}{where} the program goes on from {start} to {about}{end}, "
            f"{stretch.minutes} minutes, without a break",
            remedy=f"put a break after at most {self.longest} minutes",
            about=tuple(session.id for session in inside),
            source=day_source(conference, day.index),
        )


def _parts(session: TimedSession) -> tuple[TimedSession | TimedSlot, ...]:
    return session.slots or (session,)


def _taken(conference: Conference, part: TimedSession | TimedSlot) -> Interval | None:
    """When something goes on; to an open end, as long as such a thing usually takes."""
    if part.interval is None or not part.open_end:
        return part.interval
    minutes = conference.minutes or _usual_minutes(conference)
    if isinstance(part, TimedSlot) and isinstance(part.slot.talk, str):
        minutes = conference.talk(part.slot.talk).minutes or minutes
    return Interval.lasting(part.interval.first, minutes)


def _usual_minutes(conference: Conference) -> int:
    """The commonest length of a slot; one minute where no slot has a length."""
    lengths = Counter(
        slot.interval.minutes
        for slot in conference.timetable.slots.values()
        if slot.interval is not None and not slot.open_end
    )
    return max(lengths, key=lambda minutes: (lengths[minutes], minutes), default=1)


def _uneven(conference: Conference) -> Iterator[Finding]:
    kinds: dict[str, dict[int, list[TimedBreak]]] = {}
    for item in conference.timetable.breaks:
        if item.interval is not None and not item.open_end:
            lengths = kinds.setdefault(_kind(item.item), {})
            lengths.setdefault(item.interval.minutes, []).append(item)
    for kind, lengths in kinds.items():
        if len(lengths) > 1:
            told = " or ".join(
                f"{minutes} minutes ({len(lengths[minutes])} times)"
                for minutes in sorted(lengths, reverse=True)
            )
            yield Finding(
                code="break-uneven",
                level=Level.NOTE,
                message=f'breaks of the kind "{kind}" take {told}',
                remedy="make them equally long, or accept it if it is meant",
                about=tuple(item.id for items in lengths.values() for item in items),
                source=item_source(conference, next(iter(lengths.values()))[0]),
            )


def _kind(item: Break) -> str:
    return item.title.casefold() if item.kind in UNTITLED_KINDS else item.kind
