import pytest
from ortools.sat.python import cp_model

from programkit.errors import SolveError
from programkit.model.base import TBD
from programkit.model.contributions import At, State
from programkit.model.days import Session
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.rules import RoomFree, SpeakerFree, TalkFitsSlot, TalkPlacedOnce
from programkit.solver.decisions import Decisions
from tiny import attic_session, clock, hall_session, morning, placed, talk


def read(decisions):
    solver = cp_model.CpSolver()
    assert solver.solve(decisions.model) in {cp_model.OPTIMAL, cp_model.FEASIBLE}
    return decisions.read(solver)


def test_program_fixed_is_read_back():
    conference = morning(
        talk("a", parts=2), talk("b"), items=(hall_session(), attic_session(room=TBD))
    )
    program = Program(
        conference=conference,
        placements=(
            Placement(talk="a", slots=("s/1",)),
            Placement(talk="a", slots=("p/1",), part=2),
            Placement(talk="b", slots=("s/3",)),
        ),
        sessions=(SessionDecision(session="p", room="hall"),),
    )
    decisions = Decisions(conference)
    decisions.fix(program)

    assert read(decisions) == program


def test_cancelled_talk_keeps_its_place():
    conference = morning(talk("a", state=State.CANCELLED, at=(At(place="s/1"),)))
    decisions = Decisions(conference)
    decisions.fix(Program.of(conference))

    assert read(decisions) == Program.of(conference)


def test_freed_talks_are_told():
    conference = morning(talk("a"))
    decisions = Decisions(conference, freed=["a"])
    decisions.fix(placed(conference))

    assert read(decisions).freed == ("a",)


def test_program_off_the_grid_cannot_be_fixed():
    conference = morning(talk("a"))
    loose = Placement(talk="a", start=clock(12), minutes=30)

    with pytest.raises(SolveError, match='talk "a" is placed off the grid'):
        Decisions(conference).fix(Program(conference=conference, placements=(loose,)))


def test_program_with_an_unknown_room_cannot_be_fixed():
    conference = morning(items=(hall_session(), attic_session(room=TBD)))

    with pytest.raises(SolveError, match='session "p" has no room yet'):
        Decisions(conference).fix(placed(conference))


def test_packed_talks_leave_no_gap():
    session = Session(id="x", packed=True, room="hall", start=540, minutes=60)
    conference = morning(talk("a", minutes=20), items=(session,))
    decisions = Decisions(conference)
    late = Placement(talk="a", session="x", start=clock(9, 20), minutes=20)
    decisions.fix(Program(conference=conference, placements=(late,)))

    assert cp_model.CpSolver().solve(decisions.model) == cp_model.INFEASIBLE


def test_packed_talk_may_follow_a_cancelled_one():
    session = Session(id="x", packed=True, room="hall", start=540, minutes=60, talks=("a", "b"))
    cancelled = talk("a", minutes=20, state=State.CANCELLED)
    conference = morning(cancelled, talk("b", minutes=20), items=(session,))
    decisions = Decisions(conference)
    decisions.fix(Program.of(conference))

    assert read(decisions).placed == Program.of(conference).placed


def test_under_way_together_are_the_largest_sets():
    conference = morning(talk("a"), talk("b"))
    decisions = Decisions(conference)
    places = [item for name in ("a", "b") for item in decisions.spots(name).items()]
    names = [
        sorted(literal.name for literal in found) for found in decisions.under_way_together(places)
    ]

    assert names == [
        ["a at 0", "b at 0"],
        ["a at 1", "a at 3", "b at 1", "b at 3"],
        ["a at 2", "b at 2"],
    ]


def test_guarded_rule_can_be_dropped():
    conference = morning(talk("a", "ada"), talk("b", "ada"))
    decisions = Decisions(conference, guarded=True)
    SpeakerFree().post(decisions)
    decisions.fix(placed(conference, a="s/2", b="p/1"))
    (guard,) = decisions.guards

    assert guard.finding(conference).message == (
        'Ada gives one talk at a time: talk "a" (A), talk "b" (B)'
    )
    assert cp_model.CpSolver().solve(decisions.model) == cp_model.OPTIMAL
    decisions.model.add_assumptions([guard.literal])
    assert cp_model.CpSolver().solve(decisions.model) == cp_model.INFEASIBLE


def test_soft_rules_cost_nothing_where_guarded():
    decisions = Decisions(morning(talk("a", "ada"), talk("b", "ada")), guarded=True)
    SpeakerFree(level="soft").post(decisions)

    assert (decisions.guards, decisions.cost) == ((), 0)


def test_places_stand_for_a_talk_that_has_no_more_than_one():
    conference = morning(talk("a"), talk("b", parts=2))
    decisions = Decisions(conference)
    late = decisions.places_under_way("a")[clock(9, 30)]
    assert [literal.name for literal in late] == [""]  # one literal that follows from the places

    TalkPlacedOnce().post(decisions)
    late = decisions.places_under_way("a")[clock(9, 30)]
    assert [literal.name for literal in late] == ["a at 1", "a at 3"]
    assert [len(found) for found in decisions.places_under_way("b").values()] == [1, 1, 1]
    assert (decisions.is_once("a"), decisions.is_once("b")) == (True, False)


@pytest.mark.parametrize("level", ["hard", "soft"])
def test_sessions_used_are_as_many_as_talks_need(level):
    conference = morning(*(talk(name, minutes=60) for name in ("a", "b")), talk("c"))
    decisions = Decisions(conference)
    RoomFree().post(decisions)
    TalkFitsSlot().post(decisions)
    TalkPlacedOnce(level=level).post(decisions)
    used = sum(decisions.sessions_used.values())
    decisions.model.minimize(decisions.cost + used)
    solver = cp_model.CpSolver()

    assert solver.solve(decisions.model) == {"hard": cp_model.INFEASIBLE}.get(
        level, cp_model.OPTIMAL
    )
    if level == "soft":  # the hall has room for one of the long talks and the short one
        assert solver.value(used) == 1
        assert solver.value(decisions.cost) == TalkPlacedOnce().weight
