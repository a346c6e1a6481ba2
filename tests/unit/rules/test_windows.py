from datetime import date

import pytest
from pydantic import TypeAdapter

from programkit.model.base import TBD
from programkit.model.days import Day
from programkit.rules.windows import Minutes, Windows, fault_of, times_of
from tiny import between, clock, hall_session, morning


def conference():
    days = (
        Day(date=date(2030, 5, 1), items=(hall_session(),)),
        Day(date=date(2030, 5, 2)),
        Day(date=TBD),
    )
    return morning(days=days)


@pytest.mark.parametrize(
    ("window", "start", "end"),
    [
        ("Wed 1 May", clock(0), clock(0, day=2)),
        ("2030-05-02 8:00-9:30", clock(8, day=2), clock(9, 30, day=2)),
        ("from Thu 2 May", clock(0, day=2), None),
        ("not before 2030-05-02", clock(0, day=2), None),
        (between(clock(8), clock(9)), clock(8), clock(9)),
    ],
)
def test_window_is_a_time(window, start, end):
    assert times_of(conference(), (window,)) == (between(start, end),)


def test_time_of_day_is_that_of_every_dated_day():
    assert times_of(conference(), ("8:00-9:00",)) == (
        between(clock(8), clock(9)),
        between(clock(8, day=2), clock(9, day=2)),
    )


def test_windows_that_take_time_out_are_taken_out_of_the_others():
    assert times_of(conference(), ("Wed 1 May", "not 1 May 8:00-24:00")) == (
        between(clock(0), clock(8)),
    )


def test_window_that_cannot_be_read_is_left_out():
    assert times_of(conference(), ("soon", "8:00-9:00"))[:1] == (between(clock(8), clock(9)),)


@pytest.mark.parametrize(
    ("window", "fault"),
    [
        ("Mon 1 May", '"Mon 1 May" is a Wednesday in 2030'),
        ("1/2", '"1/2" can mean two dates; write it as 2024-09-30'),
        ("1 May .. 2 May .. 3 May", '"1 May .. 2 May .. 3 May" is no time'),
    ],
)
def test_faulty_window_has_a_reason(window, fault):
    assert (fault_of(conference(), window) or "").startswith(fault)


def test_date_without_a_year_needs_one_of_the_conference():
    undated = morning(days=(Day(date=TBD),))

    assert fault_of(undated, "1 May") == '"1 May" has no year; write it as 2024-09-30'


def test_window_that_can_be_read_has_no_fault():
    assert fault_of(conference(), "1 May 2030") is None


@pytest.mark.parametrize("given", ["1 May", ["1 May"], ("1 May",)])
def test_one_window_needs_no_list(given):
    assert TypeAdapter(Windows).validate_python(given) == ("1 May",)


def test_date_that_a_file_made_is_a_window():
    assert TypeAdapter(Windows).validate_python(date(2030, 5, 1)) == ("2030-05-01",)


def test_exact_window_is_an_interval():
    given = {"start": "2030-05-01T06:00:00Z", "end": "2030-05-01T07:00:00Z"}

    assert TypeAdapter(Windows).validate_python(given) == (between(clock(8), clock(9)),)


@pytest.mark.parametrize(("given", "minutes"), [(90, 90), ("90", 90), ("1 h 30 min", 90)])
def test_length_is_a_number_or_words(given, minutes):
    assert TypeAdapter(Minutes).validate_python(given) == minutes
