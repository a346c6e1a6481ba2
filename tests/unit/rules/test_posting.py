"""Rules cost the solver what they find where random programs seldom lead."""

import pytest

from agreeing import checked, on_grid, paid, solved
from programkit.model.base import TBD
from programkit.model.contributions import At, Track
from programkit.model.days import Session, Slot
from programkit.model.interests import Interest
from programkit.model.program import Program
from programkit.rules import (
    Balance,
    ChairFree,
    Interests,
    PresenterClash,
    RoomFree,
    SpeakerFree,
    TalkPlacedOnce,
    TrackConsecutive,
    WithinSession,
)
from programkit.solver.around import Around
from programkit.solver.decisions import Decisions
from programkit.solving import solve
from tiny import attic_session, clock, hall_session, morning, placed, talk

THEORY = Track(id="theory", name="Theory")
LATER = attic_session(id="q", start=11 * 60)


def fixed(name, place, **facts):
    return talk(name, at=(At(place=place),), **facts)


def at_a_quarter_past(name):
    """A talk that the facts fix at a time that no slot has."""
    return talk(name, minutes=10, at=(At(start=clock(9, 15), room="hall"),))


def of_no_track():
    talks = [talk("a", track="theory"), talk("b", track="theory"), talk("c")]
    items = (hall_session(), attic_session(), LATER)
    return placed(morning(*talks, tracks=(THEORY,), items=items), a="s/1", b=("s/2",), c="p/1")


def chair_of_two_sessions():
    session = attic_session(chairs=("ada",), start=11 * 60)
    return placed(morning(items=(hall_session(chairs=("ada",)), session)))


def one_speaker_of_a_tutorial_and_a_talk():
    both = morning(talk("a", "ada", parts=2), talk("b", "ada"))
    program = placed(both, b="p/1")
    parts = placed(both, a="s/2").placements
    return program.replace(placements=(*program.placements, *parts))


def track_that_leaves_a_session_out():
    items = (hall_session(), LATER, attic_session(id="r", start=12 * 60))
    talks = (fixed("a", "s/1", track="theory"), fixed("b", "r/1", track="theory"))
    return Program.of(morning(*talks, tracks=(THEORY,), items=items))


def starred_talks_at_once():
    wanted = (Interest(attendee="x", talks=("a", "b")), Interest(attendee="y", talks=("b", "a")))
    return Program.of(morning(fixed("a", "s/2"), fixed("b", "p/1"), interests=wanted))


def talk_during_posters():
    posters = Session(id="w", room="hall", kind="posters", start=9 * 60, minutes=60)
    return Program.of(morning(at_a_quarter_past("a"), items=(posters,)))


def talk_across_two_slots():
    conference = morning(at_a_quarter_past("a"), talk("b"))
    beside = placed(conference, b="s/1").placements
    program = Program.of(conference)
    return program.replace(placements=(*program.placements, *beside))


def session_of_a_moment():
    nothing = hall_session(slots=(Slot(start=9 * 60 + 40, end=9 * 60 + 40),))
    return placed(morning(items=(nothing, attic_session(room="hall"))))


def speaker_at_an_unknown_time():
    items = (hall_session(start=TBD), attic_session())
    return placed(morning(talk("a", "ada"), talk("b", "ada"), items=items), a="s/1", b="p/1")


@pytest.mark.parametrize(
    ("rule", "program", "cost"),
    [
        (Balance(of="track", difference=0, level="soft"), of_no_track, 0),
        (ChairFree(level="soft"), chair_of_two_sessions, 0),
        (SpeakerFree(level="soft", weight=3), one_speaker_of_a_tutorial_and_a_talk, 3),
        (TrackConsecutive(level="soft", weight=3), track_that_leaves_a_session_out, 3),
        (Interests(weight=3), starred_talks_at_once, 6),
        (RoomFree(level="soft", weight=3), talk_during_posters, 3),
        (RoomFree(level="soft", weight=3), talk_across_two_slots, 3),
        (RoomFree(level="soft", weight=3), session_of_a_moment, 0),
        (PresenterClash(by="slot", weight=3), speaker_at_an_unknown_time, 0),
        (WithinSession(order=("a", "all"), weight=3), talk_during_posters, 0),
    ],
    ids=lambda told: getattr(told, "__name__", None),
)
def test_rule_costs_the_solver_what_it_finds(rule, program, cost):
    made = program()

    assert on_grid(made)
    assert (solved(made, rule), checked(made, rule)) == (cost, cost)


@pytest.mark.parametrize(
    ("rule", "program", "cost"),
    [
        (Interests(weight=3), starred_talks_at_once, 6),
        (TrackConsecutive(level="soft", weight=3), track_that_leaves_a_session_out, 3),
    ],
    ids=lambda told: getattr(told, "__name__", None),
)
def test_rule_costs_the_same_where_everything_stays(rule, program, cost):
    made = program()
    around = Around(program=made, talks=frozenset())

    assert paid(Decisions(made.conference, around=around), rule) == cost


def test_speaker_of_talks_that_are_placed_once_pays_for_each_two():
    items = (hall_session(slots=(Slot(minutes=30),)), attic_session(start=9 * 60))
    facts = morning(talk("a", "ada"), talk("b", "ada"), items=items)

    result = solve(facts, rules=(TalkPlacedOnce(), SpeakerFree(level="soft", weight=3)))

    assert result.cost == 3
