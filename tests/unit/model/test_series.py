"""Tests of seminar series."""

from datetime import date

from programkit.model.days import Day, Session, Slot
from programkit.model.recurrence import Recurrence
from programkit.model.series import Series

RULE = Recurrence(first=date(2026, 5, 11), start="16:00", minutes=60, count=3)


def series(*days):
    return Series(title="Seminar", timezone="Europe/Amsterdam", recurrence=RULE, days=days)


def test_days_come_from_the_rule():
    assert [day.date for day in series().all_days] == [
        date(2026, 5, 11),
        date(2026, 5, 18),
        date(2026, 5, 25),
    ]


def test_day_given_overrides_the_one_of_the_rule():
    early = Day(date=date(2026, 5, 18), items=(Session(slots=(Slot(start="11:00"),)),))

    assert series(early).all_days[1] == early


def test_day_given_beside_the_rule_is_put_in_order():
    extra = Day(date=date(2026, 5, 20))

    assert [day.date.day for day in series(extra).all_days] == [11, 18, 20, 25]


def test_slots_of_rule_are_on_the_timetable():
    slots = series().timetable.slots

    assert {slot: f"{timed.interval.first:%H:%M}" for slot, timed in slots.items()} == {
        "2026-05-11/1/1": "14:00",
        "2026-05-18/1/1": "14:00",
        "2026-05-25/1/1": "14:00",
    }


def test_dates_are_those_of_the_rule():
    assert series().dates == (date(2026, 5, 11), date(2026, 5, 25))


def test_public_series_keeps_its_rule():
    assert series().public().recurrence == RULE
