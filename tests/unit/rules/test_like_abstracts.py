from programkit.model.base import TBD
from programkit.model.contributions import At, State
from programkit.model.program import Program
from programkit.rules import LikeAbstracts
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import search
from tiny import clock, found, morning, placed, talk

MAPS = {"title": "Robots", "abstract": "Robots draw maps of unknown houses."}
MORE = {"title": "Walls", "abstract": "Maps of houses help robots."}
BIRDS = {"title": TBD, "abstract": "Birds sing at dawn."}


def given(rule, *others, **places):
    conference = morning(talk("a", **MAPS), talk("b", **MORE), talk("c", **BIRDS), *others)
    return found(rule, placed(conference, **places))


def test_like_talks_in_one_session_are_fine():
    assert given(LikeAbstracts(), a="s/1", b="s/3", c="p/1") == []


def test_like_talks_in_two_sessions_cost_how_alike_they_are():
    assert given(LikeAbstracts(weight=2), a="s/1", b="p/1") == [("soft", 2 * 45, ("a", "b"))]


def test_talks_that_are_not_alike_may_be_anywhere():
    assert given(LikeAbstracts(), a="s/1", c="p/1") == []
    assert given(LikeAbstracts(least=46), a="s/1", b="p/1") == []


def test_talk_without_a_place_does_not_matter():
    assert given(LikeAbstracts(), a="s/1") == []


def test_talk_that_does_not_take_place_does_not_matter():
    twin = talk("d", state=State.CANCELLED, **MAPS)

    assert given(LikeAbstracts(), twin, a="s/1", d="p/1") == []


def test_only_the_nearest_belong_together():
    """The twins are nearest to each other; the third is as near to both, and to the first."""
    twin = talk("d", **MAPS)
    places = {"a": "s/1", "b": "p/1", "d": "s/2"}

    assert given(LikeAbstracts(neighbors=1), twin, **places) == [("soft", 41, ("a", "b"))]
    assert [about for *_, about in given(LikeAbstracts(), twin, **places)] == [
        ("a", "b"),
        ("b", "d"),
    ]


def test_message_says_how_alike():
    conference = morning(talk("a", **MAPS), talk("b", **MORE), talk("c", **BIRDS))
    (finding,) = LikeAbstracts().check(placed(conference, a="s/1", b="p/1"))

    assert finding.message == (
        'talk "a" (Robots) and talk "b" (Walls) are alike (45 of 100) and not in one session'
    )


def test_talk_in_no_session_does_not_matter():
    loose = talk("a", at=(At(start=clock(20), room="hall"),), minutes=10, **MAPS)
    conference = morning(loose, talk("b", at=(At(place="s/1"),), **MORE), talk("c", **BIRDS))

    assert found(LikeAbstracts(), Program.of(conference)) == []


def test_solver_has_nothing_to_bring_together_without_sessions():
    loose = [
        talk(name, at=(At(start=clock(20), room="hall"),), minutes=10, **MAPS) for name in "ab"
    ]
    decisions = Decisions(morning(*loose, days=()))
    LikeAbstracts().post(decisions)

    assert search(decisions, Limits(effort=1, workers=1)).cost == 0
