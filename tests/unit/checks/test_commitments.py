"""Tests of what should be settled about talks."""

from programkit.checks.commitments import Commitments
from programkit.model.contributions import Track
from small import one_day, talks

TRACKS = (Track(id="red", name="Red"),)


def found(*given):
    return [(f.code, f.message) for f in Commitments().check(one_day(talks=given, tracks=TRACKS))]


def test_confirmed_talk_in_a_track_is_fine():
    assert found(*talks("a", track="red")) == []


def test_talk_that_nobody_confirmed_is_noted():
    assert found(*talks("a", state="tentative")) == [
        ("talk-tentative", 'talk "a" (A) is not confirmed yet')
    ]


def test_talk_without_a_track_is_noted_where_others_have_one():
    assert found(*talks("a", track="red"), *talks("b")) == [
        ("track-missing", 'talk "b" (B) has no track, while others have one')
    ]


def test_nothing_needs_a_track_where_nothing_has_one():
    assert found(*talks("a", "b")) == []


def test_keynotes_and_talks_that_do_not_take_place_need_no_track():
    others = (*talks("b", kind="keynote"), *talks("c", state="cancelled"))

    assert found(*talks("a", track="red"), *others) == []
