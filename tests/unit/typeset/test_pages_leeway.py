"""Pages that become a line longer, so that a few last lines need no page of their own."""

import pytest

from programkit.typeset.blocks import Block
from programkit.typeset.marks import Bar, Strip
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out

PAGE = PageShape(100, 120, (Frame(10, 10, 80, 100),))
TWO = PageShape(100, 120, (Frame(10, 10, 35, 100), Frame(55, 10, 35, 100)))


def lines(count):
    """So many lines 10 points high, each a block of its own."""
    return [Block((Strip(10, (Bar(0, 0, 1, 1, f"{at}"),)),)) for at in range(count)]


def lengths(flow):
    return [len(page.marks) for page in lay_out([flow]).pages]


@pytest.mark.parametrize(
    ("count", "pages"),
    [
        (20, [10, 10]),
        (21, [11, 10]),  # one line was left over
        (22, [11, 11]),
        (23, [10, 10, 3]),  # one more line a page does not save the last one
        (33, [11, 11, 11]),
        (36, [10, 10, 10, 6]),
        (44, [11, 11, 11, 11]),
    ],
)
def test_pages_are_a_line_longer_where_that_saves_one(count, pages):
    assert lengths(Flow(lines(count), PAGE, leeway=10)) == pages


def test_page_that_is_well_filled_is_not_saved():
    assert lengths(Flow(lines(77), PAGE, leeway=10)) == [10] * 7 + [7]


def test_pages_are_as_they_are_unless_asked():
    assert lengths(Flow(lines(21), PAGE)) == [10, 10, 1]


def test_single_page_is_never_longer():
    assert lengths(Flow(lines(4), PAGE, leeway=10)) == [4]


def test_all_columns_are_longer_together():
    assert lengths(Flow(lines(42), TWO, leeway=10)) == [22, 20]


def test_head_takes_its_room_from_the_first_page():
    head = [Block((Strip(30, (Bar(0, 0, 1, 1, "h"),)),))]
    assert lengths(Flow(lines(18), PAGE, head=head, leeway=10)) == [9, 10]


def test_forced_breaks_stay():
    first, *rest = lines(11)
    blocks = [*lines(3), Block(first.strips, break_before=True), *rest]
    assert lengths(Flow(blocks, PAGE, leeway=10)) == [3, 11]
