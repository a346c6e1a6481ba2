"""Attendees can hear what they want to hear."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.interval import Interval
from programkit.model.program import Program
from programkit.rules._clashes import meetings
from programkit.rules.base import Reads, Rule, on_stage
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class Interests(Rule):
    """Two talks that an attendee wants to hear are not at one time.

    Each two that are cost as many times as there are attendees who want to hear both. The
    ``interests`` of the facts say who wants what; without them it says nothing.
    """

    code: ClassVar[str] = "interests"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        times: dict[str, list[Interval]] = {}
        for placed in on_stage(program):
            if placed.interval is not None:
                times.setdefault(placed.talk.id, []).append(placed.interval)
        for (one, other), count in conference.stars.of_pair.items():
            mine, theirs = times.get(one, ()), times.get(other, ())
            if any(first.overlaps(second) for first in mine for second in theirs):
                who = "one attendee wants" if count == 1 else f"{count} attendees want"
                yield self.found(
                    f"{talk_text(conference, conference.talk(one))} and "
                    f"{talk_text(conference, conference.talk(other))} are at one time, and "
                    f"{who} to hear both",
                    about=(one, other),
                    remedy="move one of the two",
                    times=count,
                )

    @override
    def post(self, decisions: Decisions) -> None:
        moments = {talk.id: decisions.under_way(talk.id).keys() for talk in decisions.talks}
        for (one, other), count in decisions.conference.stars.of_pair.items():
            if not moments.get(one, set()).isdisjoint(moments.get(other, ())):
                ways = meetings(decisions, one, other)
                decisions.never(self, *ways, about=(one, other), times=count)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        one, other = (talk_text(conference, conference.talk(talk)) for talk in about)
        return f"{one} and {other} are not at one time: attendees want to hear both"
