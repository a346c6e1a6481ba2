"""What runs in parallel."""

from datetime import UTC, datetime

import pytest

from programkit.outline.nodes import OutlineBreak, OutlineSession, When
from programkit.paper.parallel import stretches


def at(hours):
    return None if hours is None else datetime(2025, 3, 29, hours, tzinfo=UTC)


def session(name, start, end):
    when = When(at(start), at(end))
    return OutlineSession(name, (), "", "session", when, None, (), None, plenary=False, rows=())


def pause(name, start, end):
    return OutlineBreak(name, "Coffee", "coffee", When(at(start), at(end)), "")


def found(*items):
    """The ids of the items of each stretch, with the hours it lasts where sessions overlap."""
    return [
        ("".join(item.id for item in stretch.items), stretch.when and _hours(stretch.when))
        for stretch in stretches(items)
    ]


def _hours(when):
    return when.start.hour, when.end and when.end.hour


def test_empty_day_has_no_stretches():
    assert found() == []


def test_items_one_after_the_other_stand_alone():
    items = session("a", 9, 10), pause("b", 10, 11), session("c", 11, 12)
    assert found(*items) == [("a", None), ("b", None), ("c", None)]


def test_sessions_at_the_same_time_stand_together():
    assert found(session("a", 9, 10), session("b", 9, 11), session("c", 11, 12)) == [
        ("ab", (9, 11)),
        ("c", None),
    ]


def test_session_that_overlaps_two_holds_them_together():
    items = session("a", 9, 12), session("b", 9, 10), pause("p", 10, 11), session("c", 11, 13)
    assert found(*items) == [("abpc", (9, 13))]


def test_break_during_a_session_is_not_parallel():
    assert found(session("a", 9, 12), pause("p", 10, 11)) == [("ap", None)]


def test_sessions_that_touch_are_not_parallel():
    assert found(session("a", 9, 10), session("b", 10, 11)) == [("a", None), ("b", None)]


@pytest.mark.parametrize("end", [None, 9])
def test_sessions_of_unknown_length_are_parallel_from_the_same_start(end):
    assert found(session("a", 9, end), session("b", 9, None)) == [("ab", (9, None))]


def test_open_end_leaves_the_end_of_the_stretch_open():
    assert found(session("a", 9, 11), session("b", 10, None)) == [("ab", (9, None))]


def test_item_without_a_time_parts_nothing():
    items = session("a", 9, 11), session("b", None, None), session("c", 10, 12)
    assert found(*items) == [("abc", (9, 12))]


def test_items_without_any_time_stand_together():
    assert found(session("a", None, None), pause("p", None, None)) == [("ap", None)]
