"""Two columns under one heading."""

import pytest

from programkit.paper.columns import balanced, two_columns
from programkit.typeset.blocks import Block
from programkit.typeset.marks import Bar, Strip
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out

HEIGHT = 100.0
SHAPE = PageShape(200, 120, (Frame(20, 10, 118, HEIGHT),), (Frame(10, 10, 118, HEIGHT),))


def block(name, height=10.0, **facts):
    return Block((Strip(height, (Bar(0, 0, 10, height, name),)),), **facts)


HEAD = block("head", 20.0, space_after=5.0)


def columns(*blocks):
    """For each page the names in its left and in its right column."""
    flow = Flow(tuple(balanced(HEAD, blocks, HEIGHT)), two_columns(SHAPE))
    pages = lay_out([flow]).pages
    return [
        tuple(_column(page, frame) for frame in page.shape.frames_of(page.number)) for page in pages
    ]


def _column(page, frame):
    return " ".join(mark.color for mark in page.marks if mark.x == frame.x)


def test_columns_share_the_width_but_for_a_gutter():
    left, right = two_columns(SHAPE).frames
    assert (left.x, left.width, right.x, right.width) == (20, 50, 88, 50)


def test_columns_of_left_hand_pages_have_their_margin():
    left, right = two_columns(SHAPE).frames_of(2)
    assert (left.x, right.x) == (10, 78)


def test_shape_without_left_hand_pages_has_the_same_columns_everywhere():
    shape = two_columns(PageShape(200, 120, SHAPE.frames))
    assert shape.frames_of(2) == shape.frames_of(1)


def test_columns_are_equally_long():
    assert columns(*map(block, "abcdef")) == [("head a b c", "d e f")]


def test_left_column_has_what_is_left_over():
    assert columns(*map(block, "abcde")) == [("head a b c", "d e")]


def test_one_block_stands_on_the_left():
    assert columns(block("a")) == [("head a", "")]


def test_nothing_has_no_columns():
    assert list(balanced(HEAD, [], HEIGHT)) == []


def test_right_column_begins_below_the_heading_as_the_left_one_does():
    flow = Flow(tuple(balanced(HEAD, [block("a"), block("b")], HEIGHT)), two_columns(SHAPE))
    (page,) = lay_out([flow]).pages
    assert {mark.color: mark.y for mark in page.marks} == {"head": 10, "a": 35, "b": 35}


def test_heading_is_never_at_the_foot_of_a_column():
    blocks = [block("a"), block("B", keep_with_next=True), block("b"), block("c")]
    assert columns(*blocks) == [("head a B b", "c")]


def test_full_pages_come_before_a_balanced_one():
    names = "abcdefghijklmnopqrstuv"  # seven fit below the heading, ten without it
    assert columns(*map(block, names)) == [
        ("head a b c d e f g", "h i j k l m n"),
        ("o p q r", "s t u v"),
    ]


def test_heading_moves_to_the_next_column_with_what_follows_it():
    blocks = [block(name, keep_with_next=name.isupper()) for name in "abcdefGhijklmnopqrstuv"]
    assert columns(*blocks)[0][0] == "head a b c d e f"


@pytest.mark.parametrize("height", [80.0, 300.0])
def test_block_as_high_as_a_column_or_higher_is_placed_once(height):
    placed = " ".join(
        " ".join(page) for page in columns(block("a"), block("b", height), block("c"))
    )
    assert sorted(placed.split()) == ["a", "b", "c", "head"]
