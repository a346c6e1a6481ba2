"""Which sessions are meant: by id, or all of a kind, a track or a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import ConfigDict, Field
from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.timetable import TimedSession
from programkit.rules._held import session_names, sessions_named
from programkit.rules.base import Reference, Rule
from programkit.rules.selection import ALL, Selectors


class ForSessions(Rule):
    """A rule that speaks of some sessions. In the files they stand under ``for``."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    sessions: Selectors = Field(default=(ALL,), alias="for", min_length=1)
    """Which sessions it speaks of: ids, ids of blocks, ``track:ID``, ``kind:NAME``, ``all``."""

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("for", "session selectors", name) for name in self.sessions)

    def chosen(self, conference: Conference) -> tuple[TimedSession, ...]:
        """The sessions it speaks of, in the order of the days."""
        return selected_sessions(conference, self.sessions)


def session_selectors(conference: Conference) -> list[str]:
    """All selectors that mean sessions: their ids, and those of blocks, first."""
    sessions = [found.session for found in conference.timetable.sessions.values()]
    kinds = dict.fromkeys(f"kind:{session.kind}" for session in sessions)
    tracks = [f"track:{track.id}" for track in conference.tracks]
    return [*session_names(conference.timetable), *kinds, *tracks, ALL]


def selected_sessions(conference: Conference, selectors: Sequence[str]) -> tuple[TimedSession, ...]:
    """The sessions that selectors mean, in the order of the days."""
    timetable = conference.timetable
    named = {name for selector in selectors for name in sessions_named(timetable, selector)}
    return tuple(
        found
        for found in timetable.sessions.values()
        if ALL in selectors
        or found.id in named
        or f"kind:{found.session.kind}" in selectors
        or (
            not isinstance(found.session.track, Unknown)
            and f"track:{found.session.track}" in selectors
        )
    )
