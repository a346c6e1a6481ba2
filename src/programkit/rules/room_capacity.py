"""A room has seats for those who are expected."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.leaning import Leaning
from programkit.model.program import Placed, Program
from programkit.model.venue import Room
from programkit.rules._wording import placed_words
from programkit.rules.base import Reads, Rule, visits
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


class RoomCapacity(Rule):
    """A room has seats for the audience that is expected. Each seat missing costs.

    Of a talk without an expected ``audience``, the ``interests`` of attendees tell how many come. A
    room without a capacity has enough; a talk of which nothing is known needs no seats.
    """

    code: ClassVar[str] = "room-capacity"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})

    level: Level = Level.SOFT
    share: float = Field(default=1, ge=0, le=1000)
    """How many people are expected for each attendee who wants to hear a talk."""

    worst: bool = False
    """Whether only the talk that lacks most seats counts, so that the lack is spread evenly."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        lacks: list[tuple[int, Placed, Room]] = []
        for placed in visits(program):
            room = None if isinstance(placed.room, Unknown) else conference.room(placed.room)
            audience = self._audience(conference, placed.talk)
            if room is not None and room.capacity is not None and audience > room.capacity:
                lacks.append((audience - room.capacity, placed, room))
        if self.worst:
            lacks = sorted(lacks, key=lambda lack: -lack[0])[:1]
        for missing, placed, room in lacks:
            yield self.found(
                f"{placed_words(program, placed)} expects "
                f"{self._audience(conference, placed.talk)} people, "
                f"{room.name} has {room.capacity} seats",
                about=(placed.talk.id, room.id),
                remedy="move it to a larger room",
                source=conference.source("talks", placed.talk.id, "audience"),
                times=missing,
            )

    @override
    def post(self, decisions: Decisions) -> None:
        if self.worst and self.level is not Level.HARD:
            self._post_worst(decisions)
            return
        for talk, missing, way in self._ways(decisions):
            decisions.never(self, way, about=(talk,), times=missing)

    def _post_worst(self, decisions: Decisions) -> None:
        """What somebody lacks at least is paid step by step, from the largest lack down."""
        by_lack: dict[int, list[Literals]] = {}
        for _, missing, way in self._ways(decisions):
            by_lack.setdefault(missing, []).append(way)
        steps = sorted(by_lack)
        more: list[Literals] = []
        for lower, missing in reversed(list(pairwise([0, *steps]))):
            lacked = decisions.any_of([*by_lack[missing], *more])
            decisions.never(self, (lacked,), about=(), times=missing - lower)
            more = [(lacked,)]

    def _ways(self, decisions: Decisions) -> Iterator[tuple[str, int, Literals]]:
        """The ways in which talks lack seats, and how many."""
        rooms = decisions.conference.rooms
        seats = {room.id: room.capacity for room in rooms if room.capacity is not None}
        for talk in decisions.talks:
            audience = self._audience(decisions.conference, talk)
            for room, way in decisions.rooms_of(talk.id) if seats and audience else ():
                missing = audience - seats.get(room, audience)
                if missing > 0:
                    yield talk.id, missing, way

    @override
    def leanings(self, conference: Conference) -> Mapping[str, Leaning]:
        seats = [(room.id, room.capacity) for room in conference.rooms]
        found = {}
        for talk in conference.talks if self.level is Level.SOFT and not self.worst else ():
            audience = self._audience(conference, talk)
            costs = ((room, self.weight * (audience - (has or audience))) for room, has in seats)
            lacking = tuple((room, cost) for room, cost in costs if cost > 0)
            if lacking:
                found[talk.id] = Leaning(costs=lacking)
        return found

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        talk = conference.talk(about[0])
        return f"{talk_text(conference, talk)} needs {self._audience(conference, talk)} seats"

    def _audience(self, conference: Conference, talk: Talk) -> int:
        """How many people are expected; nobody where nothing is known."""
        if talk.audience is not None:
            return talk.audience
        return math.ceil(self.share * conference.stars.of_talk.get(talk.id, 0))
