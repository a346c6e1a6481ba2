"""Tests of days and what fills them, one by one; times are laid out in test_timeline.py."""

import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.days import Block, Break, Day, Marker, Session, Slot


def test_start_may_be_written_given_unknown_or_left_out():
    assert [Slot(start=start).start for start in ("8:30", "TBD", None)] == [510, TBD, None]


@pytest.mark.parametrize("item", [Slot, Session])
def test_length_said_twice_is_refused(item):
    with pytest.raises(ValidationError, match="give minutes or end, not both"):
        item(minutes=10, end="9:00")


@pytest.mark.parametrize("minutes", [0, -1, 24 * 60 + 1])
def test_length_of_no_time_or_more_than_a_day_is_refused(minutes):
    with pytest.raises(ValidationError):
        Slot(minutes=minutes)


def test_slot_is_open_unless_it_says_otherwise():
    assert (Slot().talk, Slot(talk="kempe").talk) == (TBD, "kempe")


def test_packed_session_with_slots_is_refused():
    with pytest.raises(ValidationError, match="a packed session has no slots of its own"):
        Session(packed=True, slots=(Slot(),))


def test_talks_of_session_that_is_not_packed_are_refused():
    with pytest.raises(ValidationError, match="talks listed without slots need packed: true"):
        Session(talks=("kempe",))


def test_block_with_fixed_talk_is_refused():
    with pytest.raises(ValidationError, match="a block's slots are open in every room"):
        Block(rooms=("a",), slots=(Slot(talk="kempe"),))


def test_block_without_rooms_is_refused():
    with pytest.raises(ValidationError, match="rooms"):
        Block(rooms=())


def test_items_are_told_apart_by_their_type():
    items = [
        {"type": "session"},
        {"type": "block", "rooms": ["a"]},
        {"type": "break", "title": "Lunch"},
        {"type": "marker", "title": "End"},
    ]

    assert Day.model_validate({"items": items}).items == (
        Session(),
        Block(rooms=("a",)),
        Break(title="Lunch"),
        Marker(title="End"),
    )
