"""What rules share that want few different things: days, times, rooms, tracks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.leaning import Leaning
from programkit.model.program import Program
from programkit.rules._wording import listed
from programkit.rules.base import HEAVIEST, Rule

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals

Group = tuple[str, ...]
"""Ids of what belongs together, as findings name it."""


class Few(Rule):
    """In each group of placed talks, something takes few different values.

    A subclass says which values there are in which group, once of a program and once of what is
    open. Every value too many is a violation.
    """

    @property
    def allowed(self) -> int:
        """How many different values a group may have."""
        return 1

    @abstractmethod
    def values(self, program: Program) -> Iterator[tuple[Group, str]]:
        """Each group and a value in it, for every talk placed; unknown values are left out."""

    @abstractmethod
    def ways(self, decisions: Decisions) -> Iterator[tuple[Group, str, Literals]]:
        """Each group, a value that it may have, and literals under which it has it."""

    @abstractmethod
    def too_many(self, conference: Conference, group: Group, values: Sequence[str]) -> str:
        """Says that a group has too many values."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        found: dict[Group, dict[str, None]] = {}
        for group, value in self.values(program):
            found.setdefault(group, {})[value] = None
        for group, values in found.items():
            if len(values) > self.allowed:
                yield self.found(
                    self.too_many(program.conference, group, tuple(values)),
                    about=group,
                    remedy="move what stands apart, or make the rule soft",
                    times=len(values) - self.allowed,
                )

    @override
    def post(self, decisions: Decisions) -> None:
        found: dict[Group, dict[str, list[Literals]]] = {}
        for group, value, literals in self.ways(decisions):
            found.setdefault(group, {}).setdefault(value, []).append(literals)
        for group, values in found.items():
            if len(values) > self.allowed:
                used = [decisions.any_of(ways) for ways in values.values()]
                decisions.no_more(self, used, self.allowed, group)

    def keeping(self, talks: Iterable[Talk]) -> Mapping[str, Leaning]:
        """For rules that keep tracks together: what it costs if they are not."""
        price = {Level.HARD: HEAVIEST, Level.SOFT: self.weight, Level.NOTE: 0}[self.level]
        return dict.fromkeys((talk.id for talk in talks), Leaning(apart=price))


def counted(values: Iterable[str], what: str) -> str:
    """``2 days (Mon 30 Sep and Tue 1 Oct)``."""
    names = list(values)
    return f"{len(names)} {what} ({listed(names)})"
