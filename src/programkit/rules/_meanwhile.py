"""What somebody does elsewhere in the time of a session: for rules about chairs and presenters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from programkit.model.program import Placed, Program
from programkit.model.timetable import TimedSession
from programkit.rules.base import on_stage

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


def talks_by_speaker(program: Program) -> Mapping[str, Sequence[Placed]]:
    """The talks that each person gives, where they are."""
    found: dict[str, list[Placed]] = {}
    for placed in on_stage(program):
        for speaker in dict.fromkeys(placed.talk.speaker_ids):
            found.setdefault(speaker, []).append(placed)
    return found


def elsewhere(talks: Iterable[Placed], session: TimedSession) -> Iterable[Placed]:
    """The talks in the time of a session that have no part in it, each once."""
    found: dict[str, Placed] = {}
    inside: set[str] = set()
    for placed in talks:
        when = placed.interval
        if placed.session is not None and placed.session.id == session.id:
            inside.add(placed.talk.id)
        elif when is not None and session.interval is not None and when.overlaps(session.interval):
            found.setdefault(placed.talk.id, placed)
    return [placed for talk, placed in found.items() if talk not in inside]


def speaking_elsewhere(decisions: Decisions, session: str, talk: str) -> Iterator[Literals]:
    """The ways in which a talk is in the time of a session, and not in the session."""
    inside = decisions.sessions_of(talk).get(session)
    for span, when in decisions.session_times(session):
        meanwhile = decisions.during(talk, span)
        if meanwhile is not None:
            yield (meanwhile, *when) if inside is None else (meanwhile, ~inside, *when)
