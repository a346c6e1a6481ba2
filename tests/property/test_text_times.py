"""What is printed can be read again, and what cannot be read says so."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.dates import parse_date, parse_date_range, years_matching
from programkit.text.formats import format_clock, format_date, format_dates
from programkit.text.times import DAY, LAST, parse_clock, parse_clock_range, parse_minutes
from programkit.text.words import LANGUAGES

ANYTHING = st.text(st.characters()) | st.text("0123456789:.–-/ amphSeptMon,h'", max_size=20)
CLOCKS = st.integers(0, DAY - 1)
DATES = st.dates(date(1971, 1, 1), date(2068, 12, 31))
TONGUES = st.sampled_from([*LANGUAGES, "en-US", "de-AT"])


@given(CLOCKS, st.sampled_from([12, 24]), TONGUES)
def test_clock_round_trip(minutes, hours, language):
    assert parse_clock(format_clock(minutes, hours, language)) == minutes


@given(st.integers(0, LAST))
def test_clock_of_the_night_after_round_trip(minutes):
    assert parse_clock(f"{minutes // 60}:{minutes % 60:02d}") == minutes


@given(CLOCKS, CLOCKS, st.sampled_from([12, 24]))
def test_clock_range_round_trip(one, other, hours):
    start, end = sorted((one, other + DAY if other == one else other))
    text = f"{format_clock(start, hours)}–{format_clock(end, hours)}"
    if end - start == DAY:
        with pytest.raises(ValueError, match="ends before it starts"):
            parse_clock_range(text)
    else:
        assert parse_clock_range(text) == (start, end)


@given(st.integers(0, 99), st.integers(0, 59))
def test_length_round_trip(hours, minutes):
    assert parse_minutes(f"{hours} h {minutes} min") == 60 * hours + minutes
    assert parse_minutes(f"{hours}:{minutes:02d}") == 60 * hours + minutes


@given(DATES, TONGUES, st.sampled_from(["full", "long"]))
def test_date_round_trip(day, language, style):
    assert parse_date(format_date(day, language, style)).date == day


@given(DATES, TONGUES)
def test_date_without_year_round_trip(day, language):
    reading = parse_date(format_date(day, language, "day"), year=day.year)
    assert (reading.date, reading.weekday) == (day, day.weekday())


@given(DATES, st.integers(0, 180), TONGUES)
def test_date_range_round_trip(start, days, language):
    end = date.fromordinal(start.toordinal() + days)
    assert parse_date_range(format_dates(start, end, language)) == (start, end)


@given(DATES)
def test_numbers_are_read_in_both_orders(day):
    reading = parse_date(f"{day.day}/{day.month}/{day.year}")
    orders = {(day.day, day.month), (day.month, day.day)}
    expected = {date(day.year, month, number) for number, month in orders if month <= 12}
    assert set(reading.candidates) == expected


@given(DATES)
def test_every_year_matches_its_own_weekday(day):
    assert day.year in years_matching(day.weekday(), day.day, day.month, day.year)


@pytest.mark.parametrize(
    "read", [parse_clock, parse_clock_range, parse_minutes, parse_date, parse_date_range]
)
@given(text=ANYTHING)
def test_anything_is_read_or_refused(read, text):
    with suppress(ValueError):
        assert read(text) is not None
