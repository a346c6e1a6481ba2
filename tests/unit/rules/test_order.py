from datetime import date

import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.days import Day
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import Order
from tiny import clock, found, hall_session, morning, placed, talk

AB = Order(talks=("a", "b"))


def both(**facts):
    return morning(talk("a"), talk("b"), **facts)


def two_days(first, second):
    days = (
        Day(date=first, items=(hall_session(id="x"),)),
        Day(date=second, items=(hall_session(id="y"),)),
    )
    return both(days=days)


def test_talk_that_ends_as_the_next_starts_is_in_order():
    assert found(AB, placed(both(), a="s/1", b="p/1")) == []


def test_talks_at_once_are_not():
    assert found(AB, placed(both(), a="s/2", b="p/1")) == [("hard", 0, ("a", "b"))]


def test_talks_the_other_way_round_are_not():
    assert found(AB, placed(both(), a="s/3", b="s/1")) == [("hard", 0, ("a", "b"))]


@pytest.mark.parametrize("places", [{}, {"a": "s/3"}, {"b": "s/1"}])
def test_talk_without_a_place_does_not_matter(places):
    assert found(AB, placed(both(), **places)) == []


def test_talk_that_does_not_take_place_does_not_matter():
    conference = morning(talk("a", state=State.CANCELLED), talk("b"))

    assert found(AB, placed(conference, a="s/3", b="s/1")) == []


def test_order_holds_across_a_talk_left_out():
    conference = morning(talk("a"), talk("b"), talk("c"))
    rule = Order(talks=("a", "b", "c"))

    assert found(rule, placed(conference, a="s/3", c="s/1")) == [("hard", 0, ("a", "c"))]


def test_each_two_talks_out_of_order_cost():
    conference = morning(talk("a"), talk("b"), talk("c"))
    rule = Order(talks=("a", "b", "c"), level="soft", weight=2)

    assert [cost for _, cost, _ in found(rule, placed(conference, a="s/3", b="s/2", c="s/1"))] == [
        2,
        2,
        2,
    ]


def test_days_of_unknown_date_keep_their_order():
    assert found(AB, placed(two_days(TBD, TBD), a="x/3", b="y/1")) == []
    assert found(AB, placed(two_days(TBD, TBD), a="y/1", b="x/3")) == [("hard", 0, ("a", "b"))]


def test_day_of_unknown_date_after_a_dated_one_is_later():
    assert found(AB, placed(two_days(date(2030, 5, 1), TBD), a="x/3", b="y/1")) == []
    assert found(AB, placed(two_days(date(2030, 5, 1), TBD), a="y/1", b="x/3")) == [
        ("hard", 0, ("a", "b"))
    ]


def test_where_some_days_have_no_date_a_time_off_the_grid_says_nothing():
    conference = two_days(date(2030, 5, 1), TBD)
    loose = Placement(talk="a", start=clock(20), minutes=30)
    slot = Placement(talk="b", slots=("x/1",))

    assert found(AB, Program(conference=conference, placements=(loose, slot))) == []


def test_talk_of_unknown_time_does_not_matter():
    conference = both(items=(hall_session(start=TBD, slots=hall_session().slots[:1]),))
    slot = Placement(talk="a", slots=("s/1",))
    loose = Placement(talk="b", start=clock(8), minutes=30)

    assert found(AB, Program(conference=conference, placements=(slot, loose))) == []


def test_list_is_the_short_form():
    assert Order.model_validate(["a", "b"]) == AB


@pytest.mark.parametrize("talks", [("a",), ("a", "b", "a")])
def test_order_of_one_talk_or_of_one_twice_is_refused(talks):
    with pytest.raises(ValidationError):
        Order(talks=talks)


def test_message_names_both():
    (finding,) = AB.check(placed(both(), a="s/2", b="p/1"))

    assert (
        finding.message
        == 'talk "a" (A) Wed 1 May 09:30 is not over when talk "b" (B) Wed 1 May 09:30 starts'
    )
