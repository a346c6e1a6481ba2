"""What is tried in which order: the whole at once, a first program, parts of it."""

from __future__ import annotations

import math
from dataclasses import replace
from time import sleep

from programkit.model.program import Program
from programkit.solver.constructing import Draft, beginning, construct
from programkit.solver.course import Course
from programkit.solver.exact import Beside, settle, solve_whole
from programkit.solver.improving import Improving
from programkit.solver.limits import Limits
from programkit.solver.stages import search_in_stages

_SMALL = 6_000
"""Literals of a model that is looked at first."""
_MEDIUM = 60_000
"""Literals of a model of which a single worker may prove something."""
_LARGE = 400_000
"""Literals of a model that is not even made."""
_GLANCE = 1.0
"""The effort for a small model that is solved reproducibly, whatever was asked for."""
_QUARTER, _LITTLE = 0.25, 0.06
"""The share of the seconds for that, and for one that is not small."""
_LATE = 0.1
"""The share of the seconds with which it is too late to make the whole model beside a program."""
_WHOLE = 0.4
"""The share of the effort for the whole at once, where attempts take turns."""
_CLOSE = 0.5
"""The share of the effort, or of the seconds, for a program near a previous one."""
_PATIENCE, _SHARE = 3.0, 0.3
"""Seconds, and share of the time so far, without anything better, after which parts alone are not
enough."""
_WINK = 0.05
"""Seconds between two looks at whether there is a first program."""


def attempt_all(course: Course, previous: Program | None = None) -> None:
    """Search until the course is over. Ctrl-C keeps the best, whatever is being done."""
    try:
        if previous is None and not course.task.freed:
            _in_stages(course)
        _glance(course, previous)
        if previous is not None:
            _near(course, previous)
        if course.limits.reproducible:
            _by_turns(course, previous)
        else:
            _side_by_side(course, previous)
    except KeyboardInterrupt:
        course.interrupted = True


def _in_stages(course: Course) -> None:
    """By blocks of sessions, where a conference can be seen so."""
    limits = course.share(course.limits.effort)
    task = course.task
    outcome = search_in_stages(task.conference, task.rules, limits, progress=course.hears())
    if outcome is not None:
        settle(course, outcome)


def _glance(course: Course, previous: Program | None) -> None:
    """A short look at a problem that is not large; it may be all that is needed."""
    small = course.task.literals <= _SMALL
    medium = course.task.literals <= _MEDIUM and previous is None  # a longer look is to follow
    if (small or medium) and not course.over:
        limits = _relaxed(course, _GLANCE if small else _CLOSE * course.limits.effort)
        if math.isfinite(course.left) and not course.limits.reproducible:
            limits = replace(limits, seconds=(_QUARTER if small else _LITTLE) * course.left)
        solve_whole(course, limits, previous)
        course.glanced = small and course.proved


def _near(course: Course, previous: Program) -> None:
    """The whole at once from a program to stay close to: what is far away need not be tried."""
    if course.task.literals <= _LARGE and not course.over:
        limits = _relaxed(course, _CLOSE * (course.limits.effort - course.spent))
        if math.isfinite(course.left) and not course.limits.reproducible:
            limits = replace(limits, seconds=_CLOSE * course.left)
        solve_whole(course, limits, course.best or previous)


def _relaxed(course: Course, effort: float) -> Limits:
    """One worker led by the linear relaxation.

    Within a second it proves what eight do not in a minute: changes to a previous program, and most
    of what only assigns talks to slots and rooms.
    """
    return course.share(effort, workers=1, quick=True, relaxed=True)


def _by_turns(course: Course, previous: Program | None) -> None:
    """One after the other, always in the same order."""
    if course.task.literals <= _LARGE and not course.over:
        effort = _WHOLE * (course.limits.effort - course.spent)
        solve_whole(course, course.share(effort), course.best or previous)
    start = None if course.over else _start(course, previous)
    if start is not None:
        Improving(course, start).run()


def _side_by_side(course: Course, previous: Program | None) -> None:
    """Parts first, and for a proof the whole; where they bring no more, the whole by all means."""
    start = None if course.over else _start(course, previous)
    parts = None if start is None else Improving(course, start)
    if parts is not None:
        proof = None
        if course.task.literals <= _MEDIUM and not course.over:
            proof = Beside(course, _relaxed(course, course.limits.effort), course.best)
        try:
            parts.run(lambda: course.quiet > max(_PATIENCE, _SHARE * course.elapsed))
        finally:
            if proof is not None:
                proof.stop()
    if course.over or course.task.literals > _LARGE or _late(course):
        return _go_on(parts)
    beside = Beside(course, course.share(course.limits.effort), previous)
    try:
        while parts is None and not beside.ended and not course.over:
            sleep(_WINK)
            start = _known(course)
            parts = None if start is None else Improving(course, start)
        _go_on(parts)
    finally:
        beside.stop()
    return None


def _late(course: Course) -> bool:
    """Whether too little is left to make a model of the whole."""
    return course.best is not None and course.left < _LATE * (course.limits.seconds or 0)


def _go_on(parts: Improving | None) -> None:
    if parts is not None:
        parts.run()


def _start(course: Course, previous: Program | None) -> Draft | None:
    """The best program known, or else a first one, also where the known one leaves talks out."""
    start = _known(course)
    if start is not None and not start.program.unplaced:
        return start
    draft = construct(course, beginning(course.task, previous))
    cost = None if draft is None else course.judged(draft.program)
    if draft is None or cost is None:
        return start or draft
    course.take(draft.program, cost)
    return _known(course)


def _known(course: Course) -> Draft | None:
    if course.best is None or course.cost is None:
        return None
    return Draft(course.best, course.cost, 0)
