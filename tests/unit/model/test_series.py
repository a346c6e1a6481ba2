"""Tests of seminar series."""

from datetime import date

import pytest

from programkit.errors import ConferenceError
from programkit.model.days import Day, Session, Slot
from programkit.model.meetings import LeftOut
from programkit.model.recurrence import Recurrence, RuleException
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


def test_holidays_left_out_are_named_in_the_language_of_the_series():
    rule = RULE.replace(holidays="NL", on_holiday="skip")
    dutch = series().replace(recurrence=rule, language="nl")

    assert dutch.left_out == (LeftOut(date(2026, 5, 25), "holiday", "Tweede pinksterdag"),)


def test_date_with_a_day_of_its_own_is_not_left_out():
    rule = RULE.replace(exceptions=(RuleException(date=date(2026, 5, 18)),))

    assert series(Day(date=date(2026, 5, 18))).replace(recurrence=rule).left_out == ()


def faults(days=(), **rule):
    with pytest.raises(ConferenceError) as caught:
        Series(
            title="Seminar",
            timezone="Europe/Amsterdam",
            recurrence=RULE.replace(**rule),
            days=days,
            sessions=(Session(id="float", room="nowhere"),) if not (rule or days) else (),
        )
    return [(fault.path, fault.message) for fault in caught.value.faults]


def test_room_that_only_an_exception_names_is_a_fault_of_the_exception():
    exceptions = (RuleException(date=date(2026, 5, 18)), RuleException(date=RULE.first, room="x"))

    assert faults(exceptions=exceptions) == [
        (("recurrence", "exceptions", 1), 'a session names room "x", which does not exist')
    ]


def test_time_that_clocks_skip_is_a_fault_of_the_rule():
    found = faults(first=date(2026, 3, 29), start="2:30", count=1)

    assert {path for path, _ in found} == {("recurrence",)}
    assert "02:30 does not exist on 2026-03-29 in Europe/Amsterdam" in found[0][1]


def test_fault_of_a_day_given_is_where_the_day_is_written():
    day = Day(date=date(2026, 5, 18), items=(Session(room="x"),))

    assert [path for path, _ in faults(days=(day,))] == [("days", 0, "items", 0, "room")]


def test_fault_elsewhere_stays_where_it_is():
    assert [path for path, _ in faults()] == [("sessions", 0, "room")]
