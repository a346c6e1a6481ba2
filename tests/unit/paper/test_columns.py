"""Pages with one or several columns."""

from programkit.paper.columns import page_shape
from programkit.paper.look.measures import Measures

MEASURES = Measures(
    width=200,
    height=300,
    top=20,
    bottom=30,
    inner=25,
    outer=35,
    size=10,
    leading=13,
    columns=2,
    gutter=10,
    bleed=4,
    display=10,
)


def test_column_is_between_the_margins():
    (frame,) = page_shape(MEASURES, 1).frames
    assert (frame.x, frame.y, frame.width, frame.height) == (25, 20, 140, 250)


def test_margins_are_mirrored():
    assert page_shape(MEASURES, 1).frames_of(2)[0].x == 35


def test_columns_share_the_width_but_for_gutters():
    left, right = page_shape(MEASURES, 2).frames
    assert (left.x, left.width, right.x, right.width) == (25, 65, 100, 65)


def test_columns_of_left_hand_pages_have_their_margin():
    assert [frame.x for frame in page_shape(MEASURES, 3).frames_of(2)] == [35, 85, 135]


def test_page_has_its_size_and_bleed():
    shape = page_shape(MEASURES, 1)
    assert (shape.width, shape.height, shape.bleed) == (200, 300, 4)
