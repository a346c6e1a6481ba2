"""Keynotes and the like have nothing beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Placed, Program
from programkit.rules._clashes import meetings
from programkit.rules._wording import placed_words, timed_words
from programkit.rules.base import Reads, on_stage, whole_sessions
from programkit.rules.selection import ForTalks
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals


class Alone(ForTalks):
    """While certain talks are given, nothing else is: no talk, and no session of another kind.

    Each talk that is not alone is a violation. In the files, ``alone: kind:keynote``.
    """

    code: ClassVar[str] = "alone"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "talks"

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        told: set[str] = set()
        chosen = {talk.id for talk in self.chosen(program.conference)}
        for placed in on_stage(program):
            beside = None
            if placed.talk.id in chosen and placed.talk.id not in told:
                beside = _beside(program, placed)
            if beside is not None:
                told.add(placed.talk.id)
                yield self.found(
                    f"{placed_words(program, placed)} is not alone: {beside[0]} is beside it",
                    about=(placed.talk.id, beside[1]),
                    remedy="move one of the two",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        chosen = [talk.id for talk in self.chosen(decisions.conference)]
        others = _under_way(decisions, set(chosen))
        for talk in chosen:
            ways: list[Literals] = [
                (there, others[moment])
                for moment, there in decisions.under_way(talk).items()
                if moment in others
            ]
            for other in chosen:
                ways += meetings(decisions, talk, other) if other != talk else ()
            for spot, there in decisions.spots(talk).items():
                if any(spot.meets(span) for span in decisions.whole_sessions):
                    ways.append((there,))
            decisions.never(self, *ways, about=(talk,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{talk_text(conference, conference.talk(about[0]))} has nothing beside it"


def _beside(program: Program, placed: Placed) -> tuple[str, str] | None:
    """What is at the same time, in words and its id."""
    when = placed.interval
    if when is None:
        return None
    for other in on_stage(program):
        met = other.interval is not None and other.interval.overlaps(when)
        if met and other.talk.id != placed.talk.id:
            return placed_words(program, other), other.talk.id
    for session in whole_sessions(program.timetable):
        if session.interval is not None and session.interval.overlaps(when):
            return timed_words(program.conference, session), session.id
    return None


def _under_way(decisions: Decisions, chosen: set[str]) -> Mapping[datetime, Literal]:
    """For each moment, a literal that must hold if a talk is under way that is not chosen."""
    found: dict[datetime, list[Literals]] = {}
    for talk in decisions.talks:
        if talk.id not in chosen:
            for moment, there in decisions.under_way(talk.id).items():
                found.setdefault(moment, []).append((there,))
    return {moment: decisions.any_of(ways) for moment, ways in found.items()}
