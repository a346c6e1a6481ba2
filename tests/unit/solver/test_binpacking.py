from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.solver.binpacking import fit, one_by_one, too_many, weights_of

SIZES = st.lists(st.integers(1, 7), max_size=6)
BINS = st.lists(st.integers(1, 8), max_size=3)


def room_left(sizes, bins, into):
    left = list(bins)
    for size, number in zip(sizes, into, strict=True):
        left[number] -= size
    return left


def can_fit(sizes, bins):
    """By trying all ways."""
    ways = product(range(len(bins)), repeat=len(sizes))
    return any(min(room_left(sizes, bins, way), default=0) >= 0 for way in ways)


@given(SIZES, BINS)
def test_things_fit_exactly_where_trying_finds_a_way(sizes, bins):
    into = fit(sizes, bins)

    assert (into is not None) == can_fit(sizes, bins)
    assert into is None or min(room_left(sizes, bins, into), default=0) >= 0


def test_hundreds_of_things_fit_at_once():
    assert fit([1] * 66 + [2] * 33, [66, 66]) is not None


@given(SIZES, BINS)
def test_things_one_by_one_stay_in_their_order(sizes, bins):
    into = one_by_one(sizes, bins)

    assert into is None or (into == sorted(into) and fit(sizes, bins) is not None)
    assert into is None or min(room_left(sizes, bins, into), default=0) >= 0


def test_thing_that_fits_no_more_goes_to_the_next_bin():
    assert one_by_one([2, 2, 1], [3, 3]) == [0, 1, 1]
    assert one_by_one([2, 2, 2], [3, 3]) is None


@given(SIZES, BINS)
def test_each_of_too_many_things_is_one_too_many(sizes, bins):
    if fit(sizes, bins) is not None:
        return
    found = too_many(sizes, bins)

    assert fit(found, bins) is None
    for thing in found:
        fewer = list(found)
        fewer.remove(thing)
        assert fit(fewer, bins) is not None


@given(st.lists(st.integers(1, 9), max_size=4), st.integers(1, 9))
def test_what_fits_into_a_bin_weighs_no_more_than_is_said(sizes, size):
    fits = sum(sizes) <= size
    weighed = [sum(weights) <= most for weights, most in weights_of(sizes, size)]

    assert all(weighed) or not fits


@pytest.mark.parametrize(
    ("sizes", "size", "bins"), [([3, 3, 2], 4, 2), ([2, 2, 2], 3, 2), ([4, 4, 4], 10, 1)]
)
def test_weights_tell_what_cannot_fit_though_there_are_slots_enough(sizes, size, bins):
    assert sum(sizes) <= size * bins or bins == 1
    assert fit(sizes, [size] * bins) is None
    assert any(sum(weights) > most * bins for weights, most in weights_of(sizes, size))
