import pytest
from pydantic import ValidationError

from programkit.model.contributions import State
from programkit.model.days import Session
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import WithinSession
from tiny import found, morning, placed, talk

FIRST = WithinSession(order=("kind:keynote", "all", "tag:demo"))
TALKS = (talk("k", kind="keynote"), talk("a"), talk("b"), talk("d", tags=("demo",)))


def given(rule=FIRST, **places):
    return found(rule, placed(morning(*TALKS), **places))


def test_talks_in_order_are_fine():
    assert given(k="s/1", a="s/2", d="s/3") == []


def test_talk_after_one_that_should_follow_is_found():
    assert given(a="s/1", k="s/2") == [("hard", 0, ("k", "s", "a"))]


def test_each_such_talk_is_found_once():
    rule = FIRST.replace(level="soft", weight=3)

    assert given(rule, d="s/1", a="s/2", k="s/3") == [
        ("soft", 3, ("a", "s", "d")),
        ("soft", 3, ("k", "s", "d")),
    ]


def test_talks_of_one_sort_have_no_order():
    assert given(b="s/1", a="s/2") == []


def test_other_sessions_have_their_own_order():
    assert given(a="s/1", k="p/1") == []


def test_talk_of_no_sort_does_not_matter():
    rule = WithinSession(order=("kind:keynote", "tag:demo"))

    assert given(rule, a="s/1", k="s/2", d="s/3") == []


def test_talk_that_does_not_take_place_does_not_matter():
    conference = morning(talk("a", state=State.CANCELLED), TALKS[0])

    assert found(FIRST, placed(conference, a="s/1", k="s/2")) == []


def test_talks_packed_into_a_session_are_in_order_of_time():
    session = Session(id="x", room="hall", packed=True, start=9 * 60, minutes=60)
    conference = morning(*TALKS, items=(session,))
    start = conference.timetable.sessions["x"].interval.start
    later = start.replace(minute=20)
    places = (
        Placement(talk="a", session="x", start=start, minutes=20),
        Placement(talk="k", session="x", start=later, minutes=20),
        Placement(talk="d", session="x"),
    )

    assert found(FIRST, Program(conference=conference, placements=places)) == [
        ("hard", 0, ("k", "x", "a"))
    ]


def test_short_form_is_the_order():
    assert WithinSession.model_validate(["kind:keynote", "all"]).order == ("kind:keynote", "all")


def test_one_sort_is_no_order():
    with pytest.raises(ValidationError):
        WithinSession(order="all")


def test_message_names_both():
    (finding,) = FIRST.check(placed(morning(*TALKS), a="s/1", k="s/2"))

    assert finding.message == (
        'talk "k" (K) Wed 1 May 09:30 comes in its session after talk "a" (A) Wed 1 May 09:00'
    )
