"""Talks that the facts fix at times of their own, and rooms that nobody knows yet."""

from datetime import date

from programkit.model.base import TBD
from programkit.model.contributions import At, Track
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES, Costs, Gap, PresenterClash, TrackOrder, TrackRoom
from programkit.rules.base import date_of_day
from programkit.solving import solve
from tiny import attic_session, clock, found, hall_session, morning, placed, talk


def at(hours, minutes=0):
    return (At(start=clock(hours, minutes), room="hall"),)


def test_talk_of_its_own_time_clashes_with_a_session_that_uses_its_room_whole():
    items = (hall_session(slots=(), minutes=90),)

    result = solve(morning(talk("a", minutes=30, at=at(9)), items=items), workers=1)

    assert result.status is Status.INFEASIBLE


def test_talk_of_its_own_time_may_come_after_a_session_that_uses_its_room_whole():
    items = (hall_session(slots=(), minutes=90),)

    result = solve(morning(talk("a", minutes=30, at=at(14)), items=items), workers=1)

    assert (result.status, result.cost) == (Status.OPTIMAL, 0)


def test_talk_of_its_own_time_is_in_no_session_that_could_cost():
    table = {"a": {"s": 5}}
    conference = morning(talk("a", minutes=30, at=at(14)))
    rules = (*DEFAULT_RULES, Costs(of="talk", by="session", table=table))

    result = solve(conference, rules=rules, workers=1)

    assert (result.status, result.cost) == (Status.OPTIMAL, 0)


def test_room_that_is_not_known_costs_nothing():
    conference = morning(talk("a"), items=(attic_session(room=TBD),))
    rule = Costs(of="talk", by="room", table={"a": {"attic": 3}})

    assert found(rule, placed(conference, a="p/1")) == []


def test_presenter_of_a_talk_of_its_own_time_is_in_no_session_there():
    conference = morning(talk("a", "ada"), talk("b", "ada"))
    loose = Placement(talk="b", start=clock(9), minutes=30, room="hall")
    program = placed(conference, a="s/1")

    assert found(PresenterClash(), program.replace(placements=(*program.placements, loose))) == []


def test_talks_packed_into_a_session_have_their_positions_by_time():
    tracks = (Track(id="red", name="Red"),)
    packed = hall_session(slots=(), packed=True, minutes=90)
    talks = (talk("a", minutes=20, track="red"), talk("b", minutes=20, track="red"))
    conference = morning(*talks, tracks=tracks, items=(packed,))
    program = Program(
        conference=conference,
        placements=(
            Placement(talk="b", session="s", start=clock(9), minutes=20),
            Placement(talk="a", session="s", start=clock(9, 20), minutes=20),
        ),
    )

    assert found(TrackOrder(positions={"a": 2, "b": 1}), program) == []
    assert found(TrackOrder(positions={"a": 1, "b": 2}), program) == [
        ("soft", 1, ("b",)),
        ("soft", 1, ("a",)),
    ]


def test_too_short_a_walk_leaves_one_talk_out():
    items = (hall_session(slots=hall_session().slots[:1]), attic_session(start=9 * 60 + 35))
    conference = morning(talk("a", "ada"), talk("b", "ada"), items=items)

    near = solve(conference, rules=(*DEFAULT_RULES, Gap(minutes=0, elsewhere=10)), workers=1)
    far = solve(conference, rules=(*DEFAULT_RULES, Gap(minutes=0, elsewhere=5)), workers=1)

    assert (near.cost, far.cost) == (1000, 0)


def test_tracks_that_may_use_any_room_do_not_matter_to_the_others():
    tracks = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))
    talks = (talk("a", track="red"), talk("b", track="red"), talk("c", track="blue"))
    conference = morning(*talks, tracks=tracks)
    rules = (*DEFAULT_RULES, TrackRoom(tracks="blue", per="conference", level="hard"))

    assert solve(conference, rules=rules, workers=1).cost == 0


def test_date_of_a_day_outside_the_program_is_its_name():
    conference = morning()

    assert date_of_day(conference, "2030-05-01") == date(2030, 5, 1)
    assert date_of_day(conference, "2030-05-09") == date(2030, 5, 9)
