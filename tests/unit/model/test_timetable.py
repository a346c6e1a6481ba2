"""Tests of look-ups in a timetable."""

from programkit.model.timetable import TimedBreak, TimedMarker, TimedSession
from programkit.model.venue import Room
from small import TUESDAY, conference, day, marker, pause, session, slot

FACTS = conference(
    day(session(slot("8:30", minutes=10)), pause(start="9:00"), marker("10:00")),
    day(session(slot("8:30", minutes=10), slot(minutes=10)), date=TUESDAY),
    sessions=(session(slot(minutes=10)),),
)


def test_items_are_those_of_all_days():
    kinds = [type(item) for item in FACTS.timetable.items]

    assert kinds == [TimedSession, TimedBreak, TimedMarker, TimedSession]


def test_sessions_are_in_order_those_without_a_day_last():
    assert list(FACTS.timetable.sessions) == ["2024-09-30/1", "2024-10-01/1", "session-1"]


def test_slots_know_their_session_and_position():
    assert {i: (s.session, s.index, s.day) for i, s in FACTS.timetable.slots.items()} == {
        "2024-09-30/1/1": ("2024-09-30/1", 0, 0),
        "2024-10-01/1/1": ("2024-10-01/1", 0, 1),
        "2024-10-01/1/2": ("2024-10-01/1", 1, 1),
        "session-1/1": ("session-1", 0, None),
    }


def test_blocks_are_sessions_at_one_time_that_may_hold_talks():
    facts = conference(
        day(
            session(slot("9:00", minutes=10), id="b", room="hall"),
            session(id="posters", start="8:00", minutes=30, room="hall"),
            session(slot("8:00", minutes=10), id="a", room="hall"),
            session(slot("9:00", minutes=10), id="c", room="attic"),
        ),
        sessions=(session(slot(minutes=10), id="floating"),),
        rooms=(Room(id="hall", name="Hall"), Room(id="attic", name="Attic")),
    )
    blocks = [[s.id for s in block] for block in facts.timetable.blocks]

    assert blocks == [["a"], ["b", "c"]]


def test_breaks_are_the_pauses_of_all_days():
    assert [item.id for item in FACTS.timetable.breaks] == ["2024-09-30/break-1"]
