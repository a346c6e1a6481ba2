"""Pages with several columns: heads across all of them, and last ones that end side by side."""

import pytest

from programkit.typeset.blocks import Block
from programkit.typeset.marks import Anchor, Bar, Strip
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out

PAGE = PageShape(100, 120, (Frame(10, 10, 35, 100), Frame(55, 10, 35, 100)))


def lines(name, count, **block):
    """A block of lines 10 points high; every line draws a bar of its own color to be known by."""
    strips = tuple(Strip(10, (Bar(0, 0, 1, 1, f"{name}{at}"),)) for at in range(1, count + 1))
    return Block(strips, **block)


def columns(page):
    """The names of the lines in each column."""
    return [[mark.color for mark in page.marks if mark.x == x] for x in (10, 55)]


def heights(page):
    return {mark.color: mark.y for mark in page.marks}


def test_head_stands_above_all_columns_of_the_first_page():
    flow = Flow([lines("a", 30)], PAGE, head=[lines("h", 2, space_after=8)])
    first, second = lay_out([flow]).pages
    assert columns(first) == [
        ["h1", "h2", *(f"a{n}" for n in range(1, 8))],
        [f"a{n}" for n in range(8, 15)],
    ]
    assert (heights(first)["a1"], heights(first)["a8"]) == (38, 38)
    assert heights(second)["a15"] == 10


def test_anchors_of_a_head_are_on_its_page():
    head = [lines("h", 1).anchored(Anchor("here"))]
    assert lay_out([Flow([], PAGE), Flow([lines("a", 1)], PAGE, head=head)]).labels == {"here": "2"}


def test_last_page_is_balanced_if_asked():
    flow = Flow([lines("a", 1) for _ in range(26)], PAGE, balanced=True)
    assert [list(map(len, columns(page))) for page in lay_out([flow]).pages] == [[10, 10], [3, 3]]


def test_last_page_is_filled_column_by_column_if_not_asked():
    flow = Flow([lines("a", 1) for _ in range(26)], PAGE)
    assert list(map(len, columns(lay_out([flow]).pages[-1]))) == [6, 0]


def test_left_column_has_what_is_left_over():
    flow = Flow([lines("a", 1) for _ in range(7)], PAGE, balanced=True)
    assert list(map(len, columns(lay_out([flow]).pages[0]))) == [4, 3]


def test_balanced_columns_obey_what_is_kept_together():
    blocks = [lines("a", 1), lines("H", 1, keep_with_next=True), lines("b", 2), lines("c", 1)]
    flow = Flow(blocks, PAGE, balanced=True)
    assert columns(lay_out([flow]).pages[0]) == [["a1", "H1", "b1", "b2"], ["c1"]]


def test_balanced_columns_leave_no_line_of_a_paragraph_alone():
    flow = Flow([lines("a", 3)], PAGE, balanced=True)
    assert columns(lay_out([flow]).pages[0]) == [["a1", "a2", "a3"], []]


@pytest.mark.parametrize("height", [80, 300])
def test_what_is_as_high_as_a_column_or_higher_is_placed_once(height):
    tall = Block((Strip(height, (Bar(0, 0, 1, 1, "tall"),)),))
    pages = lay_out([Flow([lines("a", 1), tall, lines("b", 1)], PAGE, balanced=True)]).pages
    assert sorted(mark.color for page in pages for mark in page.marks) == ["a1", "b1", "tall"]


def test_one_column_is_never_made_shorter():
    page = PageShape(100, 120, (Frame(10, 10, 80, 100),))
    flow = Flow([lines("a", 1, fill_before=1.0)], page, balanced=True)
    assert heights(lay_out([flow]).pages[0]) == {"a1": 100}
