"""Which track a session has where the facts leave it open: the one that its talks share."""

from __future__ import annotations

from programkit.model.base import TBD
from programkit.model.program import Program, SessionDecision


def with_tracks(program: Program) -> Program:
    """The program with a track where the facts leave a session's open and its talks share one.

    Talks without a track do not matter. What was decided before about such tracks is forgotten.
    """
    sessions = program.conference.timetable.sessions.values()
    tracks = {s.id: _shared(program, s.id) for s in sessions if s.session.track is TBD}
    decided = {decision.session: decision for decision in program.sessions}
    for session, track in tracks.items():
        if session in decided:
            decided[session] = decided[session].replace(track=track)
        elif track is not None:
            decided[session] = SessionDecision(session=session, track=track)
    if tuple(decided.values()) == program.sessions:
        return program
    return program.replace(sessions=tuple(decided.values()))


def _shared(program: Program, session: str) -> str | None:
    """The track that all talks of a session have that take place and have any."""
    inside = (placed.talk for placed in program.by_session.get(session, ()))
    tracks = {talk.track for talk in inside if talk.takes_place and talk.track is not None}
    return tracks.pop() if len(tracks) == 1 else None
