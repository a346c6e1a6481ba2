"""Columns of blocks side by side."""

from programkit.paper.beside import beside
from programkit.typeset.blocks import Block
from programkit.typeset.marks import Anchor, Bar, Strip
from programkit.typeset.pages import Flow, Frame, PageShape, lay_out

SHAPE = PageShape(300, 300, (Frame(10, 10, 280, 280),))


def block(*heights, **told):
    strips = tuple(Strip(height, (Bar(0, 0, 5, height),)) for height in heights)
    return Block(strips, **told)


def placed(columns):
    (page,) = lay_out([Flow([*beside(columns), block(3)], SHAPE)]).pages
    return [(bar.x, bar.y, bar.height) for bar in page.marks]


def test_columns_begin_at_one_height_and_what_follows_is_below_the_longest():
    assert placed([(0, [block(20)]), (50, [block(10), block(30)])]) == [
        (10, 10, 20),
        (60, 10, 10),
        (60, 20, 30),
        (10, 50, 3),
    ]


def test_room_between_blocks_is_as_on_a_page():
    column = [block(10, space_after=4), block(5, 6, space_before=7), block(1, space_after=9)]
    assert placed([(0, column)]) == [
        (10, 10, 10),
        (10, 27, 5),
        (10, 32, 6),
        (10, 38, 1),
        (10, 39, 3),
    ]


def test_blocks_keep_what_they_are():
    strip = Strip(5, (Bar(0, 0, 5, 5),), (Anchor("a"),), ("☃",))
    told = Block((strip,), role="Figure", alt="A picture")
    first, spacer = beside([(7, [told])])
    assert (first.role, first.alt, first.height) == ("Figure", "A picture", 0)
    assert first.strips[0].anchors == (Anchor("a"),)
    assert first.strips[0].missing == ("☃",)
    assert first.keep_with_next
    assert (spacer.role, spacer.height) == ("Artifact", 5)


def test_columns_are_never_parted_by_the_end_of_a_page():
    columns = [(0, [block(100), block(60)]), (50, [block(90)])]
    first, second = lay_out([Flow([block(200), *beside(columns)], SHAPE)]).pages
    assert len(first.marks) == 1
    assert len(second.marks) == 3
