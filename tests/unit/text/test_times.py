"""Times of day and lengths of time."""

import pytest

from programkit.text.times import parse_clock, parse_clock_range, parse_minutes


def at(hours, minutes=0):
    return 60 * hours + minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("8:30", at(8, 30)),
        ("08:30", at(8, 30)),
        ("8:30 am", at(8, 30)),
        ("8:30 pm", at(20, 30)),
        ("8:30pm", at(20, 30)),
        ("8:30\xa0pm", at(20, 30)),
        ("8:30\u202fPM", at(20, 30)),
        ("12:20 pm", at(12, 20)),
        ("12:20 am", at(0, 20)),
        ("0:30 am", at(0, 30)),
        ("0:30 pm", at(12, 30)),
        ("13:30 pm", at(13, 30)),
        ("12 noon", at(12)),
        ("noon", at(12)),
        ("12 midnight", at(0)),
        ("12:00 noon", at(12)),
        ("midnight", at(0)),
        ("Mitternacht", at(0)),
        ("midi", at(12)),
        ("12:00", at(12)),
        ("16.30", at(16, 30)),
        ("16h30", at(16, 30)),
        ("16h", at(16)),
        ("16 Uhr", at(16)),
        ("16:30 Uhr", at(16, 30)),
        ("4 p.m.", at(16)),
        ("4 p. m.", at(16)),
        ("1630", at(16, 30)),
        ("1630h", at(16, 30)),
        ("08:30:00", at(8, 30)),
        ("24:00", at(24)),
        ("25:30", at(25, 30)),
        ("47:59", at(47, 59)),
    ],
)
def test_parse_clock(text, minutes):
    assert parse_clock(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9",
        "8:60",
        "8:3",
        "48:00",
        "4800",
        "13:30 am",
        "24:10 pm",
        "11 noon",
        "12:30 noon",
        "-1:00",
        "soon",
        "8:30 ET",
        "8:30:15",
    ],
)
def test_parse_clock_no_time_of_day(text):
    with pytest.raises(ValueError, match="is no time of day; write 8:30, 20:30 or 8:30 pm"):
        parse_clock(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("8:30–9:20", at(8, 30), at(9, 20)),
        ("8:30 - 9:20", at(8, 30), at(9, 20)),
        ("8:30 am – 9:20 am", at(8, 30), at(9, 20)),
        ("8:30-9:20 am", at(8, 30), at(9, 20)),
        ("2–3:30 pm", at(14), at(15, 30)),
        ("11:30–1:30 pm", at(11, 30), at(13, 30)),
        ("10–12 pm", at(10), at(12)),
        ("12–1:30 pm", at(12), at(13, 30)),
        ("11 am – 1", at(11), at(13)),
        ("9 am – 10:30", at(9), at(10, 30)),
        ("9:00 am – 13:30", at(9), at(13, 30)),
        ("9–10:30", at(9), at(10, 30)),
        ("from 9:00 to 10:30", at(9), at(10, 30)),
        ("von 9:00 bis 10:30", at(9), at(10, 30)),
        ("de 9h à 10h30", at(9), at(10, 30)),
        ("18:00–24:00", at(18), at(24)),
        ("22:00–25:00", at(22), at(25)),
        ("22:00–01:00", at(22), at(25)),
        ("10 pm – midnight", at(22), at(24)),
        ("6 pm – 1 am", at(18), at(25)),
        ("midnight – 1 am", at(0), at(1)),
        ("23:00 – 0:00", at(23), at(24)),
    ],
)
def test_parse_clock_range(text, start, end):
    assert parse_clock_range(text) == (start, end)


@pytest.mark.parametrize("text", ["", "8:30", "9–10", "9–x", "x–9:00", "8:30–48:00"])
def test_parse_clock_range_no_range(text):
    with pytest.raises(ValueError, match="is no range of times; write 8:30–9:20"):
        parse_clock_range(text)


@pytest.mark.parametrize("text", ["9:00–1:00", "9:00–9:00", "9 pm – 9 pm", "26:00–25:00"])
def test_parse_clock_range_backwards(text):
    with pytest.raises(ValueError, match="ends before it starts; write 9:00–13:00 or 22:00–25:00"):
        parse_clock_range(text)


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("50", 50),
        ("50 min", 50),
        ("50min.", 50),
        ("50 minutes", 50),
        ("90 Minuten", 90),
        ("50'", 50),
        ("1h", 60),
        ("2 hours", 120),
        ("1.5 h", 90),
        ("1,5 Std", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("1:30 h", 90),
        ("0:50", 50),
        ("1 h 30 min", 90),
        ("1 h 30", 90),
        ("1 hour and 30 minutes", 90),
        ("0", 0),
        (50, 50),
        (50.0, 50),
    ],
)
def test_parse_minutes(value, minutes):
    assert parse_minutes(value) == minutes


@pytest.mark.parametrize("value", ["", "x", "-5", "1:75", "five", "1 h 30 s"])
def test_parse_minutes_no_length(value):
    with pytest.raises(ValueError, match="is no length of time; write 50 min or 1 h 30 min"):
        parse_minutes(value)


@pytest.mark.parametrize("value", [-1, 50.5, True, float("nan"), float("inf"), "1.33 h"])
def test_parse_minutes_not_whole(value):
    with pytest.raises(ValueError, match=f"^{value} is no length of time; give whole minutes"):
        parse_minutes(value)
