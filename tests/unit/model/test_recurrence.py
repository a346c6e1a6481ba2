"""Tests of rules for days, against dates counted by hand."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from programkit.model.days import Day, Session, Slot
from programkit.model.meetings import LeftOut, Meeting
from programkit.model.recurrence import Pause, Recurrence, RuleException, Term

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


def test_exception_says_what_is_different():
    early = RuleException(date=date(2026, 5, 18), start="11:00", minutes=90, room="cr", reason="x")
    usual, other = Recurrence(**START, count=2, exceptions=(early,)).meetings

    assert usual == Meeting(MONDAY, 16 * 60, 60, ruled=MONDAY)
    day = date(2026, 5, 18)
    assert other == Meeting(day, 11 * 60, 90, room="cr", ruled=day, reason="x")
    assert not other.moved


@pytest.mark.parametrize("different", [{"start": 0}, {"minutes": 30}, {"room": "cr"}])
def test_date_with_one_thing_different_is_not_left_out(different):
    exception = RuleException(date=MONDAY, **different)

    assert Recurrence(**START, count=1, exceptions=(exception,)).dates() == (MONDAY,)


def test_moved_meeting_knows_its_date_of_the_rule():
    moved = RuleException(date=MONDAY, moved_to=date(2026, 5, 12))
    (meeting,) = Recurrence(**START, count=1, exceptions=(moved,)).meetings

    assert (meeting.date, meeting.ruled, meeting.moved) == (date(2026, 5, 12), MONDAY, True)


def test_extra_meeting_stands_for_no_date_of_the_rule():
    extra = RuleException(date=date(2026, 5, 14), extra=True, reason="two guests")
    meetings = Recurrence(**START, count=1, exceptions=(extra,)).meetings

    assert meetings[1] == Meeting(date(2026, 5, 14), 16 * 60, 60, reason="two guests")
    assert not meetings[1].moved


def test_exception_for_no_date_of_the_rule_changes_nothing_and_is_known():
    stray = RuleException(date=date(2026, 5, 12), moved_to=date(2026, 5, 13))
    rule = Recurrence(**START, count=2, exceptions=(stray,))

    assert rule.dates() == every(0)[:2]
    assert list(rule.unknown_exceptions()) == [stray]


def test_exception_for_a_date_of_the_rule_and_extra_ones_are_known_well():
    known = (RuleException(date=MONDAY), RuleException(date=date(2026, 5, 12), extra=True))

    assert list(Recurrence(**START, count=2, exceptions=known).unknown_exceptions()) == []


def test_extra_meeting_cannot_be_moved():
    with pytest.raises(ValidationError, match="an extra meeting stands for none"):
        RuleException(date=MONDAY, moved_to=date(2026, 5, 12), extra=True)


def test_two_exceptions_about_one_date_are_refused():
    twice = (RuleException(date=MONDAY), RuleException(date=MONDAY, start=0))
    with pytest.raises(ValidationError, match="two exceptions are about 2026-05-11"):
        Recurrence(**START, count=2, exceptions=twice)


SPRING = Term(first=date(2026, 5, 1), last=date(2026, 5, 31), name="Spring")
SUMMER = Term(first=date(2026, 7, 1), last=date(2026, 7, 31), name="Summer")


def test_dates_are_those_within_terms_the_last_of_which_ends_the_rule():
    rule = Recurrence(**START, terms=(SUMMER, SPRING))

    assert rule.dates() == tuple(day for day in every(0) if day.month != 6)
    assert rule.left_out == ()


def test_rule_may_end_before_its_terms_do():
    assert Recurrence(**START, terms=(SPRING,), until=date(2026, 5, 20)).dates() == every(0)[:2]


@pytest.mark.parametrize("first", [date(2026, 5, 31), date(2026, 5, 2)])
def test_overlapping_terms_are_refused(first):
    other = Term(first=first, last=date(2026, 7, 31))
    with pytest.raises(ValidationError, match=f"term from {first} begins before that from 2026-05"):
        Recurrence(**START, terms=(other, SPRING))


@pytest.mark.parametrize("kind", [Term, Pause])
def test_run_that_ends_before_it_begins_is_refused(kind):
    with pytest.raises(ValidationError, match="its last day, 2026-05-10, is before its first"):
        kind(first=MONDAY, last=date(2026, 5, 10))


def test_breaks_holidays_and_exceptions_leave_dates_out_with_their_reasons():
    rule = Recurrence(
        **START,
        count=6,
        holidays="NL",
        on_holiday="skip",
        breaks=(Pause(first=date(2026, 6, 1), last=date(2026, 6, 7), reason="Exams"),),
        exceptions=(RuleException(date=date(2026, 5, 18), reason="guest is ill"),),
    )

    assert rule.dates() == (MONDAY, date(2026, 6, 8), date(2026, 6, 15))
    assert rule.left_out == (
        LeftOut(date(2026, 5, 18), "exception", "guest is ill"),
        LeftOut(date(2026, 5, 25), "holiday"),
        LeftOut(date(2026, 6, 1), "break", "Exams"),
    )


def test_it_meets_on_holidays_unless_told_otherwise():
    assert Recurrence(**START, count=3, holidays="NL").dates() == every(0)[:3]


def test_exception_goes_before_holidays_and_breaks():
    moved = RuleException(date=date(2026, 5, 25), moved_to=date(2026, 5, 28))
    rule = Recurrence(**START, count=3, holidays="NL", on_holiday="skip", exceptions=(moved,))

    assert rule.dates() == (MONDAY, date(2026, 5, 18), date(2026, 5, 28))
    assert rule.left_out == ()


def test_rule_without_end_is_refused_though_its_end_is_far():
    with pytest.raises(ValidationError, match="it gives more than 2000 dates"):
        Recurrence(**START, until=date(9000, 1, 1))


def test_day_of_rule_is_in_the_room_of_its_exception():
    exception = RuleException(date=MONDAY, room="cr")
    (day,) = Recurrence(**START, count=1, exceptions=(exception,)).days()

    assert day.items[0].room == "cr"


def test_day_of_rule_has_one_open_slot():
    rule = Recurrence(**START, minutes=90, count=1)

    slot = Slot(start=16 * 60, minutes=90)
    assert rule.days() == (Day(date=MONDAY, items=(Session(slots=(slot,)),)),)


@pytest.mark.parametrize("facts", [{}, {"until": MONDAY, "count": 2}])
def test_rule_without_one_end_is_refused(facts):
    with pytest.raises(ValidationError, match="say until when it goes on, or how many dates"):
        Recurrence(**START, **facts)


def test_weekday_of_every_week_and_one_of_the_month_go_together():
    rule = Recurrence(**START, frequency="monthly", weekdays=("MO", "1SU"), until=date(2026, 6, 8))

    assert rule.dates() == tuple(sorted((*every(0, until=date(2026, 6, 8)), date(2026, 6, 7))))


def test_weekday_of_the_month_in_a_weekly_rule_is_refused():
    with pytest.raises(ValidationError, match='"1MO" counts within a month'):
        Recurrence(**START, weekdays=("TU", "1MO"), count=2)


@pytest.mark.parametrize("weekday", ["Monday", "6MO", "0MO", "mo", "MOO"])
def test_weekday_that_is_none_is_refused(weekday):
    with pytest.raises(ValidationError):
        Recurrence(**START, weekdays=(weekday,), count=2)


def test_rule_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValidationError, match="it ends, on 2026-05-10, before it begins"):
        Recurrence(first=date(2026, 5, 11), until=date(2026, 5, 10), start="16:00")
