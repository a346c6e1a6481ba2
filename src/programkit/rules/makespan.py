"""People do not wait long between their talks of a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._wording import day_words, person_words
from programkit.rules.base import Reads, Reference, Rule, day_of, on_stage
from programkit.rules.selection import Ids
from programkit.rules.windows import Minutes

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal

_DAY = 24 * 60
_HOUR = 60
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Makespan(Rule):
    """A speaker's talks of a day are near each other.

    What counts is the time from the start of the first to the start of the last. Each hour more
    than it may be, begun or whole, is a violation. In the files, ``makespan: 2 h`` or
    ``makespan: {people: ada, most: 90 min}``.
    """

    code: ClassVar[str] = "makespan"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "most"

    level: Level = Level.SOFT
    most: Minutes = Field(ge=0, le=_DAY)
    """Minutes that cost nothing."""
    people: Ids = ()
    """Ids of the people it speaks of; none given means every speaker."""

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("people", "people", person) for person in self.people)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference, starts = program.conference, dict[tuple[str, str], list[datetime]]()
        concerned = self._concerned(conference)
        for placed in on_stage(program):
            day = day_of(program, placed)
            for person in dict.fromkeys(placed.talk.speaker_ids):
                if placed.interval is not None and day is not None and person in concerned:
                    starts.setdefault((person, day), []).append(placed.interval.first)
        for (person, day), found in starts.items():
            span = max(found) - min(found)
            hours = -(-(span - timedelta(minutes=self.most)) // timedelta(hours=1))
            if hours > 0:
                yield self.found(
                    f"{person_words(conference, person)} waits on {day_words(conference, day)}: "
                    f"{span // timedelta(minutes=1)} min from the first talk to the last",
                    about=(person, day),
                    remedy="move the talks together",
                    times=hours,
                )

    @override
    def post(self, decisions: Decisions) -> None:
        cases: dict[tuple[str, str], list[tuple[Literal, int]]] = {}
        concerned = self._concerned(decisions.conference)
        for talk in decisions.talks:
            people = [p for p in dict.fromkeys(talk.speaker_ids) if p in concerned]
            for spot, there in decisions.spots(talk.id).items() if people else ():
                day = decisions.day(spot)
                if day is not None and spot.first is not None:
                    minute = (spot.first - _EPOCH) // timedelta(minutes=1)
                    for person in people:
                        cases.setdefault((person, day), []).append((there, minute))
        for about, found in cases.items():
            decisions.no_wider(self, found, self.most, about, unit=_HOUR)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        person, day = about
        return (
            f"the talks of {person_words(conference, person)} on {day_words(conference, day)} "
            f"begin within {self.most} min"
        )

    def _concerned(self, conference: Conference) -> frozenset[str]:
        """The people it speaks of who give more than one talk, or one in several parts."""
        counts: Counter[str] = Counter()
        for talk in conference.talks:
            counts.update(dict.fromkeys(talk.speaker_ids, talk.parts if talk.takes_place else 0))
        named = (person for person, count in counts.items() if count > 1)
        return frozenset(p for p in named if not self.people or p in self.people)
