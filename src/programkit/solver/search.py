"""One model, solved: honest about what was proved, and never in the way of Ctrl-C."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Event, Thread
from typing import Final, Protocol

from ortools.sat.python import cp_model

from programkit.errors import SolveError
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.posting import TOO_MUCH, Postable


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a search can tell while it goes on."""

    cost: int | None = None
    """What a better program costs; none if only the bound is news."""
    bound: int | None = None
    """No program of the model solved costs less."""
    read: Callable[[], Program] | None = None
    """Makes the better program. It must be called at once, or not at all."""


Tell = Callable[[News], None]
"""Is told what is new."""

_STATUS = {
    int(cp_model.OPTIMAL): Status.OPTIMAL,
    int(cp_model.FEASIBLE): Status.FEASIBLE,
    int(cp_model.INFEASIBLE): Status.INFEASIBLE,
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
    interrupted: bool = False
    """Whether Ctrl-C cut in."""
    variables: int = 0
    """How many the model had."""
    constraints: int = 0
    """How many the model had."""


GIVEN_UP: Final = Outcome(
    status=Status.UNKNOWN, program=None, cost=None, bound=None, spent=0.0, reproducible=False
)
"""What was found where not even a model could be made in time."""


def search(
    decisions: Decisions,
    limits: Limits,
    *,
    hint: Program | None = None,
    progress: Tell | None = None,
    solver: cp_model.CpSolver | None = None,
) -> Outcome:
    """Find the cheapest program within the limits. Ctrl-C keeps the best found.

    A solver may be given, made for the limits, so that somebody else can stop it.

    Raises:
        SolveError: The costs are too large to be added up.
    """
    decisions.model.minimize(decisions.cost)
    if hint is not None and not limits.interleaved:
        decisions.hint(hint)
    solver = solver or solver_with(limits)
    teller = None if progress is None else _Teller(decisions, progress)
    status, interrupted = run(solver, decisions.model, teller)
    if status == cp_model.MODEL_INVALID:
        why = decisions.model.validate()
        if "overflow" not in why:
            raise RuntimeError(why)  # pragma: no cover - nothing that rules can post
        raise SolveError(TOO_MUCH)
    named = _STATUS.get(status, Status.UNKNOWN)
    found = named in {Status.OPTIMAL, Status.FEASIBLE}
    spent = solver.deterministic_time
    proved = named in {Status.OPTIMAL, Status.INFEASIBLE}
    return Outcome(
        status=named,
        program=decisions.read(solver) if found else None,
        cost=round(solver.objective_value) if found else None,
        bound=proved_by(solver) if found else None,
        spent=spent,
        seconds=solver.wall_time,
        reproducible=limits.deterministic and (proved or spent >= limits.effort),
        interrupted=interrupted,
        variables=len(decisions.model.proto.variables),
        constraints=len(decisions.model.proto.constraints),
    )


_TINY = 1e-6
"""What floats may be off."""
_NOW_AND_THEN = 0.05
"""Seconds."""


def proved_by(solver: cp_model.CpSolver | cp_model.CpSolverSolutionCallback) -> int:
    """What every program costs at least, by what the solver has proved so far."""
    return math.ceil(solver.best_objective_bound - _TINY)


def post_all(decisions: Decisions, rules: Sequence[Posts]) -> None:
    """Let all rules post."""
    for rule in rules:
        rule.post(decisions)


def solver_with(limits: Limits) -> cp_model.CpSolver:
    """A solver for the limits.

    Interleaved, its workers take turns in a fixed order, so that the same limits give the same
    answer; free-running ones race.
    """
    solver = cp_model.CpSolver()
    solver.parameters.random_seed = limits.seed
    solver.parameters.num_workers = limits.workers
    solver.parameters.interleave_search = limits.interleaved
    solver.parameters.catch_sigint_signal = False
    if limits.quick:
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.symmetry_level = 0
        solver.parameters.max_presolve_iterations = 1
    if limits.relaxed:
        solver.parameters.linearization_level = 2
    if math.isfinite(limits.effort):
        solver.parameters.max_deterministic_time = limits.effort
    if limits.seconds is not None:
        solver.parameters.max_time_in_seconds = limits.seconds
    return solver


def run(
    solver: cp_model.CpSolver,
    model: cp_model.CpModel,
    callback: cp_model.CpSolverSolutionCallback | None = None,
    enough: Callable[[], bool] | None = None,
) -> tuple[int, bool]:
    """Solve; the status, and whether Ctrl-C stopped it before its end.

    The solver works in a thread of its own: in this one it would keep Python from noticing Ctrl-C.
    ``enough`` is asked now and then whether to stop with what there is.
    """
    statuses: list[int] = []
    faults: list[BaseException] = []
    done = Event()

    def work() -> None:
        try:
            statuses.append(int(solver.solve(model, callback)))
        except BaseException as fault:  # noqa: BLE001 - raised again below, in the caller's thread
            faults.append(fault)
        finally:
            done.set()

    Thread(target=work, daemon=True).start()
    interrupted = False
    try:
        while not done.wait(None if enough is None else _NOW_AND_THEN):
            if enough is not None and enough():
                solver.stop_search()
    except KeyboardInterrupt:
        interrupted = True
        solver.stop_search()
        done.wait()
    if faults:
        raise faults[0]
    return statuses[0], interrupted


class _Teller(cp_model.CpSolverSolutionCallback):
    """Passes on what the search reports."""

    def __init__(self, decisions: Decisions, progress: Tell) -> None:
        super().__init__()
        self._decisions = decisions
        self._progress = progress

    def on_solution_callback(self) -> None:
        """Called by the solver for each better program."""
        self._progress(
            News(
                cost=round(self.objective_value),
                bound=proved_by(self),
                read=lambda: self._decisions.read(self),
            )
        )
