"""A room has what its talks need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.leaning import Leaning
from programkit.model.program import Program
from programkit.rules._wording import listed, placed_words
from programkit.rules.base import Reads, Rule, visits
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class RoomFeatures(Rule):
    """A room has the features that its talks need."""

    code: ClassVar[str] = "room-features"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for placed in visits(program):
            room = None if isinstance(placed.room, Unknown) else conference.room(placed.room)
            if room is None:
                continue
            missing = [need for need in placed.talk.needs if need not in room.features]
            if missing:
                yield self.found(
                    f"{room.name} has no {listed(missing, 'and no')} "
                    f"for {placed_words(program, placed)}",
                    about=(placed.talk.id, room.id),
                    remedy="move it to a room that has, or drop the need",
                    source=conference.source("talks", placed.talk.id, "needs"),
                )

    @override
    def post(self, decisions: Decisions) -> None:
        features = {room.id: set(room.features) for room in decisions.conference.rooms}
        for talk in (talk for talk in decisions.talks if talk.needs):
            unfit = {room for room, has in features.items() if not has.issuperset(talk.needs)}
            for room, way in decisions.rooms_of(talk.id) if unfit else ():
                if room in unfit:
                    decisions.never(self, way, about=(talk.id,))

    @override
    def leanings(self, conference: Conference) -> Mapping[str, Leaning]:
        wanted = [talk for talk in conference.talks if talk.needs and self.level is Level.HARD]
        fit = {
            needs: frozenset(r.id for r in conference.rooms if set(r.features) >= set(needs))
            for needs in {talk.needs for talk in wanted}
        }
        return {talk.id: Leaning(rooms=fit[talk.needs]) for talk in wanted}

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        talk = conference.talk(about[0])
        return f"{talk_text(conference, talk)} needs {listed(talk.needs)}"
