"""Exactly one of several candidates gets a slot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.base import Id
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.rules._wording import listed, timed_words
from programkit.rules.base import Reads, Reference, Rule, on_stage
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class Candidates(Rule):
    """Exactly one of several candidates gets a slot, and the others get no place.

    A slot without any is a violation, and so is each place too many. Make the candidates reserves,
    so that leaving them out costs nothing. In the files,
    ``candidates: {slot: 2024-09-30/1/1, talks: [a, b]}``.
    """

    code: ClassVar[str] = "candidates"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    slot: Id
    """Id of the slot."""
    talks: tuple[Id, ...] = Field(min_length=2)
    """Ids of the candidates."""

    @override
    def references(self) -> Iterator[Reference]:
        yield Reference("slot", "slots", self.slot)
        yield from (Reference("talks", "talks", talk) for talk in self.talks)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        placed = [place for place in on_stage(program) if place.talk.id in self.talks]
        slot = timed_words(conference, conference.timetable.slots[self.slot])
        if not any(self.slot in place.placement.slots for place in placed):
            yield self.found(
                f"{slot} has none of its candidates {self._names(conference, 'and')}",
                about=(self.slot,),
                remedy="place one of them there",
            )
        if len(placed) > 1:
            names = listed(talk_text(conference, place.talk) for place in placed)
            yield self.found(
                f"{names} have a place; only one of the candidates for {slot} should",
                about=(self.slot, *(place.talk.id for place in placed)),
                remedy="leave all but one out",
                times=len(placed) - 1,
            )

    @override
    def post(self, decisions: Decisions) -> None:
        places = [
            item for talk in dict.fromkeys(self.talks) for item in decisions.spots(talk).items()
        ]
        inside = [there for spot, there in places if self.slot in spot.slots]
        decisions.at_least(self, inside, 1, (self.slot,))
        decisions.no_more(self, [there for _, there in places], 1, (self.slot,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        slot = timed_words(conference, conference.timetable.slots[about[0]])
        return f"{slot} gets {self._names(conference, 'or')}, and the others have no place"

    def _names(self, conference: Conference, word: str) -> str:
        return listed((talk_text(conference, conference.talk(t)) for t in self.talks), word)
