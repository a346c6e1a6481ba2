"""Tests of rules for days, against dates counted by hand."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from programkit.model.days import Day, Session, Slot
from programkit.model.recurrence import Recurrence, RuleException

MONDAY = date(2026, 5, 11)
START = {"first": MONDAY, "start": "16:00"}


def every(*days, first=MONDAY, until=date(2026, 7, 31)):
    """Dates from first to until on some weekdays, by walking."""
    walk = [first + timedelta(days=n) for n in range((until - first).days + 1)]
    return tuple(day for day in walk if day.weekday() in days)


def test_weekly_rule_meets_on_the_weekday_of_its_first_date():
    assert Recurrence(**START, until=date(2026, 7, 31)).dates() == every(0)


def test_fortnightly_rule_meets_every_other_week():
    assert Recurrence(**START, interval=2, until=date(2026, 7, 31)).dates() == every(0)[::2]


def test_weekly_rule_meets_on_each_of_its_weekdays():
    rule = Recurrence(**START, weekdays=("MO", "TH"), until=date(2026, 7, 31))

    assert rule.dates() == every(0, 3)


def test_last_date_possible_is_met():
    assert Recurrence(**START, until=date(2026, 5, 18)).dates() == (MONDAY, date(2026, 5, 18))


def test_count_is_how_many_dates():
    assert Recurrence(**START, count=3).dates() == every(0)[:3]


@pytest.mark.parametrize(
    ("weekday", "dates"),
    [
        ("1MO", (date(2026, 6, 1), date(2026, 7, 6))),
        ("+2TU", (date(2026, 5, 12), date(2026, 6, 9), date(2026, 7, 14))),
        ("-1FR", (date(2026, 5, 29), date(2026, 6, 26), date(2026, 7, 31))),
    ],
)
def test_monthly_rule_meets_on_a_weekday_of_the_month(weekday, dates):
    rule = Recurrence(**START, frequency="monthly", weekdays=(weekday,), until=date(2026, 7, 31))

    assert rule.dates() == dates


def test_excepted_dates_are_left_out_or_moved():
    moved = RuleException(date=date(2026, 5, 25), moved_to=date(2026, 5, 28), reason="Whit Monday")
    left_out = RuleException(date=date(2026, 5, 18))
    rule = Recurrence(**START, count=4, exceptions=(moved, left_out))

    assert rule.dates() == (MONDAY, date(2026, 5, 28), date(2026, 6, 1))


def test_date_moved_onto_another_is_one_date():
    moved = RuleException(date=date(2026, 5, 18), moved_to=date(2026, 5, 25))

    assert Recurrence(**START, count=3, exceptions=(moved,)).dates() == (MONDAY, date(2026, 5, 25))


def test_day_of_rule_has_one_open_slot():
    rule = Recurrence(**START, minutes=90, count=1)

    slot = Slot(start=16 * 60, minutes=90)
    assert rule.days() == (Day(date=MONDAY, items=(Session(slots=(slot,)),)),)


@pytest.mark.parametrize("facts", [{}, {"until": MONDAY, "count": 2}])
def test_rule_without_one_end_is_refused(facts):
    with pytest.raises(ValidationError, match="say until when it goes on, or how many dates"):
        Recurrence(**START, **facts)


@pytest.mark.parametrize("weekday", ["Monday", "6MO", "0MO", "mo", "MOO"])
def test_weekday_that_is_none_is_refused(weekday):
    with pytest.raises(ValidationError):
        Recurrence(**START, weekdays=(weekday,), count=2)
