"""People give their talks on few days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Level
from programkit.model.program import Program
from programkit.rules._few import Few, Group, counted
from programkit.rules._wording import day_words, person_words
from programkit.rules.base import Reads, Reference, day_of, on_stage
from programkit.rules.selection import Ids

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


class DaysOnSite(Few):
    """A speaker's talks are on few days. Each day more is a violation.

    In the files, ``days-on-site: 1`` for everybody, or
    ``days-on-site: {people: ada, most: 2, weight: 5}``.
    """

    code: ClassVar[str] = "days-on-site"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "most"

    level: Level = Level.SOFT
    most: int = Field(default=1, ge=1)
    """On how many days a person may be wanted."""
    people: Ids = ()
    """Ids of the people it speaks of; none given means every speaker."""

    @property
    @override
    def allowed(self) -> int:
        return self.most

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("people", "people", person) for person in self.people)

    @override
    def values(self, program: Program) -> Iterator[tuple[Group, str]]:
        for placed in on_stage(program):
            day = day_of(program, placed)
            for person in placed.talk.speaker_ids:
                if day is not None and self._speaks_of(person):
                    yield (person,), day

    @override
    def ways(self, decisions: Decisions) -> Iterator[tuple[Group, str, Literals]]:
        for talk in decisions.talks:
            for person in filter(self._speaks_of, talk.speaker_ids):
                for day, there in decisions.on_days(talk.id).items():
                    yield (person,), day, (there,)

    @override
    def too_many(self, conference: Conference, group: Group, values: Sequence[str]) -> str:
        days = counted((day_words(conference, day) for day in values), "days")
        return f"{person_words(conference, group[0])} speaks on {days}, more than {self.most}"

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        days = "one day" if self.most == 1 else f"{self.most} days"
        return f"{person_words(conference, about[0])} speaks on no more than {days}"

    def _speaks_of(self, person: str) -> bool:
        return not self.people or person in self.people
