"""When sessions may start whose time the facts leave open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from programkit.model.base import TBD, Unknown
from programkit.model.clock import moment
from programkit.model.timetable import TimedDay, TimedSession

if TYPE_CHECKING:
    from programkit.model.conference import Conference

MOST: Final = 64
"""Moments of one day that are looked at, at most."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Seeker:
    """Sessions that seek a time: one, or those of a block, which start together."""

    sessions: tuple[TimedSession, ...]
    """The sessions."""
    starts: tuple[datetime, ...]
    """When they may start, in order."""
    minutes: int | None = None
    """How long each lasts, if that is known."""
    fault: str = ""
    """Why there is no such moment, as a clause; empty where there is one."""


def seekers(conference: Conference) -> tuple[Seeker, ...]:
    """The sessions whose time is open, in their order."""
    groups: dict[tuple[int | None, str], list[TimedSession]] = {}
    for session in _untimed(conference):
        groups.setdefault((session.day, _block(session)), []).append(session)
    lengths = {key: _minutes(found[0]) for key, found in groups.items()}
    moments = {
        day.index: _moments(day, sorted({length for length in lengths.values() if length}))
        for day in conference.timetable.days
    }
    return tuple(
        _seeker(conference, tuple(found), lengths[key], moments) for key, found in groups.items()
    )


def _untimed(conference: Conference) -> Iterator[TimedSession]:
    """The sessions without a time, but for those that follow another without one."""
    for day in conference.timetable.days:
        before, follows = "", False
        for item in day.items:
            if not isinstance(item, TimedSession) or item.interval is not None:
                before = ""
                continue
            if _block(item) != before:
                follows = bool(before) and item.session.start is None
            before = _block(item)
            if not follows:
                yield item
    yield from conference.timetable.floating


def _block(session: TimedSession) -> str:
    """Id of the block that a session is part of; its own where it is part of none."""
    block, _, room = session.id.rpartition("@")
    return block if block and room == session.session.room else session.id


def _minutes(timed: TimedSession) -> int | None:
    """How long a session lasts, whenever it starts; nothing where that is not known."""
    session = timed.session
    slots = [slot.minutes for slot in session.slots]
    settled = session.end is None and all(slot.start is None for slot in session.slots[1:])
    if not settled or (session.slots and session.slots[0].start is TBD) or None in slots:
        return None
    return max(session.minutes or 0, sum(minutes or 0 for minutes in slots)) or None


def _clock(timed: TimedSession) -> int | None:
    """The time of day at which a session starts, on whichever day."""
    starts = [timed.session.start, *(slot.start for slot in timed.session.slots[:1])]
    return next((start for start in starts if isinstance(start, int)), None)


def _seeker(
    conference: Conference,
    sessions: tuple[TimedSession, ...],
    minutes: int | None,
    moments: Mapping[int, Sequence[datetime]],
) -> Seeker:
    first, clock = sessions[0], _clock(sessions[0])
    dated = [day for day in conference.timetable.days if not isinstance(day.day.date, Unknown)]
    days = [day for day in dated if first.day in {None, day.index}]
    if not days:
        which = "no day has" if first.day is None else "its day has not"
        return Seeker(sessions, (), minutes, f"{which} a date")
    if clock is not None:
        return Seeker(sessions, tuple(_at(conference, days, clock)), minutes)
    if minutes is None:
        return Seeker(sessions, (), minutes, "nothing says how long it is")
    starts = tuple(dict.fromkeys(s for day in days for s in _fitting(moments[day.index], minutes)))
    known = "" if starts else f"no time of {minutes} min lies between things whose times are known"
    return Seeker(sessions, starts, minutes, known)


def _at(conference: Conference, days: Sequence[TimedDay], clock: int) -> Iterator[datetime]:
    """That time of day on each of the days, where clocks show it."""
    for day in days:
        assert not isinstance(day.day.date, Unknown)  # noqa: S101 - dated ones only
        try:
            yield moment(day.day.date, clock, conference.zone)
        except ValueError:  # clocks go forward then
            continue


def _fitting(moments: Sequence[datetime], minutes: int) -> Iterator[datetime]:
    """The moments from which on a session lies between the first and the last one."""
    length = minutes * _MINUTE
    if moments:
        starts = {start for known in moments for start in (known, known - length)}
        inside = (s for s in starts if moments[0] <= s and s + length <= moments[-1])
        yield from sorted(inside)


def _moments(day: TimedDay, lengths: Sequence[int]) -> Sequence[datetime]:
    """When something on a day begins or ends, or would if sessions followed each other."""
    spans = [item.interval for item in day.items if item.interval is not None]
    found = dict.fromkeys(bound for span in spans for bound in (span.first, span.last))
    waiting = sorted(found)
    last = max(waiting, default=None)
    for known in waiting:
        for length in lengths:
            later = known + length * _MINUTE
            if last is not None and later < last and later not in found and len(found) < MOST:
                found[later] = None
                waiting.append(later)
    return sorted(found)
