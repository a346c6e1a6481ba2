from programkit.model.contributions import State
from programkit.rules import Candidates
from tiny import found, morning, placed, talk

AB = Candidates(slot="s/1", talks=("a", "b"))


def given(rule=AB, first=None, **places):
    conference = morning(talk("a", **(first or {})), talk("b"), talk("c"))
    return found(rule, placed(conference, **places))


def test_one_of_the_candidates_is_fine():
    assert given(b="s/1", c="s/2") == []


def test_none_is_not():
    assert given(c="s/1") == [("hard", 0, ("s/1",))]


def test_candidate_elsewhere_is_none():
    assert given(a="s/2") == [("hard", 0, ("s/1",))]


def test_two_places_are_one_too_many():
    assert given(a="s/1", b="s/2") == [("hard", 0, ("s/1", "a", "b"))]


def test_each_place_too_many_costs_and_so_does_none():
    rule = Candidates(slot="s/1", talks=("a", "b", "c"), level="soft", weight=2)

    assert given(rule, a="s/2", b="s/3", c="p/1") == [
        ("soft", 2, ("s/1",)),
        ("soft", 4, ("s/1", "c", "a", "b")),
    ]


def test_candidate_over_several_slots_has_the_slot():
    assert given(Candidates(slot="s/2", talks=("a", "b")), a=("s/1", "s/2")) == []


def test_cancelled_candidate_is_none():
    assert given(first={"state": State.CANCELLED}, a="s/1") == [("hard", 0, ("s/1",))]


def test_messages_name_slot_and_candidates():
    program = placed(morning(talk("a"), talk("b")), a="s/2", b="s/3")

    assert [finding.message for finding in AB.check(program)] == [
        'slot s/1 Wed 1 May 09:00 has none of its candidates talk "a" (A) and talk "b" (B)',
        'talk "a" (A) and talk "b" (B) have a place; only one of the candidates for slot s/1 Wed 1 May 09:00 should',
    ]
