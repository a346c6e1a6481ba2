from programkit.model.base import TBD
from programkit.model.days import Day, Session
from programkit.model.venue import Room
from programkit.rules import RoomAvailable
from tiny import attic_session, between, clock, found, hall_session, morning, placed, talk


def open_until(hours, minutes=0):
    hall = Room(id="hall", name="Hall", available=(between(clock(8), clock(hours, minutes)),))
    return (hall, Room(id="attic", name="Attic"))


def test_talk_that_ends_as_the_room_closes_is_fine():
    conference = morning(talk("a"), rooms=open_until(9, 30))

    assert found(RoomAvailable(), placed(conference, a="s/1")) == []


def test_talk_that_starts_as_the_room_closes_is_not():
    conference = morning(talk("a"), rooms=open_until(9, 30))

    assert found(RoomAvailable(), placed(conference, a="s/2")) == [("hard", 0, ("hall", "a"))]


def test_room_without_hours_is_always_available():
    conference = morning(talk("a"), rooms=open_until(8, 30))

    assert found(RoomAvailable(), placed(conference, a="p/1")) == []


def test_hours_that_touch_count_as_one():
    hours = (between(clock(8), clock(9, 15)), between(clock(9, 15), clock(10)))
    rooms = (Room(id="hall", name="Hall", available=hours), Room(id="attic", name="Attic"))

    assert found(RoomAvailable(), placed(morning(talk("a"), rooms=rooms), a="s/1")) == []


def test_session_without_slots_needs_its_room():
    posters = Session(id="posters", room="hall", start=9 * 60, minutes=60)
    conference = morning(items=(posters,), rooms=open_until(9, 30))

    assert found(RoomAvailable(), placed(conference)) == [("hard", 0, ("hall", "posters"))]


def test_session_in_an_unknown_room_needs_none():
    items = (hall_session(room=TBD), attic_session())
    conference = morning(talk("a"), items=items, rooms=open_until(8, 30))

    assert found(RoomAvailable(), placed(conference, a="s/1")) == []


def test_day_of_unknown_date_is_never_outside_the_hours():
    days = (Day(date=TBD, items=(hall_session(),)),)

    assert (
        found(
            RoomAvailable(), placed(morning(talk("a"), days=days, rooms=open_until(8, 30)), a="s/1")
        )
        == []
    )


def test_message_says_when_the_room_is_available():
    conference = morning(talk("a"), rooms=open_until(9, 30))
    (finding,) = RoomAvailable().check(placed(conference, a="s/2"))

    assert finding.message == (
        'Hall is not available for talk "a" (A) Wed 1 May 09:30, only Wed 1 May 08:00–09:30'
    )
