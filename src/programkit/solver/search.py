"""The search: reproducible unless stopped by the clock, honest about what it proved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ortools.sat.python import cp_model

from programkit.model.program import Program
from programkit.model.result import Status
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.posting import Postable

Progress = Callable[[int, int | None], None]
"""Told the cost of each better program, and the bound known then."""

_STATUS = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
}


class Posts(Postable, Protocol):
    """What the solver needs of a rule: it posts."""

    def post(self, decisions: Decisions) -> None:
        """Tell the decisions what is required."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the search found."""

    status: Status
    program: Program | None
    cost: int | None
    bound: int | None
    spent: float
    seconds: float = 0.0
    """How long the solver took."""
    reproducible: bool


def search(
    decisions: Decisions,
    limits: Limits,
    *,
    hint: Program | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Find the cheapest program within the limits. Ctrl-C keeps the best found."""
    decisions.model.minimize(decisions.cost)
    if hint is not None:
        decisions.hint(hint)
    solver = solver_with(limits)
    status = solver.solve(decisions.model, None if progress is None else _Teller(progress))
    named = _STATUS.get(status, Status.UNKNOWN)
    found = named in {Status.OPTIMAL, Status.FEASIBLE}
    spent = solver.deterministic_time
    return Outcome(
        status=named,
        program=decisions.read(solver) if found else None,
        cost=round(solver.objective_value) if found else None,
        bound=round(solver.best_objective_bound) if found else None,
        spent=spent,
        seconds=solver.wall_time,
        reproducible=named in {Status.OPTIMAL, Status.INFEASIBLE} or spent >= limits.effort,
    )


def post_all(decisions: Decisions, rules: Sequence[Posts]) -> None:
    """Let all rules post."""
    for rule in rules:
        rule.post(decisions)


def solver_with(limits: Limits) -> cp_model.CpSolver:
    """A solver that gives the same answer for the same limits.

    Interleaved, its workers take turns in a fixed order; free-running ones would race.
    """
    solver = cp_model.CpSolver()
    solver.parameters.random_seed = limits.seed
    solver.parameters.num_workers = limits.workers
    solver.parameters.interleave_search = True
    solver.parameters.max_deterministic_time = limits.effort
    if limits.seconds is not None:
        solver.parameters.max_time_in_seconds = limits.seconds
    return solver


class _Teller(cp_model.CpSolverSolutionCallback):
    """Passes on what the search reports."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress

    def on_solution_callback(self) -> None:
        """Called by the solver for each better program."""
        self._progress(round(self.objective_value), round(self.best_objective_bound))
