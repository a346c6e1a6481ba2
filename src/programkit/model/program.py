"""The program: what is decided, on top of the facts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Self

from pydantic import Field, model_validator

from programkit.errors import ConferenceError, Fault
from programkit.model.base import TBD, Frozen, Id, Unknown
from programkit.model.boards import Place, PosterDecision, as_hung, place_of
from programkit.model.conference import Conference
from programkit.model.contributions import Poster, State, Talk
from programkit.model.findings import Finding
from programkit.model.fixed import fixed_placements
from programkit.model.interval import Interval, Moment
from programkit.model.opening import open_rooms
from programkit.model.placement import Placement
from programkit.model.timetable import TimedSession, Timetable


class SessionDecision(Frozen):
    """What is decided about a session that the facts leave open."""

    session: Id
    """Id of the session."""
    start: Moment | None = None
    """When it starts, if the facts do not say."""
    room: str | None = None
    """Id of its room, if the facts do not say."""
    track: Id | None = None
    """Id of its track, if the facts leave it open."""
    chairs: tuple[Id, ...] | None = None
    """Ids of its chairs, if the facts leave them open."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A talk where the program has it."""

    talk: Talk
    placement: Placement
    interval: Interval | None
    """When it is given; none while its session's time is unknown."""
    session: TimedSession | None
    """Its session; none for a talk off the grid."""
    room: str | Unknown
    """Id of the room; empty for the implicit room; TBD where unknown."""
    open_end: bool
    """Whether its end is unknown: then the interval holds one minute."""


class Program(Frozen):
    """The facts together with the decisions.

    Raises:
        ConferenceError: A placement names a talk, slot or session that the facts do not have.
    """

    conference: Conference
    """The facts."""
    placements: tuple[Placement, ...] = ()
    """Where talks are, those that the facts fix included."""
    sessions: tuple[SessionDecision, ...] = ()
    """What is decided about sessions."""
    boards: tuple[PosterDecision, ...] = ()
    """What is decided about posters."""
    freed: tuple[Id, ...] = ()
    """Ids of talks whose place in the facts was only a wish when this was decided."""
    findings: tuple[Finding, ...] = Field(default=(), repr=False)
    """What was noticed when it was read against the facts; ``check`` repeats it."""

    @classmethod
    def of(cls, conference: Conference) -> Self:
        """The program that the facts alone make: fixed placements, and unknowns elsewhere."""
        return cls(conference=conference, placements=fixed_placements(conference))

    @model_validator(mode="after")
    def _known(self) -> Self:
        faults = list(self._faults())
        if faults:
            raise ConferenceError(faults)
        return self

    def _faults(self) -> Iterator[Fault]:
        known, timetable = self.conference.by_id, self.conference.timetable
        for placement in self.placements:
            by = f'the placement of talk "{placement.talk}"'
            yield from _unknown(by, "talk", (placement.talk,), known.talks)
            yield from _unknown(by, "slot", placement.slots, timetable.slots)
            yield from _unknown(by, "session", (placement.session,), timetable.sessions)
            yield from _unknown(by, "room", (placement.room,), known.rooms)
        for decision in self.sessions:
            by = f'the decision about session "{decision.session}"'
            yield from _unknown(by, "session", (decision.session,), timetable.sessions)
            yield from _unknown(by, "room", (decision.room,), known.rooms)
            yield from _unknown(by, "track", (decision.track,), known.tracks)
            yield from _unknown(by, "person", decision.chairs or (), known.people)
        for hung in self.boards:
            by = f'the decision about poster "{hung.poster}"'
            yield from _unknown(by, "poster", (hung.poster,), known.posters)
            yield from _unknown(by, "session", (hung.session,), timetable.sessions)

    @cached_property
    def timetable(self) -> Timetable:
        """The days on the line of time, with the decisions about sessions."""
        if not self.sessions:
            return self.conference.timetable
        decided = {decision.session: decision for decision in self.sessions}
        return self.conference.timetable_with(decided)

    @cached_property
    def posters(self) -> tuple[Poster, ...]:
        """The posters with what is decided about them, in the order of the facts."""
        decided = {decision.poster: decision for decision in self.boards}
        return tuple(
            as_hung(poster, decided[poster.id]) if poster.id in decided else poster
            for poster in self.conference.posters
        )

    @cached_property
    def hung(self) -> Mapping[str, Place | None]:
        """Where each poster hangs, by its id; nothing where that is not known."""
        return {poster.id: place_of(poster) for poster in self.posters}

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """The talks where they are, by time, those without a time last."""
        found = [self._place(placement) for placement in self.placements]
        return tuple(sorted(found, key=_by_time))

    @cached_property
    def by_talk(self) -> Mapping[str, tuple[Placed, ...]]:
        """Where each placed talk is, by its id, in order of parts."""
        places: dict[str, list[Placed]] = {}
        for placed in self.placed:
            places.setdefault(placed.talk.id, []).append(placed)
        return {
            talk: tuple(sorted(found, key=lambda placed: placed.placement.part))
            for talk, found in places.items()
        }

    @cached_property
    def by_slot(self) -> Mapping[str, tuple[Placed, ...]]:
        """The talks in each slot that has one, by the slot's id."""
        inside: dict[str, tuple[Placed, ...]] = {}
        for placed in self.placed:
            for slot in placed.placement.slots:
                inside[slot] = (*inside.get(slot, ()), placed)
        return inside

    @cached_property
    def by_session(self) -> Mapping[str, tuple[Placed, ...]]:
        """The talks in each session that has any, by the session's id, in order of time."""
        inside: dict[str, tuple[Placed, ...]] = {}
        for placed in self.placed:
            if placed.session is not None:
                inside[placed.session.id] = (*inside.get(placed.session.id, ()), placed)
        return inside

    @cached_property
    def unplaced(self) -> tuple[Talk, ...]:
        """The talks that should have a place and have none, in the order of the facts."""
        return tuple(
            talk
            for talk in self.conference.talks
            if talk.takes_place and not talk.reserve and talk.id not in self.by_talk
        )

    @cached_property
    def fixed(self) -> frozenset[Placement]:
        """The placements that the facts fix."""
        return frozenset(fixed_placements(self.conference))

    def with_cancelled(self, previous: Program) -> Program:
        """The program with talks that are cancelled where people know them, if their slots remain.

        Others may be in such a slot now: readers see both, and look for the one that is off.
        """
        slots = self.timetable.slots
        off = {talk.id for talk in self.conference.talks if talk.state is State.CANCELLED}
        kept = tuple(
            placement
            for placement in previous.placements
            if placement.talk in off - self.by_talk.keys()
            and placement.slots
            and slots.keys() >= set(placement.slots)
        )
        return self.replace(placements=(*self.placements, *kept)) if kept else self

    def public(self, now: datetime | None = None) -> Program:
        """The public projection: what outputs are built from.

        Args:
            now: When they are built: a link that is given only before a session is in it from
                its opening to the end of the session. None given means that no link is.
        """
        opened = frozenset[str]() if now is None else open_rooms(self, now)
        if opened not in self._projections:
            self._projections[opened] = self._with_links(opened)
        return self._projections[opened]

    @cached_property
    def _projections(self) -> dict[frozenset[str], Program]:
        """By the rooms that are open. Kept, because every output is built from one."""
        return {frozenset(): self._public}

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What others made of this program and need again; it lives as long as the program."""
        return {}

    def _with_links(self, opened: frozenset[str]) -> Program:
        links = {room.id: room.link for room in self.conference.rooms if room.id in opened}
        public = self._public.conference
        rooms = (r.replace(link=links[r.id]) if r.id in links else r for r in public.rooms)
        return self._public.replace(conference=public.replace(rooms=tuple(rooms)))

    @cached_property
    def _public(self) -> Program:
        """The projection in which every link is withheld that is not open to everybody."""
        conference = self.conference.public()
        placed = {placement.talk for placement in self.placements}
        hidden = {t.id for t in self.conference.talks if t.reserve and t.id not in placed}
        talks = tuple(talk for talk in conference.talks if talk.id not in hidden)
        shown = {talk.id for talk in talks}
        return Program(
            conference=conference.replace(talks=talks) if hidden else conference,
            placements=tuple(p for p in self.placements if p.talk in shown),
            sessions=self.sessions,
            boards=tuple(d for d in self.boards if d.poster in conference.by_id.posters),
        )

    def _place(self, placement: Placement) -> Placed:
        talk = self.conference.by_id.talks[placement.talk]
        if placement.slots:
            return self._in_slots(talk, placement)
        session = self.timetable.sessions.get(placement.session or "")
        room = session.room if session is not None else placement.room or self._only_room
        interval = None
        if placement.start is not None:
            interval = Interval.lasting(placement.start, placement.minutes or talk.minutes or 1)
        open_end = placement.minutes is None and talk.minutes is None
        return Placed(talk, placement, interval, session, room, open_end)

    @property
    def _only_room(self) -> str | Unknown:
        """The room that goes without saying, if there is one."""
        rooms = self.conference.rooms
        if len(rooms) > 1:
            return TBD
        return rooms[0].id if rooms else ""

    def _in_slots(self, talk: Talk, placement: Placement) -> Placed:
        slots = [self.timetable.slots[slot] for slot in placement.slots]
        session = self.timetable.sessions[slots[0].session]
        first, last = slots[0].interval, slots[-1].interval
        if first is None or last is None:
            return Placed(talk, placement, None, session, session.room, talk.minutes is None)
        if talk.minutes is not None:
            interval = Interval.lasting(first.first, talk.minutes)
            return Placed(talk, placement, interval, session, session.room, open_end=False)
        interval = Interval(start=first.start, end=last.end)
        return Placed(talk, placement, interval, session, session.room, slots[-1].open_end)


def _by_time(placed: Placed) -> tuple[bool, str, str, str, int]:
    """What has no time stays in the order in which it was listed: sorting is stable."""
    if placed.interval is None:
        return True, "", "", "", 0
    start = placed.interval.first.isoformat()
    room = "" if isinstance(placed.room, Unknown) else placed.room
    return False, start, room, placed.talk.id, placed.placement.part


def _unknown(
    by: str, kind: str, ids: Iterable[str | None], known: Container[str]
) -> Iterator[Fault]:
    """Faults for the ids that nothing has; none given is not looked for."""
    for found in ids:
        if found and found not in known:
            yield Fault(f'{by} names {kind} "{found}", which does not exist')
