"""Tests of times that a text gives in two zones."""

from datetime import date

import pytest

from programkit.checks.timeclaims import TimeClaims
from programkit.model.days import Day
from small import conference


def found(text, *dates, field="welcome"):
    facts = conference(*(Day(date=day) for day in dates), **{field: text})
    return [(f.level, f.code, f.message) for f in TimeClaims().check(facts)]


def test_wrong_half_of_the_day_is_a_finding():
    """What the page of a series says that is read all over the world."""
    text = "Talks are held on Wednesdays at 12:00 pm New York time (9:00pm Pacific)."

    assert found(text, date(2026, 3, 25), date(2026, 4, 22)) == [
        (
            "soft",
            "time-claim-wrong",
            (
                'the welcome says that "12:00 pm New York time" is "9:00pm Pacific"; '
                "it is 09:00 (America/Los_Angeles)"
            ),
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "at 12:00 pm New York time (9:00 am Pacific)",
        "at 12 noon ET / 18:00 CET",
        "at 17:00 UTC, which is 18:00 in Berlin",
        "23:30 Europe/Berlin = 0:30 Europe/Kyiv",
        "15:00-16:00 CET (14:00-15:00 UK time)",
    ],
)
def test_right_times_are_fine(text):
    assert found(text, date(2026, 1, 14)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Monday 9:00 ET. Tuesday 9:00 Pacific",
        "9:00 ET, then lunch, then 9:00 Pacific",
        "from 9:00 to 17:00 CET",
        "9:00 CET",
        "at 9:00 Atlantis time (10:00 CET)",
        "at 99:99 ET (10:00 CET)",
        "9:00 ET (10:61 CET)",
        "",
    ],
)
def test_times_that_nobody_says_are_the_same_are_no_claim(text):
    assert found(text, date(2026, 1, 14)) == []


def test_time_that_is_right_for_a_part_of_the_year_is_a_note():
    text = "12:00 ET (17:00 CET)"

    assert found(text, date(2026, 3, 25), date(2026, 4, 22)) == [
        (
            "note",
            "time-claim-seasonal",
            (
                'the welcome says that "12:00 ET" is "17:00 CET"; it is 18:00 (Europe/Berlin) '
                "on 2026-04-22, and right on 1 other dates"
            ),
        )
    ]


def test_conference_without_dates_is_judged_by_a_year():
    assert [code for _, code, _ in found("12:00 ET (19:00 CET)")] == ["time-claim-wrong"]
    assert [code for _, code, _ in found("12:00 ET (18:00 CET)")] == ["time-claim-seasonal"]


def test_every_two_neighbors_are_compared():
    text = "9:00 Pacific / 12:00 ET / 19:00 CET"

    assert [message.count('"12:00 ET" is "19:00 CET"') for _, _, message in found(text)] == [1]


def test_subtitle_is_read_too():
    assert len(found("12:00 ET (19:00 CET)", field="subtitle")) == 1
