"""What our rules say of CoSPLib's conferences is what its authors' objective says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

import cosplib_evaluator as evaluator
from cosplib import NAMES, judged, known, schedule_of, schedules
from programkit.checking import check
from programkit.files.readers.cosplib.solution import read_solution
from programkit.model.findings import Level
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.solver.blocks import Blocks
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.stages import search_in_stages

PUBLISHED = {
    "N2OR-Exact": 2,
    "N2OR-Extended": 2,
    "GECCO20-Exact": 6298,
    "GECCO20-Extended": 7768,
    "GECCO21-Exact": 11280,
    "GECCO21-Extended": 11130,
    "OR60F-Exact": 1664,
    "OR60F-Extended": 433,
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_solution_costs_what_is_known(shared, name):
    conference, _, instance = known(shared, name.partition("-")[0])
    program = read_solution(conference, shared / "cosplib" / "published" / f"{name}.xlsx")
    report = check(program)

    assert report.hard == ()
    assert report.cost == PUBLISHED[name]
    assert evaluator.objective(instance, schedule_of(conference, program)) == PUBLISHED[name]


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=6)
@given(data=st.data())
def test_rules_cost_what_the_evaluator_says(shared, name, data):
    conference, rules, instance = known(shared, name)
    program = data.draw(schedules(instance, conference))
    findings, cost = judged(rules, program)
    missing = len(program.unplaced)

    assert cost == evaluator.objective(instance, schedule_of(conference, program))
    assert [f.code for f in findings if f.level is Level.HARD] == ["talk-placed"] * missing


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=6)
@given(data=st.data())
def test_relaxed_rules_cost_no_more_than_the_rules(shared, name, data):
    conference, rules, instance = known(shared, name)
    program = data.draw(schedules(instance, conference))
    _, cost = judged(rules, program)
    blocks = Blocks(conference)
    for rule in rules:
        if rule.code != "talk-placed":  # some talks found no place
            rule.relax(blocks)
    blocks.fix(program)
    blocks.model.minimize(blocks.cost)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1

    assert solver.solve(blocks.model) == cp_model.OPTIMAL
    assert round(solver.objective_value) <= cost


@pytest.mark.parametrize("name", ["N2OR", "GECCO20", "ISF22"])
@settings(max_examples=3)
@given(data=st.data())
def test_posted_rules_cost_what_the_rules_do(shared, name, data):
    conference, rules, instance = known(shared, name)
    program = data.draw(schedules(instance, conference))
    within = {
        talk.id: frozenset(p.session.id for p in program.by_talk.get(talk.id, ()))
        for talk in conference.talks
    }
    decisions = Decisions(conference, within=within)
    decisions.fix(program)
    for rule in rules:
        if rule.code != "talk-placed":  # some talks found no place
            rule.post(decisions)
    decisions.model.minimize(decisions.cost)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1

    assert solver.solve(decisions.model) == cp_model.OPTIMAL
    assert round(solver.objective_value) == judged(rules, program)[1]


@pytest.mark.parametrize("name", ["N2OR", "GECCO23", "ISF22"])
def test_stages_soon_find_programs_and_charge_what_the_evaluator_does(shared, name):
    conference, rules, instance = known(shared, name)
    told = []
    outcome = search_in_stages(conference, rules, Limits(seconds=6), progress=told.append)
    costs = [news.cost for news in told]

    assert len(outcome.program.placements) == len(conference.talks)
    assert outcome.cost == evaluator.objective(instance, schedule_of(conference, outcome.program))
    assert outcome.bound <= outcome.cost == costs[-1]
    assert costs == sorted(set(costs), reverse=True)


def hard_codes(program):
    return {finding.code for finding in check(program).hard}


@pytest.fixture
def solved(shared):
    """A published solution with talks of several slots."""
    conference, *_ = known(shared, "GECCO20")
    return read_solution(conference, shared / "cosplib" / "published" / "GECCO20-Exact.xlsx")


def changed(program, old, *new):
    placements = tuple(p for p in program.placements if p != old)
    return Program(conference=program.conference, placements=(*placements, *new))


def test_missing_talk_is_hard(solved):
    assert hard_codes(changed(solved, solved.placements[0])) == {"talk-placed"}


def test_split_talk_is_hard(solved):
    long = next(p for p in solved.placements if len(p.slots) > 1)
    parts = [
        Placement(talk=long.talk, slots=(slot,), part=n + 1) for n, slot in enumerate(long.slots)
    ]

    assert hard_codes(changed(solved, long, *parts)) == {"talk-placed", "talk-fits"}


def test_shortened_talk_is_hard(solved):
    long = next(p for p in solved.placements if len(p.slots) > 1)

    assert hard_codes(changed(solved, long, long.replace(slots=long.slots[:1]))) == {"talk-fits"}


def test_foreign_track_is_hard(solved):
    track = {talk.id: talk.track for talk in solved.conference.talks}
    one, other = next(
        (a, b)
        for a in solved.placements
        for b in solved.placements
        if track[a.talk] != track[b.talk] and len(a.slots) == len(b.slots) == 1
    )
    exchanged = changed(
        changed(solved, one, one.replace(slots=other.slots)), other, other.replace(slots=one.slots)
    )

    assert hard_codes(exchanged) == {"one-track"}


def test_two_talks_in_a_slot_are_hard(solved):
    one, other = [p for p in solved.placements if len(p.slots) == 1][:2]

    assert "room-free" in hard_codes(changed(solved, one, one.replace(slots=other.slots)))
