"""What sessions leave open: rooms, chairs, times; and slots of theirs that overlap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from programkit.checks.base import place_text
from programkit.model.base import TBD, Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.sources import item_source
from programkit.model.starts import seekers
from programkit.model.timetable import TimedSession


@dataclass(frozen=True)
class Sessions:
    """Sessions without a room, a chair or a time, or with two slots at one time."""

    codes: ClassVar[Mapping[str, str]] = {
        "chair-missing": "A session has no chair, and one is sought.",
        "room-missing": "A session has no room, and there are several; or no room is named at all.",
        "slots-overlap": "A session has two slots at the same time.",
        "time-missing": "A session has no time.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """A finding for each thing that a session leaves open."""
        sessions = conference.timetable.sessions.values()
        if sessions and not conference.rooms:
            yield Finding(
                code="room-missing",
                level=Level.NOTE,
                message="no room is named, so readers are not told where to go",
                remedy="add rooms:, if only one",
                source=conference.source("rooms"),
            )
        faults = {s.id: found.fault for found in seekers(conference) for s in found.sessions}
        for session in sessions:
            yield from _overlaps(conference, session)
            if isinstance(session.room, Unknown):
                yield _open(conference, session, "room-missing", "no room", "add room:")
            if session.session.chairs is TBD:
                yield _open(conference, session, "chair-missing", "no chair", "add chairs:")
            if session.interval is None:
                fault = faults.get(session.id, "")
                remedy = f"say when it starts; solve cannot find it, for {fault}" if fault else ""
                yield _open(
                    conference, session, "time-missing", "no time", "say when it starts", remedy
                )


def _overlaps(conference: Conference, session: TimedSession) -> Iterator[Finding]:
    """Slots that begin before the one before them is over: both are in one room."""
    for one, other in pairwise(session.slots):
        first, second = one.interval, other.interval
        if first is not None and second is not None and first.overlaps(second):
            yield Finding(
                code="slots-overlap",
                level=Level.HARD,
                message=f"{place_text(conference, one)} is not over when "
                f"{place_text(conference, other)} begins, in the same session",
                remedy="correct the times, or put one into a session in another room",
                about=(one.id, other.id),
                source=item_source(conference, other),
            )


def _open(
    conference: Conference,
    session: TimedSession,
    code: str,
    what: str,
    remedy: str,
    otherwise: str = "",
) -> Finding:
    return Finding(
        code=code,
        level=Level.SOFT,
        message=f"{place_text(conference, session)} has {what}",
        remedy=otherwise or f"{remedy}, or let solve find it",
        about=(session.id,),
        source=item_source(conference, session),
    )
