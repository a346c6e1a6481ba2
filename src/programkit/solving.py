"""Decides what the facts leave open."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from programkit.errors import SolveError
from programkit.model.conference import Conference
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.model.result import Result, RuleCost, Status
from programkit.rules import DEFAULT_RULES, Rule, StayPut
from programkit.rules.binding import bind
from programkit.rules.selection import known_selectors, no_such, selected
from programkit.solver.limits import Limits

if TYPE_CHECKING:
    from programkit.solver.search import Outcome

logger = logging.getLogger(__name__)


def solve(  # noqa: PLR0913 - one argument for each thing a caller may want to say
    conference: Conference,
    *,
    rules: Sequence[Rule] = DEFAULT_RULES,
    effort: float = 30.0,
    time_limit: float | None = None,
    seed: int = 0,
    workers: int = 8,
    previous: Program | None = None,
    free: str | Iterable[str] = (),
    progress: Callable[[int, int | None], None] | None = None,
) -> Result:
    """Place the talks and choose the rooms that the facts leave open, as cheaply as possible.

    Args:
        conference: The facts. What they fix is kept.
        rules: The rules to obey, beside those that the facts require.
        effort: Work allowed, in deterministic units of the solver: the same effort, seed and
            workers give the same program on every machine.
        time_limit: Seconds, as a guard; none given means no such limit.
        seed: Another seed, another search.
        workers: Searches that take turns.
        previous: A program to stay close to.
        free: Talks whose fixed places are only wishes: ids of talks, ``all``, ``track:ID``,
            ``day:ID``, ``speaker:ID``.
        progress: Called with the cost of each better program, and the bound known by then.

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
    limits = Limits(effort=effort, seconds=time_limit, seed=seed, workers=workers)
    freed = _freed(conference, (free,) if isinstance(free, str) else free)
    obeyed = (*bind(conference, rules), *_wishes(conference, previous, freed))
    return _answer(Program(conference=conference, freed=freed), obeyed, limits, previous, progress)


def _answer(
    empty: Program,
    rules: Sequence[Rule],
    limits: Limits,
    previous: Program | None,
    progress: Callable[[int, int | None], None] | None,
) -> Result:
    """Search, judge what was found, and say why if nothing can be."""
    from programkit.solver.conflict import conflict  # noqa: PLC0415 - slow import, only when solving
    from programkit.solver.decisions import Decisions  # noqa: PLC0415 - as above
    from programkit.solver.search import post_all, search  # noqa: PLC0415 - as above
    from programkit.solver.stages import search_in_stages  # noqa: PLC0415 - as above

    outcome = None
    if previous is None and not empty.freed:
        outcome = search_in_stages(empty.conference, rules, limits, progress=progress)
    if outcome is None:
        decisions = Decisions(empty.conference, freed=empty.freed)
        post_all(decisions, rules)
        outcome = search(decisions, limits, hint=previous, progress=progress)
    clash = None
    if outcome.status is Status.INFEASIBLE:
        clash = conflict(empty.conference, rules, freed=empty.freed)
    reasons = () if clash is None else clash.findings
    answer = _judged(outcome, rules)
    return answer.replace(seed=limits.seed, effort=limits.effort, reasons=reasons)


def _judged(outcome: Outcome, rules: Sequence[Rule]) -> Result:
    """The answer, with costs by the rules' own checks, not by what the solver says it paid."""
    answer = Result(status=outcome.status, spent=outcome.spent, reproducible=outcome.reproducible)
    if outcome.program is None:
        return answer
    findings = [finding for rule in rules for finding in rule.check(outcome.program)]
    costs: dict[str, int] = {}
    for finding in findings:
        costs[finding.code] = costs.get(finding.code, 0) + finding.cost
    answer = answer.replace(
        found=outcome.program,
        cost=sum(costs.values()),
        bound=outcome.bound,
        costs=tuple(RuleCost(code=code, cost=cost) for code, cost in costs.items() if cost),
    )
    hard = [str(finding) for finding in findings if finding.level == "hard"]
    if hard or answer.cost != outcome.cost:
        logger.warning("a rule's check and post disagree: %s", hard or costs)
        return answer.replace(status=Status.FEASIBLE, bound=None)
    return answer


def _wishes(
    conference: Conference, previous: Program | None, freed: tuple[str, ...]
) -> tuple[Rule, ...]:
    """What should stay as it was."""
    before = () if previous is None else previous.placements
    known = {placement.talk for placement in before}
    fixed = Program.of(conference).placements
    wished: tuple[Placement, ...] = tuple(
        placement for placement in fixed if placement.talk in freed and placement.talk not in known
    )
    if previous is None and not wished:
        return ()
    sessions = () if previous is None else previous.sessions
    return (StayPut(placements=(*before, *wished), sessions=sessions),)


def _freed(conference: Conference, selectors: Iterable[str]) -> tuple[str, ...]:
    """Ids of the talks that selectors mean, in the order of the facts."""
    wanted, known = tuple(selectors), set(known_selectors(conference))
    for selector in wanted:
        if selector not in known:
            what, remedy = no_such(conference, selector)
            raise SolveError(f"free: there is no {what}" + (f"; {remedy}" if remedy else ""))
    return tuple(talk.id for talk in selected(conference, wanted))
