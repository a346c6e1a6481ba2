"""Dates, and the evidence for what they mean."""

from datetime import date

import pytest

from programkit.text.dates import (
    LONGEST,
    DateReading,
    parse_date,
    parse_date_range,
    years_matching,
)

MONDAY = date(2024, 9, 30)


@pytest.mark.parametrize(
    "text",
    [
        "30 Sep 2024",
        "30 September 2024",
        "September 30, 2024",
        "Sept. 30th, 2024",
        "2024-09-30",
        "2024/9/30",
        "30.9.2024",
        "30. 9. 2024",
        "30.9.2024.",
        "30/9/24",
        "9/30/24",
        "30-9-2024",
        "30 Sep 24",
        "Sep 30 '24",
        "30. September 2024",
        "30-Sep-24",
        "2024, September 30",
        "30 septembre 2024",
        "30 de septiembre de 2024",
        "30. rujna 2024.",
        "30 SEPTEMBER 2024",
        "30\xa0September 2024",
        " 30 September 2024, ",
    ],
)
def test_parse_date(text):
    assert parse_date(text) == DateReading(((9, 30),), (MONDAY,), None, year_stated=True)


@pytest.mark.parametrize(
    "text",
    [
        "Monday, 30 September 2024",
        "Mon 30 Sep 2024",
        "Montag, den 30. September 2024",
        "lundi 30 septembre 2024",
        "ponedjeljak, 30. rujna 2024.",
        "Monday 2024-09-30",
        "Mon, 30.9.2024",
    ],
)
def test_parse_date_weekday(text):
    assert parse_date(text) == DateReading(((9, 30),), (MONDAY,), 0, year_stated=True)


@pytest.mark.parametrize("text", ["30 September", "30.9.", "30/9", "Sep 30"])
def test_parse_date_without_year(text):
    assert parse_date(text) == DateReading(((9, 30),), (), None, year_stated=False)


def test_parse_date_year_passed():
    expected = DateReading(((9, 30),), (MONDAY,), 0, year_stated=False)
    assert parse_date("Monday, 30 September", year=2024) == expected


def test_parse_date_year_passed_but_stated():
    assert parse_date("30 September 2024", year=2023).date == MONDAY


def test_parse_date_ordinal_in_french():
    assert parse_date("mardi 1er octobre 2024").date == date(2024, 10, 1)


def test_parse_date_austrian_month():
    assert parse_date("3. Jänner 2024").date == date(2024, 1, 3)


@pytest.mark.parametrize(
    ("text", "day", "weekday"),
    [("mar 1 oct 2024", date(2024, 10, 1), 1), ("mar 5 mar 2024", date(2024, 3, 5), 1)],
)
def test_parse_date_word_that_is_month_and_weekday(text, day, weekday):
    reading = parse_date(text)
    assert (reading.date, reading.weekday) == (day, weekday)


def test_parse_date_last_century():
    assert parse_date("1/1/70").date == date(1970, 1, 1)


def test_parse_date_ambiguous():
    reading = parse_date("3/10/24")
    assert reading.candidates == (date(2024, 10, 3), date(2024, 3, 10))
    assert reading.ambiguous
    assert reading.date is None


def test_parse_date_ambiguous_without_year():
    reading = parse_date("3/10")
    assert (reading.days, reading.candidates) == (((10, 3), (3, 10)), ())


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("3/10/24", "dmy", date(2024, 10, 3)),
        ("3/10/24", "mdy", date(2024, 3, 10)),
        ("Thu 3/10/24", None, date(2024, 10, 3)),
        ("Sun 3/10/24", None, date(2024, 3, 10)),
        ("5/5/24", None, date(2024, 5, 5)),
        ("3.10.24", "mdy", date(2024, 10, 3)),
    ],
)
def test_parse_date_decided(text, order, day):
    assert parse_date(text, order=order).date == day


def test_parse_date_weekday_that_decides_nothing():
    reading = parse_date("Fri 3/10/24")
    assert len(reading.candidates) == 2
    assert reading.weekday_differs


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("Tue 30 September 2024", True),
        ("Mon 30 September 2024", False),
        ("30 September 2024", False),
        ("Tue 30 September", False),
    ],
)
def test_weekday_differs(text, differs):
    assert parse_date(text).weekday_differs is differs


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TBD",
        "30",
        "Monday",
        "September",
        "September 2024",
        "2024",
        "31 June",
        "29 February 2023",
        "13/13/24",
        "00/00/00",
        "0 May 2024",
        "99999 May",
        "2024 30 September 2023",
        "1 2 3 May",
        "1–5 October",
        "October 1-24",
        "5 10 October",
        "30 May 2024 2025",
        "٣٠",
        "30 September 2024, 16:00",
        "30 September in Rovinj",
        "Monday Tuesday 30/9/24",
        "Rovinj 30/9/24",
        "30 September 2024" + " " * LONGEST + "x",
        "30 September 2024 " + "e " * LONGEST,
    ],
)
def test_parse_date_no_date(text):
    with pytest.raises(ValueError, match="is no date; write 2024-09-30 or 30 September 2024"):
        parse_date(text)


def test_parse_date_no_such_day_in_the_year_passed():
    with pytest.raises(ValueError, match='"29 February" is no date'):
        parse_date("29 February", year=2023)


def test_parse_date_order_that_cannot_be():
    with pytest.raises(ValueError, match='"9/30/24" is no date'):
        parse_date("9/30/24", order="dmy")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("29/9/24 – 3/10/24", date(2024, 9, 29), date(2024, 10, 3)),
        ("29/9/24-3/10/24", date(2024, 9, 29), date(2024, 10, 3)),
        ("9/29/24 – 10/3/24", date(2024, 9, 29), date(2024, 10, 3)),
        ("29 September – 3 October 2024", date(2024, 9, 29), date(2024, 10, 3)),
        ("29 September 2024 – 3 October", date(2024, 9, 29), date(2024, 10, 3)),
        ("Sept 29-Oct 3, 2024", date(2024, 9, 29), date(2024, 10, 3)),
        ("1–5 October 2024", date(2024, 10, 1), date(2024, 10, 5)),
        ("October 1-5, 2024", date(2024, 10, 1), date(2024, 10, 5)),
        ("29.9.–3.10.2024", date(2024, 9, 29), date(2024, 10, 3)),
        ("29.–30. September 2024", date(2024, 9, 29), MONDAY),
        ("2024-09-29 – 2024-10-03", date(2024, 9, 29), date(2024, 10, 3)),
        ("2024-09-29 to 2024-10-03", date(2024, 9, 29), date(2024, 10, 3)),
        ("du 29 septembre au 3 octobre 2024", date(2024, 9, 29), date(2024, 10, 3)),
        ("Thu 3/10/24 – Sat 5/10/24", date(2024, 10, 3), date(2024, 10, 5)),
        ("5/5/24 – 6/6/24", date(2024, 5, 5), date(2024, 6, 6)),
        ("30 December – 2 January 2025", date(2024, 12, 30), date(2025, 1, 2)),
        ("30 September 2024", MONDAY, MONDAY),
    ],
)
def test_parse_date_range(text, start, end):
    assert parse_date_range(text) == (start, end)


def test_parse_date_range_year_passed():
    expected = (date(2024, 10, 1), date(2024, 10, 5))
    assert parse_date_range("1–5 October", year=2024) == expected


def test_parse_date_range_order_passed():
    expected = (date(2024, 10, 3), date(2024, 10, 5))
    assert parse_date_range("3/10/24 – 5/10/24", order="dmy") == expected


@pytest.mark.parametrize("text", ["3/10/24 – 5/10/24", "3/10/24", "Fri 3/10/24 – Fri 5/10/24"])
def test_parse_date_range_ambiguous(text):
    with pytest.raises(ValueError, match="can mean more than one range; write 2024-09-29 – "):
        parse_date_range(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "1-5",
        "1–5 October",
        "5 October – 1 October 2024",
        "5 October 2024 – 1 October 2024",
        "29 February – 1 March 2023",
        "1 January – 31 December 2024 – 3",
        "5 October – 1 October 0001",
        "30 February – 2 January 2025",
        "-" * 3 * LONGEST,
    ],
)
def test_parse_date_range_no_range(text):
    with pytest.raises(ValueError, match="is no range of dates; write 2024-09-29 – 2024-10-03"):
        parse_date_range(text)


@pytest.mark.parametrize(
    ("weekday", "day", "month", "around", "years"),
    [
        (2, 25, 3, 2024, (2020, 2026)),
        (2, 29, 5, 2024, (2019, 2024, 2030)),
        (0, 31, 2, 2024, ()),
        (0, 1, 1, 2, (1, 7)),
        (5, 1, 1, 9999, (9994,)),
    ],
)
def test_years_matching(weekday, day, month, around, years):
    assert years_matching(weekday, day, month, around) == years


def test_years_matching_far():
    assert years_matching(0, 29, 2, 2024, reach=20) == (2016, 2044)
