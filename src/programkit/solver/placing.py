"""Which talk is where: one literal for each talk and spot, and views that rules ask for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.solver.around import Around
from programkit.solver.components import Values
from programkit.solver.posting import Literal
from programkit.solver.spots import Grid, Key, Spot, key_of

Place = tuple[Spot, cp_model.IntVar]
"""A spot, and the literal that one talk is there."""


class Placing:
    """The talks that take place, and where each may be."""

    def __init__(
        self,
        model: cp_model.CpModel,
        conference: Conference,
        grid: Grid,
        *,
        within: Mapping[str, frozenset[str]] | None = None,
        around: Around | None = None,
    ) -> None:
        self._model = model
        self._grid = grid
        self._conference = conference
        self._around = around
        self.talks = tuple(talk for talk in conference.talks if talk.takes_place)
        taken = frozenset() if around is None else _taken(around)
        self._at: Mapping[str, Mapping[Spot, cp_model.IntVar]] = {
            talk.id: self._stays(talk)
            if around is not None and talk.id not in around.talks
            else {
                spot: model.new_bool_var(f"{talk.id} at {number}")
                for number, spot in enumerate(self._possible(talk, taken))
                if within is None or spot.session in within[talk.id]
            }
            for talk in self.talks
        }
        self._thresholds: dict[str, _Thresholds] = {}

    def _possible(self, talk: Talk, taken: frozenset[str]) -> Iterable[Spot]:
        """Where a talk may be that may move: not where those are that stay."""
        around = self._around
        if around is None:
            return self._grid.spots(talk)
        spots: Iterable[Spot] = self._grid.spots(talk)
        own = [p.placement for p in around.program.by_talk.get(talk.id, ())]
        if around.places is not None:
            starts = {p.slots[0] if p.slots else p.session or "" for p in own}
            near = self._grid.spots_from(talk, around.places | starts)
            spots = [s for s in near if around.places.issuperset(s.slots) or _at_one(s, own)]
        within = around.within.get(talk.id)
        if within is not None:
            spots = [spot for spot in spots if spot.session in within]
        return [spot for spot in spots if taken.isdisjoint(spot.slots) or _at_one(spot, own)]

    def _stays(self, talk: Talk) -> Mapping[Spot, cp_model.IntVar]:
        """Where a talk is that does not move, each with a literal that always holds."""
        assert self._around is not None  # noqa: S101 - asked of parts of a program only
        places = self._around.program.by_talk.get(talk.id, ())
        found = (self._grid.spot(talk, placed.placement) for placed in places)
        always = self._model.new_constant(1)
        return {spot: always for spot in found if spot is not None}

    @property
    def partly(self) -> bool:
        """Whether only a part is decided, around the rest of a program."""
        return self._around is not None

    @property
    def free(self) -> tuple[Talk, ...]:
        """The talks that may move."""
        if self._around is None:
            return self.talks
        return tuple(talk for talk in self.talks if talk.id in self._around.talks)

    def spots(self, talk: str) -> Mapping[Spot, cp_model.IntVar]:
        """The spots that a talk may have; none for one that does not take place."""
        return self._at.get(talk, {})

    @cached_property
    def in_slots(self) -> Mapping[str, tuple[cp_model.IntVar, ...]]:
        """For each slot, the literals of the talks that would take it."""
        found: dict[str, list[cp_model.IntVar]] = {}
        for places in self._at.values():
            for spot, there in places.items():
                for slot in spot.slots:
                    found.setdefault(slot, []).append(there)
        return {slot: tuple(literals) for slot, literals in found.items()}

    @cached_property
    def by_time(self) -> Mapping[str, tuple[Place, ...]]:
        """For each session into which talks are packed, the places in it."""
        found: dict[str, list[Place]] = {}
        for places in self._at.values():
            for spot, there in places.items():
                if not spot.slots and spot.session is not None:
                    found.setdefault(spot.session, []).append((spot, there))
        return {session: tuple(places) for session, places in found.items()}

    @cached_property
    def loose(self) -> tuple[Place, ...]:
        """The places off the grid."""
        return tuple(
            (spot, there)
            for places in self._at.values()
            for spot, there in places.items()
            if spot.session is None
        )

    def ends_after(self, talk: str, moment: Key) -> Literal:
        """A literal that must hold if the talk ends after a moment at which some spot begins."""
        return self._threshold(talk).after[moment]

    def begun_by(self, talk: str, moment: Key) -> Literal:
        """A literal that must hold if the talk has begun at a moment at which some spot begins."""
        return self._threshold(talk).begun[moment]

    def leave_no_gaps(self) -> None:
        """Where talks are packed, one starts where another ends, or where the facts say."""
        ending: dict[tuple[str | None, object], list[cp_model.IntVar]] = {}
        starting: list[tuple[Spot, cp_model.IntVar]] = []
        for talk, places in self._at.items():
            for spot, there in places.items():
                if spot.slots or spot.session is None or spot.first is None:
                    continue
                ending.setdefault((spot.session, spot.last), []).append(there)
                session = self._conference.timetable.sessions[spot.session].interval
                at_start = session is not None and session.first == spot.first
                if not (at_start or self._grid.is_fixed(talk, spot)):
                    starting.append((spot, there))
        for spot, there in starting:
            before = ending.get((spot.session, spot.first), [])
            self._model.add_bool_or([*before, ~there])

    def chosen(self, program: Program) -> Iterator[tuple[cp_model.IntVar, bool]]:
        """The value that every literal has in a program."""
        for talk, places in self._at.items():
            there = {key_of(placed.placement) for placed in program.by_talk.get(talk, ())}
            for spot, literal in places.items():
                yield literal, spot.key in there

    def missing(self, program: Program) -> Iterator[str]:
        """The placements of a program for which there is no spot."""
        for placed in program.placed:
            keys = {spot.key for spot in self.spots(placed.talk.id)}
            cancelled = placed.placement in program.fixed and not placed.talk.takes_place
            if key_of(placed.placement) not in keys and not cancelled:
                yield f'talk "{placed.talk.id}" is placed off the grid of slots'

    def read(self, values: Values) -> Iterator[Placement]:
        """Where the solver put the talks; a talk's parts are numbered by time."""
        for talk, places in self._at.items():
            chosen = [spot for spot, there in places.items() if values.boolean_value(there)]
            chosen.sort(key=lambda spot: (spot.begins is None, spot.begins or ()))
            for number, spot in enumerate(chosen):
                yield spot.placement(talk, number + 1)

    def _threshold(self, talk: str) -> _Thresholds:
        if talk not in self._thresholds:
            places = self.spots(talk)
            if self._around is None or talk in self._around.talks:
                self._thresholds[talk] = _growing(self._model, places, self._moments)
            else:
                always = self._model.new_constant(1)
                self._thresholds[talk] = _settled(always, places, self._moments)
        return self._thresholds[talk]

    @cached_property
    def _moments(self) -> tuple[Key, ...]:
        """All moments at which some spot begins, in order."""
        spots = (spot for places in self._at.values() for spot in places)
        return tuple(sorted({spot.begins for spot in spots if spot.begins is not None}))


@dataclass(frozen=True, slots=True)
class _Thresholds:
    """For one talk, literals that grow along the order of the program.

    They need as many clauses as there are spots; comparing every two spots of two talks would need
    their product.
    """

    after: Mapping[Key, Literal]
    """For each moment, a literal that must hold if the talk ends after it."""
    begun: Mapping[Key, Literal]
    """For each moment, a literal that must hold if the talk has begun then."""


def _growing(
    model: cp_model.CpModel, places: Mapping[Spot, cp_model.IntVar], moments: tuple[Key, ...]
) -> _Thresholds:
    """The thresholds of a talk that may move."""
    after = {moment: model.new_bool_var("") for moment in moments}
    begun = {moment: model.new_bool_var("") for moment in moments}
    for earlier, later in pairwise(moments):
        model.add_implication(after[later], after[earlier])
        model.add_implication(begun[earlier], begun[later])
    for spot, there in places.items():
        if spot.begins is None or spot.ends is None:
            continue
        model.add_implication(there, begun[spot.begins])
        passed = bisect_left(moments, spot.ends)
        if passed:
            model.add_implication(there, after[moments[passed - 1]])
    return _Thresholds(after, begun)


def _settled(always: Literal, spots: Iterable[Spot], moments: tuple[Key, ...]) -> _Thresholds:
    """The thresholds of a talk that stays where it is."""
    known = [(spot.begins, spot.ends) for spot in spots if spot.begins and spot.ends]
    first = min((begins for begins, _ in known), default=None)
    last = max((ends for _, ends in known), default=None)
    after = {m: always if last is not None and m < last else ~always for m in moments}
    begun = {m: always if first is not None and first <= m else ~always for m in moments}
    return _Thresholds(after, begun)


def _taken(around: Around) -> frozenset[str]:
    """The slots of the talks that stay."""
    placed = around.program.placed
    stay = (p for p in placed if p.talk.id not in around.talks and p.talk.takes_place)
    return frozenset(slot for p in stay for slot in p.placement.slots)


def _at_one(spot: Spot, placements: Iterable[Placement]) -> bool:
    return any(spot.is_place(placement) for placement in placements)
