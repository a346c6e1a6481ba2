import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.days import Day
from programkit.rules import Times
from tiny import between, clock, found, hall_session, morning, placed, talk

HALF_NINE = (between(clock(9), clock(9, 30)),)


def at(where, rule, **facts):
    return found(rule, placed(morning(talk("a", **facts), talk("b")), a=where))


def test_talk_within_its_only_time_is_fine():
    assert at("s/1", Times(talks="a", only=HALF_NINE)) == []


def test_talk_outside_its_only_time_is_hard_though_the_rule_is_soft():
    assert at("s/2", Times(talks="a", only=HALF_NINE, weight=3)) == [("hard", 0, ("a",))]


def test_talk_partly_outside_its_only_time_is_outside():
    rule = Times(talks="a", only=(between(clock(9), clock(9, 29)),))

    assert at("s/1", rule) == [("hard", 0, ("a",))]


def test_only_times_that_touch_count_as_one():
    rule = Times(talks="a", only=("2030-05-01 9:00-9:10", "2030-05-01 9:10-9:30"))

    assert at("s/1", rule) == []


def test_talk_outside_its_preferred_time_costs():
    assert at("s/2", Times(talks="a", prefer=HALF_NINE, weight=3)) == [("soft", 3, ("a",))]


def test_avoided_time_that_touches_costs_nothing():
    assert at("s/2", Times(talks="a", avoid=HALF_NINE)) == []


def test_avoided_time_that_overlaps_a_minute_costs():
    rule = Times(talks="a", avoid=(between(clock(9, 29), clock(11)),))

    assert at("s/1", rule) == [("soft", 1, ("a",))]


def test_wish_and_wish_against_cost_each():
    rule = Times(talks="a", prefer=("from 2030-05-02",), avoid="2030-05-01", weight=2)

    assert at("s/1", rule) == [("soft", 2, ("a",)), ("soft", 2, ("a",))]


def test_wish_may_be_hard():
    assert at("s/1", Times(talks="a", avoid="2030-05-01", level="hard")) == [("hard", 0, ("a",))]


def test_other_talks_do_not_matter():
    assert at("s/2", Times(talks="b", only=HALF_NINE)) == []


def test_cancelled_talk_does_not_matter():
    assert at("s/2", Times(talks="a", only=HALF_NINE), state=State.CANCELLED) == []


def test_unknown_date_violates_nothing():
    days = (Day(date=TBD, items=(hall_session(),)),)
    conference = morning(talk("a"), days=days)

    assert found(Times(talks="a", only=HALF_NINE), placed(conference, a="s/2")) == []


def test_time_of_day_is_that_of_every_day():
    days = tuple(Day(date=f"2030-05-0{day}", items=(hall_session(id=f"d{day}"),)) for day in (1, 2))
    conference = morning(talk("a"), talk("b"), days=days)
    rule = Times(talks="all", avoid="9:00-9:30")

    assert found(rule, placed(conference, a="d1/1", b="d2/2")) == [("soft", 1, ("a",))]
    assert found(rule, placed(conference, a="d1/2", b="d2/1")) == [("soft", 1, ("b",))]


def test_rule_that_says_no_time_is_refused():
    with pytest.raises(ValidationError, match="say at which times"):
        Times(talks="a")


def test_files_say_for():
    given = {"for": "a", "avoid": "9:00-9:30"}

    assert Times.model_validate(given) == Times(talks=("a",), avoid=("9:00-9:30",))


def test_message_says_the_time():
    (finding,) = Times(talks="a", only=HALF_NINE).check(placed(morning(talk("a")), a="s/2"))

    assert finding.message == 'talk "a" (A) Wed 1 May 09:30 may only be Wed 1 May 09:00–09:30'


def test_windows_in_words_are_references_and_exact_ones_are_not():
    rule = Times(talks="a", only=HALF_NINE, avoid=("2030-05-02", *HALF_NINE))

    assert [tuple(one) for one in rule.references()] == [
        ("for", "selectors", "a"),
        ("avoid", "windows", "2030-05-02"),
    ]
