"""Tests of days laid on the line of time. Clocks in Zagreb are two hours ahead of UTC here."""

from datetime import date

import pytest

from programkit.errors import ConferenceError
from programkit.model.base import TBD
from programkit.model.days import Block
from programkit.model.program import Program, SessionDecision
from programkit.model.venue import Room
from small import (
    MONDAY,
    TUESDAY,
    conference,
    day,
    marker,
    moment,
    one_day,
    pause,
    session,
    slot,
    span,
)

ROOMS = (Room(id="a", name="A"), Room(id="b", name="B"), Room(id="c", name="C"))
SPRING = date(2024, 3, 31)
AUTUMN = date(2024, 10, 27)


def times(facts, *, open_ends=False):
    """Everything in a conference with its interval, days left out, as ``08:30-09:20``."""
    parts = {}
    for item in facts.timetable.items:
        for part in (item, *getattr(item, "slots", ())):
            both = span(part.interval)
            told = None if both is None else "-".join(moment[11:] for moment in both)
            parts[part.id.removeprefix("2024-09-30/")] = (
                (told, part.open_end) if open_ends else told
            )
    return parts


def faults(build):
    with pytest.raises(ConferenceError) as caught:
        build()
    return [(fault.message, fault.path) for fault in caught.value.faults]


def test_ids_are_by_day_and_position():
    block = Block(
        rooms=("a", "b"), start="12:00", slots=(slot(minutes=10), slot(minutes=10, id="x"))
    )
    facts = one_day(
        session(slot("8:30", minutes=50)),
        pause(start="9:20", minutes=10),
        session(slot("9:30", minutes=50), id="mine"),
        block,
        pause(start="13:00", minutes=10),
        marker("14:00"),
        rooms=ROOMS,
    )

    assert list(times(facts)) == [
        "1", "1/1", "break-1", "mine", "mine/1",
        "3@a", "3@a/1", "x@a", "3@b", "3@b/1", "x@b",
        "break-2", "marker-1",
    ]  # fmt: skip


def test_days_without_date_are_numbered():
    assert [d.id for d in conference(day(date=TBD), day(), day(id="last")).timetable.days] == [
        "day-1",
        "2024-09-30",
        "last",
    ]


def test_slot_ends_when_the_next_one_starts():
    facts = one_day(session(slot("8:30"), slot("9:20"), end="10:10"))

    assert times(facts) == {"1": "06:30-08:10", "1/1": "06:30-07:20", "1/2": "07:20-08:10"}


def test_slot_starts_when_the_one_before_ends():
    facts = one_day(session(slot("8:30", minutes=50), slot(end="10:00"), slot(minutes=5)))

    assert times(facts) == {
        "1": "06:30-08:05",
        "1/1": "06:30-07:20",
        "1/2": "07:20-08:00",
        "1/3": "08:00-08:05",
    }


def test_slots_start_with_their_session():
    facts = one_day(session(slot(minutes=50), start="8:30", minutes=60))

    assert times(facts) == {"1": "06:30-07:30", "1/1": "06:30-07:20"}


def test_session_lasts_at_least_as_long_as_its_slots():
    slots = slot("8:30", minutes=50), slot("9:30", minutes=50)

    assert times(one_day(session(*slots)))["1"] == "06:30-08:20"
    assert times(one_day(session(*slots, minutes=10)))["1"] == "06:30-08:20"


def test_session_may_be_longer_than_its_slots():
    slots = slot("8:30", minutes=50), slot("9:30", minutes=50)

    assert times(one_day(session(*slots, start="8:20")))["1"] == "06:20-08:20"
    assert times(one_day(session(*slots, start="8:20", end="10:45")))["1"] == "06:20-08:45"


def test_last_slot_ends_when_the_next_item_starts():
    facts = one_day(session(slot("8:30")), pause(start="9:20"), marker("9:50"))

    assert times(facts) == {
        "1": "06:30-07:20",
        "1/1": "06:30-07:20",
        "break-1": "07:20-07:50",
        "marker-1": "07:50-07:50",
    }


def test_items_start_when_the_one_before_ends():
    facts = one_day(
        session(start="8:30", minutes=60), pause(minutes=30), marker(None), session(minutes=15)
    )

    assert times(facts) == {
        "1": "06:30-07:30",
        "break-1": "07:30-08:00",
        "marker-1": "08:00-08:00",
        "2": "08:00-08:15",
    }


def test_end_of_parallel_session_is_the_next_later_start():
    facts = one_day(
        session(start="8:30", room="a"), session(start="8:30", room="b"), pause(start="9:30"),
        rooms=ROOMS,
    )  # fmt: skip

    assert (times(facts)["1"], times(facts)["2"]) == ("06:30-07:30", "06:30-07:30")


def test_block_is_at_the_same_time_in_each_room():
    block = Block(rooms=("a", "b"), minutes=60)
    facts = one_day(session(start="8:30", minutes=30), block, pause(minutes=10), rooms=ROOMS)

    assert times(facts) == {
        "1": "06:30-07:00",
        "2@a": "07:00-08:00",
        "2@b": "07:00-08:00",
        "break-1": "08:00-08:10",
    }
    assert [s.room for s in facts.timetable.sessions.values()] == [TBD, "a", "b"]


def test_block_hands_its_facts_to_each_session():
    block = Block(rooms=("a",), title="Talks", chairs="TBD", start="8:30", minutes=60)
    (timed,) = one_day(block, rooms=ROOMS).timetable.sessions.values()

    assert (timed.session.title, timed.session.chairs, timed.session.room) == ("Talks", TBD, "a")


def test_last_item_has_an_open_end_of_one_minute():
    facts = one_day(session(slot("8:30", minutes=50), slot("9:20")), pause(start="18:30"))
    alone = one_day(session(slot("8:30", minutes=50), slot("9:20")))

    assert times(facts, open_ends=True)["break-1"] == ("16:30-16:31", True)
    assert times(alone, open_ends=True) == {
        "1": ("06:30-07:21", True),
        "1/1": ("06:30-07:20", False),
        "1/2": ("07:20-07:21", True),
    }


def test_session_with_known_slots_is_not_open():
    facts = one_day(session(slot("8:30", minutes=50)))

    assert times(facts, open_ends=True)["1"] == ("06:30-07:20", False)


def test_what_follows_an_open_end_has_no_start_of_its_own():
    facts = one_day(session(start="8:30"), session(minutes=10))

    assert times(facts, open_ends=True) == {"1": ("06:30-06:31", True), "2": (None, False)}


def test_slots_after_an_open_end_have_no_time():
    facts = one_day(session(slot("8:30"), slot(), slot("9:30", minutes=10)))

    assert times(facts) == {
        "1": "06:30-07:40",
        "1/1": "06:30-07:30",
        "1/2": None,
        "1/3": "07:30-07:40",
    }


def test_unknown_start_is_no_time_for_what_follows():
    facts = one_day(
        session(slot(minutes=10), start="TBD"),
        pause(start="TBD"),
        marker("TBD"),
        session(minutes=5),
    )

    assert times(facts) == {
        "1": None, "1/1": None, "break-1": None, "marker-1": None, "2": None,
    }  # fmt: skip


def test_unknown_start_of_slot_is_known_neither_for_the_next():
    facts = one_day(session(slot("TBD", minutes=5), slot(minutes=5), start="8:30", minutes=60))

    assert times(facts) == {"1": "06:30-07:30", "1/1": None, "1/2": None}


def test_night_after_belongs_to_the_day():
    facts = one_day(
        session(slot("23:00", end="0:30"), slot("0:30", minutes=30)), pause(start="25:00")
    )

    assert {item.id: span(item.interval) for item in facts.timetable.slots.values()} == {
        "2024-09-30/1/1": ("2024-09-30 21:00", "2024-09-30 22:30"),
        "2024-09-30/1/2": ("2024-09-30 22:30", "2024-09-30 23:00"),
    }
    assert times(facts)["break-1"] == "23:00-23:01"


def test_first_slot_after_midnight_belongs_to_its_session():
    facts = one_day(session(slot("0:15", minutes=30), start="23:30"))

    assert [span(item.interval) for item in facts.timetable.slots.values()] == [
        ("2024-09-30 22:15", "2024-09-30 22:45")
    ]
    assert times(facts)["1"] == "21:30-22:45"


def test_end_long_before_start_is_a_fault():
    found = faults(lambda: one_day(session(start="10:00", end="9:00")))

    message = "09:00 is before 10:00, which comes first"
    assert found == [(message, ("days", 0, "items", 0, "end"))]


def test_every_time_out_of_order_is_one_fault():
    found = faults(
        lambda: one_day(
            session(slot("10:00"), slot("9:00"), slot("9:30")), pause(start="12:00", end="11:00")
        )
    )

    assert found == [
        ("09:00 is before 10:00, which comes first", ("days", 0, "items", 0, "slots", 1, "start")),
        ("09:30 is before 10:00, which comes first", ("days", 0, "items", 0, "slots", 2, "start")),
        ("11:00 is before 12:00, which comes first", ("days", 0, "items", 1, "end")),
    ]


def test_undated_times_out_of_order_are_told_as_written():
    found = faults(lambda: conference(day(session(start="10:00", end="9:00"), date=TBD)))

    assert found[0][0] == "09:00 is before 10:00, which comes first"


def test_skipped_time_is_a_fault():
    found = faults(lambda: conference(day(session(start="2:30", minutes=10), date=SPRING)))

    message = "02:30 does not exist on 2024-03-31 in Europe/Zagreb"
    assert found == [(message, ("days", 0, "items", 0, "start"))]


def test_skipped_end_is_a_fault():
    found = faults(lambda: conference(day(session(start="1:30", end="2:30"), date=SPRING)))

    assert [path for _, path in found] == [("days", 0, "items", 0, "end")]


def test_repeated_time_is_the_first_of_the_two():
    facts = conference(day(session(start="2:30", minutes=90), pause(minutes=10), date=AUTUMN))

    assert [span(item.interval) for item in facts.timetable.items] == [
        ("2024-10-27 00:30", "2024-10-27 02:00"),
        ("2024-10-27 02:00", "2024-10-27 02:10"),
    ]


def test_end_written_after_the_change_counts_the_repeated_hour():
    facts = conference(day(session(start="1:00", end="4:00"), date=AUTUMN))

    (timed,) = facts.timetable.items
    assert timed.interval.minutes == 240


def test_undated_days_keep_their_order_and_meet_nothing():
    night = session(start="23:00", end="24:30")
    facts = conference(
        day(night, date=TBD), day(session(start="0:00", minutes=10), date=TBD), day(night)
    )
    first, second, dated = (item.interval for item in facts.timetable.items)

    assert first.before(second)
    assert second.before(dated)


def test_only_room_goes_without_saying():
    one = one_day(session(), rooms=ROOMS[:1]).timetable.sessions["2024-09-30/1"]
    none = one_day(session()).timetable.sessions["2024-09-30/1"]
    several = one_day(session(), rooms=ROOMS).timetable.sessions["2024-09-30/1"]

    assert (one.room, none.room, several.room) == ("a", "", TBD)


@pytest.mark.parametrize(
    ("facts", "closed"),
    [
        ({}, ()),
        ({"plenary": True}, ("b", "c")),
        ({"plenary": True, "closes": ("a", "c")}, ("c",)),
        ({"closes": ("c",)}, ()),
    ],
)
def test_plenary_closes_other_rooms(facts, closed):
    timed = one_day(session(room="a", **facts), rooms=ROOMS).timetable.sessions["2024-09-30/1"]

    assert timed.closes == closed


@pytest.mark.parametrize(
    ("rooms", "named", "closed"),
    [((), (), ("",)), (ROOMS, (), ("a", "b", "c")), (ROOMS, ("b",), ("b",))],
)
def test_break_closes_rooms(rooms, named, closed):
    (timed,) = one_day(pause(start="10:00", closes=named), rooms=rooms).timetable.breaks

    assert timed.closes == closed


FLOATING = session(slot(minutes=30), slot(minutes=30))


def test_session_without_day_has_no_time():
    loose = session(slot("9:00", minutes=30), start="9:00")
    facts = conference(day(), sessions=(FLOATING, loose.replace(id="mine")))

    assert [(s.id, s.day, s.interval) for s in facts.timetable.floating] == [
        ("session-1", None, None),
        ("mine", None, None),
    ]
    assert [(s.id, s.day, s.interval) for s in facts.timetable.slots.values()] == [
        ("session-1/1", None, None),
        ("session-1/2", None, None),
        ("mine/1", None, None),
    ]


def decided(facts, **decision):
    return Program(conference=facts, sessions=(SessionDecision(**decision),)).timetable


def test_session_decided_onto_a_day_is_put_in_order():
    first, last = session(start="8:00", minutes=30), session(start="11:00", minutes=30)
    unknown = pause(start="TBD")
    facts = conference(day(date=TUESDAY), day(first, last, unknown), sessions=(FLOATING,))
    timetable = decided(facts, session="session-1", start=moment("2024-09-30 07:00"))

    assert timetable.floating == ()
    assert [item.id for item in timetable.days[1].items] == [
        "2024-09-30/1",
        "session-1",
        "2024-09-30/2",
        "2024-09-30/break-1",
    ]
    assert [(s.day, span(s.interval)) for s in timetable.sessions["session-1"].slots] == [
        (1, ("2024-09-30 07:00", "2024-09-30 07:30")),
        (1, ("2024-09-30 07:30", "2024-09-30 08:00")),
    ]


def test_times_of_session_decided_onto_a_day_are_of_that_day():
    loose = session(slot("9:00", minutes=30), slot("9:40", minutes=30))
    facts = conference(day(), sessions=(loose,))
    timetable = decided(facts, session="session-1", start=moment("2024-09-30 07:00"))

    assert span(timetable.sessions["session-1"].interval) == (
        "2024-09-30 07:00",
        "2024-09-30 08:10",
    )


def test_session_decided_onto_no_day_stays_without():
    facts = conference(day(), sessions=(FLOATING,))
    timetable = decided(facts, session="session-1", start=moment("2025-01-01 07:00"))

    assert [s.id for s in timetable.floating] == ["session-1"]


def test_decision_fills_what_the_facts_leave_open():
    open_session = session(start="8:30", minutes=30, chairs="TBD", track="TBD")
    facts = one_day(
        open_session,
        rooms=ROOMS,
        people=[{"id": "lu", "name": "Lu"}],
        tracks=[{"id": "t", "name": "T"}],
    )
    timed = decided(facts, session="2024-09-30/1", room="b", chairs=("lu",), track="t").sessions[
        "2024-09-30/1"
    ]

    assert (timed.room, timed.session.chairs, timed.session.track) == ("b", ("lu",), "t")


def test_decision_does_not_change_what_the_facts_say():
    told = session(start="8:30", minutes=30, room="a")
    facts = one_day(told, rooms=ROOMS, people=[{"id": "lu", "name": "Lu"}])
    timed = decided(
        facts,
        session="2024-09-30/1",
        room="b",
        chairs=("lu",),
        start=moment("2024-09-30 12:00"),
    ).sessions["2024-09-30/1"]

    assert (timed.room, timed.session.chairs) == ("a", ())
    assert span(timed.interval) == ("2024-09-30 06:30", "2024-09-30 07:00")


def test_decided_start_times_a_session_of_a_day():
    facts = one_day(session(slot(minutes=30), start="TBD"))
    timetable = decided(facts, session="2024-09-30/1", start=moment("2024-09-30 07:00"))

    assert span(timetable.slots["2024-09-30/1/1"].interval) == (
        "2024-09-30 07:00",
        "2024-09-30 07:30",
    )


def test_monday_is_what_the_tests_say():
    assert MONDAY.isoformat() == "2024-09-30"


def test_slot_ending_before_it_starts_is_one_fault():
    found = faults(lambda: one_day(session(slot("10:00", end="9:00"), slot())))

    message = "09:00 is before 10:00, which comes first"
    assert found == [(message, ("days", 0, "items", 0, "slots", 0, "end"))]
