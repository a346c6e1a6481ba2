"""Talks are given while those who listen elsewhere are awake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Self
from zoneinfo import ZoneInfo

from pydantic import Field, model_validator
from typing_extensions import override

from programkit.model.clock import Clock, ZoneName, clock_text
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.interval import covers
from programkit.model.program import Program
from programkit.model.series import Series
from programkit.rules._localhours import local_hours
from programkit.rules._several import Several
from programkit.rules._wording import listed, placed_words
from programkit.rules.base import Reads, Rule, dated, on_stage
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class AudienceHours(Rule):
    """Talks are within certain hours of the clocks of those who listen.

    Each time zone on whose clocks a talk is earlier or later is a violation, for each talk. In the
    files, ``audience-hours`` for the ``audience`` of a series, or
    ``audience-hours: {zones: [Asia/Tokyo, Europe/Paris], start: "8:00", end: "23:00"}``.
    """

    code: ClassVar[str] = "audience-hours"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "zones"

    level: Level = Level.SOFT
    zones: Several[ZoneName] = ()
    """IANA names of time zones; none given means those of the series' ``audience``."""
    start: Clock = Field(default=9 * 60)
    """The first hour, on their clocks."""
    end: Clock = Field(default=22 * 60)
    """When it must be over; from 24:00 on it is the night after: 25:30."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            raise ValueError("the hours end before they start; half past one at night is 25:30")
        return self

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        zones = self._zones(conference)
        for placed in on_stage(program):
            when = placed.interval
            if when is None or not dated(conference, placed.session):
                continue
            asleep = []
            for zone in zones:
                local = when.first.astimezone(zone)
                if not covers(local_hours(zone, [local.date()], self.start, self.end), when):
                    asleep.append(f"{local:%H:%M} in {zone.key}")
            if asleep:
                yield self.found(
                    f"{placed_words(program, placed)} is at {listed(asleep)}, not within "
                    f"{self._words()}",
                    about=(placed.talk.id,),
                    remedy="move the talk",
                    times=len(asleep),
                )

    @override
    def post(self, decisions: Decisions) -> None:
        spots = {talk.id: decisions.spots(talk.id) for talk in decisions.talks}
        on_dates = (spot for places in spots.values() for spot in places if spot.dated)
        known = {(spot.first, spot.last): spot for spot in on_dates}
        days = {first.date() for first, _ in known if first is not None}
        zones = self._zones(decisions.conference)
        awake = [local_hours(zone, days, self.start, self.end) for zone in zones]
        away = {
            when: sum(not spot.within(hours) for hours in awake) for when, spot in known.items()
        }
        for talk in decisions.talks:
            for spot, there in spots[talk.id].items():
                asleep = away.get((spot.first, spot.last), 0)
                if asleep:
                    decisions.never(self, (there,), about=(talk.id,), times=asleep)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        name = talk_text(conference, conference.talk(about[0]))
        zones = listed(zone.key for zone in self._zones(conference))
        return f"{name} is within {self._words()} in {zones}"

    def _zones(self, conference: Conference) -> list[ZoneInfo]:
        declared = conference.audience if isinstance(conference, Series) else ()
        return [ZoneInfo(zone) for zone in dict.fromkeys(self.zones or declared)]

    def _words(self) -> str:
        return f"{clock_text(self.start)}–{clock_text(self.end)}"
