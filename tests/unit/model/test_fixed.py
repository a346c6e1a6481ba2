"""Tests of the placements that facts fix."""

import pytest

from programkit.model.contributions import State
from programkit.model.fixed import fixed_placements, loosely_fixed
from programkit.model.placement import Placement
from programkit.model.venue import Room
from small import moment, one_day, session, slot, talks

ONE = "2024-09-30/1"
ROOMS = (Room(id="a", name="A"), Room(id="b", name="B"))


def placed(*items, **facts):
    """Where talks are, by slots, or by session and start in UTC; with the part."""
    return [
        (p.talk, p.slots or (p.session, p.start and f"{p.start:%H:%M}"), p.part)
        for p in fixed_placements(one_day(*items, **facts))
    ]


def test_open_slots_fix_nothing():
    assert placed(session(slot("8:30"), slot("9:00")), talks=talks("k")) == []


def test_talk_is_fixed_in_its_slot():
    items = session(slot("8:30", "k"), slot("9:00", "l"), slot("9:30"))

    assert placed(items, talks=talks("k", "l")) == [
        ("k", (f"{ONE}/1",), 1),
        ("l", (f"{ONE}/2",), 1),
    ]


def test_talk_in_neighboring_slots_takes_them_together():
    items = session(slot("8:30", "k"), slot("9:00", "k"), slot("9:30"))

    assert placed(items, talks=talks("k")) == [("k", (f"{ONE}/1", f"{ONE}/2"), 1)]


def test_talk_in_slots_apart_has_parts():
    items = session(slot("8:30", "k"), slot("9:00"), slot("9:30", "k"))

    assert placed(items, talks=talks("k", parts=2)) == [
        ("k", (f"{ONE}/1",), 1),
        ("k", (f"{ONE}/3",), 2),
    ]


def test_withdrawn_talk_has_no_place():
    items = session(slot("8:30", "k"))

    assert placed(items, talks=talks("k", state=State.WITHDRAWN)) == []


def test_cancelled_talk_keeps_its_place():
    items = session(slot("8:30", "k"))

    assert placed(items, talks=talks("k", state=State.CANCELLED)) == [("k", (f"{ONE}/1",), 1)]


def test_packed_talks_follow_each_other():
    items = session(start="8:30", minutes=90, packed=True, talks=("k", "l", "m"))
    facts = talks("k", minutes=20) + talks("l") + talks("m", minutes=15)

    assert placed(items, talks=facts, minutes=30) == [
        ("k", (ONE, "06:30"), 1),
        ("l", (ONE, "06:50"), 1),
        ("m", (ONE, "07:20"), 1),
    ]


def test_packed_talk_after_one_of_unknown_length_has_no_start():
    items = session(start="8:30", minutes=90, packed=True, talks=("k", "l"))

    assert placed(items, talks=talks("k", "l")) == [("k", (ONE, "06:30"), 1), ("l", (ONE, None), 1)]


def test_packed_talk_of_session_without_time_has_no_start():
    items = session(start="TBD", minutes=90, packed=True, talks=("k",))

    assert placed(items, talks=talks("k", minutes=20)) == [("k", (ONE, None), 1)]


def test_talk_says_its_slot():
    items = session(slot("8:30"), slot("9:00"))

    assert placed(items, talks=talks("k", at=({"place": f"{ONE}/2"},))) == [("k", (f"{ONE}/2",), 1)]


def test_talk_said_twice_in_one_slot_is_placed_once():
    items = session(slot("8:30", "k"))

    assert placed(items, talks=talks("k", at=({"place": f"{ONE}/1"},))) == [("k", (f"{ONE}/1",), 1)]


@pytest.mark.parametrize(("minutes", "count"), [(20, 1), (21, 2), (40, 2), (41, 3)])
def test_long_talk_takes_as_many_slots_as_it_needs(minutes, count):
    items = session(*(slot("8:30" if n == 0 else None, minutes=20) for n in range(5)))
    at = ({"place": f"{ONE}/2"},)

    ((_, slots, _),) = placed(items, talks=talks("k", minutes=minutes, at=at))
    assert slots == tuple(f"{ONE}/{n}" for n in range(2, 2 + count))


def test_long_talk_takes_no_more_slots_than_there_are():
    items = session(slot("8:30", minutes=20), slot(minutes=20))

    assert placed(items, talks=talks("k", minutes=90, at=({"place": f"{ONE}/1"},))) == [
        ("k", (f"{ONE}/1", f"{ONE}/2"), 1)
    ]


def test_long_talk_takes_one_slot_of_open_end_or_unknown_time():
    facts = talks("k", minutes=90, at=({"place": f"{ONE}/1"},))

    assert placed(session(slot("8:30"), slot()), talks=facts)[0][1] == (f"{ONE}/1",)
    assert placed(session(slot(minutes=5), slot(), start="TBD"), talks=facts)[0][1] == (f"{ONE}/1",)


def test_talks_that_say_their_session_take_its_open_slots_in_order():
    items = session(slot("8:30", "k"), slot("9:00"), slot("9:30"))
    facts = talks("k") + talks("l", "m", at=({"place": ONE},))

    assert placed(items, talks=facts) == [
        ("k", (f"{ONE}/1",), 1),
        ("l", (f"{ONE}/2",), 1),
        ("m", (f"{ONE}/3",), 1),
    ]


def test_talk_that_says_a_full_session_is_in_its_first_slot():
    facts = talks("k") + talks("l", at=({"place": ONE},))

    assert placed(session(slot("8:30", "k")), talks=facts)[1] == ("l", (f"{ONE}/1",), 1)


def test_talk_that_says_the_session_it_is_listed_in_is_placed_once():
    items = session(slot("8:30"), slot("9:00", "k"))

    assert placed(items, talks=talks("k", at=({"place": ONE},))) == [("k", (f"{ONE}/2",), 1)]


def test_talks_that_say_a_packed_session_follow_those_listed():
    items = session(start="8:30", minutes=90, packed=True, talks=("k",))
    facts = talks("k") + talks("l", "m", at=({"place": ONE},))

    assert placed(items, talks=facts, minutes=30) == [
        ("k", (ONE, "06:30"), 1),
        ("l", (ONE, "07:00"), 1),
        ("m", (ONE, "07:30"), 1),
    ]


def test_talk_fixed_by_time_takes_the_slot_that_starts_then():
    items = session(slot("8:30", minutes=30), slot("9:00", minutes=30))

    assert placed(items, talks=talks("k", at=({"start": moment("2024-09-30 07:00")},))) == [
        ("k", (f"{ONE}/2",), 1)
    ]


def test_talk_fixed_by_time_and_room_takes_the_slot_there():
    items = [session(slot("8:30", minutes=30), room=room) for room in "ab"]
    at = ({"start": moment("2024-09-30 06:30"), "room": "b"},)

    assert placed(*items, talks=talks("k", at=at), rooms=ROOMS) == [("k", ("2024-09-30/2/1",), 1)]


def test_talk_fixed_by_time_without_slot_is_off_the_grid():
    start = moment("2024-09-30 10:00")
    facts = talks("k", minutes=20, at=({"start": start, "room": "b"},))

    assert fixed_placements(one_day(talks=facts, rooms=ROOMS)) == (
        Placement(talk="k", start=start, minutes=20, room="b"),
    )


def test_talk_that_names_a_session_may_have_any_slot_of_it_unless_it_is_listed():
    items = session(slot("8:30", "k"), slot("9:00"), id="s")
    facts = one_day(items, talks=talks("k", "l", at=({"place": "s"},)))

    assert loosely_fixed(facts) == {("l", "s")}
    assert loosely_fixed(one_day(session(id="s"), talks=facts.talks)) == set()


def test_slots_that_were_given_away_are_not_open_for_who_may_have_any():
    items = session(slot("8:30"), slot("9:00"), slot("9:30"), id="s")
    facts = one_day(items, talks=talks("k", at=({"place": "s"},)))

    assert [p.slots for p in fixed_placements(facts, {"s/1"})] == [("s/2",)]
