"""First fit and hill climbing, as people write them: what a search has to beat in the same time.

It knows the rules of the conferences that synthetic.py invents, and evaluates only what a move
changes. Its programs are judged by the rules' own checks like any other.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random  # noqa: TID251 - seeded by the caller
from typing import NamedTuple

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.interval import Interval, covers
from programkit.model.people import Person
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.rules import TalkPlacedOnce
from synthetic import WEIGHTS

LEFT_OUT = TalkPlacedOnce().weight
_EACH = 64
"""Moves between two looks at the clock."""


class Spot(NamedTuple):
    """The slots in a session that a talk takes: the first one, and how many."""

    session: int
    first: int
    slots: int


class Climber:
    """A program that is made talk by talk and changed move by move."""

    def __init__(self, conference: Conference) -> None:
        self._sessions = list(conference.timetable.sessions.values())
        self._talks = list(conference.talks)
        self._conference = conference
        self._number = {talk.id: n for n, talk in enumerate(self._talks)}
        self._length = [_slots_of(talk, conference) for talk in self._talks]
        self._clashes = self._starred_together()
        self._before, self._after = self._orders()
        self._fits = {room.id: self._fitting(room.features) for room in conference.rooms}
        self._seats = {room.id: room.capacity or 0 for room in conference.rooms}
        self._days_of = self._presence()
        self._times = self._numbered_times()
        self.spots: list[Spot | None] = [None] * len(self._talks)
        self._holds: dict[tuple[int, int], int] = {}
        self._busy: dict[tuple[str, int], int] = {}
        self._tracks: dict[int, Counter[str]] = {}
        self._rooms: dict[tuple[str, int], Counter[str]] = {}

    # What the facts say.

    def _starred_together(self) -> list[list[tuple[int, int]]]:
        found: list[list[tuple[int, int]]] = [[] for _ in self._talks]
        for one, others in self._conference.stars.beside.items():
            pairs = ((self._number[other], count) for other, count in others.items())
            found[self._number[one]].extend(pairs)
        return found

    def _orders(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        before: dict[int, list[int]] = {}
        after: dict[int, list[int]] = {}
        for requirement in self._conference.requirements:
            if requirement.rule == "order":
                first, second = (self._number[talk] for talk in requirement.given)
                before.setdefault(second, []).append(first)
                after.setdefault(first, []).append(second)
        return before, after

    def _fitting(self, features: tuple[str, ...]) -> list[bool]:
        return [set(talk.needs) <= set(features) for talk in self._talks]

    def _presence(self) -> list[frozenset[int]]:
        """The days on which all speakers of each talk are there."""
        days = self._conference.timetable.days
        whole = {n: day.items[0].interval for n, day in enumerate(days)}
        found = []
        for talk in self._talks:
            people = [self._conference.person(person) for person in talk.speaker_ids]
            found.append(
                frozenset(
                    n
                    for n, interval in whole.items()
                    if interval is not None and all(present(person, interval) for person in people)
                )
            )
        return found

    def _numbered_times(self) -> list[int]:
        """The number of each session's first time; slots of parallel sessions are aligned."""
        starts: dict[object, int] = {}
        return [starts.setdefault(s.interval, 100 * len(starts)) for s in self._sessions]

    # What is decided.

    def _span(self, spot: Spot) -> range:
        """The times that a spot takes, comparable within the conference."""
        first = self._times[spot.session] + spot.first
        return range(first, first + spot.slots)

    def free(self, talk: int, spot: Spot) -> bool:
        """Whether a talk that is nowhere may be put there without breaking a hard rule."""
        session = self._sessions[spot.session]
        if spot.first + spot.slots > len(session.slots):
            return False
        if not self._fits[str(session.room)][talk] or session.day not in self._days_of[talk]:
            return False
        if any((spot.session, spot.first + n) in self._holds for n in range(spot.slots)):
            return False
        span = self._span(spot)
        people = self._talks[talk].speaker_ids
        if any((person, moment) in self._busy for person in people for moment in span):
            return False
        return self._in_order(talk, span)

    def _in_order(self, talk: int, span: range) -> bool:
        earlier = (self.spots[other] for other in self._before.get(talk, ()))
        later = (self.spots[other] for other in self._after.get(talk, ()))
        return all(self._span(s).stop <= span.start for s in earlier if s) and all(
            span.stop <= self._span(s).start for s in later if s
        )

    def put(self, talk: int, spot: Spot, sign: int = 1) -> int:
        """Put a talk there, or with sign -1 take it away; say what that costs."""
        if sign > 0:
            self.spots[talk] = spot
        cost = sign * (self._heard(talk, spot) - LEFT_OUT)
        cost += self._grouped(talk, spot, sign)
        for n in range(spot.slots):
            if sign > 0:
                self._holds[spot.session, spot.first + n] = talk
            else:
                del self._holds[spot.session, spot.first + n]
        for person in self._talks[talk].speaker_ids:
            for moment in self._span(spot):
                if sign > 0:
                    self._busy[person, moment] = talk
                else:
                    del self._busy[person, moment]
        if sign < 0:
            self.spots[talk] = None
        return cost

    def _heard(self, talk: int, spot: Spot) -> int:
        """What the audience loses: seats, and other talks at the same time."""
        room = str(self._sessions[spot.session].room)
        lost = WEIGHTS["room-capacity"] * max(
            0, (self._talks[talk].audience or 0) - self._seats[room]
        )
        span = self._span(spot)
        for other, count in self._clashes[talk]:
            there = self.spots[other]
            if there is not None:
                beside = self._span(there)
                if beside.start < span.stop and span.start < beside.stop:
                    lost += WEIGHTS["interests"] * count
        return lost

    def _grouped(self, talk: int, spot: Spot, sign: int) -> int:
        """What it costs more that a session has another track, and a track another room."""
        track, session = str(self._talks[talk].track), self._sessions[spot.session]
        tracks = self._tracks.setdefault(spot.session, Counter())
        rooms = self._rooms.setdefault((track, session.day or 0), Counter())
        cost = WEIGHTS["one-track"] * _counted(tracks, track, sign)
        return cost + WEIGHTS["track-room"] * _counted(rooms, str(session.room), sign)

    # Making and changing it.

    def first_fit(self) -> int:
        """Put every talk into the first place where it may be, long ones first."""
        left = {
            (number, first): None
            for number, session in enumerate(self._sessions)
            for first in range(len(session.slots))
        }
        cost = LEFT_OUT * len(self._talks)
        for talk in sorted(range(len(self._talks)), key=lambda talk: -self._length[talk]):
            wanted = (Spot(*place, self._length[talk]) for place in left)
            found = next((spot for spot in wanted if self.free(talk, spot)), None)
            if found is not None:
                cost += self.put(talk, found)
                for n in range(found.slots):
                    del left[found.session, found.first + n]
        return cost

    def climb(self, draw: Random, until: float) -> int:
        """Move talks at random for so long, keeping what is not worse; say how much is gained."""
        gained = moves = 0
        while moves % _EACH or time.monotonic() < until:
            moves += 1
            talk = draw.randrange(len(self._talks))
            number = draw.randrange(len(self._sessions))
            first = draw.randrange(len(self._sessions[number].slots))
            gained += self._move(talk, Spot(number, first, self._length[talk]))
        return gained

    def _move(self, talk: int, spot: Spot) -> int:
        """Put a talk there, and what is there to where the talk was, unless that is worse."""
        before = self.spots[talk]
        others = {
            self._holds[key]
            for n in range(spot.slots)
            if (key := (spot.session, spot.first + n)) in self._holds
        } - {talk}
        if len(others) > 1 or (others and before is None):
            return 0
        other = next(iter(others), None)
        there = None if other is None else self.spots[other]
        if there is not None and there.slots != spot.slots:
            return 0
        target = there or spot
        swapped = [(talk, before, target)]
        if other is not None:
            swapped.append((other, there, before))
        return self._try(swapped)

    def _try(self, moved: list[tuple[int, Spot | None, Spot | None]]) -> int:
        """Do some moves; take all of them back if one may not be, or if they cost more."""
        cost = sum(self.put(talk, before, -1) for talk, before, _ in moved if before)
        done = []
        for talk, _, after in moved:
            if after is not None:
                if not self.free(talk, after):
                    break
                cost += self.put(talk, after)
                done.append((talk, after))
        if len(done) == len(moved) and cost <= 0:
            return -cost
        for talk, after in reversed(done):
            self.put(talk, after, -1)
        for talk, before, _ in moved:
            if before:
                self.put(talk, before)
        return 0

    # The program that it makes.

    def program(self) -> Program:
        """The program, with chairs."""
        placements = [
            Placement(
                talk=self._talks[talk].id,
                slots=tuple(
                    self._sessions[spot.session].slots[spot.first + n].id for n in range(spot.slots)
                ),
            )
            for talk, spot in enumerate(self.spots)
            if spot is not None
        ]
        program = Program(conference=self._conference, placements=tuple(placements))
        return program.replace(sessions=tuple(chairs(program)))


def chairs(program: Program) -> Iterator[SessionDecision]:
    """First fit: for each session the first of those with the fewest sessions who may chair it."""
    conference = program.conference
    seniors = [p for p in conference.people if any(r.role == "chair" for r in p.roles)]
    load = dict.fromkeys((person.id for person in seniors), 0)
    speaking: dict[object, set[str]] = {}
    for placed in program.placed:
        if placed.session is not None:
            block = speaking.setdefault(placed.session.interval, set())
            block.update(placed.talk.speaker_ids)
    for session in conference.timetable.sessions.values():
        busy = speaking.setdefault(session.interval, set())
        able = [
            person.id
            for person in seniors
            if person.id not in busy
            and session.interval is not None
            and present(person, session.interval)
        ]
        if able and session.id in program.by_session:
            chair = min(able, key=load.__getitem__)
            load[chair] += 1
            busy.add(chair)
            yield SessionDecision(session=session.id, chairs=(chair,))


def present(person: Person, interval: Interval) -> bool:
    """Whether somebody is there all the time."""
    return not person.available or covers(person.available, interval)


def solved(
    conference: Conference, *, seed: int, until: float
) -> tuple[Program, Mapping[str, float]]:
    """A program by first fit and then hill climbing until a moment of ``time.monotonic``."""
    begun = time.monotonic()
    climber = Climber(conference)
    cost = climber.first_fit()
    fitted = time.monotonic() - begun
    gained = climber.climb(Random(seed), until)  # noqa: S311 - no secret
    return climber.program(), {"first_fit": cost, "fitted": fitted, "climbed": cost - gained}


def _slots_of(talk: Talk, conference: Conference) -> int:
    """How many slots it takes; all slots are equally long."""
    slot = next(iter(conference.timetable.slots.values()))
    return -(-(talk.minutes or 1) // (slot.interval.minutes if slot.interval else 1))


def _counted(counter: Counter[str], key: str, sign: int) -> int:
    """Count one more or one fewer; say how many more kinds than one there are now than before."""
    before = max(0, len(counter) - 1)
    counter[key] += sign
    if not counter[key]:
        del counter[key]
    return max(0, len(counter) - 1) - before
