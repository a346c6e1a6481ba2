"""Tests of uneven breaks and of long stretches without one."""

import pytest

from programkit.checks.pauses import Pauses
from programkit.model.venue import Room
from small import MONDAY, TUESDAY, conference, day, one_day, pause, session, slot, talks

DEFAULT = Pauses()
ROOMS = (Room(id="a", name="Aula"), Room(id="b", name="Bar"))


def found(*items, check=DEFAULT, **facts):
    return [f.message for f in check.check(one_day(*items, **facts))]


def stretch(start, end, minutes, where=""):
    return (
        f"on Monday, 30 September{where} the program goes on from {start} to {end}, "
        f"{minutes} minutes, without a break"
    )


def uneven(kind, *lengths):
    told = " or ".join(f"{minutes} minutes ({times} times)" for minutes, times in lengths)
    return [f'breaks of the kind "{kind}" take {told}']


def test_breaks_of_one_length_are_even():
    assert found(pause(start="10:00", minutes=30), pause(start="15:00", minutes=30)) == []


def test_breaks_of_one_kind_and_two_lengths_are_uneven():
    items = [pause("Tea", start="10:00", minutes=10), pause(start="15:00", minutes=30)]

    assert found(*items) == uneven("coffee", (30, 1), (10, 1))


def test_breaks_of_two_kinds_may_differ():
    items = [pause(start="10:00", minutes=10), pause(kind="lunch", start="15:00", minutes=90)]

    assert found(*items) == []


@pytest.mark.parametrize("kind", ["break", "social"])
def test_breaks_of_no_particular_kind_are_compared_by_title(kind):
    coffee = [pause("Coffee", kind, start="10:00", minutes=10)]
    lunch = pause("Lunch", kind, start="12:00", minutes=90)
    again = pause("COFFEE", kind, start="15:00", minutes=20)

    assert found(*coffee, lunch) == []
    assert found(*coffee, lunch, again) == uneven("coffee", (20, 1), (10, 1))


def test_breaks_of_unknown_length_are_not_compared():
    items = [pause(start="10:00", minutes=10), pause(start="TBD"), pause(start="15:00")]

    assert found(*items) == []


def test_uneven_breaks_are_all_named():
    days = [
        day(pause(start="10:00", minutes=30), pause(start="15:00", minutes=10), date=date)
        for date in (MONDAY, TUESDAY)
    ]
    (finding,) = Pauses().check(conference(*days))

    assert finding.about == (
        "2024-09-30/break-1",
        "2024-10-01/break-1",
        "2024-09-30/break-2",
        "2024-10-01/break-2",
    )


@pytest.mark.parametrize(
    ("minutes", "messages"), [(120, []), (121, [stretch("08:30", "10:31", 121)])]
)
def test_stretch_may_be_two_hours_long(minutes, messages):
    assert found(session(start="8:30", minutes=minutes)) == messages


def test_stretch_may_be_as_long_as_the_caller_says():
    assert found(session(start="8:30", minutes=120), check=Pauses(longest=90)) == [
        stretch("08:30", "10:30", 120)
    ]


def test_stretch_runs_through_sessions_that_touch():
    items = [session(start="8:30", minutes=80), session(start="9:50", minutes=80)]

    assert found(*items) == [stretch("08:30", "11:10", 160)]


@pytest.mark.parametrize(
    ("start", "messages"), [("9:59", [stretch("08:30", "10:59", 149)]), ("10:00", [])]
)
def test_change_of_speaker_is_no_break(start, messages):
    first, second = slot("8:30", minutes=80), slot(start, minutes=60)

    assert found(session(first, second)) == messages


def test_stretch_is_counted_in_each_room():
    items = [
        session(start="8:30", minutes=130, room="a"),
        session(start="8:30", minutes=70, room="b"),
        session(start="9:50", minutes=60, room="b"),
    ]

    assert found(*items, rooms=ROOMS) == [stretch("08:30", "10:40", 130, " in Aula")]


def test_stretch_in_unknown_room_names_none():
    assert found(session(start="8:30", minutes=130), rooms=ROOMS) == [
        stretch("08:30", "10:40", 130)
    ]


@pytest.mark.parametrize("kind", ["posters", "social"])
def test_who_strolls_needs_no_break(kind):
    assert found(session(start="8:30", minutes=180, kind=kind)) == []


def test_session_without_time_is_no_stretch():
    assert found(session(slot(minutes=180), start="TBD")) == []


def test_open_end_is_taken_to_be_as_long_as_usual():
    items = session(slot("8:30", minutes=50), slot(minutes=50), slot())

    assert found(items) == [stretch("08:30", "about 11:00", 150)]


def test_open_end_is_taken_to_be_as_long_as_the_conference_says():
    items = session(slot("8:30", minutes=100), slot())

    assert found(items, minutes=40) == [stretch("08:30", "about 10:50", 140)]


def test_open_end_is_taken_to_be_as_long_as_its_talk():
    items = session(slot("8:30", minutes=50), slot(talk="k"))

    assert found(items, talks=talks("k", minutes=90)) == [stretch("08:30", "about 10:50", 140)]


def test_open_end_alone_is_a_minute():
    assert found(session(start="8:30")) == []
