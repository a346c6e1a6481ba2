"""The names of months and weekdays that dates are read with."""

import pytest
from babel import Locale

from programkit.text.datewords import FILLERS, LANGUAGES, months, weekdays
from programkit.text.folding import folded


@pytest.mark.parametrize(
    ("word", "number"),
    [("september", 9), ("sep", 9), ("sept", 9), ("marz", 3), ("aout", 8), ("listopada", 10)],
)
def test_months(word, number):
    assert months()[word] == number


@pytest.mark.parametrize(
    ("word", "number"), [("monday", 0), ("so", 6), ("mercredi", 2), ("cet", 3), ("vrijdag", 4)]
)
def test_weekdays(word, number):
    assert weekdays()[word] == number


@pytest.mark.parametrize(("table", "kind"), [(months, "months"), (weekdays, "days")])
def test_no_word_means_two_things(table, kind):
    names = [
        (folded(name), number)
        for language in LANGUAGES
        for number, name in getattr(Locale.parse(language, sep="-"), kind)["format"]["wide"].items()
    ]
    assert {name: number for name, number in names if table()[name] != number} == {}


def test_only_mar_is_month_and_weekday():
    assert set(months()) & set(weekdays()) == {"mar"}


def test_fillers_are_no_names():
    assert FILLERS & (set(months()) | set(weekdays())) == set()
