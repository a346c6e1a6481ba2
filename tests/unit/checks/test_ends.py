"""Tests of open ends, days without an end, and times that the clocks show twice."""

from datetime import date

import pytest

from programkit.checks.ends import Ends
from programkit.model.base import TBD
from small import conference, day, marker, one_day, pause, session, slot, talks

AUTUMN = date(2024, 10, 27)


def found(facts):
    return [(f.code, f.about) for f in Ends().check(facts)]


def test_day_whose_ends_are_known_is_not_reported():
    facts = one_day(session(slot("8:30"), slot("9:00")), pause(start="9:30"), marker("10:00"))

    assert found(facts) == []


def test_open_end_of_last_talk_leaves_the_day_open():
    facts = one_day(session(slot("8:30"), slot("9:00", "k")), talks=talks("k"))

    assert [(f.code, f.message) for f in Ends().check(facts)] == [
        ("open-end", 'talk "k" (K) on Monday, 30 September at 09:00 has no end'),
        ("day-without-end", "nothing tells when Monday, 30 September ends"),
    ]


def test_open_end_of_session_without_slots_is_its_own():
    assert found(one_day(session(start="8:30"))) == [
        ("open-end", ("2024-09-30/1",)),
        ("day-without-end", ("2024-09-30",)),
    ]


def test_open_end_of_reception_leaves_the_day_alone():
    facts = one_day(session(start="8:30", minutes=10), pause("Reception", start="18:30"))

    assert found(facts) == [("open-end", ("2024-09-30/break-1",))]


def test_what_has_no_start_has_no_open_end():
    assert found(one_day(session(slot(), start="TBD"), marker("TBD"))) == []


@pytest.mark.parametrize(
    ("item", "about"),
    [
        (session(start="2:30", minutes=10), "2024-10-27/1"),
        (session(slot(minutes=10), start="2:30"), "2024-10-27/1"),
        (session(slot("2:30", minutes=10)), "2024-10-27/1/1"),
        (session(start="1:00", end="2:30"), "2024-10-27/1"),
        (pause(start="2:30", minutes=10), "2024-10-27/break-1"),
        (marker("2:30"), "2024-10-27/marker-1"),
    ],
)
def test_time_shown_twice_is_reported_where_it_is_written(item, about):
    assert found(conference(day(item, date=AUTUMN))) == [("time-ambiguous", (about,))]


@pytest.mark.parametrize(
    ("item", "date"),
    [
        (session(start="1:59", minutes=60), AUTUMN),
        (session(start="3:00", minutes=10), AUTUMN),
        (session(start="2:30", minutes=10), date(2024, 9, 30)),
        (session(start="2:30", minutes=10), TBD),
    ],
)
def test_time_shown_once_is_accepted(item, date):
    assert found(conference(day(item, date=date))) == []


def test_time_shown_twice_says_which_is_meant():
    (finding,) = Ends().check(conference(day(session(start="1:00", end="2:30"), date=AUTUMN)))

    assert finding.message == (
        'session "2024-10-27/1" on Sunday, 27 October at 01:00: '
        "the clocks show 02:30 twice, the first is meant"
    )
