from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vDDDTypes, vDuration, vPeriod, vUTCOffset

from programkit.files.calendarcheck.values import (
    EXAMPLES,
    TYPES,
    clock_of,
    date_of,
    duration_of,
    moment_of,
    offset_of,
    unescaped_at,
)

CLOCKS = st.datetimes(datetime(1000, 1, 1)).map(lambda at: at.replace(microsecond=0))  # noqa: DTZ001 - clocks


@given(CLOCKS)
def test_moments_are_read_as_icalendar_writes_them(clock):
    written = vDDDTypes(clock).to_ical().decode()

    assert moment_of(written) == clock
    assert moment_of(written + "Z") == clock
    assert date_of(written[:8]) == clock.date()
    assert clock_of(written[9:]) == clock.time()


@given(st.timedeltas(timedelta(days=-9999), timedelta(days=9999)))
def test_durations_are_read_as_icalendar_writes_them(span):
    span = timedelta(seconds=span // timedelta(seconds=1))
    written = vDuration(span).to_ical().decode()

    assert duration_of(written) == span


@given(st.integers(-23 * 3600, 23 * 3600))
def test_offsets_are_read_as_icalendar_writes_them(seconds):
    written = vUTCOffset(timedelta(seconds=seconds)).to_ical()

    assert offset_of(written) == timedelta(seconds=seconds)


def test_periods_are_as_icalendar_writes_them():
    start = datetime(2026, 9, 14, 9, tzinfo=UTC)
    for end in (start + timedelta(hours=1), timedelta(hours=1)):
        assert TYPES["PERIOD"](vPeriod((start, end)).to_ical().decode())
        assert not TYPES["PERIOD"](vPeriod((start, start)).to_ical().decode())


def test_leap_second_is_a_time():
    assert clock_of("235960") == time(23, 59, 59)
    assert clock_of("235961") is None
    assert clock_of("2359") is None


def test_digits_of_other_scripts_are_none():
    assert date_of("２０２６０９１４") is None
    assert not TYPES["INTEGER"]("٣")
    assert date_of("20260914") == date(2026, 9, 14)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("BINARY", ["", "YWI=", "YWJj"], ["YWI", "Y=", "ä"]),
        ("BOOLEAN", ["TRUE", "false"], ["yes", ""]),
        ("FLOAT", ["1", "-1.5"], ["1,5", ".5", "1e5"]),
        ("INTEGER", ["0", "-12", "2147483647"], ["2147483648", "1.0", ""]),
        ("TIME", ["093000", "093000Z"], ["0930", "246000"]),
        ("URI", ["mailto:a@b.c", "urn:x"], ["a/b", "https://a b", "https://a/<b>"]),
        ("UTC-OFFSET", ["+0100", "-033015"], ["0100", "+2400", "+0160", "-0000"]),
    ],
)
def test_types_tell_right_from_wrong(kind, right, wrong):
    assert [value for value in right if not TYPES[kind](value)] == []
    assert [value for value in wrong if TYPES[kind](value)] == []


def test_every_type_has_an_example():
    assert EXAMPLES.keys() == TYPES.keys()


@pytest.mark.parametrize(
    ("value", "at"),
    [("", None), (r"a\, b\; c\\ \n\N", None), ("a,b", 1), ("a;b", 1), ("a\\", 1), (r"a\t", 1)],
)
def test_texts_are_judged_up_to_the_first_fault(value, at):
    assert unescaped_at(value) == at
