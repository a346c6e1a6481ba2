import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.contributions import State
from programkit.model.interests import Interest
from programkit.rules import PopularSpread
from tiny import attic_session, found, hall_session, morning, placed, talk

STARS = tuple(Interest(attendee=f"x{n}", talks=("a", "b")) for n in range(3))
TALKS = (talk("a"), talk("b"), talk("c", tags=("crowd",)), talk("d", tags=("crowd",)))


def given(rule, items=None, talks=TALKS, **places):
    return found(rule, placed(morning(*talks, items=items, interests=STARS), **places))


def test_popular_talks_at_different_times_are_fine():
    assert given(PopularSpread(stars=3), a="s/1", b="p/1") == []


def test_popular_talks_at_one_time_cost():
    rule = PopularSpread(stars=3, weight=4)

    assert given(rule, a="s/2", b="p/1", c="s/2") == [("soft", 4, ("b", "a"))]


def test_talk_with_fewer_stars_is_not_popular():
    assert given(PopularSpread(stars=4), a="s/2", b="p/1") == []
    assert given(PopularSpread(stars=1), a="s/2", c="p/1") == []


def test_talks_can_be_named():
    rule = PopularSpread(talks="tag:crowd", stars=3, most=2)

    assert given(rule, a="s/2", c="p/1") == []
    assert given(rule, a="s/2", c="p/1", d="s/2") == [("soft", 1, ("c", "a", "d"))]


def test_talk_that_has_begun_before_is_beside_it():
    rule = PopularSpread(talks=("a", "b"))

    assert given(rule, a=("s/1", "s/2"), b="p/1") == [("soft", 1, ("a", "b"))]


def test_exactly_wants_no_fewer_either():
    rule = PopularSpread(talks="all", exactly=2, level="hard")

    assert given(rule, a="s/2", b="p/1") == []
    assert given(rule, a="s/1", b="s/2", c="p/1") == [("hard", 0, ("a",))]
    assert given(rule, a="s/2", b="p/1", c="s/2") == [("hard", 0, ("b", "a", "c"))]


def test_each_one_missing_costs():
    assert given(PopularSpread(talks="all", exactly=3), a="s/1") == [("soft", 2, ("a",))]


def test_cancelled_talks_and_unknown_times_do_not_matter():
    rule = PopularSpread(talks=("a", "b"))
    gone = (TALKS[0].replace(state=State.CANCELLED), *TALKS[1:])

    assert given(rule, talks=gone, a="s/2", b="p/1") == []
    assert given(rule, items=(hall_session(), attic_session(start=TBD)), a="s/2", b="p/1") == []


def test_it_must_say_which_talks():
    with pytest.raises(ValidationError, match="say which talks are popular"):
        PopularSpread()


def test_messages_say_how_many_there_should_be():
    conference = morning(*TALKS)
    rule = PopularSpread(talks=("a", "b"))
    (many,) = rule.check(placed(conference, a="s/2", b="p/1"))
    (few,) = PopularSpread(talks=("a", "b"), exactly=2).check(placed(conference, a="s/2"))

    assert many.message == (
        'talk "b" (B) and talk "a" (A) are at one time (Wed 1 May 09:30); of the popular talks '
        "there should be at most 1"
    )
    assert few.message == (
        'talk "a" (A) is at one time (Wed 1 May 09:30); of the popular talks there should be '
        "exactly 2"
    )
