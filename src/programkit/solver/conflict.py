"""Why there is no program: a smallest set of requirements that cannot hold together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.result import Status
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.posting import Guard
from programkit.solver.search import Posts, post_all, solver_with

_EFFORT = 4.0
"""For each attempt to do without a requirement."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Requirements that cannot hold together."""

    findings: tuple[Finding, ...]
    """Each requirement, in the organizers' words."""
    smallest: bool
    """Whether it is proved that none of them can be left out."""


def conflict(
    conference: Conference,
    rules: Sequence[Posts],
    *,
    freed: Sequence[str] = (),
    force: Callable[[Decisions], None] | None = None,
) -> Conflict | None:
    """The requirements that clash; nothing if a program exists or none could be disproved.

    ``force`` may post what must hold besides, such as a talk in a certain slot.
    """
    decisions = Decisions(conference, freed=freed, guarded=True)
    post_all(decisions, rules)
    if force is not None:
        force(decisions)
    core = _core(decisions.model, decisions.guards)
    if core is None:
        return None
    needed, proved = list(core), True
    for guard in core:
        without = [other for other in needed if other is not guard]
        status = _status(decisions.model, without)[0]
        if status is Status.INFEASIBLE:
            needed = without
        proved = proved and status is not Status.UNKNOWN
    return Conflict(tuple(guard.finding(conference) for guard in needed), proved)


def _core(model: cp_model.CpModel, guards: Sequence[Guard]) -> Sequence[Guard] | None:
    """Requirements among which the clash is; nothing if no clash is proved."""
    status, solver = _status(model, guards)
    if status is not Status.INFEASIBLE:
        return None
    named = set(solver.sufficient_assumptions_for_infeasibility())
    core = [guard for guard in guards if guard.literal.index in named]
    return core if _status(model, core)[0] is Status.INFEASIBLE else guards


def _status(model: cp_model.CpModel, guards: Sequence[Guard]) -> tuple[Status, cp_model.CpSolver]:
    """Whether a program exists with these requirements in force."""
    model.clear_assumptions()
    model.add_assumptions([guard.literal for guard in guards])
    solver = solver_with(Limits(effort=_EFFORT, workers=1))
    found = solver.solve(model)
    if found == cp_model.INFEASIBLE:
        return Status.INFEASIBLE, solver
    known = found in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    return Status.FEASIBLE if known else Status.UNKNOWN, solver
