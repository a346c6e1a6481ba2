"""Boxes of ink around a baseline."""

from programkit.typeset.formulas.box import (
    Box,
    Filled,
    bar,
    beside_each_other,
    over_each_other,
    room,
)

INK = Filled(0, -5, 10, 7)
BOX = Box(10, 5, 2, (INK,))


def test_height():
    assert BOX.height == 7


def test_moved_down_and_right():
    moved = BOX.moved(3, 1)

    assert moved == Box(10, 4, 3, (Filled(3, -4, 10, 7),))


def test_centered():
    assert BOX.centered(20) == Box(20, 5, 2, (Filled(5, -5, 10, 7),))


def test_over_each_other():
    both = over_each_other((BOX, Box(4, 9, 0, missing=("x",))))

    assert both == Box(10, 9, 2, (INK,), missing=("x",))
    assert over_each_other((BOX,), 3).width == 3
    assert over_each_other(()) == Box()


def test_beside_each_other():
    row = beside_each_other((BOX, room(3), BOX))

    assert row == Box(23, 5, 2, (INK, Filled(13, -5, 10, 7)))


def test_bar_has_its_middle_where_it_is_said():
    assert bar(10, 2, -4) == Box(10, 5, -3, (Filled(0, -5, 10, 2),))
