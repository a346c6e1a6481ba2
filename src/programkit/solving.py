"""Decides what the facts leave open."""

from __future__ import annotations

import logging
import math
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING

from programkit.answers.replacing import NoShow
from programkit.errors import SolveError
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.kinds import needs
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.model.result import Progress, Result, Status, costs_by_rule
from programkit.model.tracks import with_tracks
from programkit.rules import DEFAULT_RULES, Rule, StayPut
from programkit.rules.binding import bind
from programkit.rules.selection import known_selectors, no_such, selected
from programkit.solver.limits import Limits

if TYPE_CHECKING:
    from programkit.solver.course import Course
    from programkit.solver.task import Task

logger = logging.getLogger(__name__)


def solve(  # noqa: PLR0913 - one argument for each thing a caller may want to say
    conference: Conference,
    *,
    rules: Sequence[Rule] = DEFAULT_RULES,
    effort: float | None = None,
    time_limit: float | None = None,
    seed: int = 0,
    workers: int = 8,
    reproducible: bool = False,
    executor: Executor | None = None,
    previous: Program | None = None,
    free: str | Iterable[str] = (),
    replace: str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Result:
    """Decide what the facts leave open, as cheaply as possible.

    It stops with a proof, at the first limit, or at Ctrl-C; the best program found is the answer.

    Args:
        conference: The facts. What they fix is kept.
        rules: The rules to obey, beside those that the facts require.
        effort: Work allowed, in deterministic units of the solver; none given means any.
        time_limit: Seconds from the call on; none given means 60, or any if an effort is given.
        seed: Another seed, another search.
        workers: Searches side by side.
        reproducible: Whether every process finds the same. It needs an effort, and takes longer.
        executor: Where parts of the search may run: processes, threads, or a cluster.
        previous: A program to stay close to.
        free: Fixed talks that may move: ids, ``all``, ``track:ID``, ``day:ID``, ``speaker:ID``.
        replace: Id of a talk of ``previous`` that does not take place: somebody steps in.
        progress: Called with how the search stands, for each better program at least.

    Returns:
        The program found, or the reasons why there is none.

    Raises:
        LoadError: A requirement of the facts makes no sense.
        SolveError: ``free`` or ``replace`` names nothing, or a limit makes no sense.
    """
    begun = time.monotonic()
    if reproducible and (effort is None or executor is not None):
        raise SolveError(_NOT_REPRODUCIBLE[effort is None])
    limits = _limits(effort, time_limit, seed, workers, reproducible=reproducible)
    freed = _freed(conference, (free,) if isinstance(free, str) else free)
    if replace is not None:
        answer = _without(conference, replace, previous, freed).replaced(rules, limits)
        return answer.replace(effort=effort, seconds=time.monotonic() - begun, memory=_memory())
    task = _task(conference, bind(conference, rules), previous, freed)
    return _answer(_course(task, limits, begun, progress, executor), previous, effort)


_NOT_REPRODUCIBLE = {
    True: "reproducible needs an effort; how much there is to do must not depend on the clock",
    False: "reproducible needs no executor; it would race",
}
"""By whether there is no effort."""


def _limits(
    effort: float | None, time_limit: float | None, seed: int, workers: int, *, reproducible: bool
) -> Limits:
    return Limits(
        effort=math.inf if effort is None else effort,
        seconds=_USUAL if effort is None and time_limit is None else time_limit,
        seed=seed,
        workers=workers,
        reproducible=reproducible,
    )


def _without(
    conference: Conference, talk: str, previous: Program | None, freed: tuple[str, ...]
) -> NoShow:
    """A program that people know, in which a talk will not take place."""
    if previous is None:
        raise SolveError("replace needs previous, the program that people know")
    return NoShow(conference, previous, talk, freed or previous.freed)


def _task(
    conference: Conference,
    bound: tuple[Rule, ...],
    previous: Program | None,
    freed: tuple[str, ...],
) -> Task:
    from programkit.solver.task import Task  # noqa: PLC0415 - slow import, only when solving

    return Task(conference, (*bound, *_wishes(conference, bound, previous, freed)), freed)


def _course(
    task: Task,
    limits: Limits,
    begun: float,
    told: Callable[[Progress], None] | None,
    executor: Executor | None,
) -> Course:
    from programkit.solver.course import Course  # noqa: PLC0415 - slow import, only when solving

    return Course(task, limits, begun=begun, told=told, executor=executor)


_USUAL = 60.0
"""Seconds, where nothing is said."""
_SMALL = 100_000
"""Literals of a model of which it soon shows whether requirements clash."""


def _answer(course: Course, previous: Program | None, effort: float | None) -> Result:
    """Search, judge what was found, and say why if nothing can be."""
    from programkit.solver.conflict import conflict  # noqa: PLC0415 - as above
    from programkit.solver.starting import attempt_with_times  # noqa: PLC0415 - as above

    attempt_with_times(course, previous)
    reasons: tuple[Finding, ...] = ()
    task, lost = course.task, course.best is None and not course.interrupted
    if course.infeasible or (lost and task.literals <= _SMALL):
        briefly = not course.infeasible
        clash = conflict(task.conference, task.rules, freed=task.freed, briefly=briefly)
        reasons, course.infeasible = clash.findings, course.infeasible or bool(clash)
    variables, constraints = course.largest
    return _with_cancelled(_judged(course), previous).replace(
        reasons=reasons,
        effort=effort,
        seed=course.limits.seed,
        spent=course.spent,
        seconds=course.elapsed,
        variables=variables,
        constraints=constraints,
        memory=_memory(),
        reproducible=course.glanced or (course.limits.reproducible and not course.cut),
    )


def _judged(course: Course) -> Result:
    """The answer, with costs by the rules' own checks, not by what the solver says it paid."""
    if course.best is None:
        status = Status.INFEASIBLE if course.infeasible else Status.UNKNOWN
        return Result(status=status)
    found = with_tracks(course.best)
    findings = course.task.findings(found)
    costs = costs_by_rule(findings)
    answer = Result(
        status=Status.OPTIMAL if course.proved else Status.FEASIBLE,
        found=found,
        cost=sum(cost.cost for cost in costs),
        bound=0 if course.cost == 0 else course.bound,
        costs=costs,
    )
    hard = [str(finding) for finding in findings if finding.level == "hard"]
    if hard or answer.cost != course.cost:
        logger.warning("a rule's check and post disagree: %s", hard or costs)
        return answer.replace(status=Status.FEASIBLE, bound=None)
    return answer


def _with_cancelled(answer: Result, previous: Program | None) -> Result:
    """The answer with what is cancelled where people know it."""
    if previous is None or answer.found is None:
        return answer
    return answer.replace(found=answer.found.with_cancelled(previous))


def _memory() -> int:
    """The most memory that this process has used, in MiB; 0 where the system does not say."""
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:  # pragma: no cover - as above
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)


def _wishes(
    conference: Conference,
    rules: Sequence[Rule],
    previous: Program | None,
    freed: tuple[str, ...],
) -> tuple[Rule, ...]:
    """What should stay as it was; the facts may say what changes cost."""
    if previous is not None:
        needs("solve, as previous,", previous, Program)
    before = () if previous is None else previous.placements
    known = {placement.talk for placement in before}
    fixed = Program.of(conference).placements
    wished: tuple[Placement, ...] = tuple(
        placement for placement in fixed if placement.talk in freed and placement.talk not in known
    )
    if previous is None and not wished:
        return ()
    sessions = () if previous is None else previous.sessions
    stated = (rule for rule in rules if isinstance(rule, StayPut) and not rule.placements)
    rule = next(stated, StayPut())
    return (rule.replace(placements=(*before, *wished), sessions=sessions),)


def _freed(conference: Conference, selectors: Iterable[str]) -> tuple[str, ...]:
    """Ids of the talks that selectors mean, in the order of the facts."""
    needs("solve", conference, Conference)
    wanted, known = tuple(selectors), set(known_selectors(conference))
    for selector in wanted:
        if selector not in known:
            what, remedy = no_such(conference, selector)
            raise SolveError(f"free: there is no {what}; {remedy}")
    return tuple(talk.id for talk in selected(conference, wanted))
