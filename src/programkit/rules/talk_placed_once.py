"""Every talk has its place, or a price is paid for leaving it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema
from typing_extensions import override

from programkit.model.base import Id
from programkit.model.conference import Conference
from programkit.model.contributions import State, Talk
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules.base import HEAVIEST, Reads, Reference, Rule
from programkit.rules.selection import Ids
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.blocks import Blocks
    from programkit.solver.decisions import Decisions


class TalkPlacedOnce(Rule):
    """Every talk is placed once, or as often as it has parts.

    Too often is always hard. Reserve talks may stay out for nothing; cancelled ones keep the place
    that the facts give them; withdrawn ones have none.
    """

    code: ClassVar[str] = "talk-placed"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT
    weight: int = Field(default=1000, ge=0, le=HEAVIEST)
    """What each part left out costs where the rule is soft."""
    talks: Ids = ()
    """Ids of the talks it speaks of; none given means all that no other entry names."""
    besides: SkipJsonSchema[tuple[Id, ...]] = Field(default=(), exclude=True, repr=False)
    """Ids of the talks that other entries name."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        for talk in program.conference.talks:
            if self._speaks_of(talk.id):
                yield from self._check(program, talk)

    def _check(self, program: Program, talk: Talk) -> Iterator[Finding]:
        count = len(program.by_talk.get(talk.id, ()))
        if count == talk.parts and talk.takes_place:  # as most are; their names take long to make
            return
        name = talk_text(program.conference, talk)
        source = program.conference.source("talks", talk.id)
        if talk.state is State.WITHDRAWN and count:
            yield self._hard(f"{name} is withdrawn but has a place", "free the place", talk)
        if not talk.takes_place:
            return
        if count > talk.parts:
            wanted = "once" if talk.parts == 1 else f"{talk.parts} times"
            yield self._hard(
                f"{name} is placed {count} times instead of {wanted}",
                "keep one place, or say in how many parts it is given",
                talk,
            )
        elif count < talk.parts and not talk.reserve:
            missing = talk.parts - count
            what = "has no place" if not count else f"lacks {missing} of its {talk.parts} places"
            yield self.found(
                f"{name} {what}",
                about=(talk.id,),
                remedy="add a slot that is long enough, or make the talk a reserve",
                source=source,
                times=missing,
            )

    @override
    def post(self, decisions: Decisions) -> None:
        for talk in decisions.talks:
            if not self._speaks_of(talk.id):
                continue
            places = list(decisions.spots(talk.id).values())
            decisions.keep_once(self, talk)
            if talk.reserve:
                continue
            missing = decisions.at_least(self, places, talk.parts, (talk.id,))
            if missing is not None:
                decisions.needs(talk, missing)

    @override
    def relax(self, blocks: Blocks) -> None:
        wanted = (talk for talk in blocks.talks if self._speaks_of(talk.id) and not talk.reserve)
        blocks.place(self, list(wanted))

    @property
    @override
    def general(self) -> bool:
        return not self.talks

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("talks", "talks", talk) for talk in self.talks)

    @override
    def beside(self, others: Sequence[Rule]) -> Self:
        named = [
            talk for other in others if isinstance(other, TalkPlacedOnce) for talk in other.talks
        ]
        return self.replace(besides=tuple(named)) if self.general and named else self

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        talk = conference.talk(about[0])
        often = "once" if talk.parts == 1 else f"{talk.parts} times"
        return f"{talk_text(conference, talk)} is placed {often}"

    def _speaks_of(self, talk: str) -> bool:
        return talk in self.talks if self.talks else talk not in self.besides

    def _hard(self, message: str, remedy: str, talk: Talk) -> Finding:
        finding = self.found(message, about=(talk.id,), remedy=remedy)
        return finding.replace(level=Level.HARD, cost=0)
