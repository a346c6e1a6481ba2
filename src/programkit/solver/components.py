"""What every kind of decision offers: where talks are, which rooms sessions have, and so on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from ortools.sat.python import cp_model

from programkit.model.boards import PosterDecision
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.solver.posting import Literal

Decided = Placement | SessionDecision | PosterDecision
"""Something that a program says beyond the facts."""


class Values(Protocol):
    """Who knows the values of literals: a solver, or a solution that it reports."""

    def boolean_value(self, expression: Literal) -> bool:
        """Whether a literal holds."""


class Component(Protocol):
    """One kind of decision: its literals, and how they stand to programs.

    It is made for the whole of what is open; or, with an ``Around``, for a part of it: what the
    part leaves as it is has one literal only, which always holds, or none.
    """

    def chosen(self, program: Program) -> Iterator[tuple[cp_model.IntVar, bool]]:
        """The value that every literal has in a program."""

    def missing(self, program: Program) -> Iterator[str]:
        """What of a program cannot be decided, or is not decided, in words."""

    def read(self, values: Values) -> Iterable[Decided]:
        """What was decided."""


class Merged(NamedTuple):
    """What all components say, sorted by what it is about."""

    placements: tuple[Placement, ...]
    sessions: tuple[SessionDecision, ...]
    boards: tuple[PosterDecision, ...]


def merged(found: Iterable[Decided]) -> Merged:
    """Everything decided; for each session what all components say of it."""
    placements: list[Placement] = []
    boards: list[PosterDecision] = []
    sessions: dict[str, SessionDecision] = {}
    for decided in found:
        if isinstance(decided, Placement):
            placements.append(decided)
        elif isinstance(decided, PosterDecision):
            boards.append(decided)
        elif decided.session in sessions:
            said = {name: v for name, v in decided if v is not None}
            sessions[decided.session] = sessions[decided.session].replace(**said)
        else:
            sessions[decided.session] = decided
    return Merged(tuple(placements), tuple(sessions.values()), tuple(boards))
