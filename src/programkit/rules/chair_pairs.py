"""Who chairs only together with somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import ConfigDict, Field
from typing_extensions import override

from programkit.model.chairs import chairs_of
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.rules._chairs import chaired, chairs_source, chairs_words
from programkit.rules._wording import listed, person_words
from programkit.rules.base import Reads, Reference, Rule
from programkit.rules.selection import Ids

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class ChairPairs(Rule):
    """Some people chair only with a certain other beside them, such as a mentor.

    Each session that one of them chairs without any of those is a violation. In the files,
    ``chair-pairs: {people: [junior, novice], with: [senior, veteran]}``. Two people who only
    chair together are two entries. ``chaired: 2`` says that sessions have two chairs.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    code: ClassVar[str] = "chair-pairs"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.CHAIR})

    people: Ids = Field(min_length=1)
    """Ids of the people who do not chair alone."""
    mentors: Ids = Field(alias="with", min_length=1)
    """Ids of the people of whom one must be beside them; nobody is beside themselves."""

    @override
    def references(self) -> Iterator[Reference]:
        yield from (Reference("people", "people", person) for person in self.people)
        yield from (Reference("with", "people", person) for person in self.mentors)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for session, person in chaired(program):
            others = [p for p in chairs_of(session) if p != person and p in self.mentors]
            if person in self.people and not others:
                alone = chairs_words(conference, person, session)
                yield self.found(
                    f"{alone} without {self._names(conference)}",
                    about=(person, session.id),
                    remedy="add one of them as a chair, or let others chair",
                    source=chairs_source(conference, session),
                )

    @override
    def post(self, decisions: Decisions) -> None:
        for session in decisions.conference.timetable.sessions:
            chairs = decisions.chairs(session)
            for person in dict.fromkeys(self.people):
                if person in chairs:
                    beside = [chairs[m] for m in self.mentors if m in chairs and m != person]
                    alone = (chairs[person], *(~mentor for mentor in beside))
                    decisions.never(self, alone, about=(person,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{person_words(conference, about[0])} chairs only with {self._names(conference)}"

    def _names(self, conference: Conference) -> str:
        return listed((person_words(conference, person) for person in self.mentors), "or")
