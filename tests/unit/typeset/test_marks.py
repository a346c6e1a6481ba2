from dataclasses import replace
from pathlib import Path

import pytest

from programkit.typeset.faces import default_family
from programkit.typeset.marks import (
    Anchor,
    Bar,
    Look,
    PageNumber,
    Picture,
    Strip,
    fragment,
    shifted,
)
from programkit.typeset.shaping import Glyph

LOOK = Look(default_family().chain(), 10.0, "muted", "#talk")


def test_fragment_looks_as_told():
    glyphs = (Glyph(1, "a", 500), Glyph(2, "b", 500))
    made = fragment(LOOK, LOOK.chain[0], glyphs, 1, 2, 10)
    assert (made.x, made.y, made.width, made.size) == (1, 2, 10, 10)
    assert (made.color, made.link, made.text) == ("muted", "#talk", "ab")


@pytest.mark.parametrize("mark", [Bar(1, 2, 3, 4), Picture(1, 2, 3, 4, Path("logo.png"))])
def test_shifted_mark_is_moved(mark):
    moved = shifted(mark, 10, 20)
    assert (moved.x, moved.y, moved.width, moved.height) == (11, 22, 3, 4)


def test_page_number_ends_at_the_right_edge_of_its_room():
    (made,) = PageNumber(100, 50, 20, "talk", LOOK).filled("42")
    assert made.text == "42"
    assert made.x + made.width == pytest.approx(120)
    assert (made.y, made.link) == (50, "#talk")


def test_page_number_in_several_faces_is_in_order():
    first, second = PageNumber(0, 0, 30, "talk", LOOK).filled("1∑")
    assert (first.text, second.text) == ("1", "∑")
    assert second.x == pytest.approx(first.x + first.width)


def test_page_number_without_a_label_is_nothing():
    assert PageNumber(0, 0, 20, "talk", LOOK).filled("") == ()


def test_pages_of_several_anchors_are_named_once_in_order():
    number = PageNumber(0, 0, 60, "a", LOOK, ("b", "c", "d"))
    made = number.filled("12", "7", "", "12")
    assert "".join(mark.text for mark in made) == "7, 12"
    assert [(mark.text, mark.link) for mark in made] == [("7", "#b"), (", ", None), ("12", "#a")]
    assert made[-1].x + made[-1].width == pytest.approx(60)


def test_page_number_without_a_link_leads_nowhere():
    (made,) = PageNumber(0, 0, 60, "a", replace(LOOK, link=None)).filled("7")
    assert made.link is None


def test_moved_strip_takes_its_marks_along():
    strip = Strip(10, (Bar(1, 2, 3, 4),), (Anchor("a"),))
    assert strip.moved(5) == Strip(10, (Bar(6, 2, 3, 4),), (Anchor("a"),))


def test_strips_side_by_side_keep_everything():
    left = Strip(10, (Bar(0, 0, 1, 1),), (Anchor("a"),), ("日",))
    right = Strip(12, (Bar(5, 0, 1, 1),), (Anchor("b"),), ("本",))
    both = left.beside(right)
    assert both.height == 12
    assert both.marks == left.marks + right.marks
    assert [anchor.name for anchor in both.anchors] == ["a", "b"]
    assert both.missing == ("日", "本")


def test_page_numbers_of_several_anchors_are_sorted_and_each_named_once():
    number = PageNumber(100, 50, 60, "a", replace(LOOK, link="#a"), ("b", "c", "d"))
    made = number.filled("12", "9", "", "12")
    assert [(mark.text, mark.link) for mark in made] == [
        ("9", "#b"),
        (", ", None),
        ("12", "#a"),
    ]
    assert made[-1].x + made[-1].width == pytest.approx(160)
