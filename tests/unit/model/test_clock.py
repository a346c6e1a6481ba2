"""Tests of times of day and of the moments that they are."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter, ValidationError

from programkit.model.clock import Clock, clock_text, moment, zone_of

ZAGREB = ZoneInfo("Europe/Zagreb")
SPRING = date(2024, 3, 31)
AUTUMN = date(2024, 10, 27)
CLOCK = TypeAdapter(Clock)


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("0:00", 0),
        ("8:30", 510),
        ("08:30", 510),
        ("12:20", 740),
        ("24:00", 1440),
        ("47:59", 2879),
        (510, 510),
        (time(8, 30), 510),
    ],
)
def test_clock_is_minutes_after_midnight(value, minutes):
    assert CLOCK.validate_python(value) == minutes


@pytest.mark.parametrize(
    "value", ["", "8", "8:60", "8:", ":30", "-1:00", "8.30", "noon", "48:00", -1, 2880, 8.5, None]
)
def test_clock_of_no_time_of_day_is_refused(value):
    with pytest.raises(ValidationError):
        CLOCK.validate_python(value)


def test_clock_refused_says_how_to_write_it():
    with pytest.raises(ValidationError, match='"noon" is no time of day; write it as HH:MM'):
        CLOCK.validate_python("noon")


@pytest.mark.parametrize(("minutes", "text"), [(0, "00:00"), (510, "08:30"), (1530, "25:30")])
def test_clock_is_written_in_two_digits(minutes, text):
    assert (clock_text(minutes), CLOCK.dump_python(minutes)) == (text, text)


def test_zone_is_found_by_name():
    assert zone_of("Europe/Zagreb") == ZAGREB


@pytest.mark.parametrize("name", ["", "Zagreb", "/etc/passwd", "../UTC", "Europe", "a\x00b"])
def test_zone_that_does_not_exist_is_refused(name):
    with pytest.raises(ValueError, match="is no IANA time zone"):
        zone_of(name)


def utc(*parts):
    return datetime(*parts, tzinfo=timezone(timedelta(0)))


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (date(2024, 9, 30), 510, utc(2024, 9, 30, 6, 30)),
        (date(2024, 9, 30), 25 * 60 + 30, utc(2024, 9, 30, 23, 30)),
        (SPRING, 119, utc(2024, 3, 31, 0, 59)),
        (SPRING, 180, utc(2024, 3, 31, 1, 0)),
        (date(2024, 3, 30), 24 * 60 + 180, utc(2024, 3, 31, 1, 0)),
        (AUTUMN, 150, utc(2024, 10, 27, 0, 30)),
        (AUTUMN, 180, utc(2024, 10, 27, 2, 0)),
    ],
)
def test_moment_is_what_the_clocks_show(day, clock, expected):
    assert moment(day, clock, ZAGREB) == expected


@pytest.mark.parametrize(
    ("day", "clock"), [(SPRING, 150), (SPRING, 120), (date(2024, 3, 30), 1590)]
)
def test_moment_in_skipped_hour_is_refused(day, clock):
    with pytest.raises(ValueError, match=r"does not exist on 2024-03-3. in Europe/Zagreb"):
        moment(day, clock, ZAGREB)
