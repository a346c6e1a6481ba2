import pytest
from pydantic import ValidationError

from programkit.errors import ConferenceError
from programkit.model.interests import Interest, Stars
from tiny import morning, talk

STARS = Stars(
    (
        Interest(attendee="x", talks=("b", "a")),
        Interest(attendee="x", talks=("a", "c")),
        Interest(attendee="y", talks=("c", "a")),
        Interest(attendee="z"),
    )
)


def test_stars_of_a_talk_are_attendees_each_counted_once():
    assert STARS.of_talk == {"a": 2, "b": 1, "c": 2}


def test_stars_of_a_pair_are_attendees_who_want_both():
    assert STARS.beside == {"a": {"b": 1, "c": 2}, "b": {"a": 1, "c": 1}, "c": {"a": 2, "b": 1}}


def test_nobody_wants_anything():
    assert (Stars(()).of_talk, Stars(()).beside) == ({}, {})


def test_conference_counts_its_own():
    facts = morning(talk("a"), talk("b"), interests=(Interest(attendee="x", talks=("b", "a")),))

    assert facts.stars.beside == {"a": {"b": 1}, "b": {"a": 1}}


def test_talk_that_nobody_gives_is_a_fault():
    with pytest.raises(ConferenceError, match='an attendee names talk "z", which does not exist'):
        morning(talk("a"), interests=(Interest(attendee="x", talks=("a", "z")),))


def test_attendee_must_be_told_apart():
    with pytest.raises(ValidationError):
        Interest(attendee="", talks=("a",))


def test_interests_are_private():
    facts = morning(talk("a"), interests=(Interest(attendee="x", talks=("a",)),))

    assert facts.public().interests == ()
