"""The search in stages: times, rooms, both together, then the slots within what was decided.

The first three see the conference by blocks (see ``blocks``), where all rules cost at least what
they say; the last one is the exact model, confined to the sessions that were chosen. What the
first and the third prove holds for the whole problem: they leave nothing out but costs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from programkit.model.conference import Conference
from programkit.model.result import Status
from programkit.solver.arranging import Arranging, begin
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import Outcome, Tell, post_all, search
from programkit.solver.spending import LEAST, Relaxes, Spending
from programkit.solver.suitability import suits

_SMALL = 20_000
"""Talks times slots that the exact model looks at without being confined."""
_ENOUGH = 0.1
"""The share of the effort, and of the seconds, with which a large model is worth building."""
_EARLY, _LATE, _LONGEST = 0.1, 0.06, 10.0
"""Shares of the effort, or of the seconds, for the slots, where they take long; and at most."""


def search_in_stages(
    conference: Conference,
    rules: Sequence[Relaxes],
    limits: Limits,
    *,
    progress: Tell | None = None,
) -> Outcome | None:
    """The cheapest program found, with a bound of the whole problem.

    Nothing where the conference cannot be seen by blocks.
    """
    if not suits(conference, rules):
        return None
    run = Spending(conference, rules, limits, progress)
    status = Status.UNKNOWN
    with run.heeding():
        status = _stage_by_stage(run)
    return _outcome(run, status)


def _stage_by_stage(run: Spending) -> Status:
    """Whether it was found that there is no program; what is found is kept."""
    possible, first = begin(run)
    if not possible:
        return Status.INFEASIBLE
    arranging = Arranging(run, first)
    if run.program is None:
        _slots(run, arranging, run.rest(_EARLY))
    run.keep(_LATE, _LONGEST)
    if not arranging.improve():
        return Status.INFEASIBLE
    run.keep(0, 0)
    closer = _is_small(run.conference) or not arranging.settles(run.cost)
    for anytime in (False, True) if closer else ():
        if not run.proves(run.cost):
            _slots(run, arranging, run.rest(), anytime=anytime)
    if run.proves(run.cost) or (run.program is not None and not _is_small(run.conference)):
        return Status.UNKNOWN
    return _as_a_whole(run)


def _slots(run: Spending, arranging: Arranging, limits: Limits, *, anytime: bool = False) -> None:
    """The exact model, each talk confined to its track's sessions.

    They are those in its block, or those at any time.
    """
    within = arranging.within(anytime=anytime)
    if within is not None:
        _exact(run, within, limits)


def _is_small(conference: Conference) -> bool:
    """Whether every talk in every slot is not too much to look at."""
    return len(conference.talks) * len(conference.timetable.slots) <= _SMALL


def _as_a_whole(run: Spending) -> Status:
    """The exact model, talks anywhere: where the stages found nothing, or could not prove it."""
    rest = run.rest()
    least = 0.0 if _is_small(run.conference) else _ENOUGH
    late = rest.seconds is not None and rest.seconds <= least * (run.limits.seconds or 0)
    if late or rest.effort <= max(LEAST, least * run.limits.effort):
        return Status.UNKNOWN
    outcome = _exact(run, None, rest)
    if outcome.bound is not None:
        run.bound = max(run.bound, outcome.bound)
    return outcome.status


def _exact(run: Spending, within: Mapping[str, frozenset[str]] | None, limits: Limits) -> Outcome:
    decisions = Decisions(run.conference, within=within)
    post_all(decisions, run.rules)
    outcome = search(decisions, limits, hint=run.program)
    run.spent += outcome.spent
    if outcome.program is not None and outcome.cost is not None:
        run.offer(outcome.program, outcome.cost)
    if outcome.interrupted:
        raise KeyboardInterrupt  # the stages to come would go on as long as there is time
    return outcome


def _outcome(run: Spending, status: Status) -> Outcome:
    """What was found, with what is proved of the whole problem."""
    if run.program is not None:
        status = Status.OPTIMAL if run.proves(run.cost) else Status.FEASIBLE
    elif status is not Status.INFEASIBLE:
        status = Status.UNKNOWN
    proved = status in {Status.OPTIMAL, Status.INFEASIBLE}
    return Outcome(
        status=status,
        program=run.program,
        cost=run.cost,
        bound=run.bound if run.program is not None else None,
        spent=run.spent,
        seconds=run.seconds,
        reproducible=run.limits.deterministic and (proved or run.limits.seconds is None),
        interrupted=run.interrupted,
        variables=run.variables,
        constraints=run.constraints,
    )
