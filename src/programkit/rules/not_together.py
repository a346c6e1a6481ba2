"""Talks are not at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.rules._clashes import clashes, keep_apart
from programkit.rules._wording import placed_words
from programkit.rules.base import Reads, on_stage
from programkit.rules.selection import ForTalks

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class NotTogether(ForTalks):
    """No two of some talks are at the same time. Each two that are is a violation.

    In the files, ``not-together: [a, b]`` or ``not-together: tag:beginners``.
    """

    code: ClassVar[str] = "not-together"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "talks"

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        chosen = {talk.id for talk in self.chosen(program.conference)}
        placed = [place for place in on_stage(program) if place.talk.id in chosen]
        for about, (first, second) in clashes(placed).items():
            yield self.found(
                f"{placed_words(program, first)} and {placed_words(program, second)} "
                "are at the same time",
                about=about,
                remedy="move one of the two",
            )

    @override
    def post(self, decisions: Decisions) -> None:
        talks = tuple(talk.id for talk in self.chosen(decisions.conference))
        keep_apart(self, decisions, talks, talks)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{self.chosen_words(conference)} are not at the same time"
