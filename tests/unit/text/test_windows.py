from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from programkit.model.interval import Interval
from programkit.text.windows import (
    day_and_clocks,
    iso_moment,
    signed_window,
    window,
    without_taken,
)

ZONE = ZoneInfo("Europe/Zagreb")


def date_of(text):
    return date.fromisoformat(text)


def at(day, hours=0, minutes=0):
    start = datetime(2024, 9, day, hours, tzinfo=ZONE)
    return start.astimezone(UTC) + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-09-27", at(27), at(28)),
        ("2024-09-27 8:00-12:30", at(27, 8), at(27, 12, 30)),
        ("2024-09-27 10 pm – 1 am", at(27, 22), at(28, 1)),
        ("2024-09-27 .. 2024-09-28", at(27), at(29)),
        ("2024-09-27 8:00 to 2024-09-28 9:00", at(27, 8), at(28, 9)),
        ("from 2024-09-27", at(27), None),
        ("From 2024-09-27 9:00", at(27, 9), None),
        ("after 2024-09-27", at(28), None),
        ("until 2024-09-27", None, at(28)),
        ("before 2024-09-27", None, at(27)),
        ("from 2024-09-27T08:00:00+02:00", at(27, 8), None),
    ],
)
def test_text_names_a_window(text, start, end):
    assert window(text, ZONE, date_of) == Interval(start=start, end=end)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2024-09-27 .. 2024-09-28 .. 2024-09-29", "is no time"),
        ("2024-09-28 .. 2024-09-26", "ends before it starts"),
        ("not 2024-09-28", "stands at the beginning only"),
        ("soon", "Invalid isoformat"),
    ],
)
def test_text_that_names_none_is_refused(text, message):
    with pytest.raises(ValueError, match=message):
        window(text, ZONE, date_of)


@pytest.mark.parametrize(
    ("text", "negative"),
    [("2024-09-27", False), ("not 2024-09-27", True), ("Except 2024-09-27", True)],
)
def test_not_takes_time_out(text, negative):
    expected = (negative, Interval(start=at(27), end=at(28)))

    assert signed_window(text, ZONE, date_of) == expected


def test_time_taken_out_leaves_the_rest():
    day, noon = Interval(start=at(27), end=at(28)), Interval(start=at(27, 12), end=at(27, 13))

    assert without_taken([(False, day), (True, noon)]) == [
        Interval(start=at(27), end=at(27, 12)),
        Interval(start=at(27, 13), end=at(28)),
    ]


def test_time_taken_out_of_nothing_is_taken_out_of_all():
    noon = Interval(start=at(27, 12), end=at(27, 13))

    assert without_taken([(True, noon)]) == [
        Interval(end=at(27, 12)),
        Interval(start=at(27, 13)),
    ]


def test_nothing_taken_out_leaves_windows_as_they_are():
    noon = Interval(start=at(27, 12), end=at(27, 13))

    assert without_taken([(False, noon), (False, noon)]) == [noon, noon]


@pytest.mark.parametrize(
    "text", ["2024-09-27", "T", "2024-09-27T08:00:00", "2024-09-27 08:00:00+02:00"]
)
def test_text_without_letter_or_offset_is_no_exact_moment(text):
    assert iso_moment(text) is None


def test_exact_moment_is_read():
    assert iso_moment(" 2024-09-27T08:00:00+02:00 ") == at(27, 8)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Mon 30 Sep 8:00-12:00", ("Mon 30 Sep", "8:00", "12:00")),
        ("Mon 30 Sep, 8 am", ("Mon 30 Sep", "8 am", None)),
        ("Tue 1 Oct 10:00", ("Tue 1 Oct", "10:00", None)),
        ("2024-10-01T10:00", ("2024-10-01", "10:00", None)),
        ("1 Oct 8:00 – 9:00", ("1 Oct", "8:00", "9:00")),
        (" Mon 30 Sep ", ("Mon 30 Sep", None, None)),
    ],
)
def test_day_and_clocks_are_told_apart(text, parts):
    assert day_and_clocks(text) == parts
