"""People give few talks a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Placed, Program
from programkit.rules._wording import day_words, listed, person_words
from programkit.rules.base import Reads, Reference, Rule, day_of, on_stage
from programkit.rules.selection import Ids
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal


class PerDay(Rule):
    """Nobody gives more than so many talks a day. Each talk more is a violation.

    Each part of a talk counts. In the files, ``per-day: 1`` for everybody, or
    ``per-day: {people: ada, most: 2}``.
    """

    code: ClassVar[str] = "per-day"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "most"

    most: int = Field(ge=1)
    """How many talks a day."""
    people: Ids = ()
    """Ids of the people it speaks of; none given means every speaker."""

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("people", "people", person) for person in self.people)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        given: dict[tuple[str, str], list[Placed]] = {}
        for placed in on_stage(program):
            day = day_of(program, placed)
            for person in dict.fromkeys(placed.talk.speaker_ids):
                if day is not None and self._speaks_of(person):
                    given.setdefault((person, day), []).append(placed)
        conference = program.conference
        for (person, day), talks in given.items():
            if len(talks) > self.most:
                names = listed(talk_text(conference, placed.talk) for placed in talks)
                yield self.found(
                    f"{person_words(conference, person)} gives {len(talks)} talks "
                    f"on {day_words(conference, day)}, more than {self.most}: {names}",
                    about=(person, *(placed.talk.id for placed in talks)),
                    remedy="move one to another day",
                    times=len(talks) - self.most,
                )

    @override
    def post(self, decisions: Decisions) -> None:
        given: dict[tuple[str, str], list[Literal]] = {}
        for talk in decisions.talks:
            speakers = tuple(filter(self._speaks_of, dict.fromkeys(talk.speaker_ids)))
            for spot, there in decisions.spots(talk.id).items() if speakers else ():
                day = decisions.day(spot)
                for person in speakers if day is not None else ():
                    given.setdefault((person, day or ""), []).append(there)
        for about, literals in given.items():
            decisions.no_more(self, literals, self.most, about)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        person, day = about
        talks = "one talk" if self.most == 1 else f"{self.most} talks"
        who = person_words(conference, person)
        return f"{who} gives no more than {talks} on {day_words(conference, day)}"

    def _speaks_of(self, person: str) -> bool:
        return not self.people or person in self.people
