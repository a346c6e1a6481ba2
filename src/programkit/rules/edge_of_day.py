"""Talks open or close their day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.interval import Interval
from programkit.model.program import Program
from programkit.rules._wording import placed_words
from programkit.rules.base import Reads, day_of, on_stage
from programkit.rules.selection import ForTalks
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver import posting
    from programkit.solver.decisions import Decisions

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class EdgeOfDay(ForTalks):
    """Certain talks are the first, or the last, of their day.

    No other talk of the day starts earlier, or ends later; one may beside it. Each of the talks
    for which that is not so is a violation. In the files,
    ``edge-of-day: {for: opening, edge: first}``.
    """

    code: ClassVar[str] = "edge-of-day"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    edge: Literal["first", "last"]
    """Which end of the day."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        told: set[str] = set()
        chosen = {talk.id for talk in self.chosen(program.conference)}
        days = [(placed, day_of(program, placed)) for placed in on_stage(program)]
        others = [(placed, day) for placed, day in days if placed.talk.id not in chosen]
        for placed, day in days:
            if placed.talk.id not in chosen or placed.talk.id in told or day is None:
                continue
            for other, same in others:
                if same == day and self._beyond(other.interval, placed.interval):
                    told.add(placed.talk.id)
                    yield self.found(
                        f"{placed_words(program, placed)} is not the {self.edge} of its day: "
                        f"{placed_words(program, other)}",
                        about=(placed.talk.id, other.talk.id),
                        remedy="exchange the two",
                    )
                    break

    def _beyond(self, other: Interval | None, own: Interval | None) -> bool:
        if other is None or own is None:
            return False
        return other.first < own.first if self.edge == "first" else other.last > own.last

    @override
    def post(self, decisions: Decisions) -> None:
        chosen = [talk.id for talk in self.chosen(decisions.conference)]
        reached = self._reached(decisions, set(chosen))
        for talk in chosen:
            ways = []
            for spot, there in decisions.spots(talk).items():
                edge = self._edge(spot.first, spot.last)
                farther = reached.get(decisions.day(spot) or "", {})
                beyond = [key for key in farther if edge is not None and key < edge]
                if beyond:
                    ways.append((there, farther[beyond[-1]]))
            decisions.never(self, *ways, about=(talk,))

    def _reached(
        self, decisions: Decisions, chosen: set[str]
    ) -> Mapping[str, Mapping[timedelta, posting.Literal]]:
        """For each day and edge, a literal that must hold if another talk is there or beyond.

        From the outermost edge inwards, so that each follows from the one before.
        """
        there: dict[str, dict[timedelta, list[posting.Literals]]] = {}
        for talk in decisions.talks:
            for spot, literal in decisions.spots(talk.id).items() if talk.id not in chosen else ():
                day, edge = decisions.day(spot), self._edge(spot.first, spot.last)
                if day is not None and edge is not None:
                    there.setdefault(day, {}).setdefault(edge, []).append((literal,))
        reached: dict[str, dict[timedelta, posting.Literal]] = {day: {} for day in there}
        for day, edges in there.items():
            beyond: list[posting.Literals] = []
            for edge in sorted(edges):
                reached[day][edge] = decisions.any_of([*edges[edge], *beyond])
                beyond = [(reached[day][edge],)]
        return reached

    def _edge(self, first: datetime | None, last: datetime | None) -> timedelta | None:
        """How far in the day it reaches, the outermost least; nothing where unknown."""
        if first is None or last is None:
            return None
        return first - _EPOCH if self.edge == "first" else _EPOCH - last

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{talk_text(conference, conference.talk(about[0]))} is the {self.edge} of its day"
