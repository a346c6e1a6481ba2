"""On tiny conferences the solver's answer is the best of all programs, found by trying them."""

from itertools import chain, combinations, product
from math import prod

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chairtellings import seeking
from postertellings import showing
from programkit.model.base import TBD
from programkit.model.boards import PosterDecision, is_open, places_for
from programkit.model.chairs import may_chair
from programkit.model.findings import Level
from programkit.model.program import Program, SessionDecision
from programkit.model.result import Status
from programkit.model.starts import seekers
from programkit.rules import (
    DEFAULT_RULES,
    RULES,
    ChairCandidates,
    ChairLoad,
    ChairPairs,
    ChairTrack,
    PostersNear,
)
from programkit.solver.decisions import Decisions
from programkit.solving import solve
from strategies import ROOMS, conferences, speaks_of
from strategies import rules as rules_of

MOST, MOST_TIMES = 3000, 8
CHAIR_RULES = (ChairLoad, ChairPairs, ChairTrack, ChairCandidates)
TOLD_OR_NOT = tuple(kind for kind in RULES if kind not in {type(rule) for rule in DEFAULT_RULES})


def all_times(conference):
    """The conference with every choice of times for the sessions that seek one."""
    found = [seeker for seeker in seekers(conference) if seeker.starts]
    assume(prod(len(seeker.starts) for seeker in found) <= MOST_TIMES)
    for starts in product(*(seeker.starts for seeker in found)):
        pairs = zip(found, starts, strict=True)
        times = {session.id: start for seeker, start in pairs for session in seeker.sessions}
        yield conference.replace(times=times)


def all_programs(conference):
    """Every way to place every talk at most as often as it has parts, and to choose the rest."""
    decisions = Decisions(conference)
    choices = [_places(talk, list(decisions.spots(talk.id))) for talk in decisions.talks]
    about = [_decisions(s, may_chair(conference)) for s in conference.timetable.sessions.values()]
    hung = [_boards(conference, poster) for poster in conference.posters]
    assume(prod(map(len, (*choices, *about, *hung))) <= MOST)
    for decided, *boards in product(product(*about), *hung):
        for places in product(*choices):
            yield Program(
                conference=conference,
                placements=tuple(p for chosen in places for p in chosen),
                sessions=tuple(decision for decision in decided if decision is not None),
                boards=tuple(decision for decision in boards if decision is not None),
            )


def _boards(conference, poster):
    """Everything that can be decided about a poster."""
    if not is_open(conference, poster):
        return [None]
    places = places_for(conference, poster)
    return [None, *(PosterDecision(poster=poster.id, session=s, board=b) for s, b in places)]


def _decisions(session, people):
    """Everything that can be decided about a session."""
    rooms = ROOMS if session.room is TBD else (None,)
    chairs = [None]
    if session.session.chairs is TBD:
        chairs = [
            found for count in range(len(people) + 1) for found in combinations(people, count)
        ]
    if (rooms, chairs) == ((None,), [None]):
        return [None]
    return [SessionDecision(session=session.id, room=r, chairs=c) for r in rooms for c in chairs]


def _places(talk, spots):
    return [
        tuple(spot.placement(talk.id, part + 1) for part, spot in enumerate(chosen))
        for count in range(talk.parts + 1)
        for chosen in combinations(spots, count)
    ]


def best(conference, rules):
    """The least cost of a program without a hard finding; nothing where every one has some."""
    programs = chain.from_iterable(map(all_programs, all_times(conference)))
    costs = (cost_of(program, rules) for program in programs)
    return min((cost for cost in costs if cost is not None), default=None)


def cost_of(program, rules):
    """What a program costs; nothing as soon as a rule finds something hard."""
    cost = 0
    for rule in rules:
        for finding in rule.check(program):
            if finding.level is Level.HARD:
                return None
            cost += finding.cost
    return cost


@settings(max_examples=30)
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


@settings(max_examples=15)
@given(seeking(), st.data())
def test_the_solver_finds_the_best_chairs_of_all(conference, data):
    assume(not any(s.session.packed for s in conference.timetable.sessions.values()))
    told = data.draw(st.lists(st.sampled_from(CHAIR_RULES), min_size=1, max_size=2, unique=True))
    rules = (*DEFAULT_RULES, *(data.draw(rules_of(kind, Program.of(conference))) for kind in told))
    expected = best(conference, rules)
    result = solve(conference, rules=rules, workers=1)

    assert result.cost == expected
    assert result.status is (Status.INFEASIBLE if expected is None else Status.OPTIMAL)


@settings(max_examples=15)
@given(showing(), st.data())
def test_the_solver_finds_the_best_boards_of_all(conference, data):
    rules = (*DEFAULT_RULES, data.draw(rules_of(PostersNear, Program.of(conference))))
    expected = best(conference, rules)
    result = solve(conference, rules=rules, workers=1)

    assert result.cost == expected
    assert result.status is (Status.INFEASIBLE if expected is None else Status.OPTIMAL)
