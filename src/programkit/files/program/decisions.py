"""``program.json``: what is decided on top of the facts, and which facts it was decided from."""

from __future__ import annotations

from pathlib import Path

from programkit.files.document import DocumentFormat
from programkit.files.program.drift import Drift
from programkit.files.program.shown import Shown, shown_of
from programkit.model.base import Frozen, Id
from programkit.model.boards import PosterDecision
from programkit.model.conference import Conference
from programkit.model.fixed import loosely_fixed
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision

FORMAT = DocumentFormat("programkit program", "program.json", 1, "solve again")


class Decision(Frozen):
    """One placement that is not a fact, and how readers saw it when it was decided."""

    placement: Placement
    """Where the talk is."""
    shown: Shown
    """What readers saw."""


class Decisions(Frozen):
    """All that a file of decisions holds."""

    facts: str
    """Digest of the facts it was decided from."""
    placements: tuple[Decision, ...] = ()
    """Placements that are not facts."""
    sessions: tuple[SessionDecision, ...] = ()
    """What is decided about sessions."""
    boards: tuple[PosterDecision, ...] = ()
    """What is decided about posters."""
    freed: tuple[Id, ...] = ()
    """Ids of talks whose place in the facts was only a wish."""


def decisions_of(program: Program) -> Decisions:
    """What a program decides beyond its facts."""
    present = {placement.talk for placement in program.placements}
    left_out = sorted({placement.talk for placement in program.fixed} - present)
    freed = tuple(dict.fromkeys([*program.freed, *left_out]))
    loose = loosely_fixed(program.conference)
    return Decisions(
        facts=program.conference.digest,
        placements=tuple(
            Decision(placement=placed.placement, shown=shown_of(placed, program))
            for placed in program.placed
            if placed.placement not in program.fixed
            or placed.talk.id in freed
            or (placed.session is not None and (placed.talk.id, placed.session.id) in loose)
        ),
        sessions=program.sessions,
        boards=program.boards,
        freed=freed,
    )


def encode(program: Program) -> bytes:
    """The bytes of ``program.json``."""
    return FORMAT.encode(decisions_of(program).model_dump(mode="json", exclude_defaults=True))


def read_decisions(path: Path) -> Decisions:
    """The decisions in a file.

    Raises:
        LoadError: It is no such file, or of a version that is not known.
    """
    return FORMAT.read(path, Decisions)


def decode(conference: Conference, path: Path) -> Program:
    """The program that a file's decisions make of the facts.

    What the facts no longer allow is left out and becomes a finding of the program.

    Raises:
        LoadError: The file is no ``program.json``.
    """
    decisions = read_decisions(path)
    drift = Drift(conference, str(path))
    if decisions.facts != conference.digest:
        drift.stale()
    freed = tuple(talk for talk in decisions.freed if talk in conference.by_id.talks)
    sessions = tuple(drift.kept_sessions(decisions.sessions))
    times = {decision.session: decision.start for decision in sessions if decision.start}
    conference = conference.replace(times=times) if times else conference
    fixed = tuple(drift.fixed(conference, freed))
    kept = [d for d in decisions.placements if drift.keeps(d.placement, fixed)]
    decided = tuple(decision.placement for decision in kept)
    program = Program(
        conference=conference,
        placements=(*drift.fixed(conference, freed, decided), *decided),
        sessions=sessions,
        boards=tuple(drift.kept_boards(decisions.boards)),
        freed=freed,
    )
    now = {placed.placement: shown_of(placed, program) for placed in program.placed}
    for decision in kept:
        drift.compare(decision.placement, decision.shown, now[decision.placement])
    return program.replace(findings=tuple(drift.findings))
