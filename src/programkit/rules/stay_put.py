"""As few changes as possible against an earlier program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.rules._wording import timed_words
from programkit.rules.base import HEAVIEST, Reads, Rule
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class StayPut(Rule):
    """What an earlier program decided stays: talks in their places, sessions in their rooms."""

    code: ClassVar[str] = "stay-put"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})

    level: Level = Level.SOFT
    weight: int = Field(default=10, ge=0, le=HEAVIEST)
    """What each talk that moves, and each session that changes its room, costs where soft."""
    placements: tuple[Placement, ...]
    """Where talks were. Those that no longer take place do not count."""
    sessions: tuple[SessionDecision, ...] = ()
    """What was decided about sessions."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for before in self._still_there(conference):
            now = [_place(placed.placement) for placed in program.by_talk.get(before.talk, ())]
            if _place(before) not in now:
                yield self.found(
                    f"{talk_text(conference, conference.talk(before.talk))} "
                    f"{'moves' if now else 'loses its place'}",
                    about=(before.talk,),
                    remedy="tell its speakers, or pin it",
                )
        for session, room in self._rooms(conference):
            timed = program.timetable.sessions[session]
            if timed.room != room:
                yield self.found(
                    f"{timed_words(conference, timed)} changes its room",
                    about=(session,),
                    remedy="tell its speakers, or give it its room in the facts",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        for before in self._still_there(decisions.conference):
            spots = decisions.spots(before.talk).items()
            kept = [there for spot, there in spots if spot.is_place(before)]
            decisions.at_least(self, kept, 1, (before.talk,))
        for session, room in self._rooms(decisions.conference):
            choices = decisions.session_rooms(session)
            elsewhere = [inside for other, inside in choices if other != room]
            decisions.never(self, *elsewhere, about=(session,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        if about[0] in conference.by_id.talks:
            return f"{talk_text(conference, conference.talk(about[0]))} stays where it was"
        timed = conference.timetable.sessions[about[0]]
        return f"{timed_words(conference, timed)} stays in its room"

    def _still_there(self, conference: Conference) -> tuple[Placement, ...]:
        talks = conference.by_id.talks
        return tuple(p for p in self.placements if p.talk in talks and talks[p.talk].takes_place)

    def _rooms(self, conference: Conference) -> Iterator[tuple[str, str]]:
        for decision in self.sessions:
            if decision.room is not None and decision.session in conference.timetable.sessions:
                yield decision.session, decision.room


def _place(placement: Placement) -> tuple[object, ...]:
    """What tells two places apart."""
    return placement.slots, placement.session, placement.start, placement.room
