"""Which part of a program is decided anew next: tracks, days, rooms, people, what costs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from random import Random  # noqa: TID251 - takes a seed
from typing import Final, TypeVar

from programkit.model.boards import is_open
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.solver.around import Around
from programkit.solver.task import Task

EVERYTHING: Final = "everything"
"""The name of the part that is the whole."""

_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)


class Things:
    """The things of a conference, and which talks belong to them."""

    def __init__(self, task: Task) -> None:
        conference = task.conference
        self.task = task
        self.talks = tuple(talk.id for talk in conference.talks if talk.takes_place)
        """Ids of the talks that take place."""
        self.sessions = tuple(conference.timetable.sessions)
        """Ids of the sessions."""
        self.rooms = tuple(room.id for room in conference.rooms)
        """Ids of the rooms."""
        self.of_track = _grouped(
            (talk.track, talk.id) for talk in conference.talks if talk.track and talk.takes_place
        )
        """Ids of the talks of each track."""
        self.of_person = _grouped(
            (p, talk.id) for talk in conference.talks for p in talk.people_ids if talk.takes_place
        )
        """Ids of the talks of each person."""
        self.posters = tuple(p.id for p in conference.posters if is_open(conference, p))
        """Ids of the posters whose place is open."""
        self.blocks = tuple(
            tuple(session.id for session in block) for block in conference.timetable.blocks
        )
        """Ids of the sessions at each time."""
        self.slots_of = {
            session.id: tuple(slot.id for slot in session.slots)
            for session in conference.timetable.sessions.values()
        }
        """Ids of the slots of each session."""

    @cached_property
    def beside(self) -> Mapping[str, tuple[str, ...]]:
        """For each session, those at the same time, itself included."""
        return {session: block for block in self.blocks for session in block}

    def people(self, talk: str) -> tuple[str, ...]:
        """Ids of the people of a talk."""
        return tuple(self.task.conference.by_id.talks[talk].people_ids)


def everything(things: Things, program: Program) -> Around:
    """All that can change."""
    return Around(
        program=program,
        talks=frozenset(things.talks),
        sessions=frozenset(things.sessions),
        chaired=frozenset(things.sessions),
        posters=frozenset(things.posters),
        name=EVERYTHING,
    )


def neighborhood(  # noqa: PLR0913 - each is one thing that it depends on
    things: Things,
    kind: str,
    program: Program,
    *,
    size: int,
    findings: Sequence[Finding],
    random: Random,
    busy: frozenset[str] = frozenset(),
) -> Around:
    """A part of a program of such a kind, with about so many talks.

    What is in busy sessions stays as it is.
    """
    part = _Part(things, program, size=size, findings=findings, random=random)
    name = KINDS[kind](part)
    if len(part.talks) >= len(things.talks):
        return everything(things, program)
    part.close()
    if busy:
        part.avoid(busy)
    return Around(
        program=program,
        talks=frozenset(part.talks),
        places=frozenset(part.places),
        sessions=frozenset(part.sessions),
        chaired=frozenset(part.chaired),
        posters=frozenset(part.posters),
        name=name,
    )


class _Part:
    """A part that grows; every choice is drawn, and none depends on the order of sets."""

    def __init__(
        self,
        things: Things,
        program: Program,
        *,
        size: int,
        findings: Sequence[Finding],
        random: Random,
    ) -> None:
        self.things, self.program, self.size = things, program, size
        self.findings, self.random = findings, random
        self.talks: dict[str, None] = {}
        self.places: dict[str, None] = {}
        self.sessions: dict[str, None] = {}
        self.chaired: dict[str, None] = {}
        self.posters: dict[str, None] = {}
        self._movable = frozenset(things.talks)

    # The kinds: each adds talks, and says what they are.

    def costs(self) -> str:
        """What costs, the dearer the likelier, and what is at the same times."""
        weights = [finding.cost for finding in self.findings]
        if not any(weights):
            return self.anything()
        for finding in self.random.choices(self.findings, weights, k=4):
            self._concern(finding.about)
        self._add_whole(self._sessions_now(), self.size // 2)
        blocks = [self.things.beside.get(session, ()) for session in self._sessions_now()]
        for block in self._few(blocks, 3):
            self._add_whole(self._shuffled(block), self.size * 3 // 4)
        self._add_whole(self._shuffled(self._of_these_tracks()), self.size)
        self.anything()
        return "what costs most"

    def unplaced(self) -> str:
        """Talks without a place, and those where they could be."""
        without = [talk for talk in self.things.talks if talk not in self.program.by_talk]
        self._add(self._shuffled(without), max(1, self.size // 3))
        named = self.things.task.conference.by_id.talks
        for talk in list(self.talks):
            spots = self.things.task.grid.spots(named[talk])
            near = self._few(spots, _TRIED * _WAYS)
            for spot in islice(self.things.task.possible(named[talk], near), _WAYS):
                self._open(spot.slots or (spot.session or "",))
                self._add_whole((spot.session,) if spot.session else (), self.size)
        self._add_whole(self._shuffled(self._roomy()), self.size)
        self.anything()
        return "talks without a place" if without else "some talks"

    def track(self) -> str:
        """One track."""
        return self._tracks(1)

    def tracks(self) -> str:
        """Two tracks."""
        return self._tracks(2)

    def time(self) -> str:
        """What is at one time, and then what follows it."""
        if self.things.blocks:
            start = self.random.randrange(len(self.things.blocks))
            for block in (*self.things.blocks[start:], *self.things.blocks[:start]):
                self._add_whole(self._shuffled(block), self.size)
        self.anything()
        return "a part of a day"

    def times(self) -> str:
        """What is at two times."""
        blocks = self._few(self.things.blocks, 2)
        for number, block in enumerate(blocks):
            self._add_whole(self._shuffled(block), self.size * (number + 1) // len(blocks))
        self.anything()
        return "two times"

    def rooms(self) -> str:
        """What is in two rooms, from some time on."""
        rooms = self._few(self.things.rooms, 2)
        sessions = self.program.timetable.sessions.values()
        inside = [session.id for session in sessions if session.room in rooms]
        if inside:
            start = self.random.randrange(len(inside))
            self._add_whole((*inside[start:], *inside[:start]), self.size)
        self.anything()
        named = self.things.task.conference.by_id.rooms
        return f"the rooms {' and '.join(named[room].name for room in rooms)}"

    def people(self) -> str:
        """The talks of people, and of those with whom they give them."""
        seen: dict[str, None] = {}
        for person in self._shuffled(self.things.of_person):
            waiting = [person]
            while waiting and len(self.talks) < self.size:
                talks = self.things.of_person[waiting.pop(0)]
                new = {p: None for talk in talks for p in self.things.people(talk) if p not in seen}
                waiting += new
                seen |= new
                self._add(talks)
        self.anything()
        return "the talks of some people"

    def whole_sessions(self) -> str:
        """Some sessions with all that is in them."""
        self._add_whole(self._shuffled(self.program.by_session), self.size)
        return "some sessions" if self.talks else self.anything()

    def open_sessions(self) -> str:
        """Sessions alone: what the facts leave open about them, but for the talks inside."""
        for session in self._few(self.things.sessions, self.size):
            self.sessions[session] = self.chaired[session] = None
        return "sessions"

    def some_posters(self) -> str:
        """Posters alone."""
        self.posters.update(dict.fromkeys(self._few(self.things.posters, self.size)))
        return "posters"

    def anything(self) -> str:
        """Whatever is missing to the size."""
        if len(self.talks) < self.size:
            self._add(self._shuffled(self.things.talks))
        return "some talks"

    def close(self) -> None:
        """Add what must move together, where the talks are, and empty slots to move to."""
        packed = self.program.timetable.sessions
        for session in list(self._sessions_now()):
            if packed[session].session.packed:
                self._add(self._inside((session,)), len(self._movable))
        for session in self._sessions_now():
            self.chaired[session] = None
            self._open((session, *self.things.slots_of[session]))
        for talk in self.talks:
            for placed in self.program.by_talk.get(talk, ()):
                self._open(placed.placement.slots)
        self._open(self._empty(_SPARE * len(self.talks) + _SOME))

    def avoid(self, busy: frozenset[str]) -> None:
        """Leave out what is in some sessions."""
        slots = self.program.timetable.slots
        for talk in list(self.talks):
            if not busy.isdisjoint(self._sessions_of((talk,))):
                del self.talks[talk]
        for place in list(self.places):
            if (slots[place].session if place in slots else place) in busy:
                del self.places[place]
        for found in (self.sessions, self.chaired):
            for session in [name for name in found if name in busy]:
                del found[session]

    # What they are made of.

    def _tracks(self, count: int) -> str:
        tracks = self._few(list(self.things.of_track), count)
        for number, track in enumerate(tracks):
            share = self.size * (number + 1) // len(tracks)
            self._add_whole(self._shuffled(self._sessions_of(self.things.of_track[track])), share)
            self._add(self._shuffled(self.things.of_track[track]), share)
        if not tracks:
            return self.anything()
        named = self.things.task.conference.by_id.tracks
        return " and ".join(f"the track {named[track].name}" for track in tracks)

    def _concern(self, names: Iterable[str]) -> None:
        """Add the talks of things named, and the sessions."""
        for name in names:
            if name in self.things.slots_of:
                self.sessions[name] = self.chaired[name] = None
            self._add(self._shuffled(self._talks_of(name)), max(2, self.size // 2))

    def _talks_of(self, name: str) -> Sequence[str]:
        """The talks of something, whatever it is."""
        if name in self._movable:
            return (name,)
        if name in self.program.by_session:
            return self._inside((name,))
        inside = self.program.by_slot.get(name, ())
        of_track, of_person = self.things.of_track, self.things.of_person
        return [p.talk.id for p in inside] or of_track.get(name) or of_person.get(name) or ()

    def _inside(self, sessions: Iterable[str]) -> list[str]:
        """The talks in sessions."""
        by_session = self.program.by_session
        return [p.talk.id for session in sessions for p in by_session.get(session, ())]

    def _sessions_now(self) -> Sequence[str]:
        """Where the talks are."""
        return self._sessions_of(self.talks)

    def _sessions_of(self, talks: Iterable[str]) -> Sequence[str]:
        """The sessions that hold some talks."""
        placed = (p for talk in talks for p in self.program.by_talk.get(talk, ()))
        return list(dict.fromkeys(p.session.id for p in placed if p.session is not None))

    def _of_these_tracks(self) -> Sequence[str]:
        """The sessions that hold other talks of the tracks of the talks."""
        named = self.things.task.conference.by_id.talks
        tracks = dict.fromkeys(named[talk].track for talk in self.talks)
        of_track = self.things.of_track
        return self._sessions_of(t for track in tracks if track for t in of_track[track])

    def _add_whole(self, sessions: Iterable[str], most: int) -> None:
        """Add all talks of sessions: half a session gives nothing else room."""
        for session in sessions:
            if len(self.talks) >= most:
                return
            self._add(self._inside((session,)), len(self._movable))

    def _add(self, talks: Iterable[str], most: int | None = None) -> None:
        for talk in talks:
            if len(self.talks) >= (self.size if most is None else most):
                return
            if talk in self._movable:
                self.talks[talk] = None

    def _open(self, places: Iterable[str]) -> None:
        """Let talks move to slots or packed sessions."""
        slots = self.program.timetable.slots
        for place in places:
            self.places[place] = None
            self.sessions[slots[place].session if place in slots else place] = None

    def _roomy(self) -> Iterator[str]:
        """The sessions that hold talks and have empty slots."""
        for session in self.program.by_session:
            if any(slot not in self.program.by_slot for slot in self.things.slots_of[session]):
                yield session

    def _empty(self, most: int) -> Iterator[str]:
        """Some slots that nobody has, by sessions."""
        count = 0
        for session in self._shuffled(self.things.sessions):
            free = [s for s in self.things.slots_of[session] if s not in self.program.by_slot]
            if count >= most:
                return
            yield from free
            count += len(free)

    def _shuffled(self, things: Iterable[_T]) -> list[_T]:
        found = list(things)
        self.random.shuffle(found)
        return found

    def _few(self, things: Sequence[_T], most: int) -> list[_T]:
        return self.random.sample(things, min(most, len(things)))


_WAYS, _TRIED = 3, 10
"""How many places are considered for a talk that has none, and for each how many are looked at."""
_SPARE, _SOME = 1, 8
"""How many empty slots there are to move to: so many for each talk, and some."""

KINDS: Final[Mapping[str, Callable[[_Part], str]]] = {
    "costs": _Part.costs,
    "unplaced": _Part.unplaced,
    "track": _Part.track,
    "tracks": _Part.tracks,
    "time": _Part.time,
    "times": _Part.times,
    "rooms": _Part.rooms,
    "people": _Part.people,
    "whole": _Part.whole_sessions,
    "sessions": _Part.open_sessions,
    "posters": _Part.some_posters,
    "anything": _Part.anything,
}
"""The kinds of neighborhoods."""


def _grouped(pairs: Iterable[tuple[_K, str]]) -> Mapping[_K, list[str]]:
    found: dict[_K, list[str]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
