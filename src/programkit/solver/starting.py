"""Gives sessions of unknown time a start: some are chosen, the rest is decided, others are tried.

Everything that depends on times is decided for certain starts, as if the facts said them; so every
rule holds for them without knowing that they were open. Where few starts are possible together, all
are tried, and what is proved for each is proved for the whole.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import product

from programkit.model.conference import Conference
from programkit.model.placement import Placement
from programkit.model.program import Placed, Program, SessionDecision
from programkit.model.starts import Seeker, seekers
from programkit.solver.attempts import attempt_all
from programkit.solver.course import Course
from programkit.solver.timing import Choice, Timing

_ALL = 100
"""How many choices are all tried."""
_SMALL = 6_000
"""Literals of a problem that is solved often."""
_SHARE = 8
"""Such a problem may take one part in so many of what is left."""
_GOOD = 8
"""How many choices that look good are tried until a program is found."""
_BEST = 6
"""How many other starts of one seeker are tried in a round."""
_MOVES = 64
"""How often sessions are moved with all that is in them."""
_PART = 0.2
"""The share of the time left that this may take."""
_LEAST = 0.01
"""Effort that each try counts at least."""


def attempt_with_times(course: Course, previous: Program | None = None) -> None:
    """Search until the course is over; sessions whose time is open get one."""
    open_ones = [seeker for seeker in seekers(course.task.conference) if seeker.starts]
    if not open_ones:
        attempt_all(course, previous)
        return
    try:
        _Starting(course, open_ones, previous).run()
    except KeyboardInterrupt:
        course.interrupted = True


class _Starting:
    """The search for starts."""

    def __init__(
        self, course: Course, open_ones: Sequence[Seeker], previous: Program | None
    ) -> None:
        self._course = course
        self._seekers = open_ones
        self._previous = previous
        self._timing = Timing(course.task.conference, open_ones)
        self._small = course.task.literals <= _SMALL
        self._costs: dict[Choice, int | None] = {}

    def run(self) -> None:
        """Try all choices if they are few, else one after the other from a good one."""
        count = math.prod(len(seeker.starts) for seeker in self._seekers)
        if self._small and count <= _ALL:
            self._try_all()
        else:
            self._climb()

    def _try_all(self) -> None:
        choices = list(product(*(range(len(seeker.starts)) for seeker in self._seekers)))
        choices.sort(key=self._timing.cost)
        tried: list[Course] = []
        while len(tried) < len(choices) and not self._course.over:
            left = len(choices) - len(tried)
            tried.append(self._try(choices[len(tried)], min(_SHARE, left)))
        self._course.glanced = all(one.glanced for one in tried)
        if len(tried) == len(choices):
            self._prove(tried)

    def _prove(self, tried: Sequence[Course]) -> None:
        """What is proved for every choice is proved for the whole."""
        bounds = [0 if one.cost == 0 else one.bound for one in tried if not one.infeasible]
        if not bounds:
            self._course.infeasible, self._course.task = True, tried[0].task
        known = [bound for bound in bounds if bound is not None]
        if known and len(known) == len(bounds):
            self._course.prove(min(known))

    def _climb(self) -> None:
        best = self._first()
        if best is not None:
            best = self._moved(best)
            best = self._bettered(best) if self._small else best
            self._previous = self._course.best or self._previous
            self._try(best, 1)

    def _first(self) -> Choice | None:
        """The first choice that looks good for which there is a program."""
        usual = tuple(self._usual(seeker) for seeker in self._seekers)
        for choice in self._timing.good(usual, self._course.limits.seed, _GOOD):
            if not self._course.over:
                self._try(choice, _SHARE if self._small else 2)
            if self._costs.get(choice) is not None:
                return choice
        return None

    def _usual(self, seeker: Seeker) -> int:
        """The start of a previous program, or the first."""
        known = None if self._previous is None else self._previous.timetable.sessions
        timed = None if known is None else known.get(seeker.sessions[0].id)
        first = None if timed is None or timed.interval is None else timed.interval.first
        return seeker.starts.index(first) if first in seeker.starts else 0

    def _moved(self, best: Choice) -> Choice:
        """Sessions move with all that is in them as long as that is cheaper."""
        course = self._course
        until = course.left * (1 - _PART) if not course.limits.reproducible else -math.inf
        moves, waiting = 0, self._beside(best)
        while course.best is not None and moves < _MOVES and course.left > until:
            choice = next(waiting, None)
            if choice is None or course.over:
                break
            moves += 1
            course.spent += _LEAST
            program = _at(course.best, self._times(choice))
            cost = course.judged(program)
            if cost is not None and cost < (course.cost or 0):
                course.take(program, cost)
                self._costs[choice] = cost
                best, waiting = choice, self._beside(choice)
        return best

    def _bettered(self, best: Choice) -> Choice:
        """Other choices are tried, the rest anew for each, as long as that is cheaper."""
        waiting = self._beside(best)
        while not self._course.over:
            choice = next(waiting, None)
            if choice is None:
                break
            self._previous = self._course.best or self._previous
            self._try(choice, _SHARE)
            if _dearness(self._costs[choice]) < _dearness(self._costs[best]):
                best, waiting = choice, self._beside(choice)
        return best

    def _beside(self, best: Choice) -> Iterator[Choice]:
        """Choices in which one seeker starts at another time, the likelier ones, not tried yet."""
        for number in range(len(best)):
            likely = self._timing.others(best, number)[:_BEST]
            yield from (choice for choice in likely if choice not in self._costs)

    def _try(self, choice: Choice, shares: int) -> Course:
        """Decide the rest for certain starts, with a share of what is left."""
        course, times = self._course, self._times(choice)
        course.attempt("other times of sessions" if self._costs else "times of sessions")
        conference = course.task.conference
        task = replace(course.task, conference=_with(conference, times))
        effort = (course.limits.effort - course.spent) / shares
        tried = Course(task, course.share(effort, course.left / shares), executor=course.executor)
        attempt_all(tried, self._previous)
        course.spent += max(tried.spent, _LEAST)
        course.largest = max(course.largest, tried.largest)
        course.interrupted |= tried.interrupted
        course.cut |= tried.cut and course.limits.reproducible
        self._costs[choice] = tried.cost
        if tried.best is not None and _dearness(tried.cost) < _dearness(course.cost):
            course.take(_at(tried.best, times), tried.cost or 0)
        return tried

    def _times(self, choice: Choice) -> Mapping[str, datetime]:
        return {
            session.id: seeker.starts[number]
            for seeker, number in zip(self._seekers, choice, strict=True)
            for session in seeker.sessions
        }


def _dearness(cost: int | None) -> float:
    return math.inf if cost is None else cost


def _with(conference: Conference, times: Mapping[str, datetime]) -> Conference:
    return conference.replace(times={**conference.times, **times})


def _at(program: Program, times: Mapping[str, datetime]) -> Program:
    """The program with sessions at certain times, and all that is in them; they are decisions."""
    conference = _with(program.conference, times)
    decided = {decision.session: decision for decision in program.sessions}
    for session, start in times.items():
        before = decided.get(session, SessionDecision(session=session))
        decided[session] = before.replace(start=start)
    return program.replace(
        conference=conference,
        placements=tuple(_shifted(placed, times) for placed in program.placed),
        sessions=tuple(decided.values()),
    )


def _shifted(placed: Placed, times: Mapping[str, datetime]) -> Placement:
    """Where a talk is once its session starts at another time; in a slot, it stays there."""
    placement, around = placed.placement, placed.session
    if placement.start is None or around is None or around.id not in times:
        return placement
    assert around.interval is not None  # noqa: S101 - its talks have times
    return placement.replace(start=placement.start + (times[around.id] - around.interval.first))
