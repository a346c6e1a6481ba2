"""Parts of a venue's time, and how many talks of a kind fit into each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from programkit.model.base import Unknown
from programkit.model.leaning import Hours, Leaning
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.solver.spots import Spot
from programkit.solver.task import Task

_ANYWHERE = Leaning()
"""What is said of a talk of which no rule says anything."""
_SLOT = 30
"""Minutes of a slot that says nothing."""


class Kind(NamedTuple):
    """Talks that can stand for each other, as long as only sessions are chosen."""

    track: str | None
    minutes: int | None
    leaning: Leaning


class Fit(NamedTuple):
    """How talks of a kind fit into sessions."""

    most: int
    """How many of them, if nothing else is there."""
    takes: int
    """How many minutes each takes."""


_Stock = tuple[str, str | None]
"""A room, and the track that the facts give to sessions there."""


class Cells:
    """What is empty in the sessions of a program."""

    def __init__(self, task: Task, program: Program) -> None:
        self._task = task
        self._program = program
        self._sessions = program.timetable.sessions
        self._spots: dict[int | None, Mapping[str, Sequence[Spot]]] = {}
        self._alike: dict[tuple[str, ...], Mapping[_Stock, tuple[str, ...]]] = {}
        self._times: dict[Hashable, int] = {}
        self._numbers: dict[Hashable, int] = {}
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

    def fit(self, kind: Kind, part: tuple[str, ...]) -> Fit:
        """How talks of a kind fit into some sessions."""
        if part not in self._alike:
            self._alike[part] = self._stocks(part)
        fits = [
            self._fit(kind.minutes, kind.leaning.hours, sessions)
            for (room, track), sessions in self._alike[part].items()
            if _may(kind, room, track)
        ]
        return Fit(sum(fit.most for fit in fits), max((fit.takes for fit in fits), default=0))

    def placed(self, session: str, talks: Mapping[Kind, Sequence[str]]) -> Iterator[Placement]:
        """Talks in a session, long ones first, each as early as it can be alone."""
        taken: set[str] = set()
        over = None
        for kind in sorted(talks, key=lambda kind: -(kind.minutes or 0)):
            waiting = list(reversed(talks[kind]))
            for spot in self._spots_of(kind.minutes).get(session, ()):
                later = over is None or (spot.first is not None and over <= spot.first)
                free = taken.isdisjoint(spot.slots) if spot.slots else later
                if waiting and free and all(spot.within(one) for one in kind.leaning.hours):
                    yield spot.placement(waiting.pop(), 1)
                    taken.update(spot.slots)
                    over = spot.last

    def _stocks(self, part: tuple[str, ...]) -> Mapping[_Stock, tuple[str, ...]]:
        """Sessions by room and track."""
        found: dict[_Stock, list[str]] = {}
        for session in part:
            own = self._sessions[session].session.track
            stock = self.of_room(session), own if isinstance(own, str) else None
            found.setdefault(stock, []).append(session)
        return {stock: tuple(sessions) for stock, sessions in found.items()}

    def _fit(self, minutes: int | None, hours: tuple[Hours, ...], part: tuple[str, ...]) -> Fit:
        """How talks of a length fit that lie in some hours; what has equal times is equal."""
        if (minutes, part) not in self._times:
            times = tuple(self._times_of(minutes, session) for session in part)
            self._times[minutes, part] = self._numbers.setdefault(times, len(self._numbers))
        key = minutes, hours, self._times[minutes, part]
        if key not in self._fits:
            spots = self._spots_of(minutes)
            fits = [self._fitting(hours, spots.get(session, ())) for session in part]
            most, takes = sum(fit.most for fit in fits), max(fit.takes for fit in fits)
            self._fits[key] = Fit(most, takes)
        return self._fits[key]

    def _times_of(self, minutes: int | None, session: str) -> Hashable:
        spots = self._spots_of(minutes).get(session, ())
        return tuple((spot.first, spot.last, len(spot.slots)) for spot in spots)

    def _spots_of(self, minutes: int | None) -> Mapping[str, Sequence[Spot]]:
        """The spots of a length that are empty, session by session."""
        if minutes not in self._spots:
            found: dict[str, list[Spot]] = {}
            for spot in self._task.grid.spots(self._like[minutes]):
                free = self._program.by_slot.keys().isdisjoint(spot.slots)
                enough = minutes is None or spot.holds is None or spot.holds >= minutes
                if spot.session is not None and free and enough:
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
        found: dict[Kind, list[str]] = {}
        for talk in self._open:
            kind = Kind(talk.track, talk.minutes, self._task.leanings.get(talk.id, _ANYWHERE))
            found.setdefault(kind, []).append(talk.id)
        return {kind: tuple(talks) for kind, talks in found.items()}


def _may(kind: Kind, room: str, track: str | None) -> bool:
    """Whether a room, and sessions of a track, are for talks of a kind."""
    rooms = kind.leaning.rooms
    fits = rooms is None or not room or room in rooms
    return fits and (track is None or kind.track in {None, track})
