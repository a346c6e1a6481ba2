"""Whether the open talks can have a place at all, before anything is solved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import ClassVar

from programkit.checks.base import source_of
from programkit.errors import did_you_mean
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.text.subjects import talk_text


@dataclass(frozen=True)
class Supply:
    """Talks longer than any session, or that need what no room has, and more talks than slots."""

    codes: ClassVar[Mapping[str, str]] = {
        "feature-missing": "A talk without a place needs a feature that no room has.",
        "slots-short": "More talks want a place than there are open slots.",
        "talk-too-long": "A talk is longer than any slot or session.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """Findings about the talks that the facts place nowhere."""
        yield from _without_features(conference)
        sessions = [s for s in conference.timetable.sessions.values() if s.slots or _packs(s)]
        if not sessions:
            return
        program = Program.of(conference)
        longest = max(_minutes(session) for session in sessions)
        for talk in program.unplaced:
            if talk.minutes is not None and talk.minutes > longest:
                yield Finding(
                    code="talk-too-long",
                    level=Level.HARD,
                    message=f"{talk_text(conference, talk)} takes {talk.minutes} minutes, the "
                    f"longest session {longest}",
                    remedy="shorten the talk, give it in parts, or lengthen a session",
                    about=(talk.id,),
                    source=source_of(conference, talk, "minutes"),
                )
        yield from _short(program, sessions)


def _packs(session: TimedSession) -> bool:
    return session.session.packed


def _minutes(session: TimedSession) -> float:
    """How long a session takes; an unknown end or time may be any."""
    return inf if session.interval is None or session.open_end else session.interval.minutes


def _without_features(conference: Conference) -> Iterator[Finding]:
    """Needs that no room meets; the rule on them sees only talks that have a room."""
    known = {feature for room in conference.rooms for feature in room.features}
    for talk in Program.of(conference).unplaced if conference.rooms else ():
        for need in (need for need in talk.needs if need not in known):
            yield Finding(
                code="feature-missing",
                level=Level.SOFT,
                message=f'{talk_text(conference, talk)} needs "{need}", which no room has',
                remedy=did_you_mean(need, known)
                or "add it to the features: of a room, or drop the need",
                about=(talk.id,),
                source=source_of(conference, talk, "needs"),
            )


def _short(program: Program, sessions: list[TimedSession]) -> Iterator[Finding]:
    """Too few places, counted generously: what is found is certain."""
    wanted = sum(talk.parts for talk in program.unplaced)
    usual = program.conference.minutes or 1
    shortest = min((talk.minutes or usual for talk in program.unplaced), default=1)
    places = sum(_places(program, session, shortest) for session in sessions)
    if wanted > places:
        talks = "1 talk wants" if wanted == 1 else f"{wanted} talks want"
        opened = "1 place is" if places == 1 else f"{places:g} places are"
        yield Finding(
            code="slots-short",
            level=Level.SOFT,
            message=f"{talks} a place and {opened} open: {wanted - places:g} will be left over",
            remedy="add slots, or make talks posters or reserves",
            about=tuple(talk.id for talk in program.unplaced),
            source=program.conference.source("talks"),
        )


def _places(program: Program, session: TimedSession, shortest: int) -> float:
    """How many of the shortest talks find a place."""
    if not _packs(session):
        return sum(slot.id not in program.by_slot for slot in session.slots)
    inside = program.by_session.get(session.id, ())
    taken = sum(placed.placement.minutes or 1 for placed in inside)
    free = _minutes(session) - taken
    return free if free == inf else max(0, free // shortest)
