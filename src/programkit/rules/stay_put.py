"""As few and as small changes as possible against an earlier program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Self

from pydantic import Field, model_validator
from typing_extensions import override

from programkit.model.chairs import chairs_of
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.placement import Placement
from programkit.model.program import Placed, Program, SessionDecision
from programkit.model.timetable import TimedSession
from programkit.rules._wording import person_words, timed_words
from programkit.rules.base import HEAVIEST, Reads, Rule, day_of
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.spots import Spot


class StayPut(Rule):
    """What an earlier program decided stays: places of talks; times, rooms, chairs of sessions.

    A talk that moves costs by how far: to another day most, within the day less, at the same time
    to another place least. Without a place it costs as on another day. A session that moves costs
    once, with all its talks. With costs of about the same size, as they are unless told otherwise,
    fewer changes come before smaller ones.
    """

    code: ClassVar[str] = "stay-put"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})  # from the first stage

    level: Level = Level.SOFT
    day: int = Field(default=12, ge=0, le=HEAVIEST)
    """What a talk or session costs that moves to another day or loses its place."""
    time: int = Field(default=11, ge=0, le=HEAVIEST)
    """What a talk or session costs that moves to another time of its day."""
    room: int = Field(default=10, ge=0, le=HEAVIEST)
    """What a talk costs that goes elsewhere at the same time, and a session in another room."""
    chairs: int = Field(default=5, ge=0, le=HEAVIEST)
    """What each chair costs who no longer chairs the session."""
    placements: tuple[Placement, ...] = ()
    """Where talks were. Those that no longer take place do not count."""
    sessions: tuple[SessionDecision, ...] = ()
    """What was decided about sessions."""

    @model_validator(mode="after")
    def _farther_costs_more(self) -> Self:
        if not self.room <= self.time <= self.day:
            raise ValueError("a day costs no less than a time, and a time no less than a room")
        return self

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for before in self._still_there(program):
            now = program.by_talk.get(before.placement.talk, ())
            cost = min((self._cost(program, before, place) for place in now), default=self.day)
            if cost:
                yield self.found(
                    f"{talk_text(conference, before.talk)} {'moves' if now else 'loses its place'}",
                    about=(before.talk.id,),
                    remedy="tell its speakers, or pin it",
                    times=cost,
                )
        yield from self._check_sessions(program)

    def _check_sessions(self, program: Program) -> Iterator[Finding]:
        conference, sessions = program.conference, program.timetable.sessions
        for session, start in self._starts(conference):
            cost = self._later(conference, sessions[session], start)
            if cost:
                yield self.found(
                    f"{timed_words(conference, sessions[session])} changes its time",
                    about=(session,),
                    remedy="tell its speakers, or give it its time in the facts",
                    times=cost,
                )
        for session, room in self._rooms(conference):
            timed = sessions[session]
            if timed.room != room:
                yield self.found(
                    f"{timed_words(conference, timed)} changes its room",
                    about=(session,),
                    remedy="tell its speakers, or give it its room in the facts",
                    times=self.room,
                )
        for session, person in self._chairs(conference):
            timed = sessions[session]
            if person not in chairs_of(timed):
                yield self.found(
                    f"{person_words(conference, person)} no longer chairs "
                    f"{timed_words(conference, timed)}",
                    about=(session, person),
                    remedy="tell both chairs, or name the chair in the facts",
                    times=self.chairs,
                )

    def _cost(self, program: Program, before: Placed, now: Placed) -> int:
        """How far a talk has moved, as a cost."""
        if _place(now.placement) == _place(before.placement):
            return 0
        was, moved = before.interval, now.interval
        if was is not None and moved is not None and was.first == moved.first:
            return self.room
        day = day_of(program, now)
        return self.time if day is not None and day == day_of(program, before) else self.day

    @override
    def post(self, decisions: Decisions) -> None:
        nothing = Program(conference=decisions.conference)
        steps = (self.room, self.time - self.room, self.day - self.time)
        for before in self._still_there(nothing):
            start = None if before.interval is None else before.interval.first
            here = _Before(before.placement, start, day_of(nothing, before))
            spots = decisions.spots(before.talk.id)
            nears = [(here.nearness(spot, decisions), there) for spot, there in spots.items()]
            for near, cost in enumerate(steps):  # each step farther costs what it adds
                kept = [there for found, there in nears if found <= near]
                if cost:
                    decisions.at_least(self, kept, 1, (before.talk.id,), times=cost)
        for session, first in self._starts(decisions.conference):
            timed = decisions.conference.timetable.sessions[session]
            cost = self._later(decisions.conference, timed, first)
            if cost:  # times of sessions are settled before all else
                decisions.never(self, (), about=(session,), times=cost)
        for session, room in self._rooms(decisions.conference):
            choices = decisions.session_rooms(session)
            elsewhere = [inside for other, inside in choices if other != room]
            decisions.never(self, *elsewhere, about=(session,), times=self.room)
        for session, person in self._chairs(decisions.conference):
            chairs = decisions.chairs(session)
            kept = [chairs[person]] if person in chairs else []
            decisions.at_least(self, kept, 1, (session, person), times=self.chairs)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        if about[0] in conference.by_id.talks:
            return f"{talk_text(conference, conference.talk(about[0]))} stays where it was"
        session = timed_words(conference, conference.timetable.sessions[about[0]])
        if len(about) > 1:
            return f"{person_words(conference, about[1])} chairs {session}"
        return f"{session} keeps its time and its room"

    def _still_there(self, program: Program) -> Iterator[Placed]:
        """Where the talks were that still take place, at the times that these places have now."""
        conference = program.conference
        talks = conference.by_id.talks
        kept = [p for p in self.placements if p.talk in talks and talks[p.talk].takes_place]
        places = tuple(place for place in kept if _exists(conference, place))
        before = Program(conference=conference, placements=places, sessions=program.sessions)
        known = {placed.placement: placed for placed in before.placed}
        for place in kept:
            gone = Placed(talks[place.talk], place, None, None, "", open_end=True)
            yield known.get(place, gone)

    def _later(self, conference: Conference, timed: TimedSession, start: datetime) -> int:
        """What it costs that a session is when it is and not when it started."""
        if timed.interval is None:
            return self.day
        if timed.interval.first == start:
            return 0
        days = {at.astimezone(conference.zone).date() for at in (timed.interval.first, start)}
        return self.time if len(days) == 1 else self.day

    def _starts(self, conference: Conference) -> Iterator[tuple[str, datetime]]:
        """When sessions started."""
        for decision in self.sessions:
            if decision.start is not None and decision.session in conference.timetable.sessions:
                yield decision.session, decision.start

    def _rooms(self, conference: Conference) -> Iterator[tuple[str, str]]:
        """The rooms that sessions had, if a change of them counts."""
        for decision in self.sessions if self.room else ():
            if decision.room is not None and decision.session in conference.timetable.sessions:
                yield decision.session, decision.room

    def _chairs(self, conference: Conference) -> Iterator[tuple[str, str]]:
        """The chairs whom sessions had, if a change of them counts."""
        for decision in self.sessions if self.chairs else ():
            for person in dict.fromkeys(decision.chairs or ()):
                known = decision.session in conference.timetable.sessions
                if known and person in conference.by_id.people:
                    yield decision.session, person


class _Before(NamedTuple):
    """Where a talk was."""

    placement: Placement
    start: datetime | None
    day: str | None

    def nearness(self, spot: Spot, decisions: Decisions) -> int:
        """How far a spot is from there: 0 there, 1 at the same time, 2 on that day, 3 farther."""
        if spot.is_place(self.placement):
            return 0
        if spot.first is not None and spot.first == self.start:
            return 1
        return 2 if self.day is not None and decisions.day(spot) == self.day else 3


def _place(placement: Placement) -> tuple[object, ...]:
    """What tells two places apart."""
    return placement.slots, placement.session, placement.start, placement.room


def _exists(conference: Conference, placement: Placement) -> bool:
    """Whether the facts still have everything that a place names."""
    timetable = conference.timetable
    return (
        all(slot in timetable.slots for slot in placement.slots)
        and placement.session in {None, *timetable.sessions}
        and placement.room in {None, *conference.by_id.rooms}
    )
