from programkit.model.base import TBD
from programkit.model.venue import Room
from programkit.rules import RoomCapacity
from tiny import attic_session, found, hall_session, morning, placed, talk

ROOMS = (Room(id="hall", name="Hall", capacity=100), Room(id="attic", name="Attic"))


def given(audience, where="s/1", rule=None, **facts):
    conference = morning(talk("a", audience=audience), rooms=ROOMS, **facts)
    return found(rule or RoomCapacity(weight=2), placed(conference, a=where))


def test_audience_that_just_fits_costs_nothing():
    assert given(100) == []


def test_each_seat_missing_costs():
    assert given(103) == [("soft", 6, ("a", "hall"))]


def test_missing_seats_may_be_hard():
    assert given(101, rule=RoomCapacity(level="hard")) == [("hard", 0, ("a", "hall"))]


def test_room_without_a_capacity_has_enough():
    assert given(1000, "p/1") == []


def test_talk_without_an_audience_needs_no_seats():
    assert given(None) == []


def test_unknown_room_violates_nothing():
    assert given(1000, items=(hall_session(room=TBD), attic_session())) == []


def test_message_says_both_numbers():
    conference = morning(talk("a", audience=103), rooms=ROOMS)
    (finding,) = RoomCapacity().check(placed(conference, a="s/1"))

    assert finding.message == 'talk "a" (A) Wed 1 May 09:00 expects 103 people, Hall has 100 seats'
