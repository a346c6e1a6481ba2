from datetime import date

import pytest

from programkit.model.base import TBD
from programkit.model.days import Block, Break, Day, Marker, Session, Slot
from programkit.model.starts import MOST, seekers
from programkit.model.timetable import TimedSession
from tiny import hall_session, morning

END = Marker(title="End", start=12 * 60)


def session(**facts):
    return Session(**{"id": "x", "start": TBD, "minutes": 60, **facts})


def day(*items, **facts):
    return Day(**{"date": date(2030, 5, 1), "items": items, **facts})


def found(*items, sessions=(), days=None):
    """For each that seeks a time: who it is, when it may start on the clocks, or what is wrong."""
    conference = morning(days=days or (day(*items),), sessions=sessions)
    return [
        (
            [session.id for session in seeker.sessions],
            [f"{s.astimezone(conference.zone):%d %H:%M}" for s in seeker.starts] or seeker.fault,
        )
        for seeker in seekers(conference)
    ]


def test_session_starts_when_something_begins_or_ends():
    assert found(hall_session(), session(), END) == [
        (["x"], ["01 09:00", "01 09:30", "01 10:00", "01 10:30", "01 11:00"])
    ]


def test_session_ends_when_something_begins_or_ends():
    assert found(hall_session(), session(minutes=80), END) == [
        (["x"], ["01 09:00", "01 09:10", "01 10:20", "01 10:30", "01 10:40"])
    ]


def test_length_is_that_of_slots():
    slots = (Slot(minutes=60), Slot(minutes=80))

    assert found(hall_session(), session(minutes=None, slots=slots), END) == [
        (["x"], ["01 09:00", "01 09:40"])
    ]


def test_session_is_never_beside_the_day():
    assert found(hall_session(), session(minutes=120)) == [
        (["x"], "no time of 120 min lies between things whose times are known")
    ]


@pytest.mark.parametrize(
    "facts",
    [
        {"minutes": None},
        {"minutes": None, "end": 11 * 60},
        {"minutes": None, "slots": (Slot(minutes=30), Slot())},
        {"minutes": None, "slots": (Slot(start=TBD, minutes=30),)},
        {"minutes": 60, "slots": (Slot(minutes=30), Slot(start=TBD, minutes=30))},
    ],
)
def test_session_of_unknown_length_finds_no_time(facts):
    assert found(hall_session(), session(**facts), END) == [(["x"], "nothing says how long it is")]


def test_day_without_a_date_has_no_times():
    assert found(days=(day(hall_session(), session(), date=TBD),)) == [
        (["x"], "its day has not a date")
    ]
    assert found(days=(day(hall_session(), date=TBD),), sessions=(session(),)) == [
        (["x"], "no day has a date")
    ]


def test_session_without_a_day_starts_on_any():
    days = (
        day(hall_session()),
        day(hall_session(id="t", start=14 * 60), date=date(2030, 5, 2)),
        day(date=date(2030, 5, 3)),
    )

    assert found(days=days, sessions=(session(minutes=80),)) == [
        (["x"], ["01 09:00", "01 09:10", "02 14:00", "02 14:10"])
    ]


def test_time_of_day_without_a_day_is_kept():
    days = (day(), day(date=date(2030, 5, 2)))

    assert found(days=days, sessions=(session(start=17 * 60, minutes=None),)) == [
        (["x"], ["01 17:00", "02 17:00"])
    ]


def test_time_of_day_that_clocks_skip_is_left_out():
    days = (day(date=date(2030, 3, 30)), day(date=date(2030, 3, 31)))

    assert found(days=days, sessions=(session(start=2 * 60 + 30),)) == [(["x"], ["30 02:30"])]


def test_sessions_that_seek_may_follow_each_other():
    items = (hall_session(), session(), session(id="y", minutes=40), END)
    starts = ["01 10:30", "01 10:40", "01 10:50", "01 11:00", "01 11:10", "01 11:20"]

    late = [start for start in found(*items)[1][1] if start >= "01 10:30"]
    assert late == starts


def test_sessions_of_a_block_start_together():
    block = Block(id="b", start=TBD, rooms=("hall", "attic"), slots=(Slot(minutes=60),))

    assert [who for who, _ in found(hall_session(), block, END)] == [["b@hall", "b@attic"]]


def test_session_that_follows_another_has_its_time_from_it():
    follower = Session(id="y", minutes=30)
    block = Block(id="b", rooms=("hall", "attic"), slots=(Slot(minutes=60),))

    assert [who for who, _ in found(hall_session(), session(), follower, block, END)] == [["x"]]


def test_first_session_of_a_day_without_a_start_seeks_one():
    assert [who for who, _ in found(Session(id="y", minutes=30), Break(title="B", start=600))] == [
        ["y"]
    ]


def test_two_sessions_in_a_row_seek_apart():
    items = (hall_session(), session(), session(id="y"), END)

    assert [who for who, _ in found(*items)] == [["x"], ["y"]]


def test_number_of_moments_is_bounded():
    items = (hall_session(start=0), session(minutes=7), Marker(title="End", start=24 * 60))
    ((_, starts),) = found(*items)

    assert len(starts) <= 2 * MOST


def test_times_given_lay_the_session_out():
    facts = morning(days=(day(hall_session(), session(minutes=30), Session(id="y", minutes=30)),))
    start = facts.timetable.sessions["s"].interval.last
    timed = facts.replace(times={"x": start}).timetable.sessions

    assert timed["x"].interval.first == start
    assert timed["y"].interval.first == timed["x"].interval.last
    assert isinstance(timed["x"], TimedSession)


def test_times_are_no_facts_and_reach_readers():
    facts = morning(days=(day(hall_session(), session(minutes=30)),))
    start = facts.timetable.sessions["s"].interval.last
    timed = facts.replace(times={"x": start})

    assert timed.digest == facts.digest
    assert timed.public().timetable.sessions["x"].interval.first == start
