"""A room holds one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level, Source
from programkit.model.interval import Interval
from programkit.model.program import Placed, Program
from programkit.model.sources import item_source
from programkit.model.timetable import TimedBreak, TimedSession, Timetable
from programkit.rules._wording import listed, placed_words, room_words, timed_words
from programkit.rules.base import Reads, Rule, on_stage, whole_sessions
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions

Spans = tuple[Interval, ...]


class RoomFree(Rule):
    """A room holds one thing at a time, and a slot one talk; one may begin as another ends.

    A plenary and a break close the rooms they name, or all.
    """

    code: ClassVar[str] = "room-free"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        yield from self._slots(program)
        yield from self._talks_by_time(program)
        yield from self._sessions(program)
        yield from self._closed(program)

    def _slots(self, program: Program) -> Iterator[Finding]:
        for slot, inside in program.by_slot.items():
            talks = [placed.talk for placed in inside if placed.talk.takes_place]
            if len(talks) > 1:
                names = listed(talk_text(program.conference, talk) for talk in talks)
                yield self.found(
                    f"{timed_words(program.conference, program.timetable.slots[slot])} "
                    f"has {len(talks)} talks: {names}",
                    about=(slot, *(talk.id for talk in talks)),
                    remedy="move all but one",
                )

    def _talks_by_time(self, program: Program) -> Iterator[Finding]:
        """Talks packed into one session, and talks off the grid against all others."""
        placed = [p for p in on_stage(program) if p.interval is not None]
        by_time = [p for p in placed if not p.placement.slots]
        in_slots = [p for p in placed if p.placement.slots]
        for number, first in enumerate(by_time):
            for second in (*by_time[number + 1 :], *in_slots):
                if _meet(first, second):
                    yield self._both(
                        program.conference,
                        (placed_words(program, first), first.talk.id),
                        (placed_words(program, second), second.talk.id),
                        first.room,
                    )
            if first.session is None:
                yield from self._beside_sessions(program, first)

    def _beside_sessions(self, program: Program, loose: Placed) -> Iterator[Finding]:
        """A talk off the grid against sessions that have the room from start to end."""
        for session in whole_sessions(program.timetable):
            if session.room == loose.room and _overlap((loose.interval,), (session.interval,)):
                yield self._both(
                    program.conference,
                    (placed_words(program, loose), loose.talk.id),
                    (timed_words(program.conference, session), session.id),
                    session.room,
                )

    def _sessions(self, program: Program) -> Iterator[Finding]:
        by_room: dict[str, list[TimedSession]] = {}
        for session in program.timetable.sessions.values():
            if not isinstance(session.room, Unknown):
                by_room.setdefault(session.room, []).append(session)
        for room, sessions in by_room.items():
            for first, second in _meeting(sessions):
                yield self._both(
                    program.conference,
                    (timed_words(program.conference, first), first.id),
                    (timed_words(program.conference, second), second.id),
                    room,
                    source=item_source(program.conference, second),
                )

    def _closed(self, program: Program) -> Iterator[Finding]:
        closers = list(_closers(program.timetable))
        at: dict[Interval | None, list[TimedSession | TimedBreak]] = {}
        for placed in on_stage(program):
            when = placed.interval
            if when not in at:  # many talks share a time
                at[when] = [closer for closer, spans in closers if _overlap((when,), spans)]
            for closer in at[when]:
                if placed.room in closer.closes:
                    yield self._shut(program, placed_words(program, placed), placed.talk.id, closer)
        for session in whole_sessions(program.timetable):
            for closer, spans in closers:
                shut = session.room in closer.closes and session.id != closer.id
                if shut and _overlap((session.interval,), spans):
                    name = timed_words(program.conference, session)
                    yield self._shut(program, name, session.id, closer)

    def _both(
        self,
        conference: Conference,
        first: tuple[str, str],
        second: tuple[str, str],
        room: str | Unknown,
        source: Source | None = None,
    ) -> Finding:
        where = "one room" if isinstance(room, Unknown) else room_words(conference, room)
        return self.found(
            f"{first[0]} and {second[0]} are in {where} at the same time",
            about=(first[1], second[1]),
            remedy="move one of the two to another time or room",
            source=source,
        )

    def _shut(
        self, program: Program, what: str, about: str, closer: TimedSession | TimedBreak
    ) -> Finding:
        return self.found(
            f"{what} is in a room that {timed_words(program.conference, closer)} closes",
            about=(about, closer.id),
            remedy="move one of the two, or name the rooms that are closed",
        )

    @override
    def post(self, decisions: Decisions) -> None:
        if self.level is Level.HARD:
            decisions.keep_single(self)
        else:
            for slot in decisions.conference.timetable.slots:
                inside = [(there, 1) for there in decisions.slot(slot)]
                decisions.at_most(self, inside, 1, (slot,))
        self._post_packed(decisions)
        self._post_loose(decisions)
        for first, second in decisions.concurrent_sessions:
            about = (first.session or "", second.session or "")
            decisions.never(self, *decisions.same_room(first, second), about=about)
        self._post_closed(decisions)

    def _post_packed(self, decisions: Decisions) -> None:
        for session, places in decisions.by_time.items():
            if self.level is Level.HARD:
                for at_once in decisions.under_way_together(places):
                    inside = [(there, 1) for there in at_once]
                    decisions.at_most(self, inside, 1, (session,), hard=True)
                continue
            for (spot, here), (other, there) in combinations(places, 2):
                if spot.meets(other):
                    decisions.never(self, (here, there), about=(session,))

    def _post_loose(self, decisions: Decisions) -> None:
        """Talks off the grid: only those that the facts fix."""
        loose = decisions.loose
        if not loose:
            return
        everything = [item for talk in decisions.talks for item in decisions.spots(talk.id).items()]
        gridded = [item for item in everything if item[0].session is not None]
        for number, (spot, here) in enumerate(loose):
            about = (spot.talk,)
            for other, there in (*loose[number + 1 :], *gridded):
                if spot.meets(other):
                    rooms = decisions.same_room(spot, other)
                    decisions.never(self, *((here, there, *r) for r in rooms), about=about)
            for span in decisions.whole_sessions:
                if spot.meets(span):
                    rooms = decisions.same_room(spot, span)
                    decisions.never(self, *((here, *r) for r in rooms), about=about)

    def _post_closed(self, decisions: Decisions) -> None:
        for talk in decisions.talks:
            for spot, there in decisions.spots(talk.id).items():
                for closer, rooms in decisions.shut(spot).items():
                    shut = ((there, *room) for room in rooms)
                    decisions.never(self, *shut, about=(closer,))
        for span in decisions.whole_sessions:
            for closer, rooms in decisions.shut(span).items():
                decisions.never(self, *rooms, about=(closer,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        names = [_thing_words(conference, thing) for thing in about]
        if len(names) == 2:
            return f"{names[0]} and {names[1]} are not in one room at the same time"
        timetable = conference.timetable
        if about[0] in timetable.slots:
            return f"{names[0]} holds one talk"
        if about[0] in timetable.sessions and not timetable.sessions[about[0]].closes:
            return f"the talks of {names[0]} come one after the other"
        if about[0] in conference.by_id.talks:
            return f"nothing else is in the room of {names[0]}"
        return f"{names[0]} closes rooms"


def _busy(session: TimedSession) -> Spans:
    """When a session uses its room: while its slots last, or from start to end."""
    found = [slot.interval for slot in session.slots] or [session.interval]
    return tuple(interval for interval in found if interval is not None)


def _meeting(sessions: Sequence[TimedSession]) -> Iterator[tuple[TimedSession, TimedSession]]:
    """Each two sessions that use a room at one time, in their order."""
    spans = sorted(
        (span.first, span.last, number)
        for number, session in enumerate(sessions)
        for span in _busy(session)
    )
    active: list[tuple[datetime, int]] = []
    found: set[tuple[int, int]] = set()
    for first, last, number in spans:
        active = [(end, other) for end, other in active if end > first]
        if first < last:  # a moment takes no time
            met = (other for _, other in active if other != number)
            found.update((min(number, other), max(number, other)) for other in met)
            active.append((last, number))
    return ((sessions[one], sessions[other]) for one, other in sorted(found))


def _closers(timetable: Timetable) -> Iterator[tuple[TimedSession | TimedBreak, Spans]]:
    for pause in timetable.breaks:
        if pause.interval is not None:
            yield pause, (pause.interval,)
    for session in timetable.sessions.values():
        if session.closes:
            yield session, _busy(session)


def _overlap(first: tuple[Interval | None, ...], second: tuple[Interval | None, ...]) -> bool:
    return any(a is not None and b is not None and a.overlaps(b) for a in first for b in second)


def _meet(first: Placed, second: Placed) -> bool:
    """Whether two talks, of which one is placed by time, are in one room at once."""
    if not _overlap((first.interval,), (second.interval,)):
        return False
    if first.session is None or second.session is None:
        return first.room == second.room and not isinstance(first.room, Unknown)
    return first.session.id == second.session.id


def _thing_words(conference: Conference, thing: str) -> str:
    timetable = conference.timetable
    if thing in conference.by_id.talks:
        return talk_text(conference, conference.talk(thing))
    timed = timetable.slots.get(thing) or timetable.sessions.get(thing)
    breaks = {pause.id: pause for pause in timetable.breaks}
    return timed_words(conference, timed or breaks[thing])
