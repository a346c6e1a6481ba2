"""Tests of public holidays, against calendars on the wall."""

from datetime import date

import pytest

from programkit.model.publicholidays import holiday_on, holidays_of

WHIT_MONDAY = date(2026, 5, 25)


@pytest.mark.parametrize(
    ("language", "name"),
    [("nl", "Tweede pinksterdag"), ("nl-BE", "Tweede pinksterdag"), ("hr", "Pentecost Monday")],
)
def test_holiday_is_named_in_the_language_or_in_english(language, name):
    assert holiday_on("NL", WHIT_MONDAY, language) == name


def test_holiday_is_named_in_its_own_language_where_english_is_not_known():
    assert holiday_on("AO", date(2026, 11, 11), "hr") != ""


def test_part_of_a_country_has_holidays_of_its_own():
    womens_day = date(2026, 3, 8)

    assert womens_day in holidays_of("DE-BE", 2026)
    assert womens_day not in holidays_of("DE-BY", 2026)


def test_day_without_a_region_is_none():
    assert holiday_on("", WHIT_MONDAY) == ""


def test_usual_day_is_none():
    assert holiday_on("NL", date(2026, 5, 26)) == ""


@pytest.mark.parametrize("code", ["nl", "Holland", "HolidayBase", "NL-", "N"])
def test_what_is_no_code_is_refused(code):
    with pytest.raises(ValueError, match=f'"{code}" is no code of a country'):
        holidays_of(code, 2026)


@pytest.mark.parametrize("code", ["XX", "DE-XX"])
def test_unknown_region_is_refused(code):
    with pytest.raises(ValueError, match=f'no public holidays are known of "{code}"'):
        holidays_of(code, 2026)
