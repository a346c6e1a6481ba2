"""Remote speakers speak at an hour at which they are awake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator
from typing_extensions import override

from programkit.model.clock import Clock, clock_text
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.interval import Interval, covers
from programkit.model.program import Program
from programkit.rules._localhours import local_hours
from programkit.rules._wording import person_words, placed_words
from programkit.rules.base import Reads, Reference, Rule, dated, on_stage
from programkit.rules.selection import Ids

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class LocalHours(Rule):
    """Speakers with a time zone of their own speak within certain hours of its clocks."""

    code: ClassVar[str] = "local-hours"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    start: Clock = Field(default=9 * 60)
    """The first hour, on the speaker's clocks."""
    end: Clock = Field(default=22 * 60)
    """When it must be over; from 24:00 on it is the night after: 25:30."""
    people: Ids = ()
    """Ids of the people it speaks of; none given means every speaker with a time zone."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            raise ValueError("the hours end before they start; half past one at night is 25:30")
        return self

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("people", "people", person) for person in self.people)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for placed in on_stage(program):
            if placed.interval is None or not dated(conference, placed.session):
                continue
            for person in dict.fromkeys(placed.talk.speaker_ids):
                zone = self._zone(conference, person)
                if zone is None:
                    continue
                local = placed.interval.first.astimezone(zone)
                if not covers(self._hours(zone, [local.date()]), placed.interval):
                    yield self.found(
                        f"{placed_words(program, placed)} is at {local:%H:%M} for "
                        f"{person_words(conference, person)} ({zone.key}), not within "
                        f"{self._words()}",
                        about=(person, placed.talk.id),
                        remedy="move the talk",
                        source=conference.source("people", person, "timezone"),
                    )

    @override
    def post(self, decisions: Decisions) -> None:
        for talk in decisions.talks:
            spots = decisions.spots(talk.id).items()
            days = sorted({spot.first.date() for spot, _ in spots if spot.first and spot.dated})
            for person in dict.fromkeys(talk.speaker_ids):
                zone = self._zone(decisions.conference, person)
                hours = () if zone is None else self._hours(zone, days)
                for spot, there in spots:
                    if not spot.within(hours):
                        decisions.never(self, (there,), about=(person,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{person_words(conference, about[0])} speaks within {self._words()} at home"

    def _words(self) -> str:
        return f"{clock_text(self.start)}–{clock_text(self.end)}"

    def _zone(self, conference: Conference, person: str) -> ZoneInfo | None:
        zone = conference.person(person).timezone
        speaks = not self.people or person in self.people
        return ZoneInfo(zone) if zone is not None and speaks else None

    def _hours(self, zone: ZoneInfo, days: Iterable[date]) -> tuple[Interval, ...]:
        return local_hours(zone, days, self.start, self.end)
