"""Talks that are alike are spread over the days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._traits import AlikeTalks, Trait, trait_words, traits
from programkit.rules._wording import listed, placed_words
from programkit.rules.base import Reads, date_of_day, day_of, on_stage
from programkit.rules.selection import selected
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals


class Spread(AlikeTalks):
    """Talks that are alike, as in topic, institution or host, are some days apart.

    Talks are alike if they share something of every trait that is named. Each two of them that
    are fewer days apart are a violation. In the files, ``spread: {by: affiliation, days: 28}`` or
    ``spread: {by: tag, tags: [diffusion, optimization], days: 14}``.
    """

    code: ClassVar[str] = "spread"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT
    days: int = Field(ge=1)
    """At least so many from the day of one to that of the other: 1 means different days."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        dates: dict[str, list[date]] = {}
        for placed in on_stage(program):
            day = day_of(program, placed)
            on = None if day is None else date_of_day(conference, day)
            if on is not None:
                dates.setdefault(placed.talk.id, []).append(on)
        for one, other in self._alike(conference):
            pairs = product(dates.get(one.id, ()), dates.get(other.id, ()))
            nearest = min((abs((a - b).days) for a, b in pairs), default=self.days)
            if nearest < self.days:
                where = [
                    placed_words(program, program.by_talk[talk.id][0]) for talk in (one, other)
                ]
                yield self.found(
                    f"{where[0]} and {where[1]}, both of {self._shared(conference, one, other)}, "
                    f"are {_days(nearest)} apart, not {_days(self.days)}",
                    about=(one.id, other.id),
                    remedy="move one of the two",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        dates: dict[str, list[tuple[int, Literal]]] = {}
        for one, other in self._alike(decisions.conference):
            for talk in (one, other):
                if talk.id not in dates:
                    dates[talk.id] = _on_dates(decisions, talk)
            near: list[Literals] = [
                (here, there)
                for (day, here), (other_day, there) in product(dates[one.id], dates[other.id])
                if abs(day - other_day) < self.days
            ]
            decisions.never(self, *near, about=(one.id, other.id))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        one, other = (conference.talk(talk) for talk in about)
        shared = self._shared(conference, one, other)
        names = f"{talk_text(conference, one)} and {talk_text(conference, other)}"
        return f"{names}, both of {shared}, are at least {_days(self.days)} apart"

    def _alike(self, conference: Conference) -> Iterator[tuple[Talk, Talk]]:
        """Each two talks that share something of every trait, in the order of the facts."""
        chosen = [talk for talk in selected(conference, self.talks) if talk.takes_place]
        for one, other in combinations(chosen, 2):
            if all(self._common(conference, one, other, by) for by in self.by):
                yield one, other

    def _common(self, conference: Conference, one: Talk, other: Talk, by: Trait) -> list[str]:
        others = traits(conference, other, by, self.tags)
        return [value for value in traits(conference, one, by, self.tags) if value in others]

    def _shared(self, conference: Conference, one: Talk, other: Talk) -> str:
        return listed(
            trait_words(conference, by, self._common(conference, one, other, by)[0])
            for by in self.by
        )


def _on_dates(decisions: Decisions, talk: Talk) -> list[tuple[int, Literal]]:
    """Each date, as a number of days, with a literal that must hold if the talk is then.

    Unknown dates are left out.
    """
    found = [
        (date_of_day(decisions.conference, day), there)
        for day, there in decisions.on_days(talk.id).items()
    ]
    return [(on.toordinal(), there) for on, there in found if on is not None]


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
