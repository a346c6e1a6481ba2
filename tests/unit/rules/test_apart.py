from datetime import date

import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.days import Day
from programkit.rules import Apart
from tiny import attic_session, found, hall_session, morning, placed, talk

BROKEN = [("hard", 0, ("a", "b"))]


def days(first=date(2030, 5, 1), second=date(2030, 5, 2)):
    items = (hall_session(id="x"),), (hall_session(id="y"),)
    return (Day(date=first, items=items[0]), Day(date=second, items=items[1]))


def given(first, second, on=None, **told):
    facts = {"days": on} if on else {}
    conference = morning(talk("a"), talk("b"), **facts)
    return found(Apart(talks=("a", "b"), **told), placed(conference, a=first, b=second))


@pytest.mark.parametrize(("minutes", "expected"), [(30, []), (31, BROKEN)])
def test_at_least_so_many_minutes(minutes, expected):
    assert given("s/1", "s/3", minutes=minutes) == expected
    assert given("s/3", "s/1", minutes=minutes) == expected


@pytest.mark.parametrize(("minutes", "expected"), [(30, []), (29, BROKEN)])
def test_at_most_so_many_minutes(minutes, expected):
    assert given("s/1", "s/3", most_minutes=minutes) == expected
    assert given("s/3", "s/1", most_minutes=minutes) == expected


def test_talks_at_once_are_no_minutes_apart():
    assert given("s/2", "p/1", most_minutes=0) == []
    assert given("s/2", "p/1", minutes=0) == BROKEN


@pytest.mark.parametrize(("count", "expected"), [(1, []), (2, BROKEN)])
def test_at_least_so_many_days(count, expected):
    assert given("x/1", "y/1", days(), days=count) == expected
    assert given("y/1", "x/1", days(), days=count) == expected


@pytest.mark.parametrize(("count", "expected"), [(1, []), (0, BROKEN)])
def test_at_most_so_many_days(count, expected):
    assert given("x/1", "y/1", days(), most_days=count) == expected


def test_unknown_dates_violate_nothing():
    assert given("x/1", "y/1", days(TBD, TBD), most_days=0, most_minutes=0) == []


def test_each_two_cost_once():
    conference = morning(talk("a"), talk("b"), talk("c"))
    rule = Apart(talks="all", minutes=1, most_days=0, level="soft", weight=2)

    assert found(rule, placed(conference, a="s/1", b="s/2", c="s/3")) == [
        ("soft", 2, ("a", "b")),
        ("soft", 2, ("b", "c")),
    ]


def test_unplaced_talk_does_not_matter():
    conference = morning(talk("a"), talk("b"))

    assert found(Apart(talks="all", minutes=60), placed(conference, a="s/1")) == []


def test_rule_that_says_no_distance_is_refused():
    with pytest.raises(ValidationError, match="say how far"):
        Apart(talks=("a", "b"))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"minutes": 60}, "at least 60 min apart"),
        ({"most_minutes": 10}, "at most 10 min apart"),
        ({"days": 1}, "at least 1 day apart"),
    ],
)
def test_message_says_how_far(told, words):
    conference = morning(talk("a"), talk("b"))
    (finding,) = Apart(talks="all", **told).check(placed(conference, a="s/1", b="s/3"))

    assert (
        finding.message
        == f'talk "a" (A) Wed 1 May 09:00 and talk "b" (B) Wed 1 May 10:00 are not {words}'
    )


def test_message_says_how_many_days_at_most():
    days_ = (Day(date=date(2030, 5, 1), items=(hall_session(),)),)
    days_ += (Day(date=date(2030, 5, 5), items=(attic_session(),)),)
    conference = morning(talk("a"), talk("b"), days=days_)
    rule = Apart(talks="all", most_days=3)
    (finding,) = rule.check(placed(conference, a="s/1", b="p/1"))

    assert finding.message == (
        'talk "a" (A) Wed 1 May 09:00 and talk "b" (B) Sun 5 May 09:30 are not at most 3 days apart'
    )
