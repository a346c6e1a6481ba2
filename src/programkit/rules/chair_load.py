"""Nobody chairs too often."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.chairs import chairs_of, may_chair, sessions_that_seek
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._chairs import chaired
from programkit.rules._wording import listed, person_words, timed_words
from programkit.rules.base import Reads, Reference, Rule
from programkit.rules.selection import Ids

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class ChairLoad(Rule):
    """Nobody chairs more sessions than others have to, or than so many.

    Each session above is a violation. In the files, ``chair-load`` for an even share, or
    ``chair-load: 2``, or ``chair-load: {most: 1, people: ada, level: hard}``.
    """

    code: ClassVar[str] = "chair-load"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.CHAIR})
    short: ClassVar[str] = "most"

    level: Level = Level.SOFT
    most: int | None = Field(default=None, ge=0)
    """How many sessions one person may chair; none given means an even share, rounded up."""
    people: Ids = ()
    """Ids of the people it speaks of; none given means everybody."""

    @property
    @override
    def general(self) -> bool:
        return not self.people

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("people", "people", person) for person in self.people)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        found: dict[str, list[str]] = {}
        for session, person in chaired(program):
            if self._speaks_of(person):
                found.setdefault(person, []).append(timed_words(conference, session))
        share = self._share(conference)
        for person, sessions in found.items():
            if len(sessions) > share:
                yield self.found(
                    f"{person_words(conference, person)} chairs {listed(sessions)}; "
                    f"{share} would be enough",
                    about=(person,),
                    remedy="let others chair too",
                    times=len(sessions) - share,
                )

    @override
    def post(self, decisions: Decisions) -> None:
        share = self._share(decisions.conference)
        for person, sessions in decisions.chaired_by.items():
            if self._speaks_of(person):
                decisions.no_more(self, list(sessions.values()), share, (person,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        share = self._share(conference)
        sessions = "1 session" if share == 1 else f"{share} sessions"
        return f"{person_words(conference, about[0])} chairs no more than {sessions}"

    def _share(self, conference: Conference) -> int:
        """How many sessions are enough for one person."""
        if self.most is not None:
            return self.most
        fixed = [p for s in conference.timetable.sessions.values() for p in chairs_of(s)]
        wanted = len(sessions_that_seek(conference)) + len(fixed)
        people = {*fixed, *may_chair(conference)}
        return -(-wanted // max(1, len(people)))

    def _speaks_of(self, person: str) -> bool:
        return not self.people or person in self.people
