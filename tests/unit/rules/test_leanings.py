"""What rules say of single talks, for a first look from afar."""

from programkit.model.contributions import Track
from programkit.model.leaning import Leaning
from programkit.model.people import Person
from programkit.model.venue import Room
from programkit.rules import (
    Interests,
    OneTrack,
    RoomCapacity,
    RoomFeatures,
    Rooms,
    SpeakerAvailable,
    Times,
    TrackRoom,
)
from programkit.rules.base import HEAVIEST
from tiny import between, clock, morning, talk

EARLY, LATE = between(clock(9), clock(10)), between(clock(10), clock(11))
FACTS = {
    "rooms": (
        Room(id="hall", name="Hall", capacity=100, features=("organ",)),
        Room(id="attic", name="Attic", capacity=30),
    ),
    "tracks": (Track(id="t", name="T"),),
    "people": (
        Person(id="ada", name="Ada", available=(EARLY,)),
        Person(id="bo", name="Bo", available=(LATE,)),
        Person(id="cy", name="Cy"),
    ),
}


def leanings(rule, *talks):
    return dict(rule.leanings(morning(*talks, **FACTS)))


def test_rule_that_knows_nothing_says_nothing():
    assert leanings(Interests(), talk("a")) == {}


def test_needs_are_rooms():
    said = leanings(RoomFeatures(), talk("a", needs=("organ",)), talk("b"))

    assert said == {"a": Leaning(rooms=frozenset({"hall"}))}


def test_needs_that_are_wishes_are_not():
    assert leanings(RoomFeatures(level="soft"), talk("a", needs=("organ",))) == {}


def test_all_speakers_are_there():
    said = leanings(SpeakerAvailable(), talk("a", "bo", "ada", "cy"), talk("b", "cy"), talk("c"))

    assert said == {"a": Leaning(hours=((EARLY,), (LATE,)))}


def test_availability_that_is_a_wish_is_not():
    assert leanings(SpeakerAvailable(level="soft"), talk("a", "ada")) == {}


def test_missing_seats_cost():
    rule = RoomCapacity(level="soft", weight=2)
    said = leanings(rule, talk("a", audience=120), talk("b", audience=31), talk("c", audience=30))

    assert said == {
        "a": Leaning(costs=(("hall", 40), ("attic", 180))),
        "b": Leaning(costs=(("attic", 2),)),
    }


def test_missing_seats_that_do_not_add_up_are_left_out():
    assert leanings(RoomCapacity(level="soft", worst=True), talk("a", audience=120)) == {}
    assert leanings(RoomCapacity(level="hard"), talk("a", audience=120)) == {}


def test_rooms_only_and_rooms_disliked():
    rule = Rooms(talks=("a",), only=("hall",), prefer=("hall",), avoid=("attic",), weight=3)

    assert leanings(rule, talk("a"), talk("b")) == {
        "a": Leaning(rooms=frozenset({"hall"}), costs=(("attic", 6),))
    }


def test_rooms_avoided_by_a_rule_that_is_hard_cost_nothing():
    said = leanings(Rooms(talks=("a",), avoid=("attic",), level="hard"), talk("a"))

    assert said == {"a": Leaning()}


def test_times_only():
    said = leanings(Times(talks=("a",), only=(EARLY,)), talk("a"), talk("b"))

    assert said == {"a": Leaning(hours=((EARLY,),))}


def test_times_preferred_are_left_out():
    assert leanings(Times(talks=("a",), prefer=(EARLY,)), talk("a")) == {}


def test_tracks_are_kept_together():
    talks = talk("a", track="t"), talk("b")

    assert leanings(OneTrack(level="soft", weight=20), *talks) == {"a": Leaning(apart=20)}
    assert leanings(TrackRoom(level="hard"), *talks) == {"a": Leaning(apart=HEAVIEST)}
    assert leanings(TrackRoom(level="note"), *talks) == {"a": Leaning(apart=0)}
