"""Tests of placements."""

import pytest
from pydantic import ValidationError

from programkit.model.placement import Placement

MOMENT = "2024-09-30T08:00Z"


@pytest.mark.parametrize(
    "where",
    [{"slots": ("a",)}, {"start": MOMENT}, {"session": "s"}, {"session": "s", "start": MOMENT}],
)
def test_placement_is_in_slots_or_at_a_time(where):
    assert Placement(talk="t", **where).part == 1


@pytest.mark.parametrize(
    "where",
    [{}, {"slots": ("a",), "start": MOMENT}, {"slots": ("a",), "session": "s"}, {"room": "a"}],
)
def test_placement_nowhere_or_in_two_ways_is_refused(where):
    with pytest.raises(ValidationError, match="place a talk in slots, or at a time, not both"):
        Placement(talk="t", **where)
