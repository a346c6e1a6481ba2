"""The search in stages: times, rooms, both together, then the slots within what was decided.

The first three see the conference by blocks (see ``blocks``), where all rules cost at least what
they say; the last one is the exact model, confined to the sessions that were chosen. What the
first and the third prove holds for the whole problem: they leave nothing out but costs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.solver.blocks import Blocks, suits
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import Outcome, Posts, Progress, post_all, search, solver_with

_TIMES, _ROOMS, _BOTH = 0.4, 0.15, 0.9
"""Shares of what is left of the effort."""
_ROUNDS = 20
"""How often something that does not fit may be forbidden before giving up."""
_SMALL = 20_000
"""Talks times slots that the exact model looks at without being confined."""
_ENOUGH = 0.1
"""The share of the effort, and of the seconds, with which a large model is worth building."""
_LEAST = 1e-2
"""With less effort nothing is found."""
_FOUND = frozenset({cp_model.OPTIMAL, cp_model.FEASIBLE})


class Relaxes(Posts, Protocol):
    """What the stages need of a rule."""

    def relax(self, blocks: Blocks) -> None:
        """Tell what is required at least, seen block by block."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one stage found."""

    blocks: Blocks
    solver: cp_model.CpSolver
    status: int

    @property
    def found(self) -> bool:
        return self.status in _FOUND

    @property
    def cost(self) -> int:
        return round(self.solver.objective_value)

    @property
    def values(self) -> list[bool]:
        """What the literals are, in their order."""
        return [self.solver.boolean_value(literal) for literal in self.blocks.literals]


@dataclass
class _Search:
    """One search, and what it has spent and proved so far."""

    conference: Conference
    rules: Sequence[Relaxes]
    limits: Limits
    spent: float = 0.0
    seconds: float = 0.0
    bound: int = 0

    def stage(self, *, rooms_matter: bool = True) -> Blocks:
        """The conference by blocks, with what the rules say of it."""
        blocks = Blocks(self.conference, rooms_matter=rooms_matter)
        for rule in self.rules:
            rule.relax(blocks)
        blocks.model.minimize(blocks.cost)
        return blocks

    def solve(self, blocks: Blocks, share: float, *, whole: bool = True) -> _Answer:
        """Solve with a share of what is left; what the whole problem proves is a bound."""
        solver = solver_with(self.rest(share))
        status = int(solver.solve(blocks.model))
        self.spent += solver.deterministic_time
        self.seconds += solver.wall_time
        if whole and status in {*_FOUND, cp_model.UNKNOWN}:
            self.bound = max(self.bound, round(solver.best_objective_bound))
        return _Answer(blocks, solver, status)

    def rest(self, share: float = 1.0) -> Limits:
        """Limits for a share of what is left."""
        seconds = None
        if self.limits.seconds is not None:
            seconds = share * max(0.0, self.limits.seconds - self.seconds)
        effort = max(_LEAST, share * (self.limits.effort - self.spent))
        return replace(self.limits, effort=effort, seconds=seconds)


def search_in_stages(
    conference: Conference,
    rules: Sequence[Relaxes],
    limits: Limits,
    *,
    progress: Progress | None = None,
) -> Outcome | None:
    """The cheapest program found, with a bound of the whole problem.

    Nothing where the conference cannot be seen by blocks.
    """
    if not suits(conference, rules):
        return None
    run = _Search(conference, rules, limits)
    answer = _by_blocks(run)
    if answer is not None and answer.status == cp_model.INFEASIBLE:
        return _without_program(run, Status.INFEASIBLE)
    outcome = None if answer is None else _slots(run, answer, progress)
    if outcome is None or (outcome.status is not Status.OPTIMAL and _is_small(conference)):
        return _as_a_whole(run, outcome, progress)
    return outcome


def _by_blocks(run: _Search) -> _Answer | None:
    """Times and rooms into which all talks can be packed, or that there are none."""
    timed = run.solve(run.stage(rooms_matter=False), _TIMES)
    if timed.status == cp_model.INFEASIBLE:
        return timed
    roomed = _roomed(run, timed) if timed.found else None
    if roomed is not None and roomed.cost <= run.bound and _packable(roomed):
        return roomed
    both = run.stage()
    hint = timed if roomed is None else roomed
    for literal, value in zip(both.literals, hint.values if hint.found else (), strict=False):
        both.model.add_hint(literal, value)
    for _ in range(_ROUNDS):
        answer = run.solve(both, _BOTH)
        if answer.status == cp_model.INFEASIBLE:
            return answer
        if not answer.found:
            break
        if _packable(answer):
            return answer
    return roomed if roomed is not None and _packable(roomed) else None


def _roomed(run: _Search, timed: _Answer) -> _Answer | None:
    """Rooms for the times that were decided; nothing if there are none."""
    blocks = run.stage()
    for literal, value in zip(blocks.literals_of_times, timed.values, strict=True):
        blocks.model.add(literal == value)
    answer = run.solve(blocks, _ROOMS, whole=False)
    return answer if answer.found else None


def _packable(answer: _Answer) -> bool:
    """Whether talks fit into the sessions chosen; what does not is forbidden for good."""
    return not answer.blocks.forbid_unpackable(answer.solver)


def _without_program(run: _Search, status: Status) -> Outcome:
    proved = status is Status.INFEASIBLE
    return Outcome(
        status=status,
        program=None,
        cost=None,
        bound=None,
        spent=run.spent,
        reproducible=proved or run.limits.seconds is None,
    )


def _slots(run: _Search, answer: _Answer, progress: Progress | None) -> Outcome | None:
    """The exact model, each talk confined to its track's sessions.

    First to those in its block; if that costs more than is proved, to all of them.
    """
    outcome = _exact(run, answer.blocks.placed(answer.solver), None, progress)
    if outcome.program is None:
        return None
    if outcome.cost is not None and outcome.cost > run.bound:
        wide = answer.blocks.placed(answer.solver, anytime=True)
        other = _exact(run, wide, outcome.program, progress)
        outcome = other if other.cost is not None and other.cost <= outcome.cost else outcome
    return _proved(run, outcome)


def _is_small(conference: Conference) -> bool:
    """Whether every talk in every slot is not too much to look at."""
    return len(conference.talks) * len(conference.timetable.slots) <= _SMALL


def _as_a_whole(run: _Search, found: Outcome | None, progress: Progress | None) -> Outcome:
    """The exact model, talks anywhere: where the stages found nothing, or could not prove it."""
    rest = run.rest()
    least = 0.0 if _is_small(run.conference) else _ENOUGH
    late = rest.seconds is not None and rest.seconds <= least * (run.limits.seconds or 0)
    if late or rest.effort <= max(_LEAST, least * run.limits.effort):
        return found or _without_program(run, Status.UNKNOWN)
    hint = None if found is None else found.program
    outcome = _exact(run, None, hint, progress)
    if outcome.status is Status.INFEASIBLE:
        return _without_program(run, Status.INFEASIBLE)
    run.bound = max(run.bound, outcome.bound or 0)
    if outcome.program is None:
        return _without_program(run, Status.UNKNOWN) if found is None else _proved(run, found)
    return _proved(run, outcome)


def _proved(run: _Search, outcome: Outcome) -> Outcome:
    """The outcome with what is proved of the whole problem."""
    proved = outcome.cost is not None and outcome.cost <= run.bound
    return replace(
        outcome,
        status=Status.OPTIMAL if proved else Status.FEASIBLE,
        bound=run.bound,
        spent=run.spent,
        reproducible=run.limits.seconds is None,
    )


def _exact(
    run: _Search,
    within: Mapping[str, frozenset[str]] | None,
    hint: Program | None,
    progress: Progress | None,
) -> Outcome:
    decisions = Decisions(run.conference, within=within)
    post_all(decisions, run.rules)
    outcome = search(decisions, run.rest(), hint=hint, progress=progress)
    run.spent += outcome.spent
    run.seconds += outcome.seconds
    return outcome
