"""Talks about like things are in one session, as their abstracts tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules.base import Reads, Rule, visits
from programkit.text.similarity import nearest
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals

Pair = tuple[str, str]


class LikeAbstracts(Rule):
    """Talks with like abstracts are in one session.

    Each talk is compared with the few that are most like it; two that are in different sessions
    cost how alike they are, from 1 to 100. Titles count as well. In the files, ``like-abstracts``
    or ``like-abstracts: {neighbors: 2, least: 20}``.
    """

    code: ClassVar[str] = "like-abstracts"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT
    neighbors: int = Field(default=3, ge=1)
    """With how many of the talks that are most like it a talk should be."""
    least: int = Field(default=10, ge=1, le=100)
    """How alike two talks are at least, of 100, to belong together."""

    def pairs(self, conference: Conference) -> Mapping[Pair, int]:
        """How alike each two talks are that belong together."""
        talks = [talk for talk in conference.talks if talk.takes_place]
        found = nearest(tuple(_text(talk) for talk in talks), self.neighbors, self.least)
        return {(talks[one].id, talks[two].id): alike for (one, two), alike in found.items()}

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        where: dict[str, set[str]] = {}
        for placed in visits(program):
            if placed.session is not None:
                where.setdefault(placed.talk.id, set()).add(placed.session.id)
        for (one, other), alike in self.pairs(conference).items():
            if one in where and other in where and where[one] != where[other]:
                yield self.found(
                    f"{talk_text(conference, conference.talk(one))} and "
                    f"{talk_text(conference, conference.talk(other))} are alike ({alike} of 100) "
                    "and not in one session",
                    about=(one, other),
                    remedy="bring them together",
                    times=alike,
                )

    @override
    def post(self, decisions: Decisions) -> None:
        for (one, other), alike in self.pairs(decisions.conference).items():
            here, there = decisions.sessions_of(one), decisions.sessions_of(other)
            ways = [*_without(decisions, here, there), *_without(decisions, there, here)]
            decisions.never(self, *ways, about=(one, other), times=alike)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        one, other = (talk_text(conference, conference.talk(talk)) for talk in about)
        return f"{one} and {other}, whose abstracts are alike, are in one session"


def _without(
    decisions: Decisions, here: Mapping[str, Literal], there: Mapping[str, Literal]
) -> Iterator[Literals]:
    """The ways in which one talk is in a session, and the other in sessions, but not in that."""
    if here and there:
        placed = decisions.any_of([(literal,) for literal in there.values()])
        for session, literal in here.items():
            yield (literal, ~there[session], placed) if session in there else (literal, placed)


def _text(talk: Talk) -> str:
    parts = (talk.title, talk.abstract)
    return " ".join(part for part in parts if not isinstance(part, Unknown))
