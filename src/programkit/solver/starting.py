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
from programkit.model.findings import Level
from programkit.model.program import Program, SessionDecision
from programkit.model.starts import Seeker, seekers
from programkit.solver.attempts import attempt_all
from programkit.solver.course import Course

Choice = tuple[int, ...]
"""Which of its starts each seeker has."""

_ALL = 100
"""How many choices are all tried."""
_SHARE = 8
"""A choice may take one part in so many of what is left."""
_BEST = 6
"""How many other starts of one seeker are tried in a round."""


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
        self._looks: dict[Choice, tuple[int, int, int]] = {}
        self._costs: dict[Choice, int | None] = {}

    def run(self) -> None:
        """Try all choices if they are few, else one after the other from a good one."""
        if math.prod(len(seeker.starts) for seeker in self._seekers) <= _ALL:
            self._try_all()
        else:
            self._climb()

    def _try_all(self) -> None:
        choices = list(product(*(range(len(seeker.starts)) for seeker in self._seekers)))
        choices.sort(key=self._look)
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
        self._try(best, _SHARE // 2)
        waiting = self._beside(best)
        while not self._course.over:
            choice = next(waiting, None)
            self._previous = self._course.best or self._previous
            if choice is None:
                self._try(best, 1)
                return
            self._try(choice, _SHARE)
            if _dearness(self._costs[choice]) < _dearness(self._costs[best]):
                best, waiting = choice, self._beside(choice)

    def _first(self) -> Choice:
        """What looks best: of each seeker in turn, the others as they are."""
        best = tuple(self._usual(seeker) for seeker in self._seekers)
        while True:
            looks = [min(self._others(best, n), key=self._look) for n in range(len(best))]
            other = min(looks, key=self._look)
            if self._look(other) >= self._look(best):
                return best
            best = other

    def _usual(self, seeker: Seeker) -> int:
        """The start of a previous program, or the first."""
        known = None if self._previous is None else self._previous.timetable.sessions
        timed = None if known is None else known.get(seeker.sessions[0].id)
        first = None if timed is None or timed.interval is None else timed.interval.first
        return seeker.starts.index(first) if first in seeker.starts else 0

    def _beside(self, best: Choice) -> Iterator[Choice]:
        """Choices in which one seeker starts at another time, the likelier ones, not tried yet."""
        for number in range(len(best)):
            likely = sorted(self._others(best, number), key=self._look)[:_BEST]
            yield from (choice for choice in likely if choice not in self._costs)

    def _others(self, choice: Choice, number: int) -> list[Choice]:
        starts = range(len(self._seekers[number].starts))
        return [(*choice[:number], start, *choice[number + 1 :]) for start in starts]

    def _try(self, choice: Choice, shares: int) -> Course:
        """Decide the rest for certain starts, with a share of what is left."""
        course, times = self._course, self._times(choice)
        course.attempt("other times of sessions" if self._costs else "times of sessions")
        task = replace(course.task, conference=self._with(times))
        effort = (course.limits.effort - course.spent) / shares
        tried = Course(task, course.share(effort, course.left / shares), executor=course.executor)
        attempt_all(tried, self._previous)
        course.spent += max(tried.spent, _LEAST)
        course.largest = max(course.largest, tried.largest)
        course.interrupted |= tried.interrupted
        course.cut |= tried.cut and course.limits.reproducible
        self._costs[choice] = tried.cost
        if tried.best is not None and _dearness(tried.cost) < _dearness(course.cost):
            course.take(_with_starts(tried.best, times), tried.cost or 0)
        return tried

    def _look(self, choice: Choice) -> tuple[int, int, int]:
        """How bad a choice seems before anything is decided: clashes, crowds, costs."""
        if choice not in self._looks:
            conference = self._with(self._times(choice))
            findings = self._course.task.findings(Program.of(conference))
            hard = sum(finding.level is Level.HARD for finding in findings)
            cost = sum(finding.cost for finding in findings)
            self._looks[choice] = hard, self._crowd(conference), cost
        return self._looks[choice]

    def _crowd(self, conference: Conference) -> int:
        """How many other sessions, and breaks, are at the times chosen."""
        timed = (*conference.timetable.sessions.values(), *conference.timetable.breaks)
        spans = {item.id: item.interval for item in timed if item.interval is not None}
        chosen = [session.id for seeker in self._seekers for session in seeker.sessions]
        return sum(
            spans[one].overlaps(span)
            for one in chosen
            for other, span in spans.items()
            if other != one
        )

    def _times(self, choice: Choice) -> Mapping[str, datetime]:
        return {
            session.id: seeker.starts[number]
            for seeker, number in zip(self._seekers, choice, strict=True)
            for session in seeker.sessions
        }

    def _with(self, times: Mapping[str, datetime]) -> Conference:
        conference = self._course.task.conference
        return conference.replace(times={**conference.times, **times})


_LEAST = 0.01
"""Effort that each try counts at least."""


def _dearness(cost: int | None) -> float:
    return math.inf if cost is None else cost


def _with_starts(program: Program, times: Mapping[str, datetime]) -> Program:
    """The program with the starts of sessions among its decisions."""
    decided = {decision.session: decision for decision in program.sessions}
    for session, start in times.items():
        before = decided.get(session, SessionDecision(session=session))
        decided[session] = before.replace(start=start)
    return program.replace(sessions=tuple(decided.values()))
