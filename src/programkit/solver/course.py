"""One search from its call to its end: what it may spend, and the best it knows."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from threading import Lock
from typing import Any

from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.model.result import Progress, RuleCost, cost_of, costs_by_rule
from programkit.solver.limits import Limits
from programkit.solver.search import News, Outcome
from programkit.solver.task import Task

_LOOKING = 0.1
"""The share of the time that may be spent on looking at programs only to tell about them."""
_LEAST = 1e-3
"""With less effort nothing is found."""
_BREATH = 0.25
"""Seconds kept for what is left to do when the solver has to stop."""


class Course:
    """What a search may spend, what it has spent, and the best it knows."""

    best: Program | None = None
    """The best program without a hard violation, if any is known."""
    cost: int | None = None
    """What it costs."""
    bound: int | None = None
    """No program of the whole problem costs less; none where nothing is proved."""
    infeasible = False
    """Whether it is proved that there is no program."""
    spent = 0.0
    """Effort."""
    largest = (0, 0)
    """How many variables and constraints the largest model had."""
    interrupted = False
    """Whether Ctrl-C was pressed."""
    glanced = False
    """Whether a short look that is always the same was all that was needed."""
    cut = False
    """Whether the clock has had a say."""
    trying = ""
    """What is being tried, in words."""

    def __init__(
        self,
        task: Task,
        limits: Limits,
        *,
        begun: float | None = None,
        told: Callable[[Progress], None] | None = None,
        executor: Executor | None = None,
    ) -> None:
        self.task = task
        """What is to be solved."""
        self.limits = limits
        """What it may spend."""
        self.executor = executor
        """Where parts may be solved; none given means here."""
        self._begun = time.monotonic() if begun is None else begun
        self._bettered = self._begun
        self._told = told
        self._looking = self._judging = 0.0
        self._judged: tuple[Program, list[Finding]] | None = None
        self._seen: tuple[tuple[RuleCost, ...], int, int] = ((), 0, 0)
        self._lock = Lock()

    @property
    def elapsed(self) -> float:
        """Seconds since the call."""
        return time.monotonic() - self._begun

    @property
    def quiet(self) -> float:
        """Seconds since there was something better."""
        return time.monotonic() - self._bettered

    @property
    def left(self) -> float:
        """Seconds left; infinite without such a limit."""
        if self.limits.seconds is None:
            return math.inf
        return max(0.0, self.limits.seconds - self.elapsed)

    @property
    def proved(self) -> bool:
        """Whether there is nothing better to be found."""
        known = self.cost is not None and self.bound is not None and self.cost <= self.bound
        return known or self.infeasible or self.cost == 0

    @property
    def over(self) -> bool:
        """Whether to stop: it is proved, spent, too late, or Ctrl-C was pressed."""
        if self.interrupted or self.proved or self.spent >= self.limits.effort:
            return True
        if self.left <= self._breath:
            self.cut = True
        return self.left <= self._breath

    def spare(self) -> float:
        """Seconds left for the search; nothing where it is over."""
        return 0.0 if self.over else self.left - self._breath

    @property
    def _breath(self) -> float:
        """Seconds kept for what is left to do: the solver has to stop, the answer is judged."""
        return _BREATH + self._judging

    def share(self, effort: float, seconds: float | None = None, **changes: Any) -> Limits:  # noqa: ANN401 - other limits by name
        """Limits for one model: so much effort and no more than is left.

        Seconds take the place of the effort where the clock may have a say.
        """
        by_clock = seconds is not None and not self.limits.reproducible
        left = self.left - self._breath
        allowed = min(left, seconds) if by_clock and seconds is not None else left
        wanted = math.inf if by_clock else effort
        return replace(
            self.limits,
            effort=max(_LEAST, min(wanted, self.limits.effort - self.spent)),
            seconds=None if math.isinf(allowed) else max(0.0, allowed),
            **changes,
        )

    def attempt(self, trying: str) -> None:
        """Tell what is being tried."""
        self.trying = trying
        self._tell()

    def spend(self, outcome: Outcome, *, least: float = 0.0) -> None:
        """Count what solving one model took."""
        self.spent += max(outcome.spent, least)
        self.largest = max(self.largest, (outcome.variables, outcome.constraints))
        self.interrupted = self.interrupted or outcome.interrupted

    def take(self, program: Program, cost: int) -> bool:
        """Keep a program if it is better than what is known, or as good; say whether."""
        with self._lock:
            if self.cost is not None and cost > self.cost:
                return False
            better = self.cost is None or cost < self.cost
            self.best, self.cost = program, cost
            self._bettered = time.monotonic() if better else self._bettered
        if better:
            self._tell(program)
        return True

    def prove(self, bound: int | None) -> None:
        """Note what is proved of the whole problem."""
        if bound is not None and (self.bound is None or bound > self.bound):
            self.bound = bound
            self._tell()

    def hears(self, *, whole: bool = True) -> Callable[[News], None]:
        """Somebody to be told while a model is solved, of the whole problem or of a part."""

        def hear(news: News) -> None:
            if whole:
                self.prove(news.bound)
            worth = news.cost is not None and (self.cost is None or news.cost < self.cost)
            if worth and news.read is not None and (self.best is None or self._may_look):
                self.take(self._looked(news.read), news.cost or 0)

        return hear

    def judged(self, program: Program) -> int | None:
        """What a program costs by the rules' checks; nothing if something hard is violated."""
        return cost_of(self.findings(program))

    def findings(self, program: Program) -> list[Finding]:
        """What the rules find in a program; what they found in the last one is kept."""
        known = self._judged
        if known is None or known[0] is not program:
            begun = time.monotonic()
            known = self._judged = (program, self.task.findings(program))
            self._judging = max(self._judging, time.monotonic() - begun)
        return known[1]

    @property
    def _may_look(self) -> bool:
        return self._looking + self._judging <= _LOOKING * self.elapsed

    def _looked(self, read: Callable[[], Program]) -> Program:
        begun = time.monotonic()
        program = read()
        self._looking += time.monotonic() - begun
        return program

    def _tell(self, program: Program | None = None) -> None:
        if self._told is None:
            return
        known = self._judged is not None and self._judged[0] is program
        if program is not None and (known or self._may_look or not self._seen[1]):
            self._seen = self._looked_at(program)
        costs, placed, unplaced = self._seen
        self._told(
            Progress(
                seconds=self.elapsed,
                trying=self.trying,
                cost=self.cost,
                bound=self.bound,
                costs=costs,
                placed=placed,
                unplaced=unplaced,
            )
        )

    def _looked_at(self, program: Program) -> tuple[tuple[RuleCost, ...], int, int]:
        begun = time.monotonic()
        costs = costs_by_rule(self.findings(program))
        seen = (costs, len(program.by_talk), len(program.unplaced))
        self._looking += time.monotonic() - begun
        return seen
