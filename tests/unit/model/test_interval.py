"""Tests of half-open intervals; tests/property/test_interval.py compares them with minutes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from programkit.model.interval import Interval, covers, gaps, union


def at(hour, minute=0):
    return datetime(2024, 9, 30, hour, minute, tzinfo=UTC)


def between(start, end):
    return Interval(
        start=None if start is None else at(start), end=None if end is None else at(end)
    )


ALWAYS = Interval()


def test_interval_keeps_moments_in_utc():
    zagreb = datetime(2024, 9, 30, 8, 30, tzinfo=ZoneInfo("Europe/Zagreb"))

    assert Interval(start=zagreb).start.isoformat() == "2024-09-30T06:30:00+00:00"


def test_interval_without_zone_is_refused():
    with pytest.raises(ValidationError, match="timezone"):
        Interval(start=datetime(2024, 9, 30))  # noqa: DTZ001 - that is what is refused


def test_interval_ending_before_its_start_is_refused():
    with pytest.raises(ValidationError, match=r"ends \(2024-09-30 08:00.*\) before it starts"):
        between(9, 8)


def test_lasting_counts_elapsed_minutes_where_clocks_change():
    saturday = datetime(2024, 10, 26, 23, 0, tzinfo=ZoneInfo("Europe/Zagreb"))
    night = Interval.lasting(saturday, 8 * 60)

    assert night.last.astimezone(ZoneInfo("Europe/Zagreb")).hour == 6


def test_bounds_of_always_are_those_of_datetime():
    assert (ALWAYS.first, ALWAYS.last) == (
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("interval", "minutes"), [(between(8, 9), 60), (between(8, 8), 0), (ALWAYS, 5258964959)]
)
def test_minutes_are_elapsed(interval, minutes):
    assert interval.minutes == minutes


def test_seconds_do_not_make_a_minute():
    assert Interval(start=at(8), end=at(8) + timedelta(seconds=119)).minutes == 1


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (between(8, 10), between(9, 11), between(9, 10)),
        (between(8, 10), between(10, 11), None),
        (between(8, 9), between(10, 11), None),
        (between(8, 10), between(9, 9), None),
        (between(None, 10), between(9, None), between(9, 10)),
        (between(8, None), ALWAYS, between(8, None)),
        (ALWAYS, ALWAYS, ALWAYS),
    ],
)
def test_intersection_is_the_time_in_both(one, other, overlap):
    assert (one.intersection(other), one.overlaps(other)) == (overlap, overlap is not None)


@pytest.mark.parametrize(
    ("inner", "inside"),
    [
        (between(8, 10), True),
        (between(9, 10), True),
        (between(7, 10), False),
        (between(9, 11), False),
        (between(12, 12), True),
        (between(None, 10), False),
    ],
)
def test_contains_all_time_of_the_other(inner, inside):
    assert between(8, 10).contains(inner) is inside


@pytest.mark.parametrize(("hour", "inside"), [(7, False), (8, True), (9, True), (10, False)])
def test_includes_the_start_and_not_the_end(hour, inside):
    assert between(8, 10).includes(at(hour)) is inside


@pytest.mark.parametrize(("start", "before"), [(9, False), (10, True), (11, True)])
def test_before_is_over_when_the_other_starts(start, before):
    assert between(8, 10).before(between(start, 12)) is before


def test_union_joins_what_overlaps_or_touches():
    several = [between(14, 15), between(8, 9), between(9, 10), between(12, 12), between(8, 8)]

    assert union(several) == (between(8, 10), between(14, 15))


def test_gaps_are_what_is_left():
    taken = [between(9, 10), between(11, 13), between(6, 7)]

    assert gaps(between(8, 12), taken) == (between(8, 9), between(10, 11))


def test_gaps_beyond_the_last_taken():
    assert gaps(ALWAYS, [between(9, 10)]) == (between(None, 9), between(10, None))


def test_gaps_of_moment_are_none():
    assert gaps(between(8, 8), []) == ()


def test_gaps_stop_at_the_end_of_the_whole():
    assert gaps(between(8, 9), [between(10, 11)]) == (between(8, 9),)


@pytest.mark.parametrize(
    ("wanted", "covered"),
    [(between(8, 10), True), (between(8, 11), False), (between(20, 20), True)],
)
def test_covers_across_touching_intervals(wanted, covered):
    assert covers([between(8, 9), between(9, 10)], wanted) is covered
