"""The least change to a program: what matters most first, then what is cheapest among that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.solver.around import Around
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import Posts, post_all, run, solver_with


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """What was found."""

    status: Status
    """Optimal if it is proved that nothing is better by the first rules."""
    program: Program | None = None
    """The program, if any was found."""
    cheapest: bool = False
    """Whether it is proved, too, that none as good by the first rules is cheaper by the others."""
    spent: float = 0.0
    """The effort spent."""
    variables: int = 0
    """How many the model had."""
    constraints: int = 0
    """How many the model had."""


def least(  # noqa: PLR0913 - the problem, and how to go about it
    conference: Conference,
    first: Sequence[Posts],
    then: Sequence[Posts],
    limits: Limits,
    *,
    before: Program | None = None,
    freed: Sequence[str] = (),
    around: Around | None = None,
    force: Callable[[Decisions], None] | None = None,
) -> Least:
    """A program that is cheapest by the first rules and, of those, cheap by the others.

    What any of them requires is obeyed. ``before`` is where the search starts; ``around`` opens a
    part of a program only; ``force`` may post what must hold besides.
    """
    decisions = Decisions(conference, freed=freed, around=around)
    post_all(decisions, first)
    matters = decisions.cost
    post_all(decisions, then)
    if force is not None:
        force(decisions)
    solver, status = _solved(decisions, matters, limits, before)
    proto = decisions.model.proto
    found = Least(
        status=status,
        cheapest=not then,
        spent=solver.deterministic_time,
        variables=len(proto.variables),
        constraints=len(proto.constraints),
    )
    if status not in {Status.OPTIMAL, Status.FEASIBLE}:
        return found
    program = decisions.read(solver)
    if not then:
        return replace(found, program=program)
    decisions.model.add(matters <= round(solver.objective_value))
    second, further = _solved(decisions, decisions.cost, limits, program)
    better = further in {Status.OPTIMAL, Status.FEASIBLE}
    return replace(
        found,
        program=decisions.read(second) if better else program,
        cheapest=further is Status.OPTIMAL,
        spent=solver.deterministic_time + second.deterministic_time,
    )


def _solved(
    decisions: Decisions, cost: cp_model.LinearExprT, limits: Limits, near: Program | None
) -> tuple[cp_model.CpSolver, Status]:
    """The solver after its search for the least cost."""
    model, solver = decisions.model, solver_with(limits)
    model.minimize(cost)
    model.clear_hints()  # type: ignore[no-untyped-call]  # of ortools
    if near is not None and not limits.interleaved:
        decisions.hint(near)
    status, interrupted = run(solver, model)
    if interrupted and status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        raise KeyboardInterrupt
    return solver, _STATUS.get(status, Status.UNKNOWN)


_STATUS = {
    int(cp_model.OPTIMAL): Status.OPTIMAL,
    int(cp_model.FEASIBLE): Status.FEASIBLE,
    int(cp_model.INFEASIBLE): Status.INFEASIBLE,
}
