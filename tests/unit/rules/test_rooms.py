import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import Rooms
from tiny import attic_session, clock, found, hall_session, morning, placed, talk


def at(where, rule, **facts):
    return found(rule, placed(morning(talk("a"), talk("b"), **facts), a=where))


def test_talk_in_its_only_room_is_fine():
    assert at("s/1", Rooms(talks="a", only="hall")) == []


def test_talk_outside_its_only_room_is_hard_though_the_rule_is_soft():
    assert at("p/1", Rooms(talks="a", only="hall")) == [("hard", 0, ("a",))]


def test_one_of_the_only_rooms_is_enough():
    assert at("p/1", Rooms(talks="a", only=("hall", "attic"))) == []


def test_talk_outside_its_preferred_room_costs():
    assert at("p/1", Rooms(talks="a", prefer="hall", weight=4)) == [("soft", 4, ("a",))]


def test_talk_in_an_avoided_room_costs():
    assert at("p/1", Rooms(talks="a", avoid="attic", weight=4)) == [("soft", 4, ("a",))]


def test_other_talks_do_not_matter():
    assert at("p/1", Rooms(talks="b", only="hall")) == []


def test_unknown_room_violates_nothing():
    items = (hall_session(room=TBD), attic_session())

    assert at("s/1", Rooms(talks="a", only="attic"), items=items) == []


def test_rule_that_names_no_room_is_refused():
    with pytest.raises(ValidationError, match="say which rooms"):
        Rooms(talks="a")


def test_message_names_the_rooms():
    rule = Rooms(talks="a", only="hall", prefer="hall")
    program = placed(morning(talk("a")), a="p/1")

    assert [finding.message for finding in rule.check(program)] == [
        'talk "a" (A) Wed 1 May 09:30 may only be in Hall',
        'talk "a" (A) Wed 1 May 09:30 prefers Hall',
    ]


def test_each_session_in_a_wrong_room_costs_once():
    items = (hall_session(), attic_session(), attic_session(id="q", start=11 * 60))
    conference = morning(talk("a", parts=4), items=items)
    slots = ("s/1", "s/2", "p/1", "q/1")
    placements = tuple(
        Placement(talk="a", slots=(slot,), part=part) for part, slot in enumerate(slots, start=1)
    )
    program = Program(conference=conference, placements=placements)

    assert found(Rooms(talks="a", prefer="hall"), program) == [("soft", 1, ("a",))] * 2
    assert found(Rooms(talks="a", prefer="attic"), program) == [("soft", 1, ("a",))]


def test_each_place_off_the_grid_counts():
    loose = [Placement(talk="a", start=clock(hour), minutes=9, room="attic") for hour in (12, 13)]
    program = Program(conference=morning(talk("a", parts=2)), placements=tuple(loose))

    assert found(Rooms(talks="a", prefer="hall"), program) == [("soft", 1, ("a",))] * 2
