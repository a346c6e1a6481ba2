import pytest

from programkit.errors import SolveError
from programkit.model.base import TBD
from programkit.model.contributions import State, Track
from programkit.model.program import SessionDecision
from programkit.outline.build import build_outline
from programkit.rules import DEFAULT_RULES, OneTrack
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import search
from programkit.solving import solve
from tiny import attic_session, hall_session, morning, placed, talk

TRACKS = (Track(id="red", name="Red"), Track(id="blue", name="Blue"))


def tracked(*talks, **changes):
    items = (hall_session(track=TBD), attic_session(track=TBD))
    return morning(*talks, items=items, tracks=TRACKS, **changes)


def read(conference, **places):
    decisions = Decisions(conference)
    decisions.fix(placed(conference, **places))
    return search(decisions, Limits(effort=1)).program.sessions


def test_session_has_the_track_of_its_talks():
    conference = tracked(talk("a", track="red"), talk("b", track="red"), talk("c"))

    assert read(conference, a="s/1", b="s/2", c="s/3") == (
        SessionDecision(session="s", track="red"),
    )


def test_session_of_two_tracks_has_none():
    conference = tracked(talk("a", track="red"), talk("b", track="blue"))

    assert read(conference, a="s/1", b="s/2") == ()


def test_cancelled_talk_has_no_say():
    conference = tracked(talk("a", track="red"), talk("b", track="blue", state=State.CANCELLED))

    assert read(conference, a="s/1") == (SessionDecision(session="s", track="red"),)


def test_packed_session_has_a_track():
    items = (hall_session(slots=(), packed=True, minutes=60, track=TBD),)
    conference = morning(talk("a", minutes=60, track="red"), items=items, tracks=TRACKS)

    assert solve(conference).program.sessions == (SessionDecision(session="s", track="red"),)


def test_track_of_the_facts_stays():
    items = (hall_session(track="blue"),)
    conference = morning(talk("a", track="red"), items=items, tracks=TRACKS)

    assert read(conference, a="s/1") == ()


def test_another_track_than_that_of_the_talks_cannot_be_fixed():
    conference = tracked(talk("a", track="red"))
    wrong = placed(conference, a="s/1").replace(
        sessions=(SessionDecision(session="s", track="blue"),)
    )

    with pytest.raises(SolveError, match='session "s" has the track blue and talks of red'):
        Decisions(conference).fix(wrong)


def test_readers_see_the_track_that_solve_decides():
    conference = tracked(
        talk("a", track="red", minutes=30), talk("b", track="red"), talk("c", track="blue")
    )
    result = solve(conference, rules=(*DEFAULT_RULES, OneTrack()))
    (day,) = build_outline(result.program.public()).days
    shown = {
        item.track.id: {row.talk.track.id for row in item.rows if row.talk} for item in day.items
    }

    assert shown == {"red": {"red"}, "blue": {"blue"}}
