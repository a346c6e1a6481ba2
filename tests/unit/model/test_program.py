"""Tests of programs: the facts together with the decisions."""

import pytest

from programkit.errors import ConferenceError
from programkit.model.base import TBD
from programkit.model.contributions import Poster, State
from programkit.model.findings import Finding, Level
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.model.venue import Access, Room
from small import conference, day, moment, one_day, people, session, slot, span, talks

ONE = "2024-09-30/1"
ROOMS = (Room(id="a", name="A"), Room(id="b", name="B"))
ITEMS = session(slot("8:30", minutes=30), slot(minutes=30), slot(minutes=30), room="a")
FACTS = one_day(ITEMS, talks=talks("k", "l"), rooms=ROOMS)


def program(*placements, facts=FACTS, **more):
    return Program(conference=facts, placements=placements, **more)


def in_slots(talk, *numbers, **more):
    return Placement(talk=talk, slots=tuple(f"{ONE}/{n}" for n in numbers), **more)


def test_program_of_conference_has_what_the_facts_fix():
    facts = one_day(session(slot("8:30", "k"), slot("9:00")), talks=talks("k", "l"))

    assert Program.of(facts) == Program(conference=facts, placements=(in_slots("k", 1),))


def test_unknown_ids_are_reported_together():
    with pytest.raises(ConferenceError) as caught:
        program(
            in_slots("x", 1),
            in_slots("k", 9),
            Placement(talk="k", session="nowhere"),
            Placement(talk="k", start="2024-09-30T08:00Z", room="hall"),
            sessions=(SessionDecision(session="never", room="attic", track="t", chairs=("p",)),),
        )

    assert [fault.message for fault in caught.value.faults] == [
        'the placement of talk "x" names talk "x", which does not exist',
        'the placement of talk "k" names slot "2024-09-30/1/9", which does not exist',
        'the placement of talk "k" names session "nowhere", which does not exist',
        'the placement of talk "k" names room "hall", which does not exist',
        'the decision about session "never" names session "never", which does not exist',
        'the decision about session "never" names room "attic", which does not exist',
        'the decision about session "never" names track "t", which does not exist',
        'the decision about session "never" names person "p", which does not exist',
    ]


def test_talk_without_length_takes_its_slots():
    (placed,) = program(in_slots("k", 1, 2)).placed

    assert span(placed.interval) == ("2024-09-30 06:30", "2024-09-30 07:30")
    assert (placed.room, placed.session.id, placed.open_end) == ("a", ONE, False)


def test_talk_with_length_takes_that_long():
    facts = FACTS.replace(talks=talks("k", minutes=20))
    (placed,) = program(in_slots("k", 2), facts=facts).placed

    assert span(placed.interval) == ("2024-09-30 07:00", "2024-09-30 07:20")


@pytest.mark.parametrize(("minutes", "open_end"), [(None, True), (20, False)])
def test_talk_in_open_slot_is_open_unless_its_length_is_known(minutes, open_end):
    facts = one_day(session(slot("8:30")), talks=talks("k", minutes=minutes))
    (placed,) = program(in_slots("k", 1), facts=facts).placed

    assert placed.open_end is open_end


@pytest.mark.parametrize(("minutes", "open_end"), [(None, True), (20, False)])
def test_talk_in_slot_of_unknown_time_has_none(minutes, open_end):
    facts = one_day(session(slot(), start="TBD"), talks=talks("k", minutes=minutes))
    (placed,) = program(in_slots("k", 1), facts=facts).placed

    assert (placed.interval, placed.open_end) == (None, open_end)


def test_talk_in_packed_session_is_in_its_room():
    facts = one_day(
        session(start="8:30", minutes=60, packed=True, room="b"),
        talks=talks("k", minutes=40),
        rooms=ROOMS,
    )
    where = Placement(talk="k", session=ONE, start=moment("2024-09-30 06:40"), minutes=25)
    (placed,) = program(where, facts=facts).placed

    assert span(placed.interval) == ("2024-09-30 06:40", "2024-09-30 07:05")
    assert (placed.room, placed.session.id, placed.open_end) == ("b", ONE, False)


def test_packed_talk_without_start_has_no_time():
    facts = one_day(session(packed=True, start="TBD"), talks=talks("k"))
    (placed,) = program(Placement(talk="k", session=ONE), facts=facts).placed

    assert (placed.interval, placed.open_end) == (None, True)


@pytest.mark.parametrize(
    ("rooms", "named", "room"),
    [((), None, ""), (ROOMS[:1], None, "a"), (ROOMS, None, TBD), (ROOMS, "b", "b")],
)
def test_talk_off_the_grid_is_in_the_room_it_names_or_the_only_one(rooms, named, room):
    facts = one_day(talks=talks("k", minutes=20), rooms=rooms)
    where = Placement(talk="k", start=moment("2024-09-30 10:00"), room=named)
    (placed,) = program(where, facts=facts).placed

    assert (placed.room, placed.session) == (room, None)
    assert span(placed.interval) == ("2024-09-30 10:00", "2024-09-30 10:20")


def test_placed_talks_are_in_order_of_time_the_untimed_last():
    facts = conference(
        day(ITEMS, session(slot(), start="TBD")), talks=talks("k", "l", "m"), rooms=ROOMS
    )
    untimed = Placement(talk="k", slots=("2024-09-30/2/1",))
    made = program(untimed, in_slots("l", 3), in_slots("m", 1), facts=facts)

    assert [placed.talk.id for placed in made.placed] == ["m", "l", "k"]


def test_placed_is_found_by_talk_in_order_of_parts():
    made = program(in_slots("k", 1, part=2), in_slots("k", 3, part=1), in_slots("l", 2))

    assert {talk: [p.placement.slots for p in found] for talk, found in made.by_talk.items()} == {
        "k": [(f"{ONE}/3",), (f"{ONE}/1",)],
        "l": [(f"{ONE}/2",)],
    }


def test_placed_is_found_by_slot_and_session():
    off_grid = Placement(talk="l", start=moment("2024-09-30 10:00"))
    made = program(in_slots("k", 1, 2), in_slots("l", 2), off_grid)

    by_slot = {slot: [p.talk.id for p in found] for slot, found in made.by_slot.items()}
    assert by_slot == {f"{ONE}/1": ["k"], f"{ONE}/2": ["k", "l"]}
    assert {s: [p.talk.id for p in f] for s, f in made.by_session.items()} == {ONE: ["k", "l"]}


def test_unplaced_are_the_talks_that_want_a_place():
    facts = FACTS.replace(
        talks=(
            *talks("k", "l"),
            *talks("t", state=State.TENTATIVE),
            *talks("c", state=State.CANCELLED),
            *talks("w", state=State.WITHDRAWN),
            *talks("r", reserve=True),
        )
    )

    assert [talk.id for talk in program(in_slots("k", 1), facts=facts).unplaced] == ["l", "t"]


def test_fixed_are_the_placements_of_the_facts():
    facts = one_day(session(slot("8:30", "k"), slot("9:00")), talks=talks("k", "l"))
    made = program(in_slots("k", 1), in_slots("l", 2), facts=facts)

    assert made.fixed == {in_slots("k", 1)}


def test_timetable_without_decisions_is_that_of_the_facts():
    assert program().timetable is FACTS.timetable


def test_timetable_has_the_decisions():
    facts = one_day(session(start="8:30", minutes=10), rooms=ROOMS)
    made = program(facts=facts, sessions=(SessionDecision(session=ONE, room="b"),))

    assert made.timetable.sessions[ONE].room == "b"


def test_public_program_hides_withdrawn_talks_and_reserves_without_place():
    listed = session(slot("8:30", "w"), slot("9:00"), slot("9:30"))
    facts = one_day(
        listed,
        talks=(
            *talks("k", needs=("projector",), audience=40, notes="late"),
            *talks("w", state=State.WITHDRAWN),
            *talks("c", state=State.CANCELLED),
            *talks("r", "s", reserve=True),
        ),
        posters=(Poster(id="p", state=State.WITHDRAWN), Poster(id="q", notes="large")),
    )
    made = program(in_slots("k", 2), in_slots("r", 3), facts=facts, findings=(NOTED,))
    public = made.public()

    assert [talk.id for talk in public.conference.talks] == ["k", "c", "r"]
    assert public.conference.talks[0] == talks("k")[0]
    assert public.conference.posters == (Poster(id="q"),)
    assert [s.slot.talk for s in public.timetable.slots.values()] == [TBD, TBD, TBD]
    assert (public.placements, public.findings) == ((in_slots("k", 2), in_slots("r", 3)), ())


NOTED = Finding(code="program-stale", level=Level.NOTE, message="the facts have changed")


def test_public_program_hides_placement_of_withdrawn_talk():
    facts = FACTS.replace(talks=(*talks("k"), *talks("l", state=State.WITHDRAWN)))
    public = program(in_slots("k", 1), in_slots("l", 2), facts=facts).public()

    assert public.placements == (in_slots("k", 1),)


def test_public_program_hides_withdrawn_talk_of_packed_session_without_day():
    loose = session(packed=True, talks=("k", "w"))
    facts = conference(sessions=(loose,), talks=talks("k") + talks("w", state=State.WITHDRAWN))

    assert Program.of(facts).public().conference.sessions[0].talks == ("k",)


def test_public_program_keeps_nothing_private():
    link = "https://example.org/secret"
    facts = one_day(
        ITEMS,
        rooms=(ROOMS[0], ROOMS[1].replace(link=link, access=Access.REGISTRATION)),
        people=people("Yue M. Lu", email="a@example.org", notes="n"),
        requirements=({"rule": "order", "given": ["k", "l"]},),
        ignore=({"code": "open-end", "reason": "known"},),
        alternatives=({"field": "title", "value": "Other"},),
        notes="n",
        folder="/home",
        findings=(NOTED,),
    )
    rooms = (ROOMS[0], ROOMS[1].replace(access=Access.REGISTRATION))
    shown = one_day(ITEMS, rooms=rooms, people=people("Yue M. Lu"))

    assert Program.of(facts).public() == Program.of(shown)


def test_what_is_cancelled_is_taken_over_if_its_slot_is_there_and_it_is_nowhere_yet():
    off = [talk.replace(state=State.CANCELLED) if talk.id == "k" else talk for talk in FACTS.talks]
    facts, fewer = (FACTS.replace(talks=off, days=days) for days in (FACTS.days, ()))
    before = program(in_slots("k", 1), in_slots("l", 2))
    loose = program(Placement(talk="k", start=moment("2024-09-30 08:30"), room="a"))

    assert program(facts=facts).with_cancelled(before).placements == (in_slots("k", 1),)
    for same in (program(in_slots("k", 3), facts=facts), program(facts=fewer)):
        assert same.with_cancelled(before) is same
    assert program(facts=facts).with_cancelled(loose).placements == ()
