"""The placements that the facts themselves fix."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from programkit.model.base import TBD
from programkit.model.contributions import At, State, Talk
from programkit.model.placement import Placement
from programkit.model.timetable import TimedSession, TimedSlot, Timetable

if TYPE_CHECKING:
    from programkit.model.conference import Conference


def fixed_placements(
    conference: Conference, taken: Container[str] = frozenset()
) -> tuple[Placement, ...]:
    """Talks listed under a slot or packed session, and those that say where they are fixed.

    A withdrawn talk has no place, whatever the facts still say. One that is fixed in a session may
    have any slot of it (see `loosely_fixed`); here it has the first that is open.

    Args:
        conference: The facts.
        taken: Ids of slots that are not open for those: somebody else was decided into them.
    """
    parts: dict[str, int] = {}
    numbered: list[Placement] = []
    for placement in dict.fromkeys(_found(conference, taken)):
        if conference.talk(placement.talk).state is State.WITHDRAWN:
            continue
        parts[placement.talk] = parts.get(placement.talk, 0) + 1
        numbered.append(placement.replace(part=parts[placement.talk]))
    return tuple(numbered)


def loosely_fixed(conference: Conference) -> frozenset[tuple[str, str]]:
    """Talks that are fixed in a session and in no slot of it, each with the session's id."""
    sessions = conference.timetable.sessions
    return frozenset(
        (talk.id, place)
        for talk in conference.talks
        for place in (at.place or "" for at in talk.at)
        if place in sessions and _is_loose(talk, sessions[place])
    )


def _is_loose(talk: Talk, session: TimedSession) -> bool:
    """Whether a talk that names a session may have any of its slots."""
    return bool(session.slots) and not any(slot.slot.talk == talk.id for slot in session.slots)


def _found(conference: Conference, others: Container[str]) -> Iterator[Placement]:
    timetable = conference.timetable
    inside = _talks_at_sessions(conference)
    taken = {slot for slot in timetable.slots if slot in others}
    for session in timetable.sessions.values():
        for placement in _in_slots(session):
            taken.update(placement.slots)
            yield placement
        if not session.slots:
            yield from _packed(session, conference, inside.get(session.id, ()))
    for talk in conference.talks:
        for at in talk.at:
            for placement in _fixed_by_talk(talk, at, timetable, taken):
                taken.update(placement.slots)
                yield placement


def _talks_at_sessions(conference: Conference) -> dict[str, tuple[str, ...]]:
    """Ids of the talks that say at which session they are, by its id, in the order of the facts."""
    inside: dict[str, tuple[str, ...]] = {}
    for talk in conference.talks:
        for at in talk.at:
            if at.place is not None:
                inside[at.place] = (*inside.get(at.place, ()), talk.id)
    return inside


def _in_slots(session: TimedSession) -> Iterator[Placement]:
    """A talk listed in neighboring slots takes them together."""
    run: list[TimedSlot] = []
    for slot in session.slots:
        if run and slot.slot.talk != run[0].slot.talk:
            yield from _run(run)
            run = []
        run.append(slot)
    yield from _run(run)


def _run(run: list[TimedSlot]) -> Iterator[Placement]:
    talk = run[0].slot.talk if run else TBD
    if isinstance(talk, str):
        yield Placement(talk=talk, slots=tuple(slot.id for slot in run))


def _packed(
    session: TimedSession, conference: Conference, more: tuple[str, ...]
) -> Iterator[Placement]:
    """Talks one after the other: those that the session lists, then those that name it."""
    start = None if session.interval is None else session.interval.first
    for talk_id in dict.fromkeys((*session.session.talks, *more)):
        minutes = conference.talk(talk_id).minutes or conference.minutes
        yield Placement(talk=talk_id, session=session.id, start=start, minutes=minutes)
        start = _after(start, minutes)


def _after(start: datetime | None, minutes: int | None) -> datetime | None:
    """When the next talk starts; not known after a talk whose length is not known."""
    if start is None or minutes is None:
        return None
    return start + timedelta(minutes=minutes)


def _fixed_by_talk(
    talk: Talk, at: At, timetable: Timetable, taken: set[str]
) -> Iterator[Placement]:
    if at.place is not None and at.place in timetable.slots:
        yield slots_from(timetable.slots[at.place], talk, timetable)
    elif at.place is not None:
        session = timetable.sessions[at.place]
        if _is_loose(talk, session):
            yield slots_from(_first_open(session, taken), talk, timetable)
    else:
        yield _fixed_by_time(talk, at, timetable)


def _fixed_by_time(talk: Talk, at: At, timetable: Timetable) -> Placement:
    """The slot that starts then, in that room if one is named; otherwise off the grid."""
    for slot in timetable.slots.values():
        room = timetable.sessions[slot.session].room
        starts = slot.interval is not None and slot.interval.first == at.start
        if starts and at.room in {None, room}:
            return slots_from(slot, talk, timetable)
    return Placement(talk=talk.id, start=at.start, minutes=talk.minutes, room=at.room)


def _first_open(session: TimedSession, taken: set[str]) -> TimedSlot:
    """The first slot that nothing takes; the first of all where all are taken."""
    return next((slot for slot in session.slots if slot.id not in taken), session.slots[0])


def slots_from(first: TimedSlot, talk: Talk, timetable: Timetable) -> Placement:
    """The talk in consecutive slots from one on, as many as its length needs."""
    slots = timetable.sessions[first.session].slots[first.index :]
    taken = [first.id]
    for slot in slots[1:]:
        if _long_enough(first, timetable.slots[taken[-1]], talk):
            break
        taken.append(slot.id)
    return Placement(talk=talk.id, slots=tuple(taken))


def _long_enough(first: TimedSlot, last: TimedSlot, talk: Talk) -> bool:
    if talk.minutes is None or last.open_end or first.interval is None or last.interval is None:
        return True
    return last.interval.last >= first.interval.first + timedelta(minutes=talk.minutes)
