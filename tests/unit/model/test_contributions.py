"""Tests of talks and posters."""

import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.contributions import At, CoAuthor, Poster, State, Talk, Track


def test_at_is_a_place_or_a_time():
    assert At(place="2024-09-30/1").start is None


@pytest.mark.parametrize("facts", [{}, {"place": "a", "start": "2024-09-30T08:00Z"}])
def test_at_nowhere_or_twice_is_refused(facts):
    with pytest.raises(ValidationError, match=r"say either a slot \(or session\) id, or a time"):
        At(**facts)


def test_speakers_to_be_announced_are_nobody_yet():
    assert (Talk(id="a").speakers, Talk(id="a").speaker_ids) == (TBD, ())


def test_people_of_talk_are_each_once_speakers_first():
    coauthors = (CoAuthor(person="b"), CoAuthor(person="c"))

    assert Talk(id="t", speakers=("a", "b"), coauthors=coauthors).people_ids == ("a", "b", "c")


@pytest.mark.parametrize(
    ("state", "takes_place"),
    [
        (State.CONFIRMED, True),
        (State.TENTATIVE, True),
        (State.CANCELLED, False),
        (State.WITHDRAWN, False),
    ],
)
def test_state_tells_whether_it_takes_place(state, takes_place):
    assert Poster(id="p", state=state).takes_place is takes_place


@pytest.mark.parametrize("color", ["", "#00ff7F"])
def test_color_of_track_is_empty_or_six_digits(color):
    assert Track(id="t", name="T", color=color).color == color


@pytest.mark.parametrize("color", ["red", "#fff", "#00ff7f;"])
def test_other_color_of_track_is_refused(color):
    with pytest.raises(ValidationError):
        Track(id="t", name="T", color=color)
