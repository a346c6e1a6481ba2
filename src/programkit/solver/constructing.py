"""A first program where the whole is too much at once: talks are placed some at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from random import Random  # noqa: TID251 - takes a seed
from typing import TypeVar

from programkit.model.boards import Place, PosterDecision, places_for
from programkit.model.chairs import may_chair, sessions_that_seek
from programkit.model.contributions import Talk
from programkit.model.findings import Level
from programkit.model.fixed import fixed_placements
from programkit.model.placement import Placement
from programkit.model.program import Placed, Program, SessionDecision
from programkit.solver.around import Around
from programkit.solver.coarse import Region, regions
from programkit.solver.course import Course
from programkit.solver.neighborhoods import Things
from programkit.solver.roomy import Roomy
from programkit.solver.task import Attempt, Task

_T = TypeVar("_T")

_BATCH = 40
"""How many talks are placed at once."""
_SESSIONS = 30
"""How many sessions get chairs at once."""
_FEW = 200
"""So many people may all be asked to chair a session."""
_MANY_SESSIONS, _ASKED = 600, 16
"""How many sessions get chairs at once where there are more; and how many are asked for each."""
_ROOM = 2
"""Among how many times as many slots they may choose."""
_OWN, _OTHERS = 4, 4
"""How many sessions of its track with room are offered to a talk, and how many others."""
_EFFORT, _SECONDS = 0.3, 1.0
"""What one batch may take at most."""
_MANY = 40
"""So many talks are first looked at from afar."""
_HALF = 0.5
"""The share of the time left in which all that waits should have its place."""
_LONG = 5.0
"""Seconds for a batch of chairs, where there are so many."""
_SECONDS_A_TALK = 0.015
"""What rooms may take at most then, for each talk in them."""
_ROOMS = 0.3
"""The share of the time left that rooms may take: what was laid out for them can do."""
_ROUNDS = 3
"""How often a talk that found no place is tried again."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A program to which something may be missing that hard rules want."""

    program: Program
    cost: int
    """What it costs, what is missing at its price included."""
    price: int
    """What each thing costs that is missing."""


def construct(course: Course, start: Program) -> Draft | None:
    """Place what has no place, batch by batch, around what has one.

    Nothing if not even the start could be taken as it is.
    """
    work = _Construction(course, start)
    sessions = frozenset(work.things.sessions)
    if not work.decide(replace(work.part("rooms of sessions"), sessions=sessions)):
        return None
    found = work.place_from_afar()
    work.place_waiting(squeezed=bool(found))
    work.seek_chairs()
    for batch in work.batches(work.things.posters, _BATCH):
        work.decide(replace(work.part("boards of posters"), posters=frozenset(batch)))
    if found:  # what is complete comes first, what is better after that
        work.offer()
        work.decide_regions(found)
        work.place_waiting(squeezed=True)
    return work.draft


def beginning(task: Task, previous: Program | None) -> Program:
    """What the facts fix, and what of a previous program can still be, without what clashes."""
    freed = set(task.freed)
    fixed = [p for p in fixed_placements(task.conference) if p.talk not in freed]
    kept = {placement.talk for placement in fixed}
    earlier = () if previous is None else previous.placements
    still = [p for p in earlier if p.talk not in kept and _can_be(task, p)]
    program = Program(
        conference=task.conference,
        placements=(*fixed, *still),
        sessions=() if previous is None else tuple(_still_open(task, previous)),
        boards=() if previous is None else tuple(_still_free(task, previous)),
        freed=task.freed,
    )
    return _without_gaps(_without_clashes(task, program, kept), kept)


def _without_clashes(task: Task, program: Program, kept: Container[str]) -> Program:
    """Of talks that clash, one has no place; in the last round all of them."""
    for number in range(_ROUNDS):
        clashing: set[str] = set()
        for finding in task.findings(program):
            named = [n for n in finding.about if n in program.by_talk and n not in kept]
            if finding.level is not Level.HARD or not named:
                continue
            if number == _ROUNDS - 1:
                clashing.update(named)
            elif clashing.isdisjoint(named):
                clashing.add(named[-1])
        if not clashing:
            break
        left = tuple(p for p in program.placements if p.talk not in clashing)
        program = program.replace(placements=left)
    return program


def _without_gaps(program: Program, kept: Container[str]) -> Program:
    """Where talks are packed, none stays that started when one ended that is gone."""
    gone = set()
    for session in program.timetable.sessions.values():
        ends = set() if session.interval is None else {session.interval.first}
        for placed in program.by_session.get(session.id, ()) if session.session.packed else ():
            fits = placed.interval is None or placed.interval.first in ends
            if placed.talk.id in kept or fits:
                ends |= set() if placed.interval is None else {placed.interval.last}
            else:
                gone.add(placed.placement)
    if not gone:
        return program
    return program.replace(placements=tuple(p for p in program.placements if p not in gone))


def _can_be(task: Task, placement: Placement) -> bool:
    """Whether a placement of an earlier program is still one."""
    talk = task.conference.by_id.talks.get(placement.talk)
    timetable = task.conference.timetable
    known = set(placement.slots) <= set(timetable.slots)
    if talk is None or not talk.takes_place or not known:
        return False
    return task.grid.spot(talk, placement) is not None


def _still_open(task: Task, previous: Program) -> Iterator[SessionDecision]:
    """What an earlier program decided about sessions that there still are."""
    rooms, people = task.conference.by_id.rooms, task.conference.by_id.people
    sessions = task.conference.timetable.sessions
    for decision in previous.sessions:
        if decision.session in sessions and (decision.room is None or decision.room in rooms):
            known = all(person in people for person in decision.chairs or ())
            yield decision.replace(track=None, chairs=decision.chairs if known else None)


def _still_free(task: Task, previous: Program) -> Iterator[PosterDecision]:
    """What an earlier program decided about posters that can still be."""
    posters = task.conference.by_id.posters
    for decision in previous.boards:
        place = Place(decision.session, decision.board)
        poster = posters.get(decision.poster)
        if poster is not None and place in places_for(task.conference, poster):
            yield decision


def price_above(course: Course) -> int:
    """A price that is worth more than what soft rules want of a few talks."""
    soft = [rule.weight for rule in course.task.rules if rule.level is Level.SOFT]
    return 1000 * (1 + max(soft, default=0))


class _Construction:
    """A program that grows."""

    def __init__(self, course: Course, start: Program) -> None:
        self.program = start
        self._cost: int | None = None
        self.price = price_above(course)
        self.things = Things(course.task)
        self._course = course
        self._seconds = _SECONDS
        self._random = Random(course.limits.seed)  # noqa: S311 - a search, no secret

    @property
    def draft(self) -> Draft:
        """What there is so far."""
        return Draft(self.program, self._cost or 0, self.price)

    def batches(
        self, things: Sequence[_T], size: int, most: float = _SECONDS
    ) -> Iterator[Sequence[_T]]:
        """So many at a time, each with its share of the time, until the course is over."""
        starts = range(0, len(things), size)
        for number, start in enumerate(starts):
            if self._course.over:
                return
            share = _HALF * self._course.left / (len(starts) - number)
            self._seconds = min(most, share)
            yield things[start : start + size]

    def waiting(self) -> Sequence[str]:
        """Ids of the talks without a place; those first for which there is least choice."""
        by_id = self._course.task.conference.by_id.talks
        missing = [by_id[talk] for talk in self.things.talks if talk not in self.program.by_talk]
        return [talk.id for talk in sorted(missing, key=self._choice)]

    def place_from_afar(self) -> Sequence[Region]:
        """Give places to very many talks by a rule of thumb; the rooms for which it did so."""
        if len(self.waiting()) < _MANY:
            return ()
        found = tuple(regions(self._course.task, self.program))
        self._lay_out(place for region in found for place in region.thumb.placements)
        return found

    def place_waiting(self, *, squeezed: bool) -> None:
        """Give places to the talks that have none, squeezed in between others or not."""
        for _ in range(_ROUNDS):
            for batch in self.batches(self.waiting(), _BATCH):
                if squeezed:
                    self.squeeze_in(batch)
                else:
                    self.place(batch)

    def decide_regions(self, found: Sequence[Region]) -> None:
        """Decide anew what was laid out, room by room."""
        talks = sum(len(region.within) for region in found)
        most = _SECONDS_A_TALK * talks / max(1, len(found))
        least = (1 - _ROOMS) * self._course.left
        for (region,) in self.batches(found, 1, most=most):
            if self._course.left < least and not self._course.limits.reproducible:
                break
            self._decide_region(region)

    def _decide_region(self, region: Region) -> None:
        """Decide about the talks of a room; not those that found a place elsewhere."""
        within = {
            talk: sessions
            for talk, sessions in region.within.items()
            if all(p.session and p.session.id in sessions for p in self._places_of(talk))
        }
        sessions = frozenset[str]().union(*within.values())
        slots = (slot for session in sessions for slot in self.things.slots_of[session])
        around = replace(
            self.part("talks of a room"),
            talks=frozenset(within),
            places=sessions.union(slots),
            within=within,
            sessions=sessions,
        )
        self.decide(around)

    def _places_of(self, talk: str) -> Sequence[Placed]:
        return self.program.by_talk.get(talk, ())

    def _lay_out(self, places: Iterable[Placement]) -> None:
        """Place talks as they were laid out, but for those that clash."""
        before, kept = self.program, frozenset(self.program.by_talk)
        self._course.attempt("talks of all rooms")
        laid = before.replace(placements=(*before.placements, *places))
        self.program = _without_clashes(self._course.task, laid, kept)
        if not self.decide(self.part("talks of all rooms")):
            self.program = before
            return
        self.offer()

    def offer(self) -> None:
        """Let the course know what there is so far, if nothing hard is violated."""
        judged = self._course.judged(self.program)
        if judged is not None:
            self._course.take(self.program, judged)

    def seek_chairs(self) -> None:
        """Give chairs to sessions; where very many may chair, by asking few of them at a time."""
        people = may_chair(self._course.task.conference)
        sessions = [session.id for session in sessions_that_seek(self._course.task.conference)]
        if len(people) <= _FEW:
            for batch in self.batches(sessions, _SESSIONS):
                self._ask(batch, {})
            return
        for _ in range(_ROUNDS):
            chaired = {decided.session for decided in self.program.sessions if decided.chairs}
            lacking = [session for session in sessions if session not in chaired]
            self._random.shuffle(lacking)
            for batch in self.batches(lacking, _MANY_SESSIONS, most=_LONG):
                self._ask(batch, self._least_busy(people, batch))

    def _least_busy(
        self, people: Sequence[str], sessions: Iterable[str]
    ) -> Mapping[str, frozenset[str]]:
        """For each session some people, those first who chair least so far."""
        load = Counter(person for s in self.program.sessions for person in s.chairs or ())
        mixed = self._random.sample(people, len(people))
        turns = cycle(sorted(mixed, key=lambda person: load[person]))
        return {session: frozenset(islice(turns, _ASKED)) for session in sessions}

    def _ask(self, sessions: Iterable[str], people: Mapping[str, frozenset[str]]) -> None:
        part = self.part("chairs of sessions")
        self.decide(replace(part, chaired=frozenset(sessions), asked=people))

    def place(self, batch: Sequence[str]) -> None:
        """Give places to talks."""
        places = self._places(_ROOM * len(batch))
        slots = self._course.task.conference.timetable.slots
        around = replace(
            self.part("places of talks"),
            talks=frozenset(batch),
            places=frozenset(places),
            sessions=frozenset(slots[p].session if p in slots else p for p in places),
        )
        self.decide(around)

    def squeeze_in(self, batch: Sequence[str]) -> None:
        """Give places to talks in sessions that have room, where others may move up."""
        roomy = Roomy(self._course.task, self.program, self._random)
        within = {talk: frozenset(roomy.sessions_for(talk, _OWN, _OTHERS)) for talk in batch}
        sessions = frozenset[str]().union(*within.values())
        for session in sessions:
            for placed in self.program.by_session.get(session, ()):
                known = within.get(placed.talk.id, frozenset())
                within[placed.talk.id] = known | {session}
        slots = (slot for session in sessions for slot in self.things.slots_of[session])
        around = replace(
            self.part("places in sessions that have room"),
            talks=frozenset(within),
            places=sessions.union(slots),
            within=within,
            sessions=sessions,
        )
        self.decide(around)

    def part(self, name: str) -> Around:
        """A part of what there is so far in which nothing may change yet."""
        return Around(program=self.program, talks=frozenset(), places=frozenset(), name=name)

    def decide(self, around: Around) -> bool:
        """Decide a part, unless what there is so far is better; say whether there was a way."""
        attempt = Attempt(around=around, cost=self._cost or 0, price=self.price)
        self._course.attempt(around.name)
        limits = self._course.share(_EFFORT, self._seconds, quick=True)
        outcome = self._course.task.solve_part(attempt, limits, self._course.spare)
        self._course.spend(outcome)
        if outcome.program is None or outcome.cost is None:
            return False
        if self._cost is None or outcome.cost <= self._cost:
            self.program, self._cost = outcome.program, outcome.cost
        return True

    def _choice(self, talk: Talk) -> tuple[int, str, int, int]:
        """Large tracks first, and in each the long talks, then those of people who give many."""
        busy = max((len(self.things.of_person[p]) for p in talk.people_ids), default=0)
        size = len(self.things.of_track.get(talk.track or "", ()))
        return -size, talk.track or "", -(talk.minutes or 0) * talk.parts, -busy

    def _places(self, most: int) -> Sequence[str]:
        """Empty slots of some sessions, and packed sessions."""
        sessions = self._course.task.conference.timetable.sessions.values()
        found = [session.id for session in sessions if session.session.packed]
        count = 0
        for session in self._random.sample(list(sessions), len(sessions)):
            free = [slot.id for slot in session.slots if slot.id not in self.program.by_slot]
            if count >= most:
                break
            found += free
            count += len(free)
        return found
