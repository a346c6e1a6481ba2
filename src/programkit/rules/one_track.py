"""The talks of a session share a track."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.leaning import Leaning
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.rules._few import Few, Group, counted
from programkit.rules._wording import timed_words
from programkit.rules.base import Reads, on_stage

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


class OneTrack(Few):
    """The talks of a session share a track, the session's own if it has one.

    Talks without a track do not matter. Each track more is a violation.
    """

    code: ClassVar[str] = "one-track"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    @override
    def values(self, program: Program) -> Iterator[tuple[Group, str]]:
        for placed in on_stage(program):
            if placed.session is not None and placed.talk.track is not None:
                for track in (*_own(placed.session), placed.talk.track):
                    yield (placed.session.id,), track

    @override
    def ways(self, decisions: Decisions) -> Iterator[tuple[Group, str, Literals]]:
        sessions = decisions.conference.timetable.sessions
        for talk in decisions.talks:
            for spot, there in decisions.spots(talk.id).items():
                if talk.track is not None and spot.session is not None:
                    yield (spot.session,), talk.track, (there,)
                    for track in _own(sessions[spot.session]):
                        yield (spot.session,), track, (there,)

    @override
    def leanings(self, conference: Conference) -> Mapping[str, Leaning]:
        return self.keeping(talk for talk in conference.talks if talk.track is not None)

    @override
    def too_many(self, conference: Conference, group: Group, values: Sequence[str]) -> str:
        session = timed_words(conference, conference.timetable.sessions[group[0]])
        return f"{session} has {counted((conference.track(t).name for t in values), 'tracks')}"

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        session = timed_words(conference, conference.timetable.sessions[about[0]])
        return f"the talks of {session} share a track"


def _own(session: TimedSession) -> tuple[str, ...]:
    """The track that a session has, if any."""
    track = session.session.track
    return () if track is None or isinstance(track, Unknown) else (track,)
