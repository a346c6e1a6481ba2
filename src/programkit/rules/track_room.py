"""A track stays in one room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Level
from programkit.model.leaning import Leaning
from programkit.model.program import Program
from programkit.rules._few import Few, Group, counted
from programkit.rules._wording import day_words, room_words
from programkit.rules.base import Reads, Reference, day_of, on_stage
from programkit.rules.selection import Ids

if TYPE_CHECKING:
    from programkit.solver.blocks import Blocks
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


class TrackRoom(Few):
    """The talks of a track stay in one room on a day, or always. Each room more is a violation."""

    code: ClassVar[str] = "track-room"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})

    level: Level = Level.SOFT
    per: Literal["day", "conference"] = "day"
    """Whether the room may differ from day to day."""
    tracks: Ids = ()
    """Ids of the tracks it speaks of; none given means all."""

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("tracks", "tracks", track) for track in self.tracks)

    @override
    def values(self, program: Program) -> Iterator[tuple[Group, str]]:
        for placed in on_stage(program):
            group = self._group(placed.talk.track, day_of(program, placed))
            if group and not isinstance(placed.room, Unknown):
                yield group, placed.room

    @override
    def ways(self, decisions: Decisions) -> Iterator[tuple[Group, str, Literals]]:
        for talk in decisions.talks:
            for spot, there in decisions.spots(talk.id).items():
                group = self._group(talk.track, decisions.day(spot))
                for room, inside in decisions.rooms(spot) if group else ():
                    yield group, room, (there, *inside)

    @override
    def relax(self, blocks: Blocks) -> None:
        for track in blocks.tracks if self.per == "conference" else ():
            if not self._group(track, None):
                continue
            if blocks.rooms_matter:
                used = [blocks.any_of(ways) for ways in blocks.rooms(track).values()]
                blocks.no_more(self, used, 1, (track,))
            else:  # as many rooms as sessions at one time
                further = [blocks.further(track, step) for step in blocks.steps(track)]
                blocks.pay_most(self, further, blocks.widest)

    @override
    def leanings(self, conference: Conference) -> Mapping[str, Leaning]:
        return self.keeping(talk for talk in conference.talks if self._group(talk.track, ""))

    @override
    def too_many(self, conference: Conference, group: Group, values: Sequence[str]) -> str:
        rooms = counted((room_words(conference, room) for room in values), "rooms")
        return f"{_words(conference, group)} is in {rooms}"

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{_words(conference, about)} stays in one room"

    def _group(self, track: str | None, day: str | None) -> Group:
        """The track, and the day if each counts alone; empty where that is not known."""
        if track is None or (self.tracks and track not in self.tracks):
            return ()
        if self.per == "conference":
            return (track,)
        return () if day is None else (track, day)


def _words(conference: Conference, group: Group) -> str:
    track, *days = group
    on = "".join(f" on {day_words(conference, day)}" for day in days)
    return f"the track {conference.track(track).name}{on}"
