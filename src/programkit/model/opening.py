"""When links are given that are withheld until some minutes before a session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from programkit.model.interval import Interval, union
from programkit.model.timetable import TimedSession
from programkit.model.venue import Access, Room

if TYPE_CHECKING:
    from programkit.model.program import Program

_WITHOUT_END = timedelta(hours=12)
"""How long a link is given where nothing tells when the session ends."""


def openings(program: Program, room: Room) -> tuple[Interval, ...]:
    """The times in which outputs may have the link of a room, sorted; none if they never may.

    A link with access "before" is given from so many minutes before a session in the room to the
    end of it. A room is not opened for a session whose talks are all open or cancelled.
    """
    if room.access is not Access.BEFORE:
        return ()
    return union(_around(program, room))


def open_rooms(program: Program, now: datetime) -> frozenset[str]:
    """Ids of the rooms whose withheld link may be in outputs built at a moment."""
    return frozenset(
        room.id
        for room in program.conference.rooms
        if room.link and any(window.includes(now) for window in openings(program, room))
    )


def next_due(program: Program, now: datetime) -> datetime | None:
    """The next moment at which a link opens or closes, so that outputs should be built again."""
    bounds = (
        bound
        for room in program.conference.rooms
        if room.link
        for window in openings(program, room)
        for bound in (window.first, window.last)
    )
    return min((bound for bound in bounds if bound > now), default=None)


def _around(program: Program, room: Room) -> Iterator[Interval]:
    early = timedelta(minutes=room.minutes_before)
    for session in program.timetable.sessions.values():
        if session.room == room.id and session.interval is not None and _meets(program, session):
            end = session.interval.last + (_WITHOUT_END if session.open_end else timedelta())
            yield Interval(start=session.interval.first - early, end=end)
    for placed in program.placed:
        alone = placed.session is None and placed.room == room.id and placed.talk.takes_place
        if alone and placed.interval is not None:
            end = placed.interval.last + (_WITHOUT_END if placed.open_end else timedelta())
            yield Interval(start=placed.interval.first - early, end=end)


def _meets(program: Program, session: TimedSession) -> bool:
    if not (session.slots or session.session.packed):
        return True
    return any(placed.talk.takes_place for placed in program.by_session.get(session.id, ()))
