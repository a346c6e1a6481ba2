"""Chairs know the track of their session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._chairs import chaired, chairs_source, chairs_words
from programkit.rules._held import sessions_by_track
from programkit.rules._wording import person_words
from programkit.rules.base import Reads, Reference, Rule
from programkit.rules.selection import Ids

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class ChairTrack(Rule):
    """Who chairs a session with talks of a track chairs the track, or speaks in it.

    Where a track has chairs of its own, only they know it well enough; else those who give talks of
    it. Each chair of a session is a violation for each of its tracks that they do not know.
    """

    code: ClassVar[str] = "chair-track"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.CHAIR})
    short: ClassVar[str] = "tracks"

    level: Level = Level.SOFT
    tracks: Ids = ()
    """Ids of the tracks it speaks of; none given means all."""

    @property
    @override
    def general(self) -> bool:
        return not self.tracks

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("tracks", "tracks", track) for track in self.tracks)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        held = sessions_by_track(program)
        for track, experts in self._experts(conference).items():
            where = {session.id for session in held.get(track, ())}
            for session, person in chaired(program):
                if session.id in where and person not in experts:
                    yield self.found(
                        f"{chairs_words(conference, person, session)} and has no part in "
                        f"the track {conference.track(track).name}",
                        about=(person, session.id, track),
                        remedy="let somebody of the track chair",
                        source=chairs_source(conference, session),
                    )

    @override
    def post(self, decisions: Decisions) -> None:
        for track, experts in self._experts(decisions.conference).items():
            for session, held in decisions.sessions_with(track).items():
                for person, chairs in decisions.chairs(session).items():
                    if person not in experts:
                        decisions.never(self, (chairs, held), about=(person, track))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        name = conference.track(about[1]).name
        return f"{person_words(conference, about[0])} chairs no session of the track {name}"

    def _experts(self, conference: Conference) -> Mapping[str, frozenset[str]]:
        """For each track it speaks of, ids of the people who know it."""
        return {
            track.id: frozenset(track.chairs or _speakers(conference, track.id))
            for track in conference.tracks
            if not self.tracks or track.id in self.tracks
        }


def _speakers(conference: Conference, track: str) -> Iterator[str]:
    for talk in conference.talks:
        if talk.track == track and talk.takes_place:
            yield from talk.speaker_ids
