"""There is time between the sessions of a room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.rules._wording import room_words, timed_words
from programkit.rules.base import Reads, Reference, Rule
from programkit.rules.selection import Ids
from programkit.rules.windows import Minutes

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class SetUp(Rule):
    """Between two sessions in one room there are some minutes to set up.

    Each two with less is a violation; sessions that overlap are the business of ``room-free``. In
    the files, ``set-up: 15 min`` or ``set-up: {minutes: 15, rooms: hall}``.
    """

    code: ClassVar[str] = "set-up"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.ROOM})
    short: ClassVar[str] = "minutes"

    minutes: Minutes = Field(ge=1, le=24 * 60)
    """Minutes from the end of one session to the start of the next."""
    rooms: Ids = ()
    """Ids of the rooms it speaks of; none given means all."""

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("rooms", "rooms", room) for room in self.rooms)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for first, second in combinations(program.timetable.sessions.values(), 2):
            room = first.room
            if isinstance(room, Unknown) or room != second.room or not self._speaks_of(room):
                continue
            if self._too_near(first, second):
                yield self.found(
                    f"less than {self.minutes} min in {room_words(conference, room)} between "
                    f"{timed_words(conference, first)} and {timed_words(conference, second)}",
                    about=(first.id, second.id),
                    remedy="move one of the two to another time or room",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        sessions = decisions.conference.timetable.sessions.values()
        for first, second in combinations(sessions, 2):
            if not self._too_near(first, second):
                continue
            others = dict(decisions.session_rooms(second.id))
            ways = [
                (*inside, *others[room])
                for room, inside in decisions.session_rooms(first.id)
                if room in others and self._speaks_of(room)
            ]
            decisions.never(self, *ways, about=(first.id, second.id))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        first, second = (
            timed_words(conference, conference.timetable.sessions[session]) for session in about
        )
        return f"{first} and {second} are {self.minutes} min apart if they share a room"

    def _speaks_of(self, room: str) -> bool:
        return not self.rooms or room in self.rooms

    def _too_near(self, first: TimedSession, second: TimedSession) -> bool:
        """Whether one begins too soon after the other; times are facts, only rooms are decided."""
        if first.interval is None or second.interval is None:
            return False
        early, late = sorted((first.interval, second.interval), key=lambda i: (i.first, i.last))
        between = late.first - early.last
        return timedelta() <= between < timedelta(minutes=self.minutes)
