"""Two tracks at one time: what rules share that keep tracks apart."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._held import at_once, pairs_at_once, sessions_by_track
from programkit.rules._wording import timed_words
from programkit.rules.base import Reads, Rule

if TYPE_CHECKING:
    from programkit.solver.blocks import Blocks
    from programkit.solver.decisions import Decisions


class TrackPairs(Rule):
    """Each two sessions at one time, one of each track of a pair, cost what the pair does."""

    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT

    @abstractmethod
    def pairs(self, conference: Conference) -> Mapping[tuple[str, str], int]:
        """What each pair of different tracks costs, however it is turned; each pair once."""

    @abstractmethod
    def why(self, conference: Conference, one: str, other: str) -> str:
        """What the tracks have in common, after "at one time, but"."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        where = sessions_by_track(program)
        for (one, other), cost in self.pairs(program.conference).items():
            for first in where.get(one, ()):
                for second in where.get(other, ()):
                    if first.id != second.id and at_once(first, second):
                        yield self.found(
                            f"{timed_words(program.conference, first)} and "
                            f"{timed_words(program.conference, second)} are at one time, but "
                            f"{self.why(program.conference, one, other)}",
                            about=(one, other, first.id, second.id),
                            remedy="move one of the two",
                            times=cost,
                        )

    @override
    def post(self, decisions: Decisions) -> None:
        pairs = list(pairs_at_once(decisions.conference.timetable))
        for (one, other), cost in self.pairs(decisions.conference).items():
            ones, others = decisions.sessions_with(one), decisions.sessions_with(other)
            for first, second in pairs:
                for here, there in ((first, second), (second, first)):
                    if here in ones and there in others:
                        both = (ones[here], others[there])
                        decisions.never(self, both, about=(one, other, here, there), times=cost)

    @override
    def relax(self, blocks: Blocks) -> None:
        """Where both are, so many and so many sessions make one less than their sum at least."""
        for (one, other), cost in self.pairs(blocks.conference).items():
            others = frozenset(blocks.steps(other))
            for number in (step for step in blocks.steps(one) if step in others):
                held = (blocks.blocks_with(one)[number], blocks.blocks_with(other)[number])
                blocks.never(self, held, about=(one, other), times=cost)
                blocks.pay_further(self, (one, other), number, cost)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        one, other = about[:2]
        names = f"{conference.track(one).name} and {conference.track(other).name}"
        return f"{names} are not at one time: {self.why(conference, one, other)}"
