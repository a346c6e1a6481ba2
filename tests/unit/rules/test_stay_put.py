import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.conference import Requirement
from programkit.model.contributions import At, State
from programkit.model.days import Day
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.rules import DEFAULT_RULES, StayPut
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import search
from programkit.solving import solve
from tiny import attic_session, clock, found, hall_session, morning, placed, talk


def was(**places):
    return StayPut(
        placements=tuple(Placement(talk=name, slots=(slot,)) for name, slot in places.items())
    )


def test_talk_where_it_was_is_fine():
    assert found(was(a="s/1"), placed(morning(talk("a")), a="s/1")) == []


def two_days(*talks):
    later = attic_session(id="q", room="attic", start=9 * 60)
    days = (
        Day(date="2030-05-01", items=(hall_session(), attic_session())),
        Day(date="2030-05-02", items=(later,)),
    )
    return morning(*talks, days=days)


def test_talk_that_moves_costs_by_how_far():
    costs = {
        slot: found(was(a="s/2"), placed(two_days(talk("a")), a=slot))
        for slot in ("p/1", "s/1", "q/1")
    }

    assert costs == {
        "p/1": [("soft", 10, ("a",))],
        "s/1": [("soft", 11, ("a",))],
        "q/1": [("soft", 12, ("a",))],
    }


def test_costs_can_be_told_and_weigh():
    rule = was(a="s/2").replace(room=0, time=2, day=7, weight=3)

    assert found(rule, placed(two_days(talk("a")), a="p/1")) == []
    assert found(rule, placed(two_days(talk("a")), a="q/1")) == [("soft", 21, ("a",))]


def test_farther_cannot_cost_less():
    with pytest.raises(ValidationError, match="a day costs no less than a time"):
        StayPut(day=1)


def test_talk_that_loses_its_place_costs_as_on_another_day():
    assert found(was(a="s/1"), placed(morning(talk("a")))) == [("soft", 12, ("a",))]


def test_talk_whose_place_is_gone_costs_as_on_another_day():
    gone = (
        was(a="nowhere/1"),
        StayPut(placements=(Placement(talk="a", session="nowhere"),)),
        StayPut(placements=(Placement(talk="a", start=clock(9), room="cellar"),)),
    )

    assert [found(rule, placed(morning(talk("a")), a="s/1")) for rule in gone] == [
        [("soft", 12, ("a",))]
    ] * 3


def test_nearest_part_counts():
    conference = two_days(talk("a", parts=2))
    program = placed(conference, a="q/1").replace(
        placements=(
            Placement(talk="a", slots=("q/1",)),
            Placement(talk="a", slots=("s/1",), part=2),
        )
    )

    assert found(was(a="s/2"), program) == [("soft", 11, ("a",))]


def test_talk_whose_session_has_no_time_counts_by_its_day():
    items = (hall_session(), attic_session(start=TBD))

    assert found(was(a="p/1"), placed(morning(talk("a"), items=items), a="s/1")) == [
        ("soft", 11, ("a",))
    ]


def test_solver_makes_the_smallest_change():
    """The slot is taken: the same time in another room is nearer than another time."""
    fixed = talk("b", at=(At(place="s/2"),))
    result = solve(
        two_days(talk("a"), fixed), rules=(*DEFAULT_RULES, was(a="s/2")), workers=1, effort=5
    )

    assert [place.placement.slots for place in result.program.by_talk["a"]] == [("p/1",)]
    assert result.cost == 10


def test_facts_may_say_what_changes_cost():
    stated = Requirement(rule="stay-put", given={"room": 2, "time": 3, "day": 50})
    previous = placed(morning(talk("a")), a="s/1")
    fixed = talk("b", at=(At(place="s/1"),))
    result = solve(morning(talk("a"), fixed, requirements=(stated,)), previous=previous, effort=5)

    assert result.cost == 3


def test_chair_who_no_longer_chairs_costs():
    conference = morning(items=(hall_session(chairs=TBD), attic_session(chairs=("bo",))))
    decided = (
        SessionDecision(session="s", chairs=("ada",)),
        SessionDecision(session="p", chairs=("ada", "gone")),
    )
    rule = StayPut(sessions=decided)
    now = Program(
        conference=conference, sessions=(SessionDecision(session="s", chairs=("ada", "bo")),)
    )
    other = Program(conference=conference, sessions=(SessionDecision(session="s", chairs=("bo",)),))

    assert found(rule, now) == [("soft", 5, ("p", "ada"))]
    assert found(rule, other) == [("soft", 5, ("s", "ada")), ("soft", 5, ("p", "ada"))]
    assert found(rule.replace(chairs=0), other) == []


def test_rooms_may_cost_nothing():
    conference = morning(items=(hall_session(), attic_session(room=TBD)))
    rule = StayPut(sessions=(SessionDecision(session="p", room="attic"),), room=0)

    moved = (SessionDecision(session="p", room="hall"),)

    assert found(rule, Program(conference=conference, sessions=moved)) == []


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


def test_session_at_another_time_costs_once_with_all_its_talks():
    conference = morning(talk("a"), items=(hall_session(), attic_session(start=TBD)))
    places = (Placement(talk="a", slots=("p/1",)),)
    costs = [12, 11, 0]
    starts = [clock(11, day=2), clock(9, 30), clock(11)]
    moved = SessionDecision(session="p", start=clock(11))
    program = Program(conference=conference, placements=places, sessions=(moved,))
    rules = [
        StayPut(placements=places, sessions=(SessionDecision(session="p", start=start),))
        for start in starts
    ]

    assert [[f.cost for f in rule.check(program)] for rule in rules] == [[12], [11], []]
    assert [finding.message for finding in rules[1].check(program)] == [
        "session p Wed 1 May 11:00 changes its time"
    ]
    settled = conference.replace(
        days=(conference.days[0].replace(items=(hall_session(), attic_session(start=11 * 60))),)
    )
    for rule, cost in zip(rules, costs, strict=True):
        decisions = Decisions(settled)
        rule.post(decisions)
        assert search(decisions, Limits(effort=1, workers=1)).cost == cost


def test_session_that_has_no_time_any_more_costs_as_on_another_day():
    conference = morning(items=(hall_session(), attic_session(start=TBD)))
    rule = StayPut(sessions=(SessionDecision(session="p", start=clock(11)),))

    assert found(rule, placed(conference)) == [("soft", 12, ("p",))]


def test_session_that_is_gone_does_not_count():
    gone = SessionDecision(session="gone", room="attic", start=clock(9), chairs=("ada",))
    rule = StayPut(placements=(), sessions=(gone,))

    assert found(rule, placed(morning())) == []


def test_session_that_the_facts_now_put_elsewhere_costs_the_same_to_the_solver():
    conference = morning(items=(attic_session(),))
    decided = (SessionDecision(session="p", room="hall"),)
    rule = StayPut(placements=(), sessions=decided)
    decisions = Decisions(conference)
    rule.post(decisions)

    assert found(rule, placed(conference)) == [("soft", 10, ("p",))]
    assert search(decisions, Limits(effort=1, workers=1)).cost == 10


def test_solver_keeps_chairs_or_pays():
    """One is sought where Ada chaired, and Bo is fixed where she did as well."""
    conference = morning(
        talk("a", "ada"), items=(hall_session(chairs=TBD), attic_session(chairs=("bo",)))
    )
    decided = tuple(SessionDecision(session=name, chairs=("ada",)) for name in ("s", "p"))
    decisions = Decisions(conference)
    StayPut(sessions=decided).post(decisions)
    outcome = search(decisions, Limits(effort=1, workers=1))

    assert outcome.cost == 5
    assert outcome.program.sessions == decided[:1]
