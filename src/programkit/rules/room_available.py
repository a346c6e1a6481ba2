"""A room is used only while it is available."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.interval import Interval, covers, union
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.rules._wording import placed_words, timed_words, windows
from programkit.rules.base import Reads, Rule, dated, on_stage, whole_sessions

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class RoomAvailable(Rule):
    """A room is used only while it is available."""

    code: ClassVar[str] = "room-available"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for placed in on_stage(program):
            room = _closed(conference, placed.room, placed.interval)
            if room is not None and dated(conference, placed.session):
                yield self._missing(conference, room, placed_words(program, placed), placed.talk.id)
        for session in whole_sessions(program.timetable):
            room = _closed(conference, session.room, session.interval)
            if room is not None and dated(conference, session):
                yield self._missing(conference, room, timed_words(conference, session), session.id)

    def _missing(self, conference: Conference, room: Room, what: str, about: str) -> Finding:
        return self.found(
            f"{room.name} is not available for {what}, only {windows(conference, room.available)}",
            about=(room.id, about),
            remedy="move it to another time or room",
            source=conference.source("rooms", room.id, "available"),
        )

    @override
    def post(self, decisions: Decisions) -> None:
        open_hours = {r.id: union(r.available) for r in decisions.conference.rooms if r.available}
        if not open_hours:
            return
        places = [item for talk in decisions.talks for item in decisions.spots(talk.id).items()]
        used = [(spot, (there,)) for spot, there in places]
        for spot, condition in (*used, *((span, ()) for span in decisions.whole_sessions)):
            for room, inside in decisions.rooms(spot):
                if not spot.within(open_hours.get(room, ())):
                    decisions.never(self, (*condition, *inside), about=(room,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        room = conference.by_id.rooms[about[0]]
        return f"{room.name} is available only {windows(conference, room.available)}"


def _closed(conference: Conference, room: str | Unknown, wanted: Interval | None) -> Room | None:
    """The room, if it is known and not available for all of the time wanted."""
    found = None if isinstance(room, Unknown) else conference.room(room)
    if found is None or wanted is None or not found.available:
        return None
    return None if covers(found.available, wanted) else found
