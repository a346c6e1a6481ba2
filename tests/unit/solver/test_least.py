import pytest

from programkit.model.contributions import At
from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES, StayPut, TalkPlacedOnce, Times
from programkit.solver import least as module
from programkit.solver.around import Around
from programkit.solver.least import least
from programkit.solver.limits import Limits
from tiny import attic_session, hall_session, morning, placed, talk

LIMITS = Limits(effort=5, workers=1)
RULES = tuple(rule for rule in DEFAULT_RULES if not isinstance(rule, TalkPlacedOnce))


def where(found):
    return {p.talk: p.slots for p in found.program.placements}


def moved(program, *rules, **more):
    first = [StayPut(placements=program.placements), TalkPlacedOnce()]
    return least(program.conference, first, [*RULES, *rules], LIMITS, before=program, **more)


def test_nothing_moves_without_need():
    before = placed(morning(talk("a"), talk("b")), a="s/2", b="p/1")
    found = moved(before, Times(talks=("a",), prefer=("9:00-9:30",), weight=500))

    assert where(found) == {"a": ("s/2",), "b": ("p/1",)}
    assert (found.status, found.cheapest) == (Status.OPTIMAL, True)


def test_of_equally_small_changes_the_cheapest_is_made():
    fixed = talk("b", at=(At(place="s/2"),))
    before = placed(morning(talk("a"), fixed, items=(hall_session(),)), a="s/2", b="s/2")

    assert where(moved(before, Times(talks=("a",), avoid=("9:00-9:30",))))["a"] == ("s/3",)
    assert where(moved(before, Times(talks=("a",), avoid=("10:00-10:30",))))["a"] == ("s/1",)


def test_what_is_forced_is_done():
    before = placed(morning(talk("a")), a="s/1")
    found = moved(before, force=lambda decisions: decisions.must(decisions.slot("s/3")))

    assert where(found) == {"a": ("s/3",)}


def test_only_a_part_moves_if_told_so():
    before = placed(morning(talk("a"), talk("b")), a="s/1", b="s/2")
    around = Around(program=before, talks=frozenset({"b"}))
    found = moved(before, around=around)

    assert where(found) == {"a": ("s/1",), "b": ("s/2",)}


def test_impossible_is_said():
    at = (At(place="p/1"),)
    conference = morning(talk("a", at=at), talk("b", at=at), items=(attic_session(),))
    found = least(conference, [TalkPlacedOnce()], RULES, LIMITS)

    assert (found.status, found.program) == (Status.INFEASIBLE, None)


def test_one_search_is_enough_where_nothing_comes_second():
    found = least(morning(talk("a")), DEFAULT_RULES, (), LIMITS)

    assert (found.status, found.cheapest, len(found.program.placements)) == (
        Status.OPTIMAL,
        True,
        1,
    )


def test_interrupted_before_anything_is_found(monkeypatch):
    monkeypatch.setattr(module, "run", lambda *_: (0, True))

    with pytest.raises(KeyboardInterrupt):
        least(morning(talk("a")), DEFAULT_RULES, (), LIMITS)
