"""The search in stages: times, rooms, both together, then the slots within what was decided.

The first three see the conference by blocks (see ``blocks``), where all rules cost at least what
they say; the last one is the exact model, confined to the sessions that were chosen. What the
third proves holds for the whole problem, because it leaves nothing out but costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.result import Status
from programkit.solver.blocks import Blocks, suits
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import Outcome, Posts, Progress, post_all, search, solver_with

_SHARES = (0.15, 0.1)
"""Of the effort, for times and for rooms alone; most of it is for both together."""
_ROUNDS = 20
"""How often something that does not fit may be forbidden before giving up."""


class Relaxes(Posts, Protocol):
    """What the stages need of a rule."""

    def relax(self, blocks: Blocks) -> None:
        """Tell what is required at least, seen block by block."""


@dataclass
class _Budget:
    """What is left of the effort and the seconds."""

    limits: Limits
    spent: float = 0.0
    seconds: float = 0.0

    def solve(self, model: cp_model.CpModel, share: float = 1.0) -> tuple[int, cp_model.CpSolver]:
        """Solve with a share of what is left."""
        limits = self.limits
        left = max(1e-3, limits.effort - self.spent)
        seconds = None
        if limits.seconds is not None:
            seconds = share * max(0.0, limits.seconds - self.seconds)
        solver = solver_with(replace(limits, effort=share * left, seconds=seconds))
        status = solver.solve(model)
        self.spent += solver.deterministic_time
        self.seconds += solver.wall_time
        return int(status), solver

    def rest(self) -> Limits:
        """Limits for what is left."""
        limits = self.limits
        seconds = None if limits.seconds is None else max(0.0, limits.seconds - self.seconds)
        return replace(limits, effort=max(1e-3, limits.effort - self.spent), seconds=seconds)


def search_in_stages(
    conference: Conference,
    rules: Sequence[Relaxes],
    limits: Limits,
    *,
    progress: Progress | None = None,
) -> Outcome | None:
    """The cheapest program found, with a bound of the whole problem.

    Nothing where the conference cannot be seen by blocks, or no program was found in this way.
    """
    if not suits(conference, rules):
        return None
    budget = _Budget(replace(limits, effort=0.9 * limits.effort, seconds=_most(limits.seconds)))
    timed = _stage(conference, rules, rooms_matter=False)
    values = _values(timed, budget, _SHARES[0])
    both = _stage(conference, rules)
    if values is not None:
        roomed = _stage(conference, rules)
        for literal, value in zip(roomed.literals_of_times, values, strict=False):
            roomed.model.add(literal == value)
        values = _values(roomed, budget, _SHARES[1]) or values
        for literal, value in zip(both.literals, values, strict=False):
            both.model.add_hint(literal, value)
    return _together(both, rules, budget, limits, progress)


def _most(seconds: float | None) -> float | None:
    return None if seconds is None else 0.9 * seconds


def _stage(
    conference: Conference, rules: Sequence[Relaxes], *, rooms_matter: bool = True
) -> Blocks:
    blocks = Blocks(conference, rooms_matter=rooms_matter)
    for rule in rules:
        rule.relax(blocks)
    blocks.model.minimize(blocks.cost)
    return blocks


def _values(blocks: Blocks, budget: _Budget, share: float) -> list[bool] | None:
    """What a stage decided; nothing if it found nothing."""
    status, solver = budget.solve(blocks.model, share)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    return [solver.boolean_value(literal) for literal in blocks.literals]


def _together(
    blocks: Blocks,
    rules: Sequence[Relaxes],
    budget: _Budget,
    limits: Limits,
    progress: Progress | None,
) -> Outcome | None:
    """Decide times and rooms until they can be packed into slots, then the slots."""
    for _ in range(_ROUNDS):
        status, solver = budget.solve(blocks.model)
        if status == cp_model.INFEASIBLE:
            return Outcome(
                status=Status.INFEASIBLE,
                program=None,
                cost=None,
                bound=None,
                spent=budget.spent,
                reproducible=True,
            )
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return None
        if not blocks.forbid_unpackable(solver):
            return _slots(blocks, solver, rules, _Budget(limits, budget.spent, budget.seconds), progress)
    return None


def _slots(
    blocks: Blocks,
    solver: cp_model.CpSolver,
    rules: Sequence[Posts],
    budget: _Budget,
    progress: Progress | None,
) -> Outcome | None:
    """The exact model, each talk confined to its track's sessions in its block."""
    decisions = Decisions(blocks.conference, within=blocks.placed(solver))
    post_all(decisions, rules)
    outcome = search(decisions, budget.rest(), progress=progress)
    if outcome.program is None:
        return None
    bound = round(solver.best_objective_bound)
    proved = outcome.cost is not None and outcome.cost <= bound
    limits = budget.limits
    spent = budget.spent + outcome.spent
    return replace(
        outcome,
        status=Status.OPTIMAL if proved else Status.FEASIBLE,
        bound=bound,
        spent=spent,
        reproducible=limits.seconds is None or outcome.reproducible and proved,
    )

