"""The places that talks may have: slots that follow each other, and times in packed sessions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property

from programkit.model.base import TBD, Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.fixed import fixed_placements
from programkit.model.interval import Interval
from programkit.model.placement import Placement
from programkit.model.timetable import TimedSession, TimedSlot

Key = tuple[int, datetime]
"""Where a moment stands in the order of the program."""

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Spot:
    """A place that a talk may have; all talks of one length share the same spots."""

    slots: tuple[str, ...] = ()
    """Ids of the slots it takes; none for a place by time."""
    session: str | None
    """Id of the session; none off the grid."""
    room: str | Unknown
    """Id of the room; TBD where it is decided too."""
    start: datetime | None = None
    """When it starts, for a place by time."""
    minutes: int | None = None
    """How long it takes, for a place by time."""
    given_room: str | None = None
    """Id of the room that the facts say, off the grid."""
    talk: str = ""
    """Id of the talk that the facts fix here, where nothing else makes it a place."""
    first: datetime | None
    """When the talk starts; none where the time is unknown."""
    last: datetime | None
    """When the talk is over."""
    holds: int | None = None
    """Minutes there are; none where unknown or unlimited."""
    dated: bool = True
    """Whether its time is a real one, not that of a day whose date is unknown."""
    begins: Key | None = None
    """Where its start stands in the order of the program."""
    ends: Key | None = None
    """Where its end stands in the order of the program."""

    def is_place(self, placement: Placement) -> bool:
        """Whether this is where a placement is."""
        return self.key == key_of(placement)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from the other spots of a talk."""
        return self.slots, None if self.slots else self.session, self.start, self.given_room

    def meets(self, other: Spot) -> bool:
        """Whether some time is in both."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return max(self.first, other.first) < min(self.last, other.last)

    def within(self, hours: Sequence[Interval]) -> bool:
        """Whether it lies in one of the hours; none given, or an unknown time, means yes."""
        first, last = self.first, self.last
        if not hours or not self.dated or first is None or last is None or first == last:
            return True
        return any(h.first <= first and last <= h.last for h in hours)

    def touches(self, hours: Sequence[Interval]) -> bool:
        """Whether some of its time is in the hours; an unknown time is not."""
        first, last = self.first, self.last
        if not self.dated or first is None or last is None:
            return False
        return any(max(h.first, first) < min(h.last, last) for h in hours)

    def placement(self, talk: str, part: int) -> Placement:
        """The talk placed here."""
        if self.slots:
            return Placement(talk=talk, slots=self.slots, part=part)
        return Placement(
            talk=talk,
            session=self.session,
            start=self.start,
            minutes=self.minutes,
            room=self.given_room,
            part=part,
        )


def key_of(placement: Placement) -> tuple[object, ...]:
    """The key of the spot where a placement is."""
    return placement.slots, placement.session, placement.start, placement.room


class Grid:
    """All spots of a conference."""

    def __init__(self, conference: Conference) -> None:
        self._conference = conference
        self._timetable = conference.timetable
        self._by_length: dict[tuple[int | None, int | None], tuple[Spot, ...]] = {}
        self._by_key: dict[tuple[int | None, int | None], Mapping[tuple[object, ...], Spot]] = {}
        self._by_place: dict[tuple[int | None, int | None], Mapping[str, list[int]]] = {}
        self._fixed: dict[str, list[Placement]] = {}
        self._spans: dict[str, tuple[Spot, ...]] = {}
        for placement in fixed_placements(conference):
            self._fixed.setdefault(placement.talk, []).append(placement)

    def spots(self, talk: Talk) -> tuple[Spot, ...]:
        """The places that a talk may have, those that the facts fix included."""
        length = self._length(talk)
        if length not in self._by_length:
            self._by_length[length] = (*self._runs(talk.minutes), *self._packed(length[1]))
        usual = self._by_length[length]
        if talk.id not in self._fixed:
            return usual
        known = {spot.key for spot in usual}
        extra = [p for p in self._fixed[talk.id] if key_of(p) not in known]
        return (*usual, *(self._as_fixed(talk, placement) for placement in extra))

    def spot(self, talk: Talk, placement: Placement) -> Spot | None:
        """The spot where a placement of a talk is; nothing off the grid."""
        wanted, length = key_of(placement), self._length(talk)
        if length not in self._by_key or talk.id in self._fixed:
            found = {spot.key: spot for spot in self.spots(talk)}
            if talk.id in self._fixed:
                return found.get(wanted)
            self._by_key[length] = found
        return self._by_key[length].get(wanted)

    def spots_from(self, talk: Talk, places: Iterable[str]) -> list[Spot]:
        """The spots of a talk that begin in one of some slots, or are in a packed session.

        Those that only the facts make a place are among them always.
        """
        spots, length = self.spots(talk), self._length(talk)
        usual = len(self._by_length[length])
        if length not in self._by_place:
            found: dict[str, list[int]] = {}
            for number, spot in enumerate(self._by_length[length]):
                found.setdefault(spot.slots[0] if spot.slots else spot.session or "", []).append(
                    number
                )
            self._by_place[length] = found
        numbers = (n for place in places for n in self._by_place[length].get(place, ()))
        return [*(spots[number] for number in sorted(numbers)), *spots[usual:]]

    def _length(self, talk: Talk) -> tuple[int | None, int | None]:
        """What tells the spots of one talk from those of another."""
        return talk.minutes, talk.minutes or self._conference.minutes

    @cached_property
    def concurrent(self) -> tuple[tuple[Spot, Spot], ...]:
        """Each two sessions that use a room at one time; not those in different rooms for sure."""
        spans = [span for s in self._timetable.sessions.values() for span in self.whole(s)]
        timed = [(s.first, n, s.last, s) for n, s in enumerate(spans) if s.first and s.last]
        found: dict[tuple[int, int], tuple[Spot, Spot]] = {}
        order = {session: number for number, session in enumerate(self._timetable.sessions)}
        active: list[tuple[datetime, Spot]] = []
        for first, _, last, spot in sorted(timed, key=lambda item: item[:2]):
            active = [(end, other) for end, other in active if end > first]
            for _, other in active:
                known = not isinstance(other.room, Unknown) and not isinstance(spot.room, Unknown)
                if known and other.room != spot.room:
                    continue
                if other.session != spot.session and other.meets(spot):
                    pair = sorted((other, spot), key=lambda one: order[one.session or ""])
                    key = order[pair[0].session or ""], order[pair[1].session or ""]
                    found.setdefault(key, (pair[0], pair[1]))
            active.append((last, spot))
        return tuple(found[key] for key in sorted(found))

    def is_fixed(self, talk: str, spot: Spot) -> bool:
        """Whether the facts fix the talk there."""
        return any(spot.is_place(placement) for placement in self._fixed.get(talk, ()))

    def whole(self, session: TimedSession) -> Iterator[Spot]:
        """The times for which a session uses its room: while its slots last, or all of it."""
        for timed in session.slots or (session,):
            if timed.interval is not None:
                bare = Spot(session=session.id, room=session.room, first=None, last=None)
                yield self._timed(bare, timed.interval.first, timed.interval.last, session)

    def span(self, session: TimedSession) -> tuple[Spot, ...]:
        """The whole time of a session, if it is known."""
        if session.id not in self._spans:
            bare = Spot(session=session.id, room=session.room, first=None, last=None)
            known = () if session.interval is None else (session.interval,)
            spans = (self._timed(bare, when.first, when.last, session) for when in known)
            self._spans[session.id] = tuple(spans)
        return self._spans[session.id]

    @cached_property
    def unit(self) -> int:
        """The step, in minutes, at which talks may start in packed sessions."""
        usual = self._conference.minutes
        lengths = {talk.minutes or usual for talk in self._conference.talks if talk.takes_place}
        return math.gcd(*(length for length in lengths if length is not None)) or 1

    def _runs(self, minutes: int | None) -> Iterator[Spot]:
        """From each slot on, as many as the talk needs; to the session's end if it never fits."""
        for session in self._timetable.sessions.values():
            for slot in session.slots:
                taken = [slot]
                for following in session.slots[slot.index + 1 :]:
                    holds = _holds(taken)
                    if minutes is None or holds is None or holds >= minutes:
                        break
                    taken.append(following)
                yield self._run(session, taken, minutes)

    def _run(self, session: TimedSession, taken: list[TimedSlot], minutes: int | None) -> Spot:
        spot = Spot(
            slots=tuple(slot.id for slot in taken),
            session=session.id,
            room=session.room,
            first=None,
            last=None,
            holds=_holds(taken),
        )
        start, end = taken[0].interval, taken[-1].interval
        if start is None or end is None:
            return spot
        last = end.last if minutes is None else start.first + minutes * _MINUTE
        return self._timed(spot, start.first, last, session)

    def _packed(self, minutes: int | None) -> Iterator[Spot]:
        if minutes is None:
            return
        for session in self._timetable.sessions.values():
            if not session.session.packed:
                continue
            bare = Spot(
                session=session.id, room=session.room, minutes=minutes, first=None, last=None
            )
            if session.interval is None:
                yield bare
                continue
            end = self._end(session)
            start = session.interval.first
            while start < end:
                yield self._in_packed(bare, session, start, minutes)
                start += self.unit * _MINUTE

    def _in_packed(
        self, bare: Spot, session: TimedSession, start: datetime, minutes: int | None
    ) -> Spot:
        holds = None
        if session.interval is not None and not session.open_end:
            holds = int((session.interval.last - start) / _MINUTE)
        spot = replace(bare, start=start, minutes=minutes, holds=holds)
        return self._timed(spot, start, start + (minutes or 1) * _MINUTE, session)

    def _end(self, session: TimedSession) -> datetime:
        """When a packed session is over: with its day, if nothing says."""
        assert session.interval is not None  # noqa: S101 - asked of timed sessions only
        if not session.open_end:
            return session.interval.last
        local = session.interval.first.astimezone(self._conference.zone)
        return session.interval.first + timedelta(minutes=24 * 60 - local.hour * 60 - local.minute)

    def _as_fixed(self, talk: Talk, placement: Placement) -> Spot:
        """A place that only the facts make one."""
        if placement.slots:
            slots = [self._timetable.slots[slot] for slot in placement.slots]
            around = self._timetable.sessions[slots[0].session]
            return replace(self._run(around, slots, talk.minutes), talk=talk.id)
        session = self._timetable.sessions.get(placement.session or "")
        bare = Spot(
            session=placement.session,
            room=placement.room or self._only_room if session is None else session.room,
            minutes=placement.minutes,
            given_room=placement.room,
            talk=talk.id,
            first=None,
            last=None,
        )
        minutes = placement.minutes or talk.minutes
        if placement.start is None:
            return bare
        if session is not None:
            return self._in_packed(bare, session, placement.start, minutes)
        loose = replace(bare, start=placement.start)
        return self._timed(loose, placement.start, placement.start + (minutes or 1) * _MINUTE, None)

    def _timed(
        self, spot: Spot, first: datetime, last: datetime, session: TimedSession | None
    ) -> Spot:
        day = None if session is None else session.day
        dated = day is None or self._is_dated(day)
        begins = ends = None
        if not self._mixed:
            begins, ends = (0, first), (0, last)
        elif day is not None:
            begins, ends = (day, first), (day, last)
        return replace(spot, first=first, last=last, dated=dated, begins=begins, ends=ends)

    @property
    def _only_room(self) -> str | Unknown:
        """The room that goes without saying, if there is one."""
        rooms = self._conference.rooms
        if len(rooms) > 1:
            return TBD
        return rooms[0].id if rooms else ""

    @cached_property
    def _mixed(self) -> bool:
        """Whether some days have a date and some not: then only the order of days is certain."""
        return len({self._is_dated(day.index) for day in self._timetable.days}) > 1

    def _is_dated(self, day: int) -> bool:
        return self._timetable.days[day].day.date is not TBD


def _holds(slots: Sequence[TimedSlot]) -> int | None:
    """Minutes that neighboring slots hold together; nothing where unknown."""
    if slots[-1].open_end:
        return None
    first, last = slots[0].interval, slots[-1].interval
    if first is not None and last is not None:
        return int((last.last - first.first) / _MINUTE)
    lengths = [slot.slot.minutes for slot in slots]
    return None if None in lengths else sum(length or 0 for length in lengths)
