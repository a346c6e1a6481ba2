"""The largest type in which blocks fit."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from programkit.paper.walls.fitting import fitting, height_of, largest
from programkit.paper.walls.pages import LEAST, sizes
from programkit.typeset.blocks import Block
from programkit.typeset.marks import Strip


def block(height, before=0.0, after=0.0):
    return Block((Strip(height),), space_before=before, space_after=after)


def test_height_is_that_of_blocks_and_the_room_around_them():
    assert height_of([block(10, 1, 2), block(20)]) == 33


def test_blocks_fit_to_the_last_point():
    assert fitting([block(4), block(6)], 10) == [block(4), block(6)]
    assert fitting([block(4), block(6.1)], 10) == []


def test_no_more_blocks_are_made_than_are_needed():
    def endless():
        while True:
            yield block(1)

    assert fitting(endless(), 50) == []


def test_first_size_that_fits_is_taken():
    assert largest(lambda size: [block(size * 3)], [9, 8, 7, 6], 23) == (7, [block(21)])
    assert largest(lambda size: [block(size * 3)], [9, 8, 7], 23) == (7, [block(21)])
    assert largest(lambda size: [block(size * 3)], [9, 8], 23) is None
    assert largest(lambda size: [block(size * 3)], [], 23) is None


@given(
    heights=st.lists(st.floats(0.1, 20), min_size=1, max_size=6),
    more=st.floats(0.1, 20),
    room=st.floats(10, 400),
)
def test_more_to_say_never_makes_type_larger(heights, more, room):
    def size(told):
        found = largest(lambda size: [block(height * size) for height in told], sizes(20), room)
        return found[0] if found else 0.0

    assert size([*heights, more]) <= size(heights)


def test_sizes_go_down_to_the_least():
    tried = sizes(20)
    assert tried[0] == 20
    assert tried[-1] == LEAST
    assert all(0.9 < small / large < 1 for large, small in pairwise(tried))
    assert sizes(5) == (LEAST,)
