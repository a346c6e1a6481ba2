"""Somebody does not come."""

import pytest

from programkit.answers import replacing
from programkit.answers.stepping_in import NoHole, SlotFilled
from programkit.errors import SolveError
from programkit.model.contributions import At, State
from programkit.model.findings import Level
from programkit.model.people import Person
from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES, Pinned
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import post_all, search
from programkit.solving import solve
from tiny import attic_session, between, clock, found, hall_session, morning, placed, talk


def step_in(program, gone, **more):
    result = solve(program.conference, previous=program, replace=gone, effort=5, **more)
    places = {p.talk: p.slots for p in result.program.placements}
    return places, {cost.code: cost.cost for cost in result.costs}


def hall_only(*talks, **facts):
    return morning(*talks, items=(hall_session(),), **facts)


def test_reserve_steps_in_and_nobody_moves():
    program = placed(
        hall_only(talk("a"), talk("b"), talk("c"), talk("r", reserve=True)),
        a="s/1",
        b="s/2",
        c="s/3",
    )

    assert step_in(program, "a") == ({"b": ("s/2",), "c": ("s/3",), "r": ("s/1",)}, {})


def test_neighbor_makes_room_for_a_reserve_that_cannot_come_then():
    people = (Person(id="ada", name="Ada", available=(between(clock(10), None),)),)
    conference = hall_only(
        talk("a"), talk("b"), talk("c"), talk("r", "ada", reserve=True), people=people
    )
    places, costs = step_in(placed(conference, a="s/1", b="s/2", c="s/3"), "a")

    assert places == {"b": ("s/2",), "c": ("s/1",), "r": ("s/3",)}
    assert costs == {"stay-put": 11}


def test_last_talk_of_the_session_steps_in_where_there_is_no_reserve():
    program = placed(hall_only(talk("a"), talk("b"), talk("c")), a="s/1", b="s/2", c="s/3")
    places, costs = step_in(program, "a")

    assert places == {"b": ("s/2",), "c": ("s/1",)}
    assert costs == {"stay-put": 11, "slot-filled": 5}


def test_slot_at_the_end_stays_open_where_there_is_no_reserve():
    program = placed(morning(talk("a"), talk("b"), talk("c")), a="s/1", b="p/1", c="s/2")

    assert step_in(program, "c") == (
        {"a": ("s/1",), "b": ("p/1",)},
        {"slot-filled": 5},
    )


def test_talk_left_over_steps_in():
    program = placed(morning(talk("a"), talk("b"), items=(attic_session(),)), a="p/1")

    assert step_in(program, "a") == ({"b": ("p/1",)}, {})


def test_talk_that_the_facts_fix_keeps_its_place_cancelled():
    conference = hall_only(talk("a", at=(At(place="s/1"),)), talk("r", reserve=True))
    program = placed(conference, a="s/1")
    result = solve(conference, previous=program, replace="a", effort=5)

    assert {p.talk: p.slots for p in result.program.placements} == {"a": ("s/1",), "r": ("s/1",)}
    assert result.program.conference.talk("a").state is State.CANCELLED
    assert conference.talk("a").state is State.CONFIRMED
    assert (result.status, result.bound) == (Status.OPTIMAL, None)


def test_talk_that_was_off_before_stays_where_people_know_it():
    conference = hall_only(talk("a"), talk("b"), talk("off", state=State.CANCELLED))
    program = placed(conference, a="s/1", off="s/2", b="s/3")

    assert step_in(program, "a")[0] == {"b": ("s/1",), "off": ("s/2",)}


def test_talk_without_a_slot_leaves_nothing_open():
    packed = hall_session(slots=(), packed=True, minutes=60)
    conference = morning(talk("a", minutes=20, at=(At(place="s"),)), items=(packed,))
    program = solve(conference).program

    assert step_in(program, "a")[1] == {}


def test_in_a_large_conference_only_its_session_moves(monkeypatch):
    monkeypatch.setattr(replacing, "_LARGE", 0)
    program = placed(
        morning(talk("a"), talk("b"), talk("c"), talk("r", reserve=True)),
        a="s/1",
        b="p/1",
        c="s/2",
    )
    result = solve(program.conference, previous=program, replace="a", effort=5)

    assert result.status is Status.FEASIBLE
    assert {p.talk: p.slots for p in result.program.placements} == {
        "b": ("p/1",),
        "c": ("s/2",),
        "r": ("s/1",),
    }


def test_what_cannot_be_has_its_reasons():
    program = placed(morning(talk("a"), talk("b"), talk("c")), a="s/1", b="s/2")
    rules = (*DEFAULT_RULES, Pinned(talk="b", at="s/1"), Pinned(talk="c", at="s/1"))
    result = solve(program.conference, previous=program, replace="a", rules=rules)

    assert (result.status, result.found) == (Status.INFEASIBLE, None)
    assert [finding.code for finding in result.reasons] == ["pinned", "pinned"]


def test_what_was_not_found_has_no_reasons():
    program = placed(morning(talk("a"), talk("b")), a="s/1")
    result = solve(program.conference, previous=program, replace="a", time_limit=0)

    assert (result.status, result.found, result.reasons) == (Status.UNKNOWN, None, ())


@pytest.mark.parametrize(
    ("gone", "message"),
    [
        ("aa", 'replace: there is no talk "aa"'),
        ("b", 'talk "b" is withdrawn; nobody is missed'),
        ("c", 'talk "c" has no place in the program'),
    ],
)
def test_talk_that_is_not_in_the_program_cannot_be_missed(gone, message):
    conference = morning(talk("a"), talk("b", state=State.WITHDRAWN), talk("c"))

    with pytest.raises(SolveError, match=message):
        solve(conference, previous=placed(conference, a="s/1"), replace=gone)


def test_there_must_be_a_program_in_which_somebody_is_missed():
    with pytest.raises(SolveError, match="replace needs previous"):
        solve(morning(talk("a")), replace="a")


@pytest.mark.parametrize(
    ("rule", "places", "expected"),
    [
        (SlotFilled, {"a": "s/1", "b": "s/2"}, []),
        (SlotFilled, {"a": "s/1"}, [("soft", 3, ("s/2",))]),
        (NoHole, {"a": "s/1", "b": "s/3"}, [("soft", 3, ("s/2",))]),
        (NoHole, {"a": "s/3"}, [("soft", 3, ("s/1",)), ("soft", 3, ("s/2",))]),
        (NoHole, {"a": "s/1"}, []),
        (NoHole, {"a": "s/1", "gone": "s/2", "b": "s/3"}, [("soft", 3, ("s/2",))]),
    ],
)
def test_rules_about_slots_that_had_a_talk(rule, places, expected):
    conference = morning(talk("a"), talk("b"), talk("gone", state=State.CANCELLED))
    stated = rule(slots=("s/1", "s/2"), weight=3)

    assert found(stated, placed(conference, **places)) == expected


@pytest.mark.parametrize("rule", [SlotFilled, NoHole])
@pytest.mark.parametrize("places", [{}, {"a": "s/1"}, {"a": "s/2"}, {"a": "s/3"}, {"b": "s/3"}])
def test_what_they_charge_is_what_they_find(rule, places):
    conference = morning(talk("a"), talk("b"))
    program = placed(conference, **places)
    stated = rule(slots=("s/1", "s/2", "s/3"), weight=3)
    decisions = Decisions(conference)
    post_all(decisions, [stated])
    decisions.fix(program)

    assert search(decisions, Limits(effort=1, workers=1)).cost == sum(
        finding.cost for finding in stated.check(program)
    )


def test_they_say_what_they_require():
    stated = SlotFilled(slots=("s/1",), level=Level.HARD)

    assert stated.requirement(morning(), ("s/1",)) == "slot s/1 Wed 1 May 09:00 has a talk"
