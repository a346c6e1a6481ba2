"""Among whom the chairs of certain sessions are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.rules._chairs import chaired, chairs_source, chairs_words
from programkit.rules._held import sessions_by_track, sessions_named
from programkit.rules._wording import listed, person_words, timed_words
from programkit.rules.base import Reads, Reference, Rule
from programkit.rules.selection import Ids

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


class ChairCandidates(Rule):
    """Where a chair is sought, it is one of certain people.

    Of all people who may chair; of certain sessions, or of those with talks of certain tracks, if
    the rule names any. Anybody else who chairs one is a violation. In the files,
    ``chair-candidates: [ada, bo]`` or ``chair-candidates: {people: ada, tracks: theory}``.
    """

    code: ClassVar[str] = "chair-candidates"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.CHAIR})
    short: ClassVar[str] = "people"

    people: Ids = Field(min_length=1)
    """Ids of the candidates, who must be among those who may chair."""
    sessions: Ids = ()
    """Ids of the sessions, or blocks, it speaks of."""
    tracks: Ids = ()
    """Ids of the tracks whose sessions it speaks of. With neither, all sessions are meant."""

    @property
    @override
    def general(self) -> bool:
        return not (self.sessions or self.tracks)

    @override
    def references(self) -> Iterator[Reference]:
        yield from (Reference("people", "chairs", person) for person in self.people)
        yield from (Reference("sessions", "sessions", session) for session in self.sessions)
        yield from (Reference("tracks", "tracks", track) for track in self.tracks)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        meant = self._named(conference)
        for track, sessions in sessions_by_track(program).items():
            meant.update(session.id for session in sessions if track in self.tracks)
        for session, person in chaired(program):
            if session.id in meant and _sought(conference, session.id) and self._others(person):
                yield self.found(
                    f"{chairs_words(conference, person, session)}, not {self._names(conference)}",
                    about=(person, session.id),
                    remedy="let one of them chair",
                    source=chairs_source(conference, session),
                )

    @override
    def post(self, decisions: Decisions) -> None:
        conference = decisions.conference
        ways: dict[tuple[str, str], list[Literals]] = {}
        named = self._named(conference)
        for session in filter(lambda s: _sought(conference, s), conference.timetable.sessions):
            held = [decisions.sessions_with(track).get(session) for track in self.tracks]
            reasons = [()] if session in named else [(lit,) for lit in held if lit is not None]
            for person, chairs in decisions.chairs(session).items():
                if self._others(person):
                    ways[person, session] = [(chairs, *reason) for reason in reasons]
        for (_, session), found in ways.items():
            decisions.never(self, *found, about=(session,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        session = timed_words(conference, conference.timetable.sessions[about[0]])
        return f"{session} is chaired by {self._names(conference)}, not by others"

    def _named(self, conference: Conference) -> set[str]:
        """Ids of the sessions meant whatever talks they hold."""
        timetable = conference.timetable
        if self.general:
            return set(timetable.sessions)
        return {found for name in self.sessions for found in sessions_named(timetable, name)}

    def _others(self, person: str) -> bool:
        return person not in self.people

    def _names(self, conference: Conference) -> str:
        return listed((person_words(conference, person) for person in self.people), "or")


def _sought(conference: Conference, session: str) -> bool:
    """Whether the facts leave open who chairs."""
    return conference.timetable.sessions[session].session.chairs is TBD
