"""Attendees can hear what they want to hear."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
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
        for one, other in sorted(_at_once(program)):
            count = conference.stars.beside[one][other]
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
        beside = decisions.conference.stars.beside
        free = {talk.id for talk in decisions.free}
        for one in (talk for talk in beside if talk in free):
            here = decisions.under_way(one)
            for other, count in beside[one].items():
                there = decisions.under_way(other) if one < other or other not in free else {}
                if not there.keys().isdisjoint(here):
                    ways = meetings(decisions, one, other)
                    decisions.never(self, *ways, about=(one, other), times=count)
        self._post_settled(decisions, free)

    def _post_settled(self, decisions: Decisions, free: Container[str]) -> None:
        """What is violated, or paid, by talks that stay where they are."""
        beside = decisions.conference.stars.beside
        together: dict[datetime, list[str]] = {}
        for talk in (talk for talk in beside if talk not in free):
            for moment in decisions.under_way(talk):
                together.setdefault(moment, []).append(talk)
        found: dict[tuple[str, str], None] = {}
        for talks in together.values():
            here = set(talks)
            for one in talks:
                pairs = ((one, other) for other in beside[one].keys() & here if one < other)
                found |= dict.fromkeys(pairs)
        for one, other in sorted(found):
            decisions.never(self, (), about=(one, other), times=beside[one][other])

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        one, other = (talk_text(conference, conference.talk(talk)) for talk in about)
        return f"{one} and {other} are not at one time: attendees want to hear both"


def _at_once(program: Program) -> set[tuple[str, str]]:
    """Each two talks that share attendees and are under way at one time."""
    beside = program.conference.stars.beside
    placed = ((p.talk.id, p.interval) for p in on_stage(program) if p.talk.id in beside)
    timed = sorted((i.first, i.last, talk) for talk, i in placed if i is not None and not i.empty)
    under_way: dict[str, datetime] = {}
    found: set[tuple[str, str]] = set()
    for first, last, talk in timed:
        under_way = {other: end for other, end in under_way.items() if end > first}
        found.update(
            (min(talk, other), max(talk, other)) for other in beside[talk].keys() & under_way.keys()
        )
        under_way[talk] = max(last, under_way.get(talk, last))
    return found
