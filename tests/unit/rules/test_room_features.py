from programkit.model.base import TBD
from programkit.model.venue import Room
from programkit.rules import RoomFeatures
from tiny import attic_session, found, hall_session, morning, placed, talk

ROOMS = (
    Room(id="hall", name="Hall", features=("organ", "projector")),
    Room(id="attic", name="Attic", features=("projector",)),
)


def given(where, *needs, **facts):
    conference = morning(talk("a", needs=needs), rooms=ROOMS, **facts)
    return found(RoomFeatures(), placed(conference, a=where))


def test_room_with_more_than_needed_is_fine():
    assert given("s/1", "organ") == []


def test_room_without_one_of_the_needs_is_not():
    assert given("p/1", "organ", "projector") == [("hard", 0, ("a", "attic"))]


def test_talk_without_needs_is_fine_anywhere():
    assert given("p/1") == []


def test_unknown_room_violates_nothing():
    assert given("s/1", "pool", items=(hall_session(room=TBD), attic_session())) == []


def test_message_says_what_is_missing():
    conference = morning(talk("a", needs=("organ", "pool")), rooms=ROOMS)
    (finding,) = RoomFeatures().check(placed(conference, a="p/1"))

    assert finding.message == 'Attic has no organ and no pool for talk "a" (A) Wed 1 May 09:30'
