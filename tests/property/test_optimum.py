"""On tiny conferences the solver's answer is the best of all programs, found by trying them."""

from itertools import combinations, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from programkit.model.base import TBD
from programkit.model.findings import Level
from programkit.model.program import Program, SessionDecision
from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES, RULES
from programkit.solver.decisions import Decisions
from programkit.solving import solve
from strategies import ROOMS, conferences, speaks_of
from strategies import rules as rules_of

MOST = 3000
TOLD_OR_NOT = tuple(kind for kind in RULES if kind not in {type(rule) for rule in DEFAULT_RULES})


def all_programs(conference):
    """Every way to place every talk at most as often as it has parts, and to choose rooms."""
    decisions = Decisions(conference)
    choices = [_places(talk, list(decisions.spots(talk.id))) for talk in decisions.talks]
    sessions = [s.id for s in conference.timetable.sessions.values() if s.room is TBD]
    total = len(ROOMS) ** len(sessions)
    for choice in choices:
        total *= len(choice)
    assume(total <= MOST)
    for rooms in product(ROOMS, repeat=len(sessions)):
        decided = tuple(
            SessionDecision(session=s, room=r) for s, r in zip(sessions, rooms, strict=True)
        )
        for places in product(*choices):
            placements = tuple(p for chosen in places for p in chosen)
            yield Program(conference=conference, placements=placements, sessions=decided)


def _places(talk, spots):
    return [
        tuple(spot.placement(talk.id, part + 1) for part, spot in enumerate(chosen))
        for count in range(talk.parts + 1)
        for chosen in combinations(spots, count)
    ]


def best(conference, rules):
    """The least cost of a program without a hard finding; nothing where every one has some."""
    costs = []
    for program in all_programs(conference):
        findings = [finding for rule in rules for finding in rule.check(program)]
        if all(finding.level is not Level.HARD for finding in findings):
            costs.append(sum(finding.cost for finding in findings))
    return min(costs, default=None)


@settings(max_examples=60)
@given(conferences(most_talks=4), st.data())
def test_the_solver_finds_the_best_of_all_programs(conference, data):
    assume(not any(s.session.packed for s in conference.timetable.sessions.values()))
    rules = DEFAULT_RULES
    for kind in data.draw(st.lists(st.sampled_from(TOLD_OR_NOT), max_size=2, unique=True)):
        if speaks_of(kind, conference):
            rules = (*rules, data.draw(rules_of(kind, Program.of(conference))))
    expected = best(conference, rules)
    result = solve(conference, rules=rules, workers=1)

    assert result.cost == expected
    assert result.status is (Status.INFEASIBLE if expected is None else Status.OPTIMAL)
