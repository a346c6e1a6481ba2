"""The whole problem as one model: the only one that can prove what is best."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread

from programkit.model.program import Program
from programkit.model.result import Status
from programkit.solver.course import Course
from programkit.solver.limits import Limits
from programkit.solver.search import Outcome, search, solver_with
from programkit.solver.task import StoppedError

_NAME = "the whole at once"


def solve_whole(course: Course, limits: Limits, hint: Program | None) -> None:
    """Solve the whole model, and let the course know what comes out.

    To make the model takes time, too; one that is not made in time is given up.
    """
    course.attempt(_NAME)
    try:
        decisions = course.task.model(stopped=lambda: course.left <= 0)
    except StoppedError:
        return
    if limits.seconds is not None:
        limits = replace(limits, seconds=min(limits.seconds, course.left))
    settle(course, search(decisions, limits, hint=hint, progress=course.hears()))


def settle(course: Course, outcome: Outcome) -> None:
    """Let a course know what came out of a whole model."""
    course.spend(outcome)
    course.prove(outcome.bound)
    if outcome.status is Status.INFEASIBLE:
        course.infeasible = True
    if outcome.program is not None and outcome.cost is not None:
        course.take(outcome.program, outcome.cost)


class Beside:
    """The whole model, solved in a thread beside other attempts."""

    def __init__(self, course: Course, limits: Limits, hint: Program | None) -> None:
        self._course = course
        self._limits = limits
        self._hint = hint
        self._solver = solver_with(limits)
        self._stopped = False
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether it came to its end."""
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Stop soon; a model that is being made is given up with the rule that is posting."""
        self._stopped = True
        while self._thread.is_alive():
            self._solver.stop_search()
            self._thread.join(_WINK)

    def _work(self) -> None:
        try:
            decisions = self._course.task.model(stopped=lambda: self._stopped)
        except StoppedError:
            return
        seconds = max(0.0, self._course.left - _WINK)
        self._solver.parameters.max_time_in_seconds = seconds
        hint = self._course.best or self._hint
        told = self._course.hears()
        outcome = search(decisions, self._limits, hint=hint, progress=told, solver=self._solver)
        settle(self._course, outcome)


_WINK = 0.05
"""Seconds between two looks at whether it has stopped."""
