from datetime import date

import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.days import Day, Session, Slot
from programkit.model.people import Person
from programkit.rules import LocalHours
from tiny import found, morning, placed, talk

TOO_EARLY = [("hard", 0, ("ada", "a"))]


def given(rule, start, zone="America/New_York", when=date(2030, 5, 1)):
    """A talk of 30 minutes in Zagreb whose speaker is somewhere else."""
    session = Session(id="s", room="hall", start=start, slots=(Slot(minutes=30),))
    conference = morning(
        talk("a", "ada"),
        days=(Day(date=when, items=(session,)),),
        people=(Person(id="ada", name="Ada", timezone=zone),),
    )
    return found(rule, placed(conference, a="s/1"))


@pytest.mark.parametrize(("start", "expected"), [("15:00", []), ("14:59", TOO_EARLY)])
def test_first_hour_is_that_of_the_speakers_clocks(start, expected):
    assert given(LocalHours(), start) == expected


@pytest.mark.parametrize(("start", "expected"), [("14:30", []), ("14:31", TOO_EARLY)])
def test_talk_must_be_over_by_the_last_hour(start, expected):
    assert given(LocalHours(end="22:00"), start, "Asia/Tokyo") == expected


@pytest.mark.parametrize(("start", "expected"), [("14:00", []), ("13:59", TOO_EARLY)])
def test_clocks_that_changed_on_another_day_are_minded(start, expected):
    """From 10 to 31 March 2030 New York has summer time and Zagreb has not: five hours."""
    assert given(LocalHours(), start, when=date(2030, 3, 20)) == expected


@pytest.mark.parametrize(("start", "expected"), [("7:00", []), ("7:01", TOO_EARLY)])
def test_hours_may_run_into_the_night(start, expected):
    assert given(LocalHours(start="18:00", end="25:30"), start) == expected


def test_hours_all_day_leave_no_seam_at_midnight():
    assert given(LocalHours(start="0:00", end="24:00"), "5:45") == []


def test_speaker_without_a_zone_is_on_site():
    assert given(LocalHours(), "7:00", None) == []


def test_rule_of_others_does_not_matter():
    assert given(LocalHours(people="bo"), "7:00") == []


def test_unknown_date_violates_nothing():
    assert given(LocalHours(), "7:00", when=TBD) == []


def test_hours_that_end_before_they_start_are_refused():
    with pytest.raises(ValidationError, match="end before they start"):
        LocalHours(start="22:00", end="6:00")


def test_message_says_the_local_time():
    session = Session(id="s", room="hall", start="14:00", slots=(Slot(minutes=30),))
    people = (Person(id="ada", name="Ada", timezone="America/New_York"),)
    conference = morning(talk("a", "ada"), items=(session,), people=people)
    (finding,) = LocalHours().check(placed(conference, a="s/1"))

    assert finding.message == (
        'talk "a" (A) Wed 1 May 14:00 is at 08:00 for Ada (America/New_York), not within 09:00–22:00'
    )
