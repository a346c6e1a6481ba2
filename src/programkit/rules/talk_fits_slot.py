"""A talk is not longer than its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Placed, Program
from programkit.model.timetable import TimedSession, TimedSlot
from programkit.rules._wording import placed_words, timed_words
from programkit.rules.base import Reads, Rule, on_stage
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Term


class TalkFitsSlot(Rule):
    """A talk is not longer than its slot, its slots that follow each other, or its session."""

    code: ClassVar[str] = "talk-fits"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        for placed in on_stage(program):
            if placed.placement.slots:
                yield from self._in_slots(program, placed)
            elif placed.session is not None:
                yield from self._in_session(program, placed, placed.session)
        for session in program.timetable.sessions.values():
            yield from self._untimed(program, session)

    def _in_slots(self, program: Program, placed: Placed) -> Iterator[Finding]:
        slots = [program.timetable.slots[slot] for slot in placed.placement.slots]
        if not _follow_each_other(slots):
            yield self._about(
                placed,
                f"{placed_words(program, placed)} is in slots that do not follow each other",
                "place it in neighboring slots of one session, or give it in parts",
                program,
            )
        holds, minutes = _capacity(slots), placed.talk.minutes
        if holds is not None and minutes is not None and minutes > holds:
            what = "its slot" if len(slots) == 1 else f"its {len(slots)} slots"
            yield self._about(
                placed,
                f"{placed_words(program, placed)} takes {minutes} min, {what} only {holds} min",
                "shorten the talk, or place it where it fits",
                program,
            )

    def _in_session(
        self, program: Program, placed: Placed, session: TimedSession
    ) -> Iterator[Finding]:
        if placed.interval is None or session.interval is None or session.open_end:
            return
        if not session.interval.contains(placed.interval):
            yield self._about(
                placed,
                f"{placed_words(program, placed)} does not end within "
                f"{timed_words(program.conference, session)}",
                "shorten a talk of the session, or lengthen the session",
                program,
            )

    def _untimed(self, program: Program, session: TimedSession) -> Iterator[Finding]:
        """In a session whose time is not known, the talks together must fit."""
        holds = session.session.minutes
        if session.interval is not None or holds is None:
            return
        inside = [
            placed
            for placed in program.by_session.get(session.id, ())
            if placed.talk.takes_place and not placed.placement.slots
        ]
        total = sum(p.placement.minutes or p.talk.minutes or 0 for p in inside)
        if total > holds:
            yield self.found(
                f"{timed_words(program.conference, session)} lasts {holds} min, its talks {total}",
                about=(session.id, *(placed.talk.id for placed in inside)),
                remedy="move a talk elsewhere, or lengthen the session",
            )

    def _about(self, placed: Placed, message: str, remedy: str, program: Program) -> Finding:
        place = placed.placement.slots or (placed.placement.session or "",)
        source = program.conference.source("talks", placed.talk.id, "minutes")
        about = (placed.talk.id, *place)
        return self.found(message, about=about, remedy=remedy, source=source)

    @override
    def post(self, decisions: Decisions) -> None:
        totals: dict[str, list[Term]] = {}
        for talk in decisions.talks:
            for spot, there in decisions.spots(talk.id).items():
                takes = spot.minutes or talk.minutes
                if takes is not None and spot.holds is not None and takes > spot.holds:
                    decisions.never(self, (there,), about=(talk.id,))
                if not spot.slots and spot.session is not None and spot.first is None:
                    totals.setdefault(spot.session, []).append((there, takes or 0))
        for session, terms in totals.items():
            timed = decisions.conference.timetable.sessions[session]
            if timed.interval is None and timed.session.minutes is not None:
                decisions.at_most(self, terms, timed.session.minutes, (session,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        talk = conference.by_id.talks.get(about[0])
        if talk is None:
            session = conference.timetable.sessions[about[0]]
            return f"{timed_words(conference, session)} holds {session.session.minutes} min"
        return f"{talk_text(conference, talk)} takes {talk.minutes} min and must fit its place"


def _follow_each_other(slots: list[TimedSlot]) -> bool:
    return all(a.session == b.session and a.index + 1 == b.index for a, b in pairwise(slots))


def _capacity(slots: list[TimedSlot]) -> int | None:
    """Minutes from the first slot's start to the last one's end; nothing where unknown."""
    first, last = slots[0].interval, slots[-1].interval
    if slots[-1].open_end:
        return None
    if first is not None and last is not None:
        return max(0, int((last.last - first.first) / timedelta(minutes=1)))
    lengths = [slot.slot.minutes for slot in slots if slot.slot.minutes is not None]
    return sum(lengths) if len(lengths) == len(slots) else None
