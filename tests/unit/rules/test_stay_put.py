from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.rules import StayPut
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import search
from tiny import attic_session, found, hall_session, morning, placed, talk


def was(**places):
    return StayPut(
        placements=tuple(Placement(talk=name, slots=(slot,)) for name, slot in places.items())
    )


def test_talk_where_it_was_is_fine():
    assert found(was(a="s/1"), placed(morning(talk("a")), a="s/1")) == []


def test_talk_that_moves_costs():
    assert found(was(a="s/1"), placed(morning(talk("a")), a="s/2")) == [("soft", 10, ("a",))]


def test_talk_that_loses_its_place_costs():
    assert found(was(a="s/1"), placed(morning(talk("a")))) == [("soft", 10, ("a",))]


def test_talk_that_had_no_place_may_have_any():
    assert found(was(a="s/1"), placed(morning(talk("a"), talk("b")), a="s/1", b="s/2")) == []


def test_talk_that_no_longer_takes_place_does_not_count():
    assert found(was(a="s/1"), placed(morning(talk("a", state=State.CANCELLED)))) == []


def test_talk_that_is_gone_does_not_count():
    assert found(was(gone="s/1"), placed(morning())) == []


def test_another_number_of_the_part_is_the_same_place():
    rule = StayPut(placements=(Placement(talk="a", slots=("s/1",), part=2),))

    assert found(rule, placed(morning(talk("a", parts=2)), a="s/1")) == []


def test_session_that_changes_its_room_costs():
    conference = morning(items=(hall_session(), attic_session(room=TBD)))
    rule = StayPut(placements=(), sessions=(SessionDecision(session="p", room="attic"),))
    moved = (SessionDecision(session="p", room="hall"),)

    assert found(rule, Program(conference=conference, sessions=rule.sessions)) == []
    assert found(rule, Program(conference=conference, sessions=moved)) == [("soft", 10, ("p",))]


def test_session_that_is_gone_does_not_count():
    rule = StayPut(placements=(), sessions=(SessionDecision(session="gone", room="attic"),))

    assert found(rule, placed(morning())) == []


def test_session_that_the_facts_now_put_elsewhere_costs_the_same_to_the_solver():
    conference = morning(items=(attic_session(),))
    decided = (SessionDecision(session="p", room="hall"),)
    rule = StayPut(placements=(), sessions=decided)
    decisions = Decisions(conference)
    rule.post(decisions)

    assert found(rule, placed(conference)) == [("soft", 10, ("p",))]
    assert search(decisions, Limits(effort=1, workers=1)).cost == 10
