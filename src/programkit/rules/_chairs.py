"""What rules about chairs share: who chairs what in a program, and words for it."""

from __future__ import annotations

from collections.abc import Iterator

from programkit.model.chairs import chairs_of
from programkit.model.conference import Conference
from programkit.model.findings import Source
from programkit.model.program import Program
from programkit.model.sources import item_source
from programkit.model.timetable import TimedSession
from programkit.rules._wording import person_words, timed_words
from programkit.rules.base import on_stage


def chaired(program: Program) -> Iterator[tuple[TimedSession, str]]:
    """Each session with each of its chairs, fixed or decided."""
    for session in program.timetable.sessions.values():
        for person in chairs_of(session):
            yield session, person


def talks_in(program: Program) -> dict[str, set[str]]:
    """Ids of the talks that take place in each session that holds any."""
    found: dict[str, set[str]] = {}
    for placed in on_stage(program):
        if placed.session is not None:
            found.setdefault(placed.session.id, set()).add(placed.talk.id)
    return found


def chairs_words(conference: Conference, person: str, session: TimedSession) -> str:
    """``Ada chairs “Vision” Mon 30 Sep 10:40``."""
    return f"{person_words(conference, person)} chairs {timed_words(conference, session)}"


def chairs_source(conference: Conference, session: TimedSession) -> Source | None:
    """Where it stands who chairs a session."""
    return item_source(conference, session, "chairs")
