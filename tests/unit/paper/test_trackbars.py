"""Bars in the colors of tracks, and what a cover has beside its text."""

import pytest

from laid_out import book_of, laid_out
from programkit.paper.covermarks import CODE, cover_bars, cover_code
from programkit.paper.parts import Abstracts, Agenda, Cover, Welcome
from programkit.paper.trackbars import barred
from programkit.typeset.blocks import Block
from programkit.typeset.marks import Anchor, Bar, Strip
from workshop import workshop_program

RED = "#aa0000"


def block(lines, *anchors, **facts):
    return Block(tuple(Strip(10.0) for _ in range(lines)), **facts).anchored(*anchors)


def bars(blocks):
    """For each block the top, height and color of its bars, from its own top."""
    found = []
    for one in blocks:
        y, its = 0.0, []
        for strip in one.strips:
            its += [(y + mark.y, mark.height, mark.color) for mark in strip.marks]
            y += strip.height
        found.append(its)
    return found


def test_block_of_a_track_has_a_bar_beside_each_line():
    (made,) = bars(barred([block(2, Anchor("a"))], {"a": RED}))
    assert made == [(0, 10, RED), (10, 10, RED)]


def test_bar_goes_on_beside_further_headings_over_the_gap_between():
    head = block(1, Anchor("a"), keep_with_next=True, space_after=3)
    made = bars(barred([head, block(1, keep_with_next=True), block(1)], {"a": RED}))
    assert made == [[(0, 10, RED)], [(-3, 13, RED)], []]


def test_bars_of_one_color_that_follow_one_another_are_one():
    blocks = [block(1, Anchor("a"), space_after=3), block(1, Anchor("b"))]
    assert bars(barred(blocks, {"a": RED, "b": RED})) == [[(0, 10, RED)], [(-3, 13, RED)]]


def test_bar_ends_where_another_track_begins():
    head = block(1, Anchor("a"), keep_with_next=True, space_after=3)
    made = bars(
        barred([head, block(1, Anchor("b"), keep_with_next=True)], {"a": RED, "b": "#0000aa"})
    )
    assert made == [[(0, 10, RED)], [(0, 10, "#0000aa")]]


def test_blocks_without_a_track_are_left_as_they_are():
    blocks = [block(1, Anchor("a")), Block(())]
    assert list(barred(blocks, {"b": RED})) == blocks


def test_bars_come_after_the_marks_that_cells_count():
    strip = Strip(10.0, (Bar(0, 0, 1, 1, "text"),), (Anchor("a"),))
    (made,) = barred([Block((strip,))], {"a": RED})
    assert [mark.color for mark in made.strips[0].marks] == ["text", RED]


def test_booklet_has_bars_where_the_theme_asks_for_them():
    program = workshop_program()
    colors = {book_of(program).track_color(track) for track in book_of(program).outline.tracks}

    def found(**theme):
        pages = laid_out(program, Agenda(), Abstracts(), **theme).pages
        marks = (mark for page in pages for mark in page.marks if isinstance(mark, Bar))
        return {mark.color for mark in marks} & colors

    assert found() == set()
    assert found(track_bars=True) == colors


def test_bars_of_a_cover_cover_its_edge_and_the_bleed():
    measures = book_of(workshop_program(), bleed=3).theme.measures
    first, last = cover_bars([RED, "#0000aa"], measures)
    assert (first.x, first.y) == (-measures.bleed, -measures.bleed)
    assert first.y + first.height == last.y
    assert last.y + last.height == pytest.approx(measures.height + measures.bleed)


def test_code_of_a_cover_stands_in_the_corner_of_the_text():
    book = book_of(workshop_program())
    measures = book.theme.measures
    marks = list(cover_code(book.code("https://tides.example.org", CODE), measures))
    right = max(mark.x + mark.width for mark in marks)
    bottom = max(mark.y + mark.height for mark in marks)
    assert right == pytest.approx(measures.width - measures.outer)
    assert bottom == pytest.approx(measures.height - measures.bottom, abs=0.1)


@pytest.mark.parametrize(
    ("qr", "cover", "welcome"),
    [("none", False, False), ("cover", True, False), ("welcome", False, True)],
)
def test_code_stands_where_the_theme_says(qr, cover, welcome):
    pages = laid_out(workshop_program(), Cover(), Welcome(), qr=qr).pages
    many = [sum(isinstance(mark, Bar) for mark in page.marks) > 100 for page in pages]
    assert many == [cover, welcome]


def test_cover_has_a_bar_of_each_track_if_the_theme_asks():
    program = workshop_program()
    (page,) = laid_out(program, Cover(), cover_bars=True).pages
    made = book_of(program)
    edge = [mark.color for mark in page.marks if isinstance(mark, Bar) and mark.x == 0]
    assert edge == [made.track_color(track) for track in made.outline.tracks]
