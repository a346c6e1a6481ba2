import pytest

from programkit.model.base import TBD
from programkit.rules import EdgeOfDay
from tiny import attic_session, found, hall_session, morning, placed, talk


def given(edge, **places):
    conference = morning(talk("a"), talk("b"), talk("c"))
    return found(EdgeOfDay(talks="a", edge=edge), placed(conference, **places))


@pytest.mark.parametrize(
    ("edge", "places"),
    [
        ("first", {"a": "s/1", "b": "s/2"}),
        ("first", {"a": "s/2", "b": "p/1"}),
        ("first", {"b": "s/1"}),
        ("last", {"a": "s/3", "b": "s/2"}),
        ("last", {"a": "s/2", "b": "p/1"}),
        ("last", {"a": "s/1"}),
    ],
)
def test_talk_at_the_edge_is_fine(edge, places):
    assert given(edge, **places) == []


@pytest.mark.parametrize(
    ("edge", "places"),
    [("first", {"a": "s/2", "b": "s/1"}), ("last", {"a": "s/2", "b": "s/3"})],
)
def test_talk_with_another_beyond_is_not(edge, places):
    assert given(edge, **places) == [("hard", 0, ("a", "b"))]


def test_several_beyond_are_one_violation():
    rule = EdgeOfDay(talks="a", edge="first", level="soft", weight=2)
    conference = morning(talk("a"), talk("b"), talk("c"))

    assert found(rule, placed(conference, b="s/1", c="s/2", a="s/3")) == [("soft", 2, ("a", "b"))]


def test_talks_chosen_together_do_not_hinder_each_other():
    conference = morning(talk("a"), talk("b"))

    assert found(EdgeOfDay(talks="all", edge="first"), placed(conference, a="s/1", b="s/2")) == []


def test_unknown_time_violates_nothing():
    items = (hall_session(), attic_session(start=TBD))
    conference = morning(talk("a"), talk("b"), items=items)
    rule = EdgeOfDay(talks="a", edge="first")

    assert found(rule, placed(conference, a="p/1", b="s/1")) == []
    assert found(rule, placed(conference, a="s/3", b="p/1")) == []


def test_message_names_what_is_beyond():
    conference = morning(talk("a"), talk("b"))
    (finding,) = EdgeOfDay(talks="a", edge="last").check(placed(conference, a="s/1", b="s/2"))

    assert finding.message == (
        'talk "a" (A) Wed 1 May 09:00 is not the last of its day: talk "b" (B) Wed 1 May 09:30'
    )
