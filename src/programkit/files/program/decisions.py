"""``program.json``: what is decided on top of the facts, and which facts it was decided from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from programkit.errors import Fault, LoadError
from programkit.files.limits import read_text
from programkit.files.program.drift import Drift
from programkit.files.program.shown import Shown, shown_of
from programkit.model.base import Frozen, Id
from programkit.model.boards import PosterDecision
from programkit.model.conference import Conference
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision

FORMAT = "programkit program"
VERSION = 1


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
    return Decisions(
        facts=program.conference.digest,
        placements=tuple(
            Decision(placement=placed.placement, shown=shown_of(placed, program))
            for placed in program.placed
            if placed.placement not in program.fixed or placed.talk.id in freed
        ),
        sessions=program.sessions,
        boards=program.boards,
        freed=freed,
    )


def encode(program: Program) -> bytes:
    """The bytes of ``program.json``."""
    facts = decisions_of(program).model_dump(mode="json", exclude_defaults=True)
    document = {"format": FORMAT, "version": VERSION, **facts}
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def read_decisions(path: Path) -> Decisions:
    """The decisions in a file.

    Raises:
        LoadError: It is no such file, or of a version that is not known.
    """
    document = _document(path)
    version = document.pop("version", None)
    if document.pop("format", None) != FORMAT:
        raise LoadError([Fault("this is no program.json of programkit", str(path), 1)])
    if version != VERSION:
        message = f"format version {version} is not known; this programkit knows {VERSION}"
        raise LoadError([Fault(message, str(path), 1, "version", "use a newer programkit")])
    try:
        return Decisions.model_validate(document)
    except ValidationError as error:
        raise LoadError(list(_faults(path, error))) from None


def _document(path: Path) -> dict[str, Any]:
    remedy = "restore the file, or delete it and solve again"
    try:
        document = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        fault = Fault(f"this is no JSON: {error.msg}", str(path), error.lineno, remedy=remedy)
        raise LoadError([fault]) from None
    except RecursionError:
        fault = Fault("this is no JSON: nested too deep", str(path), remedy=remedy)
        raise LoadError([fault]) from None
    if not isinstance(document, dict):
        raise LoadError([Fault("this is no program.json of programkit", str(path), 1)])
    return document


def _faults(path: Path, error: ValidationError) -> Iterator[Fault]:
    for found in error.errors():
        field = ".".join(str(key) for key in found["loc"])
        yield Fault(str(found["msg"]), str(path), field=field, remedy="solve again")


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
    fixed = tuple(p for p in Program.of(conference).placements if p.talk not in freed)
    kept = [d for d in decisions.placements if drift.keeps(d.placement, fixed)]
    program = Program(
        conference=conference,
        placements=(*fixed, *(decision.placement for decision in kept)),
        sessions=sessions,
        boards=tuple(drift.kept_boards(decisions.boards)),
        freed=freed,
    )
    now = {placed.placement: shown_of(placed, program) for placed in program.placed}
    for decision in kept:
        drift.compare(decision.placement, decision.shown, now[decision.placement])
    return program.replace(findings=tuple(drift.findings))
