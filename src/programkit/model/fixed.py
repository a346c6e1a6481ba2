"""The placements that the facts themselves fix."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from programkit.model.base import TBD
from programkit.model.contributions import At, State, Talk
from programkit.model.placement import Placement
from programkit.model.timetable import TimedSession, TimedSlot, Timetable

if TYPE_CHECKING:
    from programkit.model.conference import Conference


def fixed_placements(conference: Conference) -> tuple[Placement, ...]:
    """Talks listed under a slot or packed session, and those that say where they are fixed.

    A withdrawn talk has no place, whatever the facts still say.
    """
    parts: dict[str, int] = {}
    numbered: list[Placement] = []
    for placement in dict.fromkeys(_found(conference)):
        if conference.talk(placement.talk).state is State.WITHDRAWN:
            continue
        parts[placement.talk] = parts.get(placement.talk, 0) + 1
        numbered.append(placement.replace(part=parts[placement.talk]))
    return tuple(numbered)


def _found(conference: Conference) -> Iterator[Placement]:
    timetable = conference.timetable
    for session in timetable.sessions.values():
        yield from _in_slots(session)
        yield from _packed(session, conference)
    for talk in conference.talks:
        for at in talk.at:
            yield _fixed_by_talk(talk, at, conference, timetable)


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


def _packed(session: TimedSession, conference: Conference) -> Iterator[Placement]:
    start = None if session.interval is None else session.interval.first
    for talk_id in session.session.talks:
        minutes = conference.talk(talk_id).minutes or conference.minutes
        yield Placement(talk=talk_id, session=session.id, start=start, minutes=minutes)
        start = _after(start, minutes)


def _after(start: datetime | None, minutes: int | None) -> datetime | None:
    """When the next talk starts; not known after a talk whose length is not known."""
    if start is None or minutes is None:
        return None
    return start + timedelta(minutes=minutes)


def _fixed_by_talk(talk: Talk, at: At, conference: Conference, timetable: Timetable) -> Placement:
    if at.place is not None and at.place in timetable.slots:
        return slots_from(timetable.slots[at.place], talk, timetable)
    if at.place is not None:
        session = timetable.sessions[at.place]
        if session.slots:
            return slots_from(_first_open(session), talk, timetable)
        start = None if session.interval is None else session.interval.first
        minutes = talk.minutes or conference.minutes
        return Placement(talk=talk.id, session=session.id, start=start, minutes=minutes)
    for slot in timetable.slots.values():
        room = timetable.sessions[slot.session].room
        starts = slot.interval is not None and slot.interval.first == at.start
        if starts and at.room in {None, room}:
            return slots_from(slot, talk, timetable)
    return Placement(talk=talk.id, start=at.start, minutes=talk.minutes, room=at.room)


def _first_open(session: TimedSession) -> TimedSlot:
    """The first slot without a talk; the first of all where every slot has one."""
    return next((slot for slot in session.slots if slot.slot.talk is TBD), session.slots[0])


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
