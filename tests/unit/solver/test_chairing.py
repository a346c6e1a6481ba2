import pytest
from ortools.sat.python import cp_model

from programkit.errors import SolveError
from programkit.model.base import TBD
from programkit.model.program import Program, SessionDecision
from programkit.outline.build import build_outline
from programkit.solver.around import Around
from programkit.solver.decisions import Decisions
from programkit.solving import solve
from tiny import attic_session, hall_session, morning, placed, talk


def seeking():
    items = (hall_session(chairs=TBD), attic_session(chairs=("bo",)))
    return morning(talk("a", "ada"), talk("b", "bo"), items=items)


def chaired(*people):
    decided = (SessionDecision(session="s", chairs=people),)
    return placed(seeking(), a="s/1", b="s/3").replace(sessions=decided)


def solved(decisions):
    solver = cp_model.CpSolver()
    assert solver.solve(decisions.model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    return decisions.read(solver)


def test_chairs_that_are_fixed_are_read_back():
    decisions = Decisions(seeking())
    decisions.fix(chaired("ada", "bo"))

    assert solved(decisions) == chaired("ada", "bo")


def test_no_chair_is_no_decision():
    decisions = Decisions(seeking())
    decisions.fix(chaired())

    assert solved(decisions).sessions == ()


def test_chairs_outside_the_part_stay():
    program = chaired("bo")
    decisions = Decisions(seeking(), around=Around(program=program, talks=frozenset({"a"})))

    assert list(decisions.chairs("s")) == ["bo"]
    assert solved(decisions).sessions == program.sessions


def test_chairs_inside_the_part_are_open():
    part = Around(program=chaired("bo"), talks=frozenset(), chaired=frozenset({"s"}))

    assert list(Decisions(seeking(), around=part).chairs("s")) == ["ada", "bo"]


def test_who_may_not_chair_cannot_be_fixed():
    quiet = morning(talk("a", "ada"), items=(hall_session(chairs=TBD),))
    program = Program(conference=quiet, sessions=(SessionDecision(session="s", chairs=("bo",)),))

    with pytest.raises(SolveError, match='person "bo" chairs session "s" and may not'):
        Decisions(quiet).fix(program)


def test_chairs_of_the_facts_are_known_to_the_solver():
    decisions = Decisions(seeking())

    assert list(decisions.chairs("p")) == ["bo"]
    assert list(decisions.chaired_by["bo"]) == ["s", "p"]


def test_solve_finds_a_chair_whom_readers_see():
    items = (hall_session(chairs=TBD, slots=hall_session().slots[:1]),)
    result = solve(morning(talk("a", "ada"), talk("b", "bo"), items=items), seed=1)
    (day,) = build_outline(result.program.public()).days
    (speaker,) = result.program.placed[0].talk.speaker_ids

    assert [chair.id for chair in day.items[0].chairs] == [{"ada": "bo", "bo": "ada"}[speaker]]


def test_session_without_anybody_to_chair_costs():
    items = (hall_session(chairs=TBD),)
    result = solve(morning(talk("a"), items=items, people=()))

    assert [(cost.code, cost.cost) for cost in result.costs] == [("chaired", 100)]
