"""Tests of whether open talks can have a place at all."""

import pytest

from programkit.checks.supply import Supply
from programkit.model.venue import Room
from small import one_day, pause, session, slot, talks

SLOTS = session(slot("8:30", minutes=30), slot(minutes=30))


def found(*items, **facts):
    return [(f.code, f.message) for f in Supply().check(one_day(*items, **facts))]


def short(wanted, places):
    talks_want = "1 talk wants" if wanted == 1 else f"{wanted} talks want"
    places_are = "1 place is" if places == 1 else f"{places} places are"
    told = f"{talks_want} a place and {places_are} open"
    return [("slots-short", f"{told}: {wanted - places} will be left over")]


def test_as_many_slots_as_talks_are_enough():
    assert found(SLOTS, talks=talks("a", "b", minutes=30)) == []


def test_more_talks_than_slots_are_too_many():
    assert found(SLOTS, talks=talks("a", "b", "c", "d")) == short(4, 2)


def test_talk_in_parts_wants_several_places():
    assert found(SLOTS, talks=talks("a", parts=3)) == short(3, 2)


@pytest.mark.parametrize(
    "fixed",
    [
        (session(slot("8:30", "a"), slot("9:00", minutes=30)), {}),
        (SLOTS, {"at": ({"place": "2024-09-30/1/1"},)}),
    ],
)
def test_taken_slots_are_not_open(fixed):
    items, at = fixed

    assert found(items, talks=talks("a", **at) + talks("b", "c")) == short(2, 1)


def test_talks_that_need_no_place_are_not_counted():
    facts = talks("a", "b") + talks("c", reserve=True) + talks("d", state="cancelled")

    assert found(SLOTS, talks=facts) == []


def test_packed_session_holds_as_many_as_its_time():
    items = session(start="8:30", minutes=60, packed=True, talks=("a",))

    assert found(items, talks=talks("a", "b", "c", "d", minutes=20)) == short(3, 2)


def test_packed_session_counts_the_shortest_talk():
    items = session(start="8:30", minutes=60, packed=True)

    assert found(items, talks=talks("a", "b", minutes=40) + talks("c", minutes=20)) == []


def test_overfull_packed_session_has_no_place_left():
    items = session(start="8:30", minutes=10, packed=True, talks=("a",))

    assert found(items, talks=talks("a") + talks("b"), minutes=20) == short(1, 0)


def test_packed_session_of_unknown_end_holds_any_number():
    items = session(start="8:30", packed=True)

    assert found(items, talks=talks("a", "b", "c", minutes=60)) == []


def test_conference_without_places_is_not_judged():
    assert found(session(start="8:30"), pause(start="9:00"), talks=talks("a", minutes=90)) == []


def test_talk_longer_than_any_session_is_reported():
    assert found(SLOTS, session(start="10:00", minutes=90), talks=talks("a", minutes=61)) == [
        ("talk-too-long", 'talk "a" (A) takes 61 minutes, the longest session 60')
    ]


def test_talk_as_long_as_several_slots_is_accepted():
    assert found(SLOTS, talks=talks("a", minutes=60)) == []


def test_talk_fits_what_has_no_end_or_time():
    assert found(session(slot("8:30")), talks=talks("a", minutes=300)) == []
    assert found(session(slot(minutes=5), start="TBD"), talks=talks("a", minutes=300)) == []


def test_fixed_talk_is_left_to_the_rules():
    items = session(slot("8:30", "a", minutes=30))

    assert found(items, talks=talks("a", minutes=90)) == []


ROOMS = (Room(id="hall", name="Hall", features=("projector",)), Room(id="lab", name="Lab"))
NEEDY = talks("a", minutes=30, needs=("projector", "projektor", "piano"))


def test_need_that_no_room_meets_is_reported():
    facts = one_day(SLOTS, rooms=ROOMS, talks=NEEDY)
    assert [(f.code, f.message, f.remedy) for f in Supply().check(facts)] == [
        (
            "feature-missing",
            'talk "a" (A) needs "projektor", which no room has',
            'did you mean "projector"?',
        ),
        (
            "feature-missing",
            'talk "a" (A) needs "piano", which no room has',
            "add it to the features: of a room, or drop the need",
        ),
    ]


def test_needs_are_not_judged_where_no_room_is_named_or_the_talk_has_its_place():
    fixed = session(slot("8:30", "a", minutes=30), room="lab")

    assert found(SLOTS, talks=NEEDY) == []
    assert found(fixed, rooms=ROOMS, talks=NEEDY) == []
