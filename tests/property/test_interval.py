"""Intervals against sets of minutes, counted one by one."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from programkit.model.interval import Interval, covers, gaps, union

ZERO = datetime(2024, 9, 30, tzinfo=UTC)
LAST = 12
"""Minutes of the small world; what has no bound reaches to its edge."""
FOREVER = range(LAST)


def moment(minute):
    return ZERO + timedelta(minutes=minute)


@st.composite
def intervals(draw):
    start = draw(st.integers(0, LAST))
    end = draw(st.integers(start, LAST))
    bounds = {"start": moment(start), "end": moment(end)}
    if draw(st.booleans()) and start < end:
        del bounds[draw(st.sampled_from(["start", "end"]))]
    return Interval(**bounds)


def minutes(interval):
    """The minutes whose beginnings are inside, one by one."""
    if interval is None:
        return set()
    return {minute for minute in FOREVER if interval.first <= moment(minute) < interval.last}


def minutes_of(several):
    return set().union(*map(minutes, several))


@given(intervals(), intervals())
def test_overlap_is_a_common_minute(one, other):
    common = minutes(one) & minutes(other)

    assert one.overlaps(other) is bool(common)
    assert minutes(one.intersection(other)) == common


@given(intervals(), intervals())
def test_overlap_is_the_same_both_ways(one, other):
    assert one.overlaps(other) is other.overlaps(one)
    assert one.intersection(other) == other.intersection(one)


@given(intervals(), st.integers(0, LAST), st.integers(0, LAST))
def test_contains_is_a_subset(outer, one, other):
    inner = Interval(start=moment(min(one, other)), end=moment(max(one, other)))

    assert outer.contains(inner) is (minutes(inner) <= minutes(outer))


@given(intervals(), st.sampled_from(FOREVER))
def test_includes_is_membership(interval, minute):
    assert interval.includes(moment(minute)) is (minute in minutes(interval))


@given(st.lists(intervals(), max_size=5))
def test_union_is_the_same_minutes(several):
    assert minutes_of(union(several)) == minutes_of(several)


@given(st.lists(intervals(), max_size=5))
def test_union_is_sorted_and_apart(several):
    joined = union(several)

    assert all(not interval.empty for interval in joined)
    assert all(one.last < other.first for one, other in pairwise(joined))


@given(st.lists(intervals(), max_size=5), st.randoms(use_true_random=False))
def test_union_does_not_depend_on_order(several, random):
    shuffled = random.sample(several, len(several))

    assert union(shuffled) == union(several)


@given(intervals(), st.lists(intervals(), max_size=4))
def test_gaps_are_the_minutes_left(within, taken):
    left = gaps(within, taken)

    assert minutes_of(left) == minutes(within) - minutes_of(taken)
    assert union(left) == left


@given(st.lists(intervals(), max_size=4), st.integers(0, LAST), st.integers(0, LAST))
def test_covers_is_a_subset_of_all(available, one, other):
    wanted = Interval(start=moment(min(one, other)), end=moment(max(one, other)))

    assert covers(available, wanted) is (minutes(wanted) <= minutes_of(available))


@given(st.integers(0, LAST), st.integers(0, LAST))
def test_lasting_has_its_length(start, length):
    interval = Interval.lasting(moment(start), length)

    assert (interval.first, interval.minutes) == (moment(start), length)
