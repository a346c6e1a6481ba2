"""Truth tables of the rules about talks and tracks in sessions side by side."""

from datetime import date

import pytest
from pydantic import ValidationError

from programkit.model.conference import Conference
from programkit.model.contributions import At, Talk, Track
from programkit.model.days import Block, Day, Slot
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.rules import (
    AttendeeClash,
    Costs,
    PresenterClash,
    SimilarTracks,
    TrackAtOnce,
    TrackChairs,
    TrackConsecutive,
    TrackOrder,
)
from programkit.rules.binding import faults_of
from tiny import clock, found, placed


def conference(*talks, chairs=()):
    """Times b0, b1 and b2 in the hall and the attic, two slots each; the tracks red and blue."""
    slots = (Slot(minutes=10), Slot(minutes=10))
    return Conference(
        title="Side by side",
        timezone="UTC",
        rooms=(Room(id="hall", name="Hall"), Room(id="attic", name="Attic")),
        people=(Person(id="ada", name="Ada"), Person(id="bo", name="Bo")),
        tracks=(
            Track(id="red", name="Red", chairs=chairs),
            Track(id="blue", name="Blue", chairs=chairs[:1]),
        ),
        talks=talks,
        days=(
            Day(
                date=date(2030, 5, 1),
                items=tuple(
                    Block(id=f"b{n}", start=540 + 60 * n, rooms=("hall", "attic"), slots=slots)
                    for n in range(3)
                ),
            ),
        ),
    )


def red(talk, *speakers):
    return Talk(id=talk, title=talk.upper(), track="red", speakers=speakers)


def blue(talk, *speakers):
    return Talk(id=talk, title=talk.upper(), track="blue", speakers=speakers)


def soft(rule, program):
    """What a rule finds, each with its cost and what it is about."""
    assert {level for level, _, _ in found(rule, program)} <= {"soft"}
    return [(cost, about) for _, cost, about in found(rule, program)]


def test_talk_costs_for_each_slot_that_it_takes():
    rule = Costs(of="talk", by="session", table={"a": {"b1": 3}}, weight=2)
    program = placed(conference(red("a")), a=("b1@hall/1", "b1@hall/2"))

    assert soft(rule, program) == [(12, ("a", "b1@hall"))]


def test_talk_elsewhere_costs_nothing():
    rule = Costs(of="talk", by="session", table={"a": {"b1@hall": 3}})

    assert soft(rule, placed(conference(red("a")), a="b1@attic/1")) == []


def test_talk_costs_in_a_room():
    rule = Costs(of="talk", by="room", table={"a": {"attic": 3}})

    assert soft(rule, placed(conference(red("a")), a="b1@attic/1")) == [(3, ("a", "attic"))]


def test_track_costs_for_each_session_that_holds_it():
    rule = Costs(of="track", by="room", table={"red": {"hall": 3}})
    program = placed(
        conference(red("a"), red("b"), red("c")), a="b0@hall/1", b="b0@hall/2", c="b1@hall/1"
    )

    assert soft(rule, program) == [(3, ("red", "hall")), (3, ("red", "hall"))]


def test_session_costs_if_it_holds_any_talk():
    rule = Costs(of="session", by="room", table={"b0": {"hall": 3, "attic": 5}})
    program = placed(conference(red("a"), blue("b")), a="b0@hall/1", b="b1@attic/1")

    assert soft(rule, program) == [(3, ("b0@hall", "hall"))]


def test_costs_say_what_costs():
    rule = Costs(of="track", by="session", table={"red": {"b0": 3}})
    (finding,) = rule.check(placed(conference(red("a")), a="b0@hall/1"))

    assert finding.message == "the track Red in session b0@hall Wed 1 May 09:00 costs"


def test_similar_tracks_cost_for_each_two_sessions_at_once():
    rule = SimilarTracks(table={"red": {"blue": 4}})
    talks = conference(red("a"), blue("b"), blue("c"))
    program = placed(talks, a="b0@hall/1", b="b0@attic/2", c="b1@hall/1")

    assert soft(rule, program) == [(4, ("red", "blue", "b0@hall", "b0@attic"))]


def test_similar_tracks_in_one_session_cost_nothing():
    rule = SimilarTracks(table={"red": {"blue": 4}})

    assert soft(rule, placed(conference(red("a"), blue("b")), a="b0@hall/1", b="b0@hall/2")) == []


@pytest.mark.parametrize(
    "table", [{"red": {"red": 1}}, {"red": {"blue": 1}, "blue": {"red": 1}}], ids=["self", "twice"]
)
def test_similar_tracks_stand_there_once(table):
    with pytest.raises(ValidationError, match=r"itself|twice"):
        SimilarTracks(table=table)


def test_tracks_that_share_a_chair_are_not_at_once():
    talks = conference(red("a"), blue("b"), chairs=("ada", "bo"))
    (finding,) = TrackChairs().check(placed(talks, a="b0@hall/1", b="b0@attic/1"))

    assert finding.about == ("red", "blue", "b0@hall", "b0@attic")
    assert finding.message.endswith("are at one time, but Ada chairs both Red and Blue")


def test_tracks_without_chairs_may_be_at_once():
    program = placed(conference(red("a"), blue("b")), a="b0@hall/1", b="b0@attic/1")

    assert soft(TrackChairs(), program) == []


def test_track_in_two_sessions_at_once_costs_once():
    program = placed(conference(red("a"), red("b")), a="b0@hall/1", b="b0@attic/1")

    assert soft(TrackAtOnce(), program) == [(1, ("red", "b0@attic"))]


def test_track_in_two_sessions_one_after_the_other_costs_nothing():
    program = placed(conference(red("a"), red("b")), a="b0@hall/1", b="b1@attic/1")

    assert soft(TrackAtOnce(), program) == []


def test_track_with_a_gap_costs():
    program = placed(conference(red("a"), red("b")), a="b0@hall/1", b="b2@hall/1")

    assert soft(TrackConsecutive(weight=7), program) == [(7, ("red",))]


def test_track_without_a_gap_costs_nothing():
    talks = conference(red("a"), red("b"), red("c"))
    program = placed(talks, a="b0@hall/1", b="b2@hall/1", c="b1@attic/1")

    assert soft(TrackConsecutive(), program) == []


def test_talk_at_another_position_than_its_number_costs():
    talks = conference(red("a"), red("b"))
    program = placed(talks, a="b1@hall/1", b="b0@hall/1")

    assert soft(TrackOrder(positions={"a": 1, "b": 1}), program) == [(1, ("a",))]


def test_talks_without_a_number_count_and_may_be_anywhere():
    talks = conference(red("a"), red("b"), blue("c"))
    program = placed(talks, a="b1@hall/1", b="b0@hall/1", c="b0@attic/1")

    assert soft(TrackOrder(positions={"a": 2}), program) == []


def test_numbered_talks_of_a_track_share_no_slot():
    talks = conference(red("a"), red("b"))
    program = placed(talks, a=("b0@hall/1", "b0@hall/2"), b=("b0@attic/1", "b0@attic/2"))

    assert soft(TrackOrder(positions={"a": 1, "b": 2}), program) == [(2, ("a", "b"))]


def test_presenter_in_two_sessions_at_once_costs():
    program = placed(conference(red("a", "ada"), blue("b", "ada")), a="b0@hall/1", b="b0@attic/2")

    assert soft(PresenterClash(), program) == [(1, ("a", "b", "ada"))]


def test_presenter_of_two_talks_in_one_session_costs_nothing():
    program = placed(conference(red("a", "ada"), red("b", "ada")), a="b0@hall/1", b="b0@hall/2")

    assert soft(PresenterClash(), program) == []


def test_presenter_who_chairs_another_track_costs():
    talks = conference(red("a", "ada"), blue("b"), chairs=("ada",))

    assert soft(PresenterClash(), placed(talks, a="b0@hall/1", b="b0@attic/2")) == [
        (1, ("a", "b", "ada"))
    ]


def test_presenter_who_chairs_the_own_track_costs_nothing():
    talks = conference(red("a", "bo"), red("b"), chairs=("ada", "bo"))

    assert soft(PresenterClash(), placed(talks, a="b0@hall/1", b="b0@attic/2")) == []


def test_clash_by_slot_needs_the_same_slot():
    talks = conference(red("a", "ada"), blue("b", "ada"))
    rule = PresenterClash(by="slot")

    assert soft(rule, placed(talks, a="b0@hall/1", b="b0@attic/2")) == []
    assert soft(rule, placed(talks, a="b0@hall/1", b="b0@attic/1")) == [(1, ("a", "b", "ada"))]


def test_attendee_of_two_talks_at_once_costs_once():
    talks = conference(red("a"), blue("b"))
    rule = AttendeeClash(attendees={"a": ("ada", "bo"), "b": ("bo", "ada")})

    assert soft(rule, placed(talks, a="b0@hall/1", b="b0@attic/2")) == [
        (1, ("a", "b", "ada", "bo"))
    ]


def test_attendee_who_presents_elsewhere_costs():
    talks = conference(red("a"), blue("b", "ada"))
    rule = AttendeeClash(attendees={"a": ("ada",)})

    assert soft(rule, placed(talks, a="b0@hall/1", b="b0@attic/2")) == [(1, ("a", "b", "ada"))]


@pytest.mark.parametrize(
    ("rule", "about", "words"),
    [
        (
            Costs(of="talk", by="room", table={}),
            ("a", "hall"),
            'no cost is allowed, and talk "a" (A) in Hall has one',
        ),
        (
            Costs(of="session", by="room", table={}),
            ("b0@hall", "hall"),
            "no cost is allowed, and session b0@hall Wed 1 May 09:00 in Hall has one",
        ),
        (
            SimilarTracks(table={}),
            ("red", "blue"),
            "Red and Blue are not at one time: the tracks Red and Blue are alike",
        ),
        (
            TrackAtOnce(),
            ("red", "b0@hall"),
            "session b0@hall Wed 1 May 09:00 is not beside another session of the track Red",
        ),
        (TrackConsecutive(), ("red",), "the sessions of the track Red follow each other"),
        (TrackOrder(positions={"a": 2}), ("a",), 'talk "a" (A) is number 2 of its track'),
        (TrackOrder(positions={}), ("a", "b"), 'talk "a" (A) and talk "b" (B) are not at one time'),
        (
            PresenterClash(),
            ("a", "b"),
            'talk "a" (A) and talk "b" (B) are not at one time in different sessions',
        ),
    ],
)
def test_requirement_in_the_words_of_organizers(rule, about, words):
    assert rule.requirement(conference(red("a", "ada"), blue("b")), about) == words


def test_names_that_rules_are_told_must_exist():
    rules = (
        Costs(of="talk", by="session", table={"a": {"b0": 1, "b1@hall": 1, "b7": 1}}),
        Costs(of="session", by="room", table={"b0": {"cellar": 1}}),
        SimilarTracks(table={"red": {"green": 1}}),
        TrackOrder(positions={"x": 1}),
        AttendeeClash(attendees={"a": ("ada", "eve")}),
    )
    faults = faults_of(rules, conference(red("a")))

    assert [fault.message for fault in faults] == [
        'costs names session "b7", which does not exist',
        'costs names room "cellar", which does not exist',
        'similar-tracks names track "green", which does not exist',
        'track-order names talk "x", which does not exist',
        'attendee-clash names person "eve", which does not exist',
    ]


def test_hard_rule_forbids_what_a_soft_one_charges():
    rule = TrackConsecutive(level="hard")
    talks = conference(red("a"), red("b"))

    assert found(rule, placed(talks, a="b0@hall/1", b="b2@hall/1")) == [("hard", 0, ("red",))]


def test_talk_on_a_day_of_its_own_time_is_in_no_session():
    off = conference(red("a").replace(at=(At(start=clock(8), room="hall"),)), red("b"))

    assert soft(TrackOrder(positions={"a": 5}), Program.of(off)) == []
    assert soft(TrackConsecutive(), Program.of(off)) == []
