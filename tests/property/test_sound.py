"""What the solver answers holds: judged by the rules' own checks, which share nothing with it."""

from hypothesis import given, settings

from programkit.model.findings import Level
from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import post_all, search
from strategies import conferences


def outcome_of(conference):
    decisions = Decisions(conference)
    post_all(decisions, DEFAULT_RULES)
    return search(decisions, Limits(effort=30, workers=1))


@settings(max_examples=60)
@given(conferences(most_talks=5))
def test_a_program_found_has_no_hard_finding_and_costs_what_the_solver_says(conference):
    outcome = outcome_of(conference)
    if outcome.status is Status.INFEASIBLE:
        return
    findings = [f for rule in DEFAULT_RULES for f in rule.check(outcome.program)]

    assert [f for f in findings if f.level is Level.HARD] == []
    assert sum(f.cost for f in findings) == outcome.cost == outcome.bound
