import pytest

from programkit.model.contributions import State
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import TalkPlacedOnce
from tiny import found, morning, placed, talk


def twice(conference):
    places = (Placement(talk="a", slots=("s/1",)), Placement(talk="a", slots=("s/2",), part=2))
    return Program(conference=conference, placements=places)


def test_talk_placed_once_is_fine():
    assert found(TalkPlacedOnce(), placed(morning(talk("a")), a="s/1")) == []


def test_talk_without_a_place_costs():
    assert found(TalkPlacedOnce(), placed(morning(talk("a")))) == [("soft", 1000, ("a",))]


def test_talk_without_a_place_is_hard_where_the_rule_is():
    assert found(TalkPlacedOnce(level="hard"), placed(morning(talk("a")))) == [("hard", 0, ("a",))]


def test_each_missing_part_costs():
    conference = morning(talk("a", parts=3))

    assert found(TalkPlacedOnce(), placed(conference, a="s/1")) == [("soft", 2000, ("a",))]


def test_talk_placed_too_often_is_hard_at_any_level():
    assert found(TalkPlacedOnce(), twice(morning(talk("a")))) == [("hard", 0, ("a",))]


def test_both_parts_placed_is_fine():
    assert found(TalkPlacedOnce(), twice(morning(talk("a", parts=2)))) == []


@pytest.mark.parametrize("state", [State.CANCELLED, State.WITHDRAWN])
def test_talk_that_does_not_take_place_needs_none(state):
    assert found(TalkPlacedOnce(), placed(morning(talk("a", state=state)))) == []


def test_withdrawn_talk_with_a_place_is_hard():
    conference = morning(talk("a", state=State.WITHDRAWN))

    assert found(TalkPlacedOnce(), placed(conference, a="s/1")) == [("hard", 0, ("a",))]


def test_cancelled_talk_keeps_its_place():
    conference = morning(talk("a", state=State.CANCELLED))

    assert found(TalkPlacedOnce(), placed(conference, a="s/1")) == []


def test_reserve_talk_need_not_be_placed():
    assert found(TalkPlacedOnce(), placed(morning(talk("a", reserve=True)))) == []


def test_talks_named_have_their_own_price():
    rule = TalkPlacedOnce(talks=("b",), weight=50)

    assert found(rule, placed(morning(talk("a"), talk("b")))) == [("soft", 50, ("b",))]


def test_default_rule_leaves_out_talks_named_by_another():
    rule = TalkPlacedOnce().beside([TalkPlacedOnce(talks=("b",), weight=50)])

    assert found(rule, placed(morning(talk("a"), talk("b")))) == [("soft", 1000, ("a",))]


def test_message_names_title_and_speaker():
    (finding,) = TalkPlacedOnce().check(placed(morning(talk("a", "ada"))))

    assert finding.message == 'talk "a" (A) has no place'
