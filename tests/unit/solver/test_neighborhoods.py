from random import Random  # noqa: TID251 - takes a seed

import pytest

from programkit.model.contributions import Track
from programkit.model.findings import Finding, Level
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import DEFAULT_RULES
from programkit.solver.neighborhoods import EVERYTHING, KINDS, Things, neighborhood
from programkit.solver.task import Task
from tiny import attic_session, hall_session, morning, placed, talk

TRACKS = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))


def conference():
    """Talks r1, r2 in the hall and b1 in the attic; r3 and b2 have no place."""
    talks = (
        talk("r1", "ada", track="red"),
        talk("r2", "bo", track="red"),
        talk("r3", "ada", track="red"),
        talk("b1", "bo", track="blue"),
        talk("b2", track="blue"),
    )
    return morning(*talks, tracks=TRACKS)


def program():
    return placed(conference(), r1="s/1", r2="s/2", b1="p/1")


def part(kind, size=2, *, findings=(), busy=(), seed=0, of=None):
    given = of or program()
    things = Things(Task(given.conference, DEFAULT_RULES))
    return neighborhood(
        things,
        kind,
        given,
        size=size,
        findings=findings,
        random=Random(seed),  # noqa: S311 - a test, no secret
        busy=frozenset(busy),
    )


def drawn(kind, size=2, **how):
    """What comes out for many seeds: each set of talks once."""
    return {tuple(sorted(part(kind, size, seed=seed, **how).talks)) for seed in range(60)}


def cost(*about):
    return Finding(code="x", level=Level.SOFT, message="", about=about, cost=1)


@pytest.mark.parametrize("kind", KINDS)
def test_part_moves_about_as_many_talks_as_asked(kind):
    sizes = {len(talks) for talks in drawn(kind)}

    assert sizes <= {0, 2, 3}  # sessions are taken whole


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind not in {"track", "whole", "sessions", "posters"}]
)
def test_part_as_large_as_the_conference_is_everything(kind):
    found = part(kind, 99)

    assert found.name == EVERYTHING
    assert (found.talks, found.places) == ({"r1", "r2", "r3", "b1", "b2"}, None)
    assert found.sessions == found.chaired == {"s", "p"}


@pytest.mark.parametrize("kind", KINDS)
def test_same_seed_gives_the_same_part(kind):
    assert part(kind, seed=5) == part(kind, seed=5)


def test_track_moves_with_its_sessions():
    found = drawn("track")

    assert ("r1", "r2") in found
    assert ("b1", "b2") in found


def test_two_tracks_are_named():
    assert part("tracks").name in {
        "the track Red and the track Blue",
        "the track Blue and the track Red",
    }


def test_costs_are_about_their_talks():
    found = drawn("costs", findings=[cost("b2")])

    assert all("b2" in talks for talks in found)


@pytest.mark.parametrize("name", ["s", "s/1", "red", "ada", "r1"])
def test_costs_are_about_the_talks_of_whatever_is_named(name):
    found = drawn("costs", findings=[cost(name)])

    assert all({"r1", "r2", "r3"} & set(talks) for talks in found)


def test_sessions_that_cost_may_change():
    assert part("costs", findings=[cost("p")]).chaired >= {"p"}


def test_talks_without_a_place_may_go_where_others_are():
    found = drawn("unplaced", 3)

    assert all({"r3", "b2"} & set(talks) for talks in found)
    assert any({"r1", "r2", "b1"} & set(talks) for talks in found)


def test_people_move_with_all_their_talks():
    assert {("r1", "r3"), ("b1", "r2")} <= drawn("people")


def test_rooms_are_named():
    assert part("rooms").name in {"the rooms Hall and Attic", "the rooms Attic and Hall"}


def test_sessions_alone_leave_talks_where_they_are():
    found = part("sessions")

    assert (found.talks, found.sessions) == (frozenset(), {"s", "p"})


def test_part_may_use_its_own_slots_and_empty_ones():
    found = part("whole", 1, seed=next(s for s in range(60) if part("whole", 1, seed=s).talks))

    assert found.talks in ({"r1", "r2"}, {"b1"})
    own = {"s/1", "s/2"} if found.talks == {"r1", "r2"} else {"p/1"}
    assert own | {"s/3"} <= found.places


def test_what_is_busy_stays():
    for seed in range(20):
        found = part("whole", 3, busy={"s"}, seed=seed)

        assert found.talks <= {"b1"}
        assert found.touches <= {"p"}


def test_talks_packed_into_a_session_move_together():
    packed = hall_session(slots=(), packed=True, minutes=60)
    talks = [talk(f"t{n}", minutes=20) for n in range(3)]
    facts = morning(*talks, talk("u"), talk("v"), items=(packed, attic_session()))
    start = facts.timetable.sessions["s"].interval.first
    first = Placement(talk="t0", session="s", start=start, minutes=20)
    second = Placement(talk="t1", session="s", start=start.replace(minute=20), minutes=20)
    given = Program(conference=facts, placements=(first, second))

    found = drawn("anything", 1, of=given)

    assert {talks for talks in found if {"t0", "t1"} & set(talks)} == {("t0", "t1")}


def test_conference_without_tracks_blocks_rooms_or_people_has_parts_nevertheless():
    items = (hall_session(room="TBD", start="TBD"),)
    bare = placed(morning(*(talk(f"t{n}") for n in range(4)), rooms=(), items=items))

    assert {len(part(kind, 2, of=bare).talks) for kind in KINDS} == {0, 2}
