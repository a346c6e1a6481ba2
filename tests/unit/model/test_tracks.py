from programkit.model.base import TBD
from programkit.model.contributions import State, Track
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.model.tracks import with_tracks
from programkit.outline.build import build_outline
from programkit.rules import DEFAULT_RULES, OneTrack
from programkit.solving import solve
from tiny import attic_session, hall_session, morning, placed, talk

TRACKS = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))
RED = SessionDecision(session="s", track="red")


def tracked(*talks, **changes):
    items = (hall_session(track=TBD), attic_session(track=TBD))
    return morning(*talks, **{"items": items, "tracks": TRACKS, **changes})


def test_session_has_the_track_of_its_talks():
    conference = tracked(talk("a", track="red"), talk("b", track="red"), talk("c"))

    assert with_tracks(placed(conference, a="s/1", b="s/2", c="s/3")).sessions == (RED,)


def test_session_of_two_tracks_has_none():
    program = placed(tracked(talk("a", track="red"), talk("b", track="blue")), a="s/1", b="s/2")

    assert with_tracks(program) is program


def test_cancelled_talk_has_no_say():
    conference = tracked(talk("a", track="red"), talk("b", track="blue", state=State.CANCELLED))

    assert with_tracks(placed(conference, a="s/1", b="s/2")).sessions == (RED,)


def test_packed_session_has_a_track():
    items = (hall_session(slots=(), packed=True, minutes=60, track=TBD),)
    conference = tracked(talk("a", minutes=60, track="red"), items=items)
    there = Placement(talk="a", session="s", start="2030-05-01T07:00Z", minutes=60)

    assert with_tracks(Program(conference=conference, placements=(there,))).sessions == (RED,)


def test_track_of_the_facts_stays():
    conference = tracked(talk("a", track="red"), items=(hall_session(track="blue"),))

    assert with_tracks(placed(conference, a="s/1")).sessions == ()


def test_track_is_beside_what_else_is_decided():
    items = (hall_session(track=TBD, room=TBD),)
    program = placed(tracked(talk("a", track="red"), items=items), a="s/1")
    roomed = program.replace(sessions=(SessionDecision(session="s", room="hall"),))

    assert with_tracks(roomed).sessions == (RED.replace(room="hall"),)


def test_track_of_other_talks_is_forgotten():
    program = placed(tracked(talk("a", track="blue"), talk("b", track="red")), a="p/1")
    old = (RED, SessionDecision(session="p", track="red"))

    assert with_tracks(program.replace(sessions=old)).sessions == (
        SessionDecision(session="s"),
        SessionDecision(session="p", track="blue"),
    )


def test_readers_see_the_track_that_solve_decides():
    talks = (talk("a", track="red"), talk("b", track="red"), talk("c", track="blue"))
    result = solve(tracked(*talks), rules=(*DEFAULT_RULES, OneTrack()))
    (day,) = build_outline(result.program.public()).days
    shown = {s.track.id: {row.talk.track.id for row in s.rows if row.talk} for s in day.items}

    assert shown == {"red": {"red"}, "blue": {"blue"}}
