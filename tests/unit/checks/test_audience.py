"""Tests of the weekly time against those who listen."""

from datetime import date

import pytest

from programkit.checks.audience import Audience
from seminar import series
from small import conference

WORLD = ("America/New_York", "Europe/Berlin", "Asia/Singapore")


def found(start, *audience, first=date(2026, 5, 13), **facts):
    rule = {"first": first, "start": start, "count": 3, "interval": 1}
    facts = {"timezone": "America/New_York", **facts}
    return [
        (f.message, f.remedy)
        for f in Audience().check(series(rule=rule, audience=audience, **facts))
    ]


def test_time_at_night_for_some_is_a_finding_with_a_better_one():
    assert found("12:00", *WORLD) == [
        (
            (
                "when the series meets at 12:00, it is outside 09:00–22:00 for 1 of 3 zones of its "
                "audience: Asia/Singapore (00:00)"
            ),
            "09:00 suits 3 of 3",
        )
    ]


def test_time_that_suits_as_many_as_any_is_fine():
    assert found("9:00", *WORLD) == []
    assert found("12:00", *WORLD, "Pacific/Auckland", "Asia/Tokyo") != []


def test_meeting_has_to_end_in_time():
    rule = {"minutes": 90, "start": "9:00", "interval": 1, "count": 2, "first": date(2026, 5, 13)}
    late = series(rule=rule, audience=("Asia/Singapore",), timezone="America/New_York")

    assert [f.remedy for f in Audience().check(late)] == ["08:30 suits 1 of 1"]


def test_clocks_that_change_within_the_term_count_on_both_sides():
    """Between 8 and 29 March New York is an hour nearer to Berlin."""
    ((message, remedy),) = found("16:30", "Europe/Berlin", first=date(2026, 3, 18))

    assert "Europe/Berlin (21:30 or 22:30)" in message
    assert remedy == "15:00 suits 1 of 1"


@pytest.mark.parametrize("facts", [series(), conference()])
def test_without_an_audience_there_is_nothing_to_say(facts):
    assert list(Audience().check(facts)) == []


TUESDAYS = {"weekdays": ("TU",)}


def test_series_without_dates_suits_everybody():
    rule = {"count": None, "until": date(2026, 5, 14), "first": date(2026, 5, 13), **TUESDAYS}

    assert list(Audience().check(series(rule=rule, audience=WORLD))) == []


def test_among_times_that_suit_as_many_the_nearest_is_named():
    ((_, remedy),) = found("23:00", "America/New_York")

    assert remedy == "21:00 suits 1 of 1"


def test_zones_that_no_time_suits_are_named():
    ((_, remedy),) = found("23:00", "Europe/Amsterdam", "America/New_York", "Pacific/Auckland")

    assert remedy == "21:00 suits 2 of 3, all but Europe/Amsterdam"
