"""What decisions make of sessions that the facts leave open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from programkit.model.base import TBD
from programkit.model.days import Session
from programkit.model.timetable import TimedItem, TimedSession, Timetable

if TYPE_CHECKING:
    from programkit.model.program import SessionDecision

_OPEN = ("room", "track", "chairs")
"""What may be open about a session, its time apart."""


def as_decided(session: Session, decision: SessionDecision) -> Session:
    """The session with what is decided about it, its time apart; facts are not overruled."""
    changes = {
        name: value
        for name in _OPEN
        if (value := getattr(decision, name)) is not None and getattr(session, name) is TBD
    }
    return session.replace(**changes) if changes else session


def closed_by(session: Session, room: object, rooms: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the rooms that a session closes beside its own."""
    closes = (session.closes or rooms) if session.plenary else ()
    return tuple(other for other in closes if other != room)


def with_decisions(
    timetable: Timetable, decided: Mapping[str, SessionDecision], rooms: tuple[str, ...]
) -> Timetable:
    """The timetable with decisions that leave all times as they are.

    It is the one that laying out the days anew would give, and takes a fraction of the time.
    """

    def changed(item: TimedItem) -> TimedItem:
        if isinstance(item, TimedSession) and item.id in decided:
            return _changed(item, decided[item.id], rooms)
        return item

    days = (replace(day, items=tuple(map(changed, day.items))) for day in timetable.days)
    floating = (
        _changed(session, decided[session.id], rooms) if session.id in decided else session
        for session in timetable.floating
    )
    return Timetable(tuple(days), tuple(floating), timetable.faults)


def _changed(
    timed: TimedSession, decision: SessionDecision, rooms: tuple[str, ...]
) -> TimedSession:
    session = as_decided(timed.session, decision)
    room = timed.room if session.room is TBD else session.room
    closes = closed_by(session, room, rooms)
    return replace(timed, session=session, room=room, closes=closes)
