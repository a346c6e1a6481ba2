from programkit.model.base import TBD
from programkit.model.venue import Room
from programkit.rules import DEFAULT_RULES, Interests, RoomCapacity
from programkit.solving import solve
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


def test_worst_lack_is_the_only_one_that_counts_if_told_so():
    conference = morning(
        talk("a", audience=103), talk("b", audience=110), talk("c", audience=110), rooms=ROOMS
    )
    program = placed(conference, a="s/1", b="s/2", c="s/3")

    assert found(RoomCapacity(worst=True), program) == [("soft", 10, ("b", "hall"))]


def test_worst_lack_is_hard_where_any_is():
    assert given(101, rule=RoomCapacity(worst=True, level="hard")) == [("hard", 0, ("a", "hall"))]


def test_solver_spreads_the_lack_evenly_if_told_so():
    rooms = (
        Room(id="hall", name="Hall", capacity=100),
        Room(id="attic", name="Attic", capacity=60),
    )
    conference = morning(talk("a", audience=107), talk("b", audience=66), rooms=rooms)
    rules = [r for r in DEFAULT_RULES if not isinstance(r, Interests)]

    result = solve(conference, rules=[*rules, RoomCapacity(worst=True)])

    assert (result.cost, result.bound) == (7, 7)
