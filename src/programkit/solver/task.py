"""What is to be solved, as a whole or in part."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from programkit.model.base import Unknown
from programkit.model.boards import places_for
from programkit.model.chairs import may_chair, sessions_that_seek
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding
from programkit.model.leaning import Leaning, joined
from programkit.model.program import Program
from programkit.solver.around import Around
from programkit.solver.blocks import Blocks
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import GIVEN_UP, Outcome, Posts, search
from programkit.solver.spots import Grid, Spot


class Judges(Posts, Protocol):
    """What a search needs of a rule: it posts, and it judges."""

    def check(self, program: Program) -> Iterator[Finding]:
        """A finding for every violation in a decided program."""

    def relax(self, blocks: Blocks) -> None:
        """Tell what is required at least, seen block by block."""

    def leanings(self, conference: Conference) -> Mapping[str, Leaning]:
        """For talks, by their ids, where they may be alone."""


class StoppedError(Exception):
    """Somebody wants the making of a model to end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A part of a program that is decided anew."""

    around: Around
    """The part."""
    cost: int
    """What the program costs, what is missing at its price included."""
    price: int = 0
    """What each thing costs that is missing; 0 if nothing is."""
    kind: str = ""
    """Of which kind the part is."""


@dataclass(frozen=True)
class Task:
    """What is to be solved; it can be sent to another process."""

    conference: Conference
    """The facts."""
    rules: Sequence[Judges]
    """The rules to obey."""
    freed: tuple[str, ...] = ()
    """Ids of the talks that need not stay where the facts fix them."""

    @cached_property
    def grid(self) -> Grid:
        """All spots."""
        return Grid(self.conference)

    @cached_property
    def leanings(self) -> Mapping[str, Leaning]:
        """Where each talk may be alone, as far as any rule says, by its id."""
        said: dict[str, list[Leaning]] = {}
        for rule in self.rules:
            for talk, leaning in rule.leanings(self.conference).items():
                said.setdefault(talk, []).append(leaning)
        return {talk: joined(leanings) for talk, leanings in said.items()}

    def possible(self, talk: Talk, spots: Iterable[Spot]) -> Iterator[Spot]:
        """Those of some spots where a talk may be alone."""
        leaning = self.leanings.get(talk.id)
        for spot in spots:
            rooms = None if leaning is None or isinstance(spot.room, Unknown) else leaning.rooms
            hours = () if leaning is None else leaning.hours
            if (rooms is None or spot.room in rooms) and all(map(spot.within, hours)):
                yield spot

    @cached_property
    def literals(self) -> int:
        """How many literals the whole model has at least: each place of talks, posters, chairs."""
        talks = (talk for talk in self.conference.talks if talk.takes_place)
        boards = sum(len(places_for(self.conference, p)) for p in self.conference.posters)
        chairs = len(sessions_that_seek(self.conference)) * len(may_chair(self.conference))
        return chairs + boards + sum(len(self.grid.spots(talk)) for talk in talks)

    def findings(self, program: Program) -> list[Finding]:
        """What the rules find in a program."""
        return [finding for rule in self.rules for finding in rule.check(program)]

    def model(
        self,
        around: Around | None = None,
        *,
        price: int = 0,
        stopped: Callable[[], bool] = lambda: False,
    ) -> Decisions:
        """The whole problem, or a part of it.

        With a price, what hard rules want to be there may be missing at that price.

        Raises:
            StoppedError: ``stopped`` says so.
        """
        decisions = Decisions(
            self.conference, freed=self.freed, around=around, grid=self.grid, price=price
        )
        for rule in self.rules:
            if stopped():
                raise StoppedError
            rule.post(decisions)
        return decisions

    def solve_part(
        self, attempt: Attempt, limits: Limits, left: Callable[[], float] = lambda: math.inf
    ) -> Outcome:
        """The best program in which only a part is other than it was.

        To make the model takes time, too: ``left`` says how many seconds there still are.
        """
        try:
            decisions = self.model(attempt.around, price=attempt.price, stopped=lambda: left() <= 0)
        except StoppedError:
            return GIVEN_UP
        if limits.seconds is not None:
            limits = replace(limits, seconds=max(0.0, min(limits.seconds, left())))
        return search(decisions, limits, hint=attempt.around.program)

    def __getstate__(self) -> dict[str, object]:
        """The spots are made anew where it arrives."""
        kept = ("conference", "rules", "freed")
        return {name: value for name, value in vars(self).items() if name in kept}
