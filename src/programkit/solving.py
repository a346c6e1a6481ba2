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

    The search stops when it has proved that nothing is cheaper, or at the first limit. Ctrl-C stops
    it, too; the best program found so far is the answer.

    Args:
        conference: The facts. What they fix is kept.
        rules: The rules to obey, beside those that the facts require.
        effort: Work allowed, in deterministic units of the solver; none given means any.
        time_limit: Seconds allowed from the call on; none given means 60 where no effort is
            given either, else any.
        seed: Another seed, another search.
        workers: Searches side by side.
        reproducible: Whether the same arguments give the same program in every process. It needs
            an effort, and takes longer. What is proved within a moment is the same always.
        executor: Where parts of the search may run: processes, threads, or a cluster.
        previous: A program to stay close to.
        free: Talks whose fixed places are only wishes: ids of talks, ``all``, ``track:ID``,
            ``day:ID``, ``speaker:ID``.
        replace: Id of a talk that does not take place after all: somebody steps in, and as little
            as possible changes against ``previous``.
        progress: Called with how the search stands, for each better program at least.

    Returns:
        The program found, or the reasons why there is none.

    Raises:
        LoadError: A requirement of the facts cannot be understood.
        SolveError: ``free`` names nothing, or a limit makes no sense.

    Example:
        >>> from programkit.model.conference import Conference
        >>> solve(Conference(title="Nothing yet")).status.value
        'optimal'
    """
    begun = time.monotonic()
    if reproducible and (effort is None or executor is not None):
        what = "an effort; how much there is to do must not depend on the clock"
        other = "no executor; it would race"
        raise SolveError(f"reproducible needs {what if effort is None else other}")
    seconds = _USUAL if effort is None and time_limit is None else time_limit
    limits = Limits(
        effort=math.inf if effort is None else effort,
        seconds=seconds,
        seed=seed,
        workers=workers,
        reproducible=reproducible,
    )
    freed = _freed(conference, (free,) if isinstance(free, str) else free)
    if replace is not None:
        if previous is None:
            raise SolveError("replace needs previous, the program that people know")
        gone = NoShow(conference, previous, replace, freed or previous.freed)
        return gone.replaced(rules, limits).replace(effort=effort)
    bound = bind(conference, rules)
    obeyed = (*bound, *_wishes(conference, bound, previous, freed))
    from programkit.solver.course import Course  # noqa: PLC0415 - slow import, only when solving
    from programkit.solver.task import Task  # noqa: PLC0415 - as above

    task = Task(conference, obeyed, freed)
    course = Course(task, limits, begun=begun, told=progress, executor=executor)
    return _answer(course, previous).replace(effort=effort)


_USUAL = 60.0
"""Seconds, where nothing is said."""


def _answer(course: Course, previous: Program | None) -> Result:
    """Search, judge what was found, and say why if nothing can be."""
    from programkit.solver.conflict import conflict  # noqa: PLC0415 - as above
    from programkit.solver.starting import attempt_with_times  # noqa: PLC0415 - as above

    attempt_with_times(course, previous)
    reasons: tuple[Finding, ...] = ()
    if course.infeasible:
        task = course.task
        reasons = conflict(task.conference, task.rules, freed=task.freed).findings
    variables, constraints = course.largest
    return _judged(course).replace(
        reasons=reasons,
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
    wanted, known = tuple(selectors), set(known_selectors(conference))
    for selector in wanted:
        if selector not in known:
            what, remedy = no_such(conference, selector)
            raise SolveError(f"free: there is no {what}" + (f"; {remedy}" if remedy else ""))
    return tuple(talk.id for talk in selected(conference, wanted))
