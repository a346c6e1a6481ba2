"""People have time between their talks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Placed, Program
from programkit.rules._clashes import Pair, clashes, meetings
from programkit.rules._wording import person_words, placed_words
from programkit.rules.base import Reads, Reference, Rule, on_stage
from programkit.rules.selection import Ids
from programkit.rules.windows import Minutes

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals

_DAY = 24 * 60


class Gap(Rule):
    """Between two talks of a person there are some minutes to rest, or to walk to another room.

    Each two talks of a person that are nearer is a violation. In the files, ``gap: 10 min`` or
    ``gap: {minutes: 0, elsewhere: 10 min}``.
    """

    code: ClassVar[str] = "gap"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})
    short: ClassVar[str] = "minutes"

    minutes: Minutes = Field(ge=0, le=_DAY)
    """Minutes from the end of one to the start of the other."""
    elsewhere: Minutes = Field(default=0, ge=0, le=_DAY)
    """Minutes where the two are in different rooms, if that is more."""
    people: Ids = ()
    """Ids of the people it speaks of; none given means every speaker."""

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("people", "people", person) for person in self.people)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        given: dict[str, list[Placed]] = {}
        for placed in on_stage(program):
            for person in dict.fromkeys(placed.talk.speaker_ids):
                given.setdefault(person, []).append(placed)
        for person, talks in given.items():
            if self._speaks_of(person):
                for about, pair in self._too_near(talks).items():
                    yield self._found(program, person, about, pair)

    def _too_near(self, talks: list[Placed]) -> dict[tuple[str, str], Pair]:
        """Each two talks with too little time between them."""
        found = dict(clashes(talks, self.minutes))
        for first, second in combinations(talks, 2):
            for about, pair in clashes((first, second), self.elsewhere).items():
                if _in_other_rooms(first, second):
                    found.setdefault(about, pair)
        return found

    def _found(self, program: Program, person: str, about: tuple[str, str], pair: Pair) -> Finding:
        first, second = (placed_words(program, placed) for placed in pair)
        wanted = max(self.minutes, self.elsewhere) if _in_other_rooms(*pair) else self.minutes
        return self.found(
            f"{person_words(program.conference, person)} has less than {wanted} min "
            f"between {first} and {second}",
            about=(person, *about),
            remedy="move one of the two",
        )

    @override
    def post(self, decisions: Decisions) -> None:
        given: dict[str, list[str]] = {}
        for talk in decisions.talks:
            for person in dict.fromkeys(talk.speaker_ids):
                given.setdefault(person, []).append(talk.id)
        for person, talks in given.items():
            for one, other in combinations(talks, 2) if self._speaks_of(person) else ():
                near = list(meetings(decisions, one, other, self.minutes))
                if self.elsewhere > self.minutes:
                    near += self._walks(decisions, one, other)
                decisions.never(self, *near, about=(person, one, other))

    def _walks(self, decisions: Decisions, one: str, other: str) -> Iterator[Literals]:
        """The ways in which two talks are in different rooms and too near each other for that."""
        others = decisions.in_rooms(other, self.elsewhere)
        for moment, rooms in decisions.in_rooms(one, self.elsewhere).items():
            for room, here in rooms.items():
                for elsewhere, there in others.get(moment, {}).items():
                    if room != elsewhere:
                        yield here, there

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        walk = f", {self.elsewhere} min from room to room" if self.elsewhere > self.minutes else ""
        person = person_words(conference, about[0])
        return f"{person} has {self.minutes} min between talks{walk}"

    def _speaks_of(self, person: str) -> bool:
        return not self.people or person in self.people


def _in_other_rooms(first: Placed, second: Placed) -> bool:
    rooms = (first.room, second.room)
    return rooms[0] != rooms[1] and not any(isinstance(room, Unknown) for room in rooms)
