"""Times and dates as outputs print them."""

from datetime import date

import pytest
from babel import localedata

from programkit.text.formats import format_clock, format_date, format_dates, weekday_name

MONDAY = date(2024, 9, 30)


@pytest.mark.parametrize(
    ("minutes", "hours", "language", "text"),
    [
        (510, 24, "en", "08:30"),
        (510, 12, "en", "8:30 am"),
        (740, 12, "en", "12:20 pm"),
        (720, 12, "en", "12:00 pm"),
        (0, 12, "en", "12:00 am"),
        (1230, 12, "en-US", "8:30 pm"),
        (1440, 24, "en", "00:00"),
        (1530, 24, "en", "01:30"),
        (1530, 12, "en", "1:30 am"),
        (510, 24, "de", "08:30"),
        (510, 24, "fi", "8.30"),
        (510, 24, "en-US", "08:30"),
        (510, 12, "es", "8:30 a. m."),
        (510, 12, "nl", "8:30 a.m."),
        (510, None, "es", "8:30"),
        (510, None, "fr-CA", "08 h 30"),
        (510, None, "oc-FR", "8h30"),
        (510, None, "zh-TW", "08:30"),
    ],
)
def test_format_clock(minutes, hours, language, text):
    assert format_clock(minutes, hours, language) == text


def test_format_clock_hours_not_given():
    assert format_clock(1230) == "20:30"


@pytest.mark.parametrize(
    ("language", "style", "text"),
    [
        ("en", "full", "Monday, 30 September 2024"),
        ("en", "day", "Monday, 30 September"),
        ("en", "long", "30 September 2024"),
        ("en", "short", "Mon, 30 Sept"),
        ("en", "dated", "Mon, 30 Sept 2024"),
        ("de", "dated", "Mo., 30. Sept. 2024"),
        ("en", "month", "Sept 2024"),
        ("hr", "month", "ruj 2024."),
        ("en-US", "day", "Monday, September 30"),
        ("en-US", "long", "September 30, 2024"),
        ("de", "day", "Montag, 30. September"),
        ("fr", "day", "lundi 30 septembre"),
        ("it", "day", "lunedì 30 settembre"),
        ("es", "day", "lunes, 30 de septiembre"),
        ("nl", "day", "maandag 30 september"),
        ("hr", "day", "ponedjeljak, 30. rujna"),
        ("hr", "full", "ponedjeljak, 30. rujna 2024."),
        ("hu", "day", "szeptember 30., hétfő"),
        ("zh-TW", "day", "9月30日 星期一"),
        ("lv", "day", "pirmdiena, 30. septembris"),
    ],
)
def test_format_date(language, style, text):
    assert format_date(MONDAY, language, style) == text


@pytest.mark.parametrize(
    ("start", "end", "language", "text"),
    [
        (date(2024, 9, 29), date(2024, 10, 3), "en", "29 September – 3 October 2024"),
        (date(2024, 10, 1), date(2024, 10, 3), "en", "1–3 October 2024"),
        (date(2024, 12, 30), date(2025, 1, 2), "en", "30 December 2024 – 2 January 2025"),
        (MONDAY, MONDAY, "en", "30 September 2024"),
        (date(2024, 9, 29), date(2024, 10, 3), "en-US", "September 29 – October 3, 2024"),
        (date(2024, 10, 1), date(2024, 10, 3), "de", "1.–3. Oktober 2024"),
        (date(2024, 10, 1), date(2024, 10, 3), "it", "1–3 ottobre 2024"),
        (date(2024, 10, 1), date(2024, 10, 3), "es", "1–3 de octubre de 2024"),
        (date(2024, 9, 29), date(2024, 10, 3), "fi", "29. syyskuuta – 3. lokakuuta 2024"),
    ],
)
def test_format_dates(start, end, language, text):
    assert format_dates(start, end, language) == text


def test_every_language_of_cldr_can_be_printed():
    start, end = date(2024, 9, 29), date(2024, 10, 3)
    for language in localedata.locale_identifiers():
        assert "2024" not in format_date(start, language, "day")
        assert format_dates(start, end, language)
        assert format_clock(510, 12, language) != format_clock(1230, 12, language)


@pytest.mark.parametrize(
    ("language", "width", "name"),
    [("en", "wide", "Monday"), ("de", "wide", "Montag"), ("en", "abbreviated", "Mon")],
)
def test_weekday_name(language, width, name):
    assert weekday_name(0, language, width) == name
