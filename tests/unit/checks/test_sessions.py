"""Tests of what sessions leave open."""

from programkit.checks.sessions import Sessions
from programkit.model.venue import Room
from small import conference, day, one_day, session, slot, talks

ONE = (Room(id="a", name="A"),)
TWO = (*ONE, Room(id="b", name="B"))


def found(facts):
    return [(f.code, f.level.value, f.about) for f in Sessions().check(facts)]


def test_session_in_the_only_room_is_accepted():
    assert found(one_day(session(start="8:30"), rooms=ONE)) == []


def test_no_room_at_all_is_a_note():
    assert found(one_day(session(start="8:30"))) == [("room-missing", "note", ())]


def test_conference_without_sessions_needs_no_room():
    assert found(conference(day())) == []


def test_session_in_one_of_several_rooms_must_say_which():
    items = session(start="8:30", room="b"), session(start="9:30")

    assert found(one_day(*items, rooms=TWO)) == [("room-missing", "soft", ("2024-09-30/2",))]


def test_chair_is_missed_only_where_one_is_sought():
    items = session(start="8:30"), session(start="9:30", chairs="TBD")

    assert found(one_day(*items, rooms=ONE)) == [("chair-missing", "soft", ("2024-09-30/2",))]


def test_session_without_time_is_reported():
    facts = conference(day(session(start="TBD")), sessions=(session(),), rooms=ONE)

    assert found(facts) == [
        ("time-missing", "soft", ("2024-09-30/1",)),
        ("time-missing", "soft", ("session-1",)),
    ]


def test_finding_names_session_and_remedy():
    (finding,) = Sessions().check(one_day(session(start="8:30", title="Opening"), rooms=TWO))

    assert (finding.message, finding.remedy) == (
        'session "2024-09-30/1" (Opening) on Monday, 30 September at 08:30 has no room',
        "add room:, or let solve find it",
    )


def test_slots_of_a_session_follow_each_other():
    touching = session(slot(510, "a", minutes=30), slot(540, "b", minutes=30))
    unknown = session(slot(None, "c"), slot(None, "d"))

    assert found(one_day(touching, unknown, rooms=ONE, talks=talks(*"abcd"))) == []


def test_slots_of_a_session_that_overlap_are_reported():
    items = session(slot(530, "a", minutes=30), slot(540, "b", minutes=30), slot(600))
    (finding,) = Sessions().check(one_day(items, rooms=ONE, talks=talks(*"ab")))

    assert (finding.level.value, finding.about) == ("hard", ("2024-09-30/1/1", "2024-09-30/1/2"))
    assert finding.message == (
        'talk "a" (A) on Monday, 30 September at 08:50 is not over when '
        'talk "b" (B) on Monday, 30 September at 09:00 begins, in the same session'
    )
    assert finding.remedy == "correct the times, or put one into a session in another room"
