"""What a search by blocks may still spend, and what it has found and proved so far."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from os import cpu_count
from time import monotonic
from typing import Protocol

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.model.result import cost_of
from programkit.solver.arrangement import Part
from programkit.solver.blocks import Blocks, Chosen
from programkit.solver.limits import Limits
from programkit.solver.search import News, Posts, Tell, proved_by, run, solver_with

LEAST = 1e-2
"""With less effort, or fewer seconds, nothing is found."""
_MARGIN = 0.2
"""Seconds that the solver may take to stop."""
_PAUSE = 5
"""After a program was looked at, for so many times as long none is."""
_MUCH = 0.99
"""What costs no more than this share is much better."""
_FOUND = frozenset({cp_model.OPTIMAL, cp_model.FEASIBLE})


class Relaxes(Posts, Protocol):
    """What the search by blocks needs of a rule."""

    def relax(self, blocks: Blocks) -> None:
        """Tell what is required at least, seen block by block."""

    def check(self, program: Program) -> Iterator[Finding]:
        """A finding for every violation in a decided program."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one model gave; nothing yet if nothing is given."""

    status: int = 0
    cost: int = 0
    """What it costs at least, if anything was found."""
    chosen: Chosen = ()
    """The values of all variables; none if nothing was found."""

    @property
    def found(self) -> bool:
        """Whether there is an answer."""
        return self.status in _FOUND


@dataclass
class Spending:
    """One search by blocks: its limits, what it spent, the best program, and what is proved."""

    conference: Conference
    rules: Sequence[Relaxes]
    limits: Limits
    tell: Tell | None = None
    program: Program | None = None
    """The best program so far."""
    cost: int | None = None
    """What it costs."""
    bound: int = 0
    """No program costs less."""
    spent: float = 0.0
    """Effort."""
    interrupted: bool = False
    """Whether Ctrl-C cut in."""
    kept: float = 0.0
    """The seconds, or units of effort, that are kept for later."""
    judging: float = 0.0
    """The longest that judging a program took, in seconds."""
    variables: int = 0
    """How many the largest model had."""
    constraints: int = 0
    """How many the largest model had."""
    _began: float = field(default_factory=monotonic)

    @property
    def clocked(self) -> bool:
        """Whether the clock may steer, or only effort and steps."""
        return not self.limits.deterministic or math.isinf(self.limits.effort)

    @property
    def seconds(self) -> float:
        """How long the search has taken so far."""
        return monotonic() - self._began

    @property
    def reached(self) -> float:
        """What was spent: seconds, or effort where the clock must not steer."""
        return self.seconds if self.clocked else self.spent

    def amount(self, limits: Limits) -> float:
        """How much limits allow: seconds, or effort where the clock must not steer."""
        if self.clocked:
            return math.inf if limits.seconds is None else limits.seconds
        return limits.effort

    @property
    def over(self) -> bool:
        """Whether nothing is left to spend, or to find."""
        rest = self.rest()
        late = rest.seconds is not None and rest.seconds <= LEAST
        return self.interrupted or late or rest.effort <= LEAST

    def proves(self, cost: int | None) -> bool:
        """Whether nothing can be cheaper than that."""
        return cost is not None and cost <= self.bound

    def rest(self, share: float = 1.0, most: float = math.inf, *, few: bool = False) -> Limits:
        """Limits for a share of what is left, and for no more than so many seconds.

        Where the clock must not steer, a unit of effort stands for a second. With few workers,
        where there are few processors, a small model is solved sooner.
        """
        workers = self.limits.workers
        if few and self.clocked:
            workers = min(workers, max(2, cpu_count() or 2))
        clocked, seconds = self.clocked, None
        effort = share * (self.limits.effort - self.spent - (0 if clocked else self.kept))
        if self.limits.seconds is not None:
            kept = self.kept + _MARGIN + self.judging if clocked else 0
            seconds = max(0.0, self.limits.seconds - self.seconds - kept)
        if clocked:
            least = min(most, math.inf if seconds is None else share * seconds)
            seconds = None if math.isinf(least) else least
        else:
            effort = min(effort, most)
        return replace(self.limits, effort=max(LEAST, effort), seconds=seconds, workers=workers)

    def blocks(
        self,
        *,
        rooms_matter: bool = True,
        talks_matter: bool = True,
        costs: bool = True,
        part: Part | None = None,
    ) -> Blocks:
        """The conference by blocks, or a part of it, with what the rules say of it."""
        blocks = Blocks(
            self.conference, rooms_matter=rooms_matter, talks_matter=talks_matter, part=part
        )
        for rule in self.rules:
            if costs or rule.level is Level.HARD:
                rule.relax(blocks)
        blocks.model.minimize(blocks.cost)
        return blocks

    def solve(
        self,
        model: cp_model.CpModel,
        limits: Limits,
        *,
        whole: bool = False,
        seen: Callable[[Answer], None] | None = None,
        patience: float = math.inf,
    ) -> Answer:
        """Solve a model; what one of the whole problem proves is a bound.

        ``seen`` is told better answers as they come, though not all, and only where the clock may
        steer. Then ``patience`` says how many seconds, and shares of the time before, may pass
        without one that is much better.
        """
        if self.interrupted:
            return Answer()
        solver = solver_with(limits)
        watch = _Watch(seen, patience) if self.clocked else None
        enough = watch.in_vain if watch is not None and math.isfinite(patience) else None
        status, interrupted = run(solver, model, watch, enough)
        self.interrupted |= interrupted
        self.spent += solver.deterministic_time
        self.variables = max(self.variables, len(model.proto.variables))
        self.constraints = max(self.constraints, len(model.proto.constraints))
        if whole and status in {*_FOUND, cp_model.UNKNOWN}:
            self.bound = max(self.bound, proved_by(solver))
        if status not in _FOUND:
            return Answer(status)
        return Answer(status, round(solver.objective_value), tuple(solver.response_proto.solution))

    def judge(self, placements: tuple[Placement, ...]) -> list[Finding]:
        """Make a program, and offer it if all hard rules hold; what there is to say about it."""
        begun = monotonic()
        program = Program(conference=self.conference, placements=placements)
        findings = [finding for rule in self.rules for finding in rule.check(program)]
        cost = cost_of(findings)
        if cost is not None:
            self.offer(program, cost)
        self.judging = max(self.judging, monotonic() - begun)
        return findings

    def offer(self, program: Program, cost: int) -> None:
        """Keep a program, and tell of it, if none was as cheap."""
        if self.cost is None or cost < self.cost:
            self.program, self.cost = program, cost
            if self.tell is not None:
                self.tell(News(cost=cost, bound=self.bound, read=lambda: program))

    def keep(self, share: float, most: float) -> None:
        """Keep a share of all for later, but no more than so many seconds or units of effort."""
        self.kept = min(most, share * self.amount(self.limits))

    @contextmanager
    def heeding(self) -> Iterator[None]:
        """Ctrl-C ends what is done within, and keeps what was found."""
        try:
            yield
        except KeyboardInterrupt:
            self.interrupted = True


class _Watch(cp_model.CpSolverSolutionCallback):
    """Looks on while the solver works."""

    def __init__(self, seen: Callable[[Answer], None] | None, patience: float) -> None:
        super().__init__()
        self._seen = seen
        self._patience = patience
        self._began = self._last = self._next = monotonic()
        self._cost = math.inf

    def on_solution_callback(self) -> None:
        """Called by the solver for each better answer."""
        now = monotonic()
        if self.objective_value <= _MUCH * self._cost:
            self._last, self._cost = now, self.objective_value
        if self._seen is not None and now >= self._next:
            cost, chosen = round(self.objective_value), tuple(self.response_proto.solution)
            self._seen(Answer(int(cp_model.FEASIBLE), cost, chosen))
            self._next = monotonic() + _PAUSE * (monotonic() - now)

    def in_vain(self) -> bool:
        """Whether nothing much better came for too long."""
        now = monotonic()
        return self._cost < math.inf and now - self._last > self._patience * (
            1 + 0.25 * (self._last - self._began)
        )


def near(
    model: cp_model.CpModel, chosen: Chosen, keep: Sequence[cp_model.IntVar] = ()
) -> cp_model.CpModel:
    """The same model, near what was chosen, of which some is kept."""
    found = model.clone()
    found.proto.solution_hint.vars.extend(range(len(chosen)))
    found.proto.solution_hint.values.extend(chosen)
    found.add_bool_and(literal if chosen[literal.index] else ~literal for literal in keep)
    return found
