"""Talks where they are pinned, before anything is decided."""

import pytest

from programkit.checking import check
from programkit.model.findings import Level
from programkit.model.people import Person
from tiny import attic_session, between, clock, hall_session, morning, talk

LATE = Person(id="ada", name="Ada", available=(between(clock(10), clock(12)),))
EARLY = Person(id="ada", name="Ada", available=(between(clock(7), clock(8)),))
IN_SESSION = {"at": ({"place": "s"},)}


def pinned(*pins, **how):
    """Requirements that talks are at places."""
    given = ({"talk": talk, "at": at, **how} for talk, at in pins)
    return {"requirements": tuple({"rule": "pinned", "given": told} for told in given)}


def hard(*talks, **facts):
    """The codes and subjects of what is hard about the facts."""
    found = check(morning(*talks, **facts), checks=())
    return [(f.code, f.about) for f in found if f.level is Level.HARD]


@pytest.mark.parametrize("at", ["s/1", "s", "2030-05-01T09:00", "2030-05-01 09:30"])
def test_pin_where_the_speaker_is_not_there_is_hard(at):
    facts = pinned(("a", at)) | {"people": (EARLY,)}

    assert hard(talk("a", "ada"), **facts) == [("speaker-available", ("ada", "a"))]


def test_pin_in_a_session_is_fine_if_one_slot_is():
    assert hard(talk("a", "ada"), **pinned(("a", "s")), people=(LATE,)) == []


def test_two_talks_pinned_to_one_slot_are_hard_and_both_are_named():
    ((code, about),) = hard(talk("a"), talk("b"), **pinned(("a", "s/2"), ("b", "s/2")))

    assert (code, {"a", "b"} <= set(about)) == ("room-free", True)


def test_pin_to_a_slot_that_is_too_short_is_hard():
    assert hard(talk("a", minutes=45), **pinned(("a", "p/1"))) == [("talk-fits", ("a", "p/1"))]


@pytest.mark.parametrize(
    "facts",
    [
        pinned(("a", "s/1"), level="soft"),
        pinned(("a", "s")) | {"items": (attic_session(), hall_session(slots=()))},
        pinned(("b", "s/1")),
    ],
)
def test_wish_packed_session_and_talk_that_is_off_pin_nothing(facts):
    off = talk("b", "ada", state="cancelled")

    assert hard(talk("a", "ada"), off, people=(EARLY,), **facts) == []


def test_talk_that_a_slot_has_already_is_not_put_elsewhere():
    fixed = talk("a", at=({"place": "s/1"},))

    assert [code for code, _ in hard(fixed, **pinned(("a", "s/2")))] == ["pinned"]


@pytest.mark.parametrize(
    ("person", "expected"), [(LATE, []), (EARLY, [("speaker-available", ("ada", "a"))])]
)
def test_talk_fixed_in_a_session_is_hard_only_if_no_slot_will_do(person, expected):
    assert hard(talk("a", "ada", **IN_SESSION), people=(person,)) == expected


def test_talks_that_need_the_same_slot_wait_for_solve():
    """Neither is refused alone; that both cannot be there is for the solver to say."""
    talks = talk("a", "ada", **IN_SESSION), talk("b", "ada", **IN_SESSION)
    found = check(morning(*talks, people=(LATE,)), checks=())

    assert [(f.code, f.level, f.about) for f in found if f.code == "talk-placed"] == [
        ("talk-placed", Level.NOTE, ("b",))
    ]
    assert hard(*talks, people=(LATE,)) == []
