"""From a program to better ones: a part is decided anew, then another."""

from __future__ import annotations

from collections.abc import Callable
from random import Random  # noqa: TID251 - takes a seed

from programkit.model.base import TBD
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.solver.constructing import Draft
from programkit.solver.course import Course
from programkit.solver.limits import Limits
from programkit.solver.neighborhoods import EVERYTHING, KINDS, Things, neighborhood
from programkit.solver.portfolio import side_by_side
from programkit.solver.search import Outcome
from programkit.solver.task import Attempt

_EFFORT, _SECONDS = 0.5, 2.0
"""What one part may take."""
_LEAST_EFFORT = 0.01
"""What each part counts at least: making its model is work, too."""
_FIRST, _LEAST = 16.0, 4.0
"""How many talks may move at first, and at least."""
_SOON, _GROW, _SHRINK = 1.3, 1.05, 0.8
"""How sizes change where a part was solved soon, where it was solved, and where it was not."""
_SHARE = 0.25
"""With this share of its effort, a part was solved soon."""
_HALF = 0.5
"""How often the linear relaxation leads; it helps much with some parts, and hinders with others."""
_FORGET = 0.9
"""How much of what a kind has brought counts the next time."""


_SOME = 0.1
"""How likely a kind is at least that brought nothing."""


class Improving:
    """A program that never gets worse, and what is known of the kinds of parts."""

    def __init__(self, course: Course, start: Draft) -> None:
        self.program = start.program
        """The program as it is now."""
        self.cost = start.cost
        """What it costs, what is missing at its price included."""
        self._course = course
        self._price = start.price
        self._random = Random(course.limits.seed)  # noqa: S311 - a search, no secret
        self._things = Things(course.task)
        self._kinds = dict.fromkeys(_kinds_for(course, self._things), 1.0)
        self._sizes = dict.fromkeys(self._kinds, _FIRST)

    def run(self, stop: Callable[[], bool] = lambda: False) -> None:
        """Go on until the course is over, or somebody says so."""
        if self._course.limits.reproducible:
            while not self._course.over and not stop():
                attempt = self.attempt()
                outcome = self._course.task.solve_part(attempt, self.limits(), self._course.spare)
                self.learn(attempt, outcome)
        else:
            side_by_side(self, self._course, stop)

    def attempt(self, busy: frozenset[str] = frozenset()) -> Attempt:
        """What to decide anew next; what is in busy sessions stays as it is."""
        self._follow()
        kind = self._random.choices(list(self._kinds), self._weights())[0]
        around = neighborhood(
            self._things,
            kind,
            self.program,
            size=round(self._sizes[kind]),
            findings=self._course.findings(self.program) if kind == "costs" else (),
            random=self._random,
            busy=busy,
        )
        self._course.attempt(around.name)
        return Attempt(kind=kind, around=around, cost=self.cost, price=self._price)

    def limits(self) -> Limits:
        """What one part may take."""
        relaxed = self._random.random() < _HALF
        return self._course.share(_EFFORT, _SECONDS, workers=1, quick=True, relaxed=relaxed)

    def learn(self, attempt: Attempt, outcome: Outcome) -> None:
        """Keep what was found if it is not worse, and remember how the kind did."""
        self._course.spend(outcome, least=_LEAST_EFFORT)
        kind = attempt.kind
        solved = outcome.status in {Status.OPTIMAL, Status.INFEASIBLE}
        soon = outcome.spent < _SHARE * _EFFORT
        size = self._sizes[kind] * ((_SOON if soon else _GROW) if solved else _SHRINK)
        self._sizes[kind] = min(max(size, _LEAST), float(len(self._things.talks)) + 1)
        whole = attempt.around.name == EVERYTHING and not attempt.price
        if whole and outcome.status is Status.OPTIMAL:
            self._course.prove(outcome.cost)
        before = self.cost
        if outcome.program is not None and outcome.cost is not None:
            self._keep(attempt, outcome.program, outcome.cost)
        self._kinds[kind] = _FORGET * self._kinds[kind] + (1 - _FORGET) * (self.cost < before)

    def _keep(self, attempt: Attempt, program: Program, cost: int) -> None:
        """Keep what is not worse; put it into what was found meanwhile, if there was something."""
        if cost > attempt.cost:
            return
        if attempt.around.program is not self.program:
            if cost == attempt.cost or attempt.price or self._price:
                return
            program = attempt.around.put_into(self.program, program)
            judged = self._course.judged(program)
            if judged is None or judged > self.cost:
                return
            cost = judged
        self.program, self.cost = program, cost
        if self._price:
            judged = self._course.judged(program)
            if judged is None:
                return
            self._price, self.cost = 0, judged
        self._course.take(self.program, self.cost)

    def _weights(self) -> list[float]:
        """How likely each kind is: the more it brought, the more."""
        complete = len(self.program.by_talk) >= len(self._things.talks)
        weights = {kind: _SOME + brought for kind, brought in self._kinds.items()}
        weights["unplaced"] = 0.0 if complete else sum(weights.values()) / 2
        return list(weights.values())

    def _follow(self) -> None:
        """Somebody else may have found a better one."""
        best, cost = self._course.best, self._course.cost
        if best is not None and cost is not None and (self._price or cost < self.cost):
            self.program, self.cost, self._price = best, cost, 0


def _kinds_for(course: Course, things: Things) -> list[str]:
    """The kinds of parts that there are in a conference."""
    sessions = [s.session for s in course.task.conference.timetable.sessions.values()]
    open_ones = any(TBD in {s.room, s.chairs, s.start, s.track} for s in sessions)
    there = {
        "track": len(things.of_track) > 1,
        "tracks": len(things.of_track) > 2,
        "times": len(things.blocks) > 1,
        "time": len(things.blocks) > 1,
        "rooms": len(things.rooms) > 2,
        "people": len(things.of_person) > 1,
        "sessions": open_ones,
        "posters": bool(things.posters),
    }
    return [kind for kind in KINDS if there.get(kind, True)]
