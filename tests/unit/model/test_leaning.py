from programkit.model.leaning import Leaning, joined
from tiny import between, clock

MORNING = (between(clock(9), clock(12)),)
NOON = (between(clock(11), clock(13)),)


def test_nothing_said_is_nothing():
    assert joined(()) == Leaning()


def test_rooms_are_those_that_all_allow():
    said = [Leaning(rooms=frozenset("ab")), Leaning(), Leaning(rooms=frozenset("bc"))]

    assert joined(said) == Leaning(rooms=frozenset("b"))


def test_all_hours_hold_each_once():
    said = [Leaning(hours=(MORNING,)), Leaning(hours=(NOON, MORNING))]

    assert joined(said) == Leaning(hours=(MORNING, NOON))


def test_costs_add_up():
    said = [Leaning(costs=(("b", 1), ("a", 2)), apart=3), Leaning(costs=(("a", 5),), apart=4)]

    assert joined(said) == Leaning(costs=(("a", 7), ("b", 1)), apart=7)
