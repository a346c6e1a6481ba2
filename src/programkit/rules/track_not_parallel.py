"""A track is not at the same time as itself, or as tracks like it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.rules._clashes import clashes, keep_apart
from programkit.rules._wording import listed, placed_words
from programkit.rules.base import Reads, Reference, Rule, on_stage
from programkit.rules.selection import Ids

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class TrackNotParallel(Rule):
    """No two talks of a track, or of tracks alike, are at the same time.

    Each two that are is a violation. In the files, ``track-not-parallel`` for each track by
    itself, or ``track-not-parallel: {tracks: [theory, proofs]}`` for tracks alike.
    """

    code: ClassVar[str] = "track-not-parallel"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    tracks: Ids = ()
    """Ids of tracks that are alike; none given means every track by itself."""

    @property
    @override
    def general(self) -> bool:
        return not self.tracks

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("tracks", "tracks", track) for track in self.tracks)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        for group in self._groups(program.conference):
            placed = [place for place in on_stage(program) if place.talk.track in group]
            for about, (first, second) in clashes(placed).items():
                yield self.found(
                    f"{_words(program.conference, group)} is parallel: "
                    f"{placed_words(program, first)} and {placed_words(program, second)}",
                    about=about,
                    remedy="move one of the two",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        for group in self._groups(decisions.conference):
            talks = [talk.id for talk in decisions.talks if talk.track in group]
            keep_apart(self, decisions, talks, group)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{_words(conference, about)} is not parallel to itself"

    def _groups(self, conference: Conference) -> tuple[tuple[str, ...], ...]:
        return (self.tracks,) if self.tracks else tuple((track.id,) for track in conference.tracks)


def _words(conference: Conference, tracks: tuple[str, ...]) -> str:
    return f"the track {listed((conference.track(track).name for track in tracks), 'or')}"
