"""Rules about where posters hang."""

import pytest

from postertellings import BY_POSTER
from programkit.checking import check
from programkit.model.base import TBD
from programkit.model.boards import PosterDecision
from programkit.model.contributions import Poster, State, Track
from programkit.model.days import Day, Session
from programkit.model.people import Person
from programkit.model.placement import Placement
from programkit.model.program import SessionDecision
from programkit.rules import (
    RULES,
    PosterAvailable,
    PosterBoard,
    PosterFree,
    PostersNear,
    Reads,
)
from programkit.solving import solve
from tiny import attic_session, between, clock, found, hall_session, morning, placed, talk


def posters_at(clock_time=9 * 60, **changes):
    facts = {"id": "wall", "room": "attic", "kind": "posters", "start": clock_time, "minutes": 60}
    return Session(**{**facts, "boards": ("1", "2", "3", "4"), **changes})


def poster(name, *speakers, **facts):
    return Poster(**{"id": name, "title": name.upper(), "speakers": speakers, **facts})


def showing(*posters, talks=(), wall=None, **changes):
    items = (hall_session(), wall or posters_at())
    tracks = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))
    return morning(*talks, **{"posters": posters, "items": items, "tracks": tracks, **changes})


def hung(conference, /, places=(), **boards):
    """The program with talks in slots, and with posters on these boards of the wall."""
    decided = tuple(
        PosterDecision(poster=name, session="wall", board=board) for name, board in boards.items()
    )
    return placed(conference, **dict(places)).replace(boards=decided)


def messages(rule, program):
    return [f.message for f in rule.check(program)]


def test_all_rules_about_posters_read_boards():
    assert {rule for rule in RULES if Reads.BOARD in rule.reads} >= set(BY_POSTER)


# poster-board


def test_poster_on_a_board_has_its_place():
    assert found(PosterBoard(), hung(showing(poster("a")), a="1")) == []


def test_poster_in_no_session_lacks_one():
    program = hung(showing(poster("a")))

    assert found(PosterBoard(), program) == [("soft", 100, ("a",))]
    assert messages(PosterBoard(), program) == ['poster "a" (A) is in no session']


def test_poster_in_a_session_with_boards_needs_one():
    program = hung(showing(poster("a", session="wall")))

    assert messages(PosterBoard(), program) == [
        'poster "a" (A) has no board in session wall Wed 1 May 09:00'
    ]


def test_poster_in_a_session_without_boards_needs_none():
    conference = showing(poster("a", session="wall"), wall=posters_at(boards=()))

    assert found(PosterBoard(), hung(conference)) == []


def test_board_that_there_is_not_is_none():
    program = hung(showing(poster("a", session="wall", board="9")))

    assert found(PosterBoard(), program) == [("soft", 100, ("a",))]
    assert messages(PosterBoard(), program) == [
        'poster "a" (A) hangs on board 9, which session wall Wed 1 May 09:00 does not have'
    ]


def test_two_posters_on_one_board_are_always_hard():
    conference = showing(poster("a", session="wall", board="2"), poster("b"))
    program = hung(conference, b="2")

    assert found(PosterBoard(), program) == [("hard", 0, ("wall", "a", "b"))]
    assert messages(PosterBoard(), program) == [
        'poster "a" (A) and poster "b" (B) hang on one board, 2'
    ]


def test_poster_that_is_not_shown_needs_no_board():
    conference = showing(poster("a", state=State.CANCELLED), poster("b"))

    assert found(PosterBoard(), hung(conference, a="2", b="2")) == []


def test_nothing_is_asked_where_no_session_shows_posters():
    assert found(PosterBoard(), placed(morning(posters=(poster("a"),)))) == []


def test_open_poster_of_a_conference_is_a_note():
    conference = showing(poster("a"), poster("b", session="wall", board="9"))
    notes = [f for f in check(conference) if f.code == "poster-board"]

    assert [(f.level.value, f.about, f.remedy) for f in notes] == [
        (
            "soft",
            ("b",),
            "add boards: to a session of kind posters, or give its session and board",
        ),
        ("note", ("a",), "solve will look for a place"),
    ]


# poster-free


def test_presenter_does_not_speak_elsewhere():
    conference = showing(poster("a", "ada"), talks=(talk("t", "ada"),))
    program = hung(conference, {"t": "s/1"}, a="1")

    assert found(PosterFree(), program) == [("soft", 10, ("ada", "a", "t"))]
    assert messages(PosterFree(), program) == [
        'Ada presents poster "a" (A) and speaks meanwhile: talk "t" (T) Wed 1 May 09:00'
    ]


def test_presenter_speaks_later():
    conference = showing(poster("a", "ada"), talks=(talk("t", "ada"),))

    assert found(PosterFree(), hung(conference, {"t": "s/3"}, a="1")) == []


def test_talk_at_the_posters_is_not_elsewhere():
    wall = posters_at(packed=True)
    conference = showing(poster("a", "ada"), talks=(talk("t", "ada", minutes=10),), wall=wall)
    there = Placement(talk="t", session="wall", start=clock(9), minutes=10)
    program = hung(conference, a="1").replace(placements=(there,))

    assert found(PosterFree(), program) == []


def test_presenter_does_not_chair_elsewhere():
    items = (hall_session(chairs=TBD), posters_at(chairs=("ada",)), attic_session(start=720))
    conference = showing(poster("a", "ada"), items=items)
    program = hung(conference, a="1").replace(
        sessions=(SessionDecision(session="s", chairs=("ada",)),)
    )

    assert found(PosterFree(), program) == [("soft", 10, ("ada", "a", "s"))]
    assert messages(PosterFree(), program) == [
        'Ada presents poster "a" (A) and chairs session s Wed 1 May 09:00 meanwhile'
    ]


def test_solver_knows_when_a_presenter_chairs_at_another_time():
    items = (posters_at(), attic_session(start=720, chairs=("ada",)))

    assert solve(showing(poster("a", "ada"), items=items)).cost == 0


def test_poster_without_a_session_keeps_nobody():
    conference = showing(poster("a", "ada"), talks=(talk("t", "ada"),))

    assert found(PosterFree(), hung(conference, {"t": "s/1"})) == []


# poster-available


def available(start, end):
    return (Person(id="ada", name="Ada", available=(between(start, end),)),)


def test_presenter_is_available_while_it_is_shown():
    early = showing(poster("a", "ada"), people=available(clock(8), clock(10)))
    late = showing(poster("a", "ada"), people=available(clock(9, 30), clock(12)))

    assert found(PosterAvailable(), hung(early, a="1")) == []
    assert found(PosterAvailable(), hung(late, a="1")) == [("soft", 10, ("ada", "a", "wall"))]
    assert messages(PosterAvailable(), hung(late, a="1")) == [
        (
            'Ada is not available for poster "a" (A) in session wall Wed 1 May 09:00, '
            "only Wed 1 May 09:30–12:00"
        )
    ]


@pytest.mark.parametrize(
    "changes", [{"days": (Day(date=TBD, items=(posters_at(),)),)}, {"wall": posters_at(TBD)}]
)
def test_hours_say_nothing_of_unknown_times(changes):
    conference = showing(poster("a", "ada"), people=available(clock(8), clock(9)), **changes)

    assert found(PosterAvailable(), hung(conference, a="1")) == []


# posters-near


def red(*names):
    return [poster(name, track="red", tags=("new",)) for name in names]


def test_posters_side_by_side_are_near():
    assert found(PostersNear(), hung(showing(*red("a", "b")), a="3", b="2")) == []


def test_each_board_between_costs():
    program = hung(showing(*red("a", "b"), poster("c", track="blue")), a="1", b="4", c="2")

    assert found(PostersNear(), program) == [("soft", 2, ("red", "wall"))]
    assert messages(PostersNear(), program) == [
        "the posters of the track Red are not side by side in session wall Wed 1 May 09:00"
    ]


def test_tags_are_near_if_told():
    program = hung(showing(*red("a", "b")), a="1", b="3")

    assert found(PostersNear(by="tag"), program) == [("soft", 1, ("new", "wall"))]


def test_each_session_more_costs():
    other = posters_at(720, id="floor")
    conference = showing(*red("a", "b"), items=(posters_at(), other))
    program = hung(conference, a="1").replace(
        boards=(
            PosterDecision(poster="a", session="wall", board="1"),
            PosterDecision(poster="b", session="floor", board="3"),
        )
    )

    assert found(PostersNear(), program) == [("soft", 1, ("red", "wall", "floor"))]
    assert messages(PostersNear(), program) == ["the posters of the track Red are in 2 sessions"]


def test_posters_without_boards_are_near_in_one_session():
    conference = showing(*red("a", "b"), wall=posters_at(boards=()))

    assert found(PostersNear(), hung(conference, a="", b="")) == []


@pytest.mark.parametrize(
    ("rule", "about", "words"),
    [
        (PosterBoard(), ("a",), 'poster "a" (A) has a board'),
        (PosterBoard(), ("wall", "2"), "board 2 of session wall Wed 1 May 09:00 shows one poster"),
        (PosterFree(), ("ada",), "Ada is not elsewhere while presenting a poster"),
        (
            PosterAvailable(),
            ("ada", "a"),
            'Ada presents poster "a" (A) only Wed 1 May 08:00–09:00',
        ),
        (PostersNear(), ("red",), "the posters of the track Red hang side by side"),
        (PostersNear(by="tag"), ("new", "wall"), "the posters of tag new hang side by side"),
    ],
)
def test_requirement_is_said_in_a_clause(rule, about, words):
    conference = showing(poster("a", "ada"), people=available(clock(8), clock(9)))

    assert rule.requirement(conference, about) == words
