"""Talks are in rooms that suit them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import model_validator
from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.leaning import Leaning
from programkit.model.program import Placed, Program
from programkit.rules._wording import listed, placed_words, room_words
from programkit.rules.base import Reads, Reference, visits
from programkit.rules.selection import ForTalks, Ids
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class Rooms(ForTalks):
    """Talks are only, preferably, or rather not in certain rooms.

    ``only`` must hold, whatever the level; ``prefer`` and ``avoid`` are wishes unless the level
    says hard. In the files, ``rooms: {for: kind:tutorial, only: [lab-1, lab-2]}``.
    """

    code: ClassVar[str] = "rooms"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})

    level: Level = Level.SOFT
    only: Ids = ()
    """Ids of the rooms in which they must be."""
    prefer: Ids = ()
    """Ids of the rooms in which they should be."""
    avoid: Ids = ()
    """Ids of the rooms in which they should not be."""

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        if not (self.only or self.prefer or self.avoid):
            raise ValueError("say which rooms: only, prefer or avoid")
        return self

    @override
    def references(self) -> Iterator[Reference]:
        yield from super().references()
        for field in ("only", "prefer", "avoid"):
            yield from (Reference(field, "rooms", room) for room in getattr(self, field))

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        chosen = {talk.id for talk in self.chosen(conference)}
        for placed in visits(program):
            room = placed.room
            if placed.talk.id not in chosen or isinstance(room, Unknown):
                continue
            if self.only and room not in self.only:
                found = self._found(
                    program, placed, f"may only be in {_either(conference, self.only)}"
                )
                yield found.replace(level=Level.HARD, cost=0)
            if self.prefer and room not in self.prefer:
                yield self._found(program, placed, f"prefers {_either(conference, self.prefer)}")
            if room in self.avoid:
                yield self._found(program, placed, f"avoids {room_words(conference, room)}")

    def _found(self, program: Program, placed: Placed, said: str) -> Finding:
        return self.found(
            f"{placed_words(program, placed)} {said}",
            about=(placed.talk.id,),
            remedy="move the talk or its session, or change the rooms",
        )

    @override
    def post(self, decisions: Decisions) -> None:
        for talk in self.chosen(decisions.conference):
            about = (talk.id,)
            for room, way in decisions.rooms_of(talk.id):
                if self.only and room not in self.only:
                    decisions.never(self, way, about=about, hard=True)
                if self.prefer and room not in self.prefer:
                    decisions.never(self, way, about=about)
                if room in self.avoid:
                    decisions.never(self, way, about=about)

    @override
    def leanings(self, conference: Conference) -> Mapping[str, Leaning]:
        only = frozenset(self.only) if self.only else None
        disliked = {
            room.id: (room.id in self.avoid) + bool(self.prefer and room.id not in self.prefer)
            for room in conference.rooms
        }
        price = self.weight if self.level is Level.SOFT else 0
        costs = tuple((room, price * times) for room, times in disliked.items() if times and price)
        leaning = Leaning(rooms=only, costs=costs)
        return dict.fromkeys((talk.id for talk in self.chosen(conference)), leaning)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        parts = [
            f"{word} in {_either(conference, rooms)}"
            for word, rooms in (
                ("only", self.only),
                ("preferably", self.prefer),
                ("not", self.avoid),
            )
            if rooms
        ]
        return f"{talk_text(conference, conference.talk(about[0]))} is {', '.join(parts)}"


def _either(conference: Conference, rooms: tuple[str, ...]) -> str:
    return listed((room_words(conference, room) for room in rooms), "or")
