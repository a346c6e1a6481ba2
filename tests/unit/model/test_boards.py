import pytest
from pydantic import ValidationError

from programkit.errors import ConferenceError
from programkit.model.boards import (
    Place,
    PosterDecision,
    as_hung,
    is_complete,
    is_open,
    place_of,
    places_for,
    poster_sessions,
)
from programkit.model.contributions import Poster, State
from programkit.model.days import Session
from programkit.model.program import Program
from tiny import hall_session, morning


def session(name, **facts):
    return Session(**{"id": name, "room": "attic", "minutes": 60, "start": 540, **facts})


WALL = session("wall", kind="posters", boards=("1", "2", "2"))
LAWN = session("lawn", kind="posters")
DEMOS = session("demos", kind="demos", boards=("2", "3"))


def showing(*posters):
    return morning(items=(hall_session(), WALL, LAWN, DEMOS), posters=posters)


def places(**facts):
    poster = Poster(id="p", **facts)
    return [tuple(place) for place in places_for(showing(poster), poster)]


def test_sessions_of_their_kind_or_with_boards_show_posters():
    assert [s.id for s in poster_sessions(showing())] == ["wall", "lawn", "demos"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, [("wall", "1"), ("wall", "2"), ("lawn", ""), ("demos", "2"), ("demos", "3")]),
        ({"session": "wall"}, [("wall", "1"), ("wall", "2")]),
        ({"session": "wall", "board": "2"}, [("wall", "2")]),
        ({"session": "wall", "board": "9"}, [("wall", "9")]),
        ({"session": "lawn"}, [("lawn", "")]),
        ({"session": "s"}, [("s", "")]),
        ({"board": "2"}, [("wall", "2"), ("lawn", "2"), ("demos", "2")]),
    ],
)
def test_poster_may_hang_where_the_facts_leave_it_open(facts, expected):
    assert places(**facts) == expected


@pytest.mark.parametrize(
    ("facts", "opened"),
    [
        ({}, True),
        ({"session": "wall"}, True),
        ({"session": "lawn"}, False),
        ({"session": "wall", "board": "1"}, False),
        ({"state": State.WITHDRAWN}, False),
    ],
)
def test_poster_is_open_if_a_place_is_missing(facts, opened):
    poster = Poster(id="p", **facts)

    assert is_open(showing(poster), poster) is opened


def test_place_is_complete_with_a_board_of_the_session():
    conference = showing()

    assert is_complete(conference, Place("wall", "1"))
    assert is_complete(conference, Place("lawn", ""))
    assert not is_complete(conference, Place("wall", ""))
    assert not is_complete(conference, None)


def test_decision_fills_what_is_open_and_overrules_nothing():
    decision = PosterDecision(poster="p", session="wall", board="2")

    assert place_of(as_hung(Poster(id="p"), decision)) == ("wall", "2")
    assert place_of(as_hung(Poster(id="p", session="lawn"), decision)) == ("lawn", "2")
    assert place_of(as_hung(Poster(id="p", session="wall", board="1"), decision)) == ("wall", "1")


def test_program_has_the_posters_where_they_hang():
    program = Program(
        conference=showing(Poster(id="p"), Poster(id="q")),
        boards=(PosterDecision(poster="p", session="wall", board="2"),),
    )

    assert program.hung == {"p": ("wall", "2"), "q": None}


def test_decision_about_what_is_not_there_is_a_fault():
    decisions = (PosterDecision(poster="x", session="nowhere"),)

    with pytest.raises(ConferenceError) as caught:
        Program(conference=showing(), boards=decisions)

    assert [fault.message for fault in caught.value.faults] == [
        'the decision about poster "x" names poster "x", which does not exist',
        'the decision about poster "x" names session "nowhere", which does not exist',
    ]


def test_board_needs_a_session():
    with pytest.raises(ValidationError):
        PosterDecision(poster="p", board="2")


def test_readers_see_no_boards_of_withdrawn_posters():
    facts = showing(Poster(id="p", state=State.WITHDRAWN), Poster(id="q"))
    decided = tuple(PosterDecision(poster=p, session="lawn") for p in "pq")

    assert Program(conference=facts, boards=decided).public().boards == decided[1:]
