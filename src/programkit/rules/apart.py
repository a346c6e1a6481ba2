"""Talks are far from each other in time, or near."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import Field, model_validator
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Placed, Program
from programkit.rules._clashes import clashes, meetings
from programkit.rules._wording import placed_words
from programkit.rules.base import Reads, date_of_day, dated, day_of, on_stage
from programkit.rules.selection import ForTalks
from programkit.rules.windows import Minutes
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals

_DAY = 24 * 60


class Apart(ForTalks):
    """Between each two of some talks are at least, or at most, so many minutes or days.

    Each two for which that is not so is a violation. In the files,
    ``apart: {for: [a, b], days: 1}`` for different days,
    ``apart: {for: [a, b], most_minutes: 30}`` for soon after each other.
    """

    code: ClassVar[str] = "apart"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    minutes: Minutes | None = Field(default=None, ge=0, le=_DAY)
    """At least so many from the end of one to the start of the other."""
    most_minutes: Minutes | None = Field(default=None, ge=0)
    """At most so many from the end of one to the start of the other."""
    days: int | None = Field(default=None, ge=1)
    """At least so many from the day of one to that of the other: 1 means different days."""
    most_days: int | None = Field(default=None, ge=0)
    """At most so many from the day of one to that of the other: 0 means the same day."""

    @model_validator(mode="after")
    def _says_how_far(self) -> Self:
        if {self.minutes, self.most_minutes, self.days, self.most_days} == {None}:
            raise ValueError("say how far: minutes, most_minutes, days or most_days")
        return self

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        chosen = {talk.id for talk in self.chosen(program.conference)}
        placed = [place for place in on_stage(program) if place.talk.id in chosen]
        told: set[tuple[str, ...]] = set()
        for first, second in combinations(placed, 2):
            about = tuple(sorted((first.talk.id, second.talk.id)))
            if first.talk.id == second.talk.id or about in told:
                continue
            wanted = self._broken(program, first, second)
            if wanted:
                told.add(about)
                yield self.found(
                    f"{placed_words(program, first)} and {placed_words(program, second)} "
                    f"are not {wanted}",
                    about=about,
                    remedy="move one of the two",
                )

    def _broken(self, program: Program, first: Placed, second: Placed) -> str:
        """What is not so of two placed talks; empty if all is, or nobody knows."""
        if self.minutes is not None and clashes((first, second), self.minutes):
            return f"at least {self.minutes} min apart"
        between = _minutes_between(program, first, second)
        most = self.most_minutes
        if most is not None and between is not None and between > most:
            return f"at most {most} min apart"
        return self._days_broken(_days_between(program, first, second))

    def _days_broken(self, between: int | None) -> str:
        if between is None:
            return ""
        if self.days is not None and between < self.days:
            return f"at least {_days(self.days)} apart"
        if self.most_days is not None and between > self.most_days:
            return f"at most {_days(self.most_days)} apart"
        return ""

    @override
    def post(self, decisions: Decisions) -> None:
        talks = [talk.id for talk in self.chosen(decisions.conference)]
        starts = {talk: _starts_from(decisions, talk) for talk in talks}
        ends = {talk: _ended_by(decisions, talk) for talk in talks}
        for one, other in combinations(talks, 2):
            ways: list[Literals] = []
            if self.minutes is not None:
                ways += meetings(decisions, one, other, self.minutes)
            if self.most_minutes is not None:
                ways += self._too_far(ends[one], starts[other])
                ways += self._too_far(ends[other], starts[one])
            ways += self._wrong_days(decisions, one, other)
            decisions.never(self, *ways, about=(one, other))

    def _too_far(
        self, ended: dict[datetime, Literal], starts: dict[datetime, Literal]
    ) -> Iterator[Literals]:
        moments = list(ended)
        for start, from_then in starts.items():
            before = bisect_left(moments, start - timedelta(minutes=self.most_minutes or 0))
            if before:
                yield ended[moments[before - 1]], from_then

    def _wrong_days(self, decisions: Decisions, one: str, other: str) -> Iterator[Literals]:
        dates = {day: date_of_day(decisions.conference, day) for day in decisions.on_days(one)}
        for other_day, there in decisions.on_days(other).items():
            for day, here in decisions.on_days(one).items():
                first, second = dates[day], date_of_day(decisions.conference, other_day)
                if first and second and self._days_broken(abs((first - second).days)):
                    yield here, there

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        first, second = (talk_text(conference, conference.talk(talk)) for talk in about)
        least = [f"{self.minutes} min"] if self.minutes is not None else []
        least += [_days(self.days)] if self.days is not None else []
        most = [f"{self.most_minutes} min"] if self.most_minutes is not None else []
        most += [_days(self.most_days)] if self.most_days is not None else []
        said = [f"at least {bound}" for bound in least] + [f"at most {bound}" for bound in most]
        return f"{first} and {second} are {' and '.join(said)} apart"


def _minutes_between(program: Program, first: Placed, second: Placed) -> int | None:
    """Minutes from the end of one to the start of the other; nothing where unknown."""
    sure = all(dated(program.conference, placed.session) for placed in (first, second))
    if first.interval is None or second.interval is None or not sure:
        return None
    one_way = second.interval.first - first.interval.last
    between = max(one_way, first.interval.first - second.interval.last, timedelta())
    return between // timedelta(minutes=1)


def _days_between(program: Program, first: Placed, second: Placed) -> int | None:
    dates: list[date] = []
    for placed in (first, second):
        day = day_of(program, placed)
        found = None if day is None else date_of_day(program.conference, day)
        dates += [] if found is None else [found]
    return abs((dates[0] - dates[1]).days) if len(dates) == 2 else None


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _starts_from(decisions: Decisions, talk: str) -> dict[datetime, Literal]:
    """For each start, latest first, a literal that must hold if the talk starts then or later."""
    ways: dict[datetime, list[Literals]] = {}
    for spot, there in decisions.spots(talk).items():
        if spot.first is not None and spot.dated:
            ways.setdefault(spot.first, []).append((there,))
    return _chained(decisions, ways, latest_first=True)


def _ended_by(decisions: Decisions, talk: str) -> dict[datetime, Literal]:
    """For each end, earliest first, a literal that must hold if the talk ends then or earlier."""
    ways: dict[datetime, list[Literals]] = {}
    for spot, there in decisions.spots(talk).items():
        if spot.last is not None and spot.dated:
            ways.setdefault(spot.last, []).append((there,))
    return _chained(decisions, ways, latest_first=False)


def _chained(
    decisions: Decisions, ways: dict[datetime, list[Literals]], *, latest_first: bool
) -> dict[datetime, Literal]:
    """A literal for each moment that follows from those before it."""
    found: dict[datetime, Literal] = {}
    before: list[Literals] = []
    for moment in sorted(ways, reverse=latest_first):
        found[moment] = decisions.any_of([*ways[moment], *before])
        before = [(found[moment],)]
    return found
