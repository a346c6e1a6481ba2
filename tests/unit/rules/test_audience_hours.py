from datetime import date

import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.days import Day, Session, Slot
from programkit.rules import AudienceHours
from seminar import meeting, series
from small import talks
from tiny import found, morning, placed, talk

ASLEEP = [("soft", 2, ("a",))]


def given(rule, start, when=date(2030, 5, 1)):
    """A talk of 30 minutes in Zagreb."""
    session = Session(id="s", room="hall", start=start, slots=(Slot(minutes=30),))
    conference = morning(talk("a"), days=(Day(date=when, items=(session,)),))
    return found(rule, placed(conference, a="s/1"))


@pytest.mark.parametrize(("start", "expected"), [("15:00", []), ("14:59", ASLEEP)])
def test_first_hour_is_that_of_the_listeners_clocks(start, expected):
    assert given(AudienceHours(zones="America/New_York", weight=2), start) == expected


@pytest.mark.parametrize(("start", "expected"), [("14:30", []), ("14:31", ASLEEP)])
def test_talk_must_be_over_by_the_last_hour(start, expected):
    assert given(AudienceHours(zones=("Asia/Tokyo",), weight=2), start) == expected


def test_each_zone_counts():
    rule = AudienceHours(zones=("America/New_York", "Asia/Tokyo", "Europe/Berlin"))

    assert given(rule, "8:00") == [("soft", 2, ("a",))]


def test_zone_that_is_named_twice_counts_once():
    assert given(AudienceHours(zones=("Asia/Tokyo", "Asia/Tokyo")), "20:00") == [
        ("soft", 1, ("a",))
    ]


@pytest.mark.parametrize(("start", "expected"), [("7:00", []), ("7:01", [("soft", 1, ("a",))])])
def test_hours_may_run_into_the_night(start, expected):
    rule = AudienceHours(zones="America/New_York", start="18:00", end="25:30")

    assert given(rule, start) == expected


def test_conference_without_an_audience_has_nobody_asleep():
    assert given(AudienceHours(), "3:00") == []


def test_audience_is_that_of_the_series():
    facts = series(
        meeting(date(2026, 5, 11), "k"),
        talks=talks("k"),
        audience=("Asia/Tokyo", "Europe/Berlin"),
        rule={"count": 1},
    )
    (finding,) = AudienceHours().check(placed(facts, k="2026-05-11/1/1"))

    assert finding.message == (
        'talk "k" (K) Mon 11 May 16:00 is at 23:00 in Asia/Tokyo, not within 09:00–22:00'
    )


def test_unknown_date_violates_nothing():
    assert given(AudienceHours(zones="Asia/Tokyo"), "20:00", TBD) == []


def test_requirement_names_zones_and_hours():
    rule = AudienceHours(zones=("Asia/Tokyo", "Europe/Paris"))

    assert rule.requirement(morning(talk("a")), ("a",)) == (
        'talk "a" (A) is within 09:00–22:00 in Asia/Tokyo and Europe/Paris'
    )


@pytest.mark.parametrize("facts", [{"zones": "Atlantis"}, {"start": "22:00", "end": "6:00"}])
def test_what_cannot_be_is_refused(facts):
    with pytest.raises(ValidationError):
        AudienceHours(**facts)


def test_hard_rule_forbids():
    assert given(AudienceHours(zones="Asia/Tokyo", level="hard"), "20:00") == [("hard", 0, ("a",))]
