"""Terms of a series, with their days and the dates without a meeting."""

from datetime import date

from tests.seminar import meeting, series

from programkit.model.program import Program
from programkit.model.recurrence import Pause, Term
from programkit.outline.build import build_outline
from programkit.outline.nodes import OutlinePause

FALL = Term(name="Fall", first=date(2026, 9, 1), last=date(2026, 12, 20))
SPRING = Term(first=date(2027, 2, 1), last=date(2027, 3, 31))


def terms(*days, **rule):
    told = {"first": date(2026, 9, 7), "count": None, "until": date(2027, 3, 31), **rule}
    facts = series(*days, rule=told, language="en")
    return build_outline(Program.of(facts).public()).series.terms


def test_terms_of_the_facts_have_their_days():
    fall, spring = terms(terms=(SPRING, FALL))

    assert (fall.name, fall.first, fall.last, fall.year) == ("Fall", FALL.first, FALL.last, False)
    assert (fall.days[0], fall.days[-1], len(fall.days)) == ("2026-09-07", "2026-12-14", 8)
    assert spring.name == "1 February – 31 March 2027"


def test_days_in_no_term_are_of_their_years():
    days = [meeting(date(*on)) for on in ((2025, 3, 3), (2025, 1, 6), (2026, 8, 3))]
    early, summer, fall = terms(*days, terms=(FALL,))

    assert (early.name, early.year, early.days) == ("2025", True, ("2025-01-06", "2025-03-03"))
    assert (early.first, early.last) == (date(2025, 1, 6), date(2025, 3, 3))
    assert (summer.name, summer.days, fall.name) == ("2026", ("2026-08-03",), "Fall")


def test_without_terms_each_year_is_one():
    assert [(term.name, len(term.days)) for term in terms()] == [("2026", 9), ("2027", 6)]


def test_a_break_is_told_once_and_whole_where_it_takes_dates_away():
    winter = Pause(first=date(2026, 12, 10), last=date(2027, 1, 31), reason="Winter")
    week = Pause(first=date(2026, 9, 8), last=date(2026, 9, 12), reason="No date is in it")
    (fall,) = terms(terms=(FALL,), breaks=(winter, week))
    first, second = terms(breaks=(winter, week))

    told = (OutlinePause(winter.first, winter.last, "break", "Winter"),)
    assert (fall.pauses, first.pauses, second.pauses) == (told, told, ())


def test_holidays_and_dates_left_out_are_told_with_their_reason():
    exceptions = ({"date": date(2026, 10, 5), "reason": "Strike"},)
    (found,) = terms(
        first=date(2026, 9, 21),
        until=date(2026, 10, 19),
        exceptions=exceptions,
        holidays="DE",
        interval=1,
        weekdays=("SA", "MO"),
        on_holiday="skip",
    )

    assert found.pauses == (
        OutlinePause(date(2026, 10, 3), date(2026, 10, 3), "holiday", "German Unity Day"),
        OutlinePause(date(2026, 10, 5), date(2026, 10, 5), "exception", "Strike"),
    )


def test_dates_between_terms_belong_to_no_year():
    (fall,) = terms(terms=(FALL,), breaks=(Pause(first=date(2026, 8, 1), last=date(2026, 9, 8)),))

    assert [(one.first, one.reason) for one in fall.pauses] == [(date(2026, 8, 1), "")]
