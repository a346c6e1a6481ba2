"""Which tracks the sessions of a program hold: a track is where one of its talks is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from programkit.model.program import Program
from programkit.model.timetable import TimedSession, Timetable
from programkit.rules.base import on_stage


def sessions_by_track(program: Program) -> Mapping[str, tuple[TimedSession, ...]]:
    """For each track that is anywhere, the sessions that hold its talks, in their order."""
    holds: dict[str, set[str]] = {}
    for placed in on_stage(program):
        if placed.session is not None and placed.talk.track is not None:
            holds.setdefault(placed.session.id, set()).add(placed.talk.track)
    found: dict[str, tuple[TimedSession, ...]] = {}
    sessions = program.timetable.sessions.values()
    for track in program.conference.by_id.tracks:
        where = tuple(s for s in sessions if track in holds.get(s.id, ()))
        if where:
            found[track] = where
    return found


def at_once(one: TimedSession, other: TimedSession) -> bool:
    """Whether two sessions are at the same time, at least for a while."""
    if one.interval is None or other.interval is None:
        return False
    return one.interval.overlaps(other.interval)


def pairs_at_once(timetable: Timetable) -> Iterator[tuple[str, str]]:
    """Ids of each two sessions that are at the same time, the first one first."""
    timed = [s for s in timetable.sessions.values() if s.interval is not None]
    for one, other in combinations(timed, 2):
        if at_once(one, other):
            yield one.id, other.id


def sessions_named(timetable: Timetable, name: str) -> tuple[str, ...]:
    """Ids of the sessions that a name means: a session, or those of a block in all its rooms."""
    return tuple(
        session.id
        for session in timetable.sessions.values()
        if session.id in {name, f"{name}@{session.session.room}"}
    )


def named_sessions(timetable: Timetable) -> Mapping[str, tuple[str, ...]]:
    """The same for every such name."""
    found: dict[str, list[str]] = {}
    for session in timetable.sessions.values():
        block = session.id.removesuffix(f"@{session.session.room}")
        for name in dict.fromkeys((session.id, block)):
            found.setdefault(name, []).append(session.id)
    return {name: tuple(ids) for name, ids in found.items()}


def session_names(timetable: Timetable) -> list[str]:
    """The names that mean sessions: their ids, and those of blocks."""
    names: list[str] = []
    for session in timetable.sessions.values():
        block, _, room = session.id.rpartition("@")
        names += [session.id, block] if block and room == session.session.room else [session.id]
    return list(dict.fromkeys(names))
