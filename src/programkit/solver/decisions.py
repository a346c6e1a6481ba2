"""Everything that is open, as rules see it: views to ask, and one door to post through."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from ortools.sat.python import cp_model

from programkit.errors import SolveError
from programkit.model.boards import Place as Board
from programkit.model.conference import Conference
from programkit.model.contributions import State, Talk
from programkit.model.fixed import fixed_placements
from programkit.model.interval import Interval
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.solver.around import Around
from programkit.solver.boarding import Boarding, Places
from programkit.solver.chairing import Chairing, Chairs
from programkit.solver.components import Component, Values, merged
from programkit.solver.holding import Holding
from programkit.solver.occasions import Occasions
from programkit.solver.placing import Place, Placing
from programkit.solver.posting import Literal, Literals, Postable, Posting
from programkit.solver.rooming import Rooming
from programkit.solver.spots import Grid, Key, Spot


class _Closer(NamedTuple):
    """A break or plenary that closes rooms."""

    id: str
    rooms: frozenset[str]
    spans: tuple[Interval, ...]


class Decisions(Posting):
    """What is open about a conference: where talks are, and which rooms sessions have.

    A rule asks the views for literals and posts what it requires of them. Views are made when they
    are first asked for. ``within`` may confine talks to the sessions that it names; ``around``
    opens a part of a program only, ``price`` lets what hard rules want be missing, and ``grid``
    saves making the spots anew.
    """

    def __init__(  # noqa: PLR0913 - each opens or closes something else
        self,
        conference: Conference,
        *,
        freed: Iterable[str] = (),
        guarded: bool = False,
        within: Mapping[str, frozenset[str]] | None = None,
        around: Around | None = None,
        grid: Grid | None = None,
        price: int = 0,
    ) -> None:
        self.model = cp_model.CpModel()
        super().__init__(self.model, guarded=guarded, constants=around is not None, price=price)
        self.conference = conference
        """The facts."""
        self.freed = tuple(freed)
        """Ids of the talks that need not stay where the facts fix them."""
        self._grid = grid or Grid(conference)
        self._placing = Placing(self.model, conference, self._grid, within=within, around=around)
        self._rooming = Rooming(self.model, conference, around)
        self._chairing = Chairing(self.model, conference, around)
        self._boarding = Boarding(self.model, conference, around)
        self._components: tuple[Component, ...] = (
            self._placing,
            self._rooming,
            self._chairing,
            self._boarding,
        )
        self._placing.leave_no_gaps()
        self._occasions = Occasions(self, conference, self._placing)
        self._holding = Holding(self, self.model, conference, self._placing)
        self._closing: dict[tuple[datetime | None, datetime | None], tuple[_Closer, ...]] = {}

    # Views: where talks are.

    @property
    def talks(self) -> tuple[Talk, ...]:
        """The talks that take place, in the order of the facts."""
        return self._placing.talks

    @property
    def free(self) -> tuple[Talk, ...]:
        """Those of them that may move: all, but where a part is decided around the rest."""
        return self._placing.free

    def keep_once(self, rule: Postable, talk: Talk) -> None:
        """A talk has no more places than parts, whatever else is dropped."""
        places = [(place, 1) for place in self.spots(talk.id).values()]
        self.at_most(rule, places, talk.parts, (talk.id,), hard=True)
        if talk.parts == 1:
            self._occasions.once.add(talk.id)

    def is_once(self, talk: str) -> bool:
        """Whether a talk has no more than one place, whatever else is dropped."""
        return talk in self._occasions.once

    def needs(self, talk: Talk, missing: cp_model.LinearExprT) -> None:
        """A talk has its places, but for the parts that are missing."""
        self._holding.needs(talk, missing)

    def keep_single(self, rule: Postable) -> None:
        """No slot holds two talks, whatever else is dropped; views made later build on that."""
        for slot in self.conference.timetable.slots:
            self.at_most(rule, [(there, 1) for there in self.slot(slot)], 1, (slot,), hard=True)
        self._holding.single = True

    def spots(self, talk: str) -> Mapping[Spot, cp_model.IntVar]:
        """The places that a talk may have, each with the literal that it is there."""
        return self._placing.spots(talk)

    def slot(self, slot: str) -> tuple[cp_model.IntVar, ...]:
        """The literals that one talk or another takes a slot."""
        return self._placing.in_slots.get(slot, ())

    @property
    def by_time(self) -> Mapping[str, tuple[Place, ...]]:
        """For each session into which talks are packed, the places in it."""
        return self._placing.by_time

    @property
    def loose(self) -> tuple[Place, ...]:
        """The places off the grid; only the facts make such."""
        return self._placing.loose

    def ends_after(self, talk: str, moment: Key) -> Literal:
        """A literal that must hold if the talk ends after a moment at which some spot begins."""
        return self._placing.ends_after(talk, moment)

    def begun_by(self, talk: str, moment: Key) -> Literal:
        """A literal that must hold if the talk has begun at a moment at which some spot begins."""
        return self._placing.begun_by(talk, moment)

    def under_way(self, talk: str, rest: int = 0) -> Mapping[datetime, Literal]:
        """For each moment at which some spot begins, a literal.

        It must hold if the talk is under way then, or was until less than ``rest`` minutes before.
        Moments at which it cannot be are left out. Whatever meets another thing does so at the
        start of one of the two.
        """
        return self._occasions.under_way(talk, rest)

    def places_under_way(self, talk: str) -> Mapping[datetime, Sequence[Literal]]:
        """The same as ``under_way``, each as literals of which at most one holds."""
        return self._occasions.places_under_way(talk)

    def in_rooms(self, talk: str, rest: int = 0) -> Mapping[datetime, Mapping[str, Literal]]:
        """The same as ``under_way`` for each room in which the talk may be."""
        return self._occasions.in_rooms(talk, rest)

    def day(self, spot: Spot) -> str | None:
        """Id of the day that a spot is on; nothing where unknown."""
        return self._occasions.day(spot)

    def on_days(self, talk: str) -> Mapping[str, Literal]:
        """For each day, by its id, a literal that must hold if the talk is on it."""
        return self._occasions.on_days(talk)

    @staticmethod
    def under_way_together(places: Iterable[tuple[Spot, Literal]]) -> Iterator[tuple[Literal, ...]]:
        """The largest sets of places, two or more, that are under way at one moment."""
        timed = [(s.first, s.last, there) for s, there in places if s.first != s.last]
        known = [(first, last, there) for first, last, there in timed if first and last]
        known.sort(key=lambda item: item[:2])
        active: list[tuple[datetime, int, Literal]] = []
        grown = False
        for number, (first, last, there) in enumerate(known):
            if grown and active[0][0] <= first:
                yield from _two_or_more(active)
                grown = False
            while active and active[0][0] <= first:
                heapq.heappop(active)
            heapq.heappush(active, (last, number, there))
            grown = True
        yield from _two_or_more(active)

    # Views: which sessions hold what.

    def sessions_of(self, talk: str) -> Mapping[str, Literal]:
        """For each session that may hold a talk, a literal that it does."""
        return self._holding.of_talk(talk)

    def sessions_with(self, track: str) -> Mapping[str, Literal]:
        """For each session that may hold talks of a track, a literal that it holds one."""
        return self._holding.of_track(track)

    def sessions_holding(self, talks: tuple[str, ...]) -> Mapping[str, Literal]:
        """For each session that may hold one of some talks, a literal that it does."""
        return self._holding.of_talks(talks)

    def blocks_with(self, track: str) -> Mapping[int, Literal]:
        """For each block that may hold talks of a track, by position, a literal that it does."""
        return self._holding.blocks_of_track(track)

    def slot_times(self, talk: str) -> Mapping[Interval, Literal]:
        """For each time of slots that a talk may take, a literal that must hold if it does."""
        return self._holding.slot_times(talk)

    @property
    def sessions_used(self) -> Mapping[str, Literal]:
        """For each session that may hold talks, a literal that it holds one."""
        return self._holding.anything

    # Views: which rooms sessions have.

    def rooms(self, spot: Spot) -> Iterator[tuple[str, Literals]]:
        """The rooms that a spot may be in, and the literals under which it is."""
        return self._rooming.rooms(spot)

    def session_rooms(self, session: str) -> Iterator[tuple[str, Literals]]:
        """The rooms that a session may be in, and the literals under which it is."""
        return self._rooming.session_rooms(session)

    def rooms_of(self, talk: str) -> Iterator[tuple[str, Literals]]:
        """The rooms that each session of a talk may be in, and under which literals it is there."""
        for session, there in self.sessions_of(talk).items():
            for room, inside in self.session_rooms(session):
                yield room, (there, *inside)
        for spot, place in self.spots(talk).items():
            for room, inside in self.rooms(spot) if spot.session is None else ():
                yield room, (place, *inside)

    def same_room(self, one: Spot, other: Spot) -> tuple[Literals, ...]:
        """The ways in which two spots can be in one room."""
        rooms = dict(self.rooms(other))
        return tuple((*inside, *rooms[r]) for r, inside in self.rooms(one) if r in rooms)

    # Views: when sessions are, and who chairs them.

    def session_times(self, session: str) -> tuple[tuple[Spot, Literals], ...]:
        """The whole times that a session may have, and the literals under which it has them."""
        return tuple((span, ()) for span in self._grid.span(self._session(session)))

    def chairs(self, session: str) -> Chairs:
        """The people who chair a session, or may, each with the literal that they do."""
        return self._chairing.chairs(session)

    @property
    def chaired_by(self) -> Mapping[str, Chairs]:
        """For each person who may chair, the sessions, each with the literal that they do."""
        return self._chairing.of_people

    def hangs(self, poster: str) -> Places:
        """Where a poster hangs, or may, each with the literal that it does."""
        return self._boarding.places(poster)

    @property
    def boards(self) -> Mapping[Board, Mapping[str, cp_model.IntVar]]:
        """For each board, the posters that hang there, or may, each with the literal."""
        return self._boarding.of_boards

    def during(self, talk: str, span: Spot) -> Literal | None:
        """A literal that must hold if a talk is under way in the time of a session."""
        return self._occasions.during(talk, span)

    def _session(self, session: str) -> TimedSession:
        return self.conference.timetable.sessions[session]

    @cached_property
    def whole_sessions(self) -> tuple[Spot, ...]:
        """The sessions with a time that use their room from start to end."""
        sessions = self.conference.timetable.sessions.values()
        whole = [s for s in sessions if not s.slots and not s.session.packed]
        return tuple(span for session in whole for span in self._grid.whole(session))

    @property
    def concurrent_sessions(self) -> tuple[tuple[Spot, Spot], ...]:
        """Each two sessions that use a room at one time."""
        return self._grid.concurrent

    def shut(self, spot: Spot) -> Mapping[str, tuple[Literals, ...]]:
        """The breaks and plenaries that may close a spot's room, by id, and in which ways."""
        time = spot.first, spot.last
        if time not in self._closing:
            shut = (c for c in self._closers if any(_during(span, spot) for span in c.spans))
            self._closing[time] = tuple(shut)
        if not self._closing[time]:
            return {}
        ways = {
            c.id: tuple(self._ways(c, spot)) for c in self._closing[time] if c.id != spot.session
        }
        return {closer: found for closer, found in ways.items() if found}

    def _ways(self, closer: _Closer, spot: Spot) -> Iterator[Literals]:
        own = self._rooming.open.get(closer.id, {})
        for room, inside in self.rooms(spot):
            if room in closer.rooms:
                yield (*inside, ~own[room]) if room in own else inside

    @cached_property
    def _closers(self) -> tuple[_Closer, ...]:
        timetable = self.conference.timetable
        found = [
            _Closer(pause.id, frozenset(pause.closes), (pause.interval,))
            for pause in timetable.breaks
            if pause.interval is not None
        ]
        for session in timetable.sessions.values():
            spans = [s.interval for s in session.slots or (session,) if s.interval is not None]
            if session.closes and spans:
                found.append(_Closer(session.id, frozenset(session.closes), tuple(spans)))
        return tuple(found)

    # Between decisions and programs.

    def fix(self, program: Program) -> None:
        """Decide everything as a program has it.

        Raises:
            SolveError: A talk of it is off the grid, or a session's room is unknown.
        """
        for fault in (fault for part in self._components for fault in part.missing(program)):
            raise SolveError(fault)
        for literal, value in self._chosen(program):
            self.model.add(literal == int(value))

    def hint(self, program: Program) -> None:
        """Let the search start near a program."""
        for literal, value in self._chosen(program):
            if self.settled(literal) is None:
                self.model.add_hint(literal, value)

    def read(self, values: Values) -> Program:
        """The program that the solver decided."""
        found = (decided for part in self._components for decided in part.read(values))
        decided = merged(found)
        return Program(
            conference=self.conference,
            placements=(*decided.placements, *self._cancelled()),
            sessions=decided.sessions,
            boards=decided.boards,
            freed=self.freed,
        )

    def _chosen(self, program: Program) -> Iterator[tuple[cp_model.IntVar, bool]]:
        return (pair for part in self._components for pair in part.chosen(program))

    def _cancelled(self) -> Sequence[Placement]:
        """Cancelled talks keep the place that the facts give them."""
        placements = fixed_placements(self.conference)
        return [p for p in placements if self.conference.talk(p.talk).state is State.CANCELLED]


def _two_or_more(active: list[tuple[datetime, int, Literal]]) -> Iterator[tuple[Literal, ...]]:
    if len(active) > 1:
        yield tuple(literal for _, _, literal in sorted(active, key=lambda item: item[1]))


def _during(span: Interval, spot: Spot) -> bool:
    if spot.first is None or spot.last is None:
        return False
    return max(span.first, spot.first) < min(span.last, spot.last)
