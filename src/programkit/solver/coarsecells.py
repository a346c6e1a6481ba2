"""Parts of a venue's time, and how many talks of a kind fit into each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from programkit.model.base import Unknown
from programkit.model.leaning import Hours, Leaning, joined
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.solver.spots import Spot
from programkit.solver.task import Task

_SLOT = 30
"""Minutes of a slot that says nothing."""


class Kind(NamedTuple):
    """Talks that can stand for each other, as long as only sessions are chosen."""

    track: str | None
    minutes: int | None
    leaning: Leaning


class Fit(NamedTuple):
    """How talks of a kind fit into a session, or into several."""

    most: int
    """How many of them, if nothing else is there."""
    takes: int
    """How many minutes each takes."""


NOTHING = Fit(0, 0)
"""None fits."""


class Cells:
    """What is empty in the sessions of a program."""

    def __init__(self, task: Task, program: Program) -> None:
        self._task = task
        self._program = program
        self._sessions = task.conference.timetable.sessions
        self._spots: dict[int | None, Mapping[str, Sequence[Spot]]] = {}
        self._fits: dict[Hashable, Fit] = {}
        slots = task.conference.timetable.slots.values()
        usual = task.conference.minutes or _SLOT
        self._minutes = {
            slot.id: (slot.interval.minutes if slot.interval else slot.slot.minutes) or usual
            for slot in slots
        }
        taken = program.by_talk
        self._open = [
            talk
            for talk in task.conference.talks
            if talk.takes_place and talk.parts == 1 and not talk.reserve and talk.id not in taken
        ]
        self._like = {talk.minutes: talk for talk in self._open}
        self.kinds = self._kinds()
        """The talks that seek a place, kind by kind."""

    def of_room(self, session: str) -> str:
        """The room of a session; empty where it is open."""
        room = self._sessions[session].room
        return "" if isinstance(room, Unknown) else room

    def of_day(self, session: str) -> str:
        """The day of a session; empty where it is not known."""
        return str(self._sessions[session].day)

    def empty(self, session: str) -> int:
        """How many minutes are empty in a session."""
        slots = self._sessions[session].slots
        if slots or not self._sessions[session].session.packed:
            taken = self._program.by_slot
            return sum(self._minutes[slot.id] for slot in slots if slot.id not in taken)
        interval = self._sessions[session].interval
        used = sum(p.talk.minutes or 0 for p in self._program.by_session.get(session, ()))
        return 0 if interval is None else max(0, interval.minutes - used)

    def fit(self, kind: Kind, session: str) -> Fit:
        """How talks of a kind fit into a session."""
        if not _may(kind, self._sessions[session]):
            return NOTHING
        spots = self._spots_of(kind.minutes).get(session, ())
        times = tuple((s.first, s.last, len(s.slots), s.holds) for s in spots)
        key = (kind.minutes, kind.leaning.hours, times)
        if key not in self._fits:
            self._fits[key] = self._fitting(kind.leaning.hours, spots)
        return self._fits[key]

    def _spots_of(self, minutes: int | None) -> Mapping[str, Sequence[Spot]]:
        """The spots of a length that are empty, session by session."""
        if minutes not in self._spots:
            found: dict[str, list[Spot]] = {}
            for spot in self._task.grid.spots(self._like[minutes]):
                if spot.session is not None and self._program.by_slot.keys().isdisjoint(spot.slots):
                    found.setdefault(spot.session, []).append(spot)
            self._spots[minutes] = found
        return self._spots[minutes]

    def _fitting(self, hours: Iterable[Hours], spots: Iterable[Spot]) -> Fit:
        """How many talks fit one after the other, each as early as it can be."""
        taken: set[str] = set()
        over = None
        most = takes = 0
        for spot in spots:
            later = over is None or (spot.first is not None and over <= spot.first)
            free = taken.isdisjoint(spot.slots) if spot.slots else later
            if free and all(spot.within(one) for one in hours):
                most += 1
                over = spot.last
                taken.update(spot.slots)
                minutes = sum(self._minutes[slot] for slot in spot.slots)
                takes = max(takes, minutes or spot.minutes or _SLOT)
        return Fit(most, takes)

    def _kinds(self) -> Mapping[Kind, tuple[str, ...]]:
        conference = self._task.conference
        said: dict[str, list[Leaning]] = {}
        for rule in self._task.rules:
            for talk, leaning in rule.leanings(conference).items():
                said.setdefault(talk, []).append(leaning)
        found: dict[Kind, list[str]] = {}
        for talk in self._open:
            kind = Kind(talk.track, talk.minutes, joined(said.get(talk.id, ())))
            found.setdefault(kind, []).append(talk.id)
        return {kind: tuple(talks) for kind, talks in found.items()}


def _may(kind: Kind, session: TimedSession) -> bool:
    """Whether the room and the track of a session are for talks of a kind."""
    rooms, own = kind.leaning.rooms, session.session.track
    room = rooms is None or isinstance(session.room, Unknown) or session.room in rooms
    return room and (not isinstance(own, str) or kind.track in {None, own})
