from dataclasses import replace
from pathlib import Path

import pytest

from programkit.typeset.faces import default_family
from programkit.typeset.marks import (
    Anchor,
    Bar,
    Fragment,
    Group,
    Kept,
    Look,
    PageNumber,
    Picture,
    Span,
    Strip,
    fragment,
    joined,
    moved,
    shifted,
)
from programkit.typeset.shaping import Glyph, Piece

LOOK = Look(default_family().chain(), 10.0, "muted", "#talk")


A, B = Glyph(1, "a", 500), Glyph(2, "b", 400)


def words_of(*words, **how):
    face = LOOK.chain[0]
    how = {"gap": 3.0, **how}
    return Fragment(0, 0, 0, face, 10.0, tuple(Piece(face, word) for word in words), **how)


def test_fragment_looks_as_told():
    made = fragment(LOOK, Piece(LOOK.chain[0], (A, B)), 1, 2)
    assert (made.x, made.y, made.width, made.size) == (1, 2, 9, 10)
    assert (made.color, made.link, made.text) == ("muted", "#talk", "ab")


@pytest.mark.parametrize(
    ("words", "how", "text", "advances"),
    [
        ([(A, B)], {}, "ab", [500, 400]),
        ([(A,), (B,)], {}, "a b", [500, 300, 400]),
        ([(), (A,)], {}, " a", [300, 500]),
        ([(A,), ()], {}, "a ", [500, 300]),
        ([(), ()], {}, " ", [300]),
        ([(A,)], {"trails": True}, "a ", [500, 0]),
        ([()], {"trails": True}, " ", [0]),
        # A space is as wide as it is said to be, though glyphs are drawn wider.
        ([(A,), (B,)], {"expansion": 1.25, "gap": 5.0}, "a b", [500, 400, 400]),
        ([(A,), (B,)], {"tracking": 0.5}, "a b", [500, 250, 400]),
    ],
)
def test_spaces_of_a_fragment_are_between_its_words(words, how, text, advances):
    made = words_of(*words, **how)
    assert made.text == text
    assert "".join(glyph.text for glyph in made.glyphs) == text
    assert [glyph.advance for glyph in made.glyphs] == pytest.approx(advances)


def test_space_is_the_fonts_own_glyph():
    face = LOOK.chain[0]
    assert words_of((A,), (B,)).glyphs[1].index == face.glyph(" ")


def test_group_spreads_its_marks_from_its_own_place():
    group = Group(10, 20, 30, (Bar(1, -2, 3, 4), Group(0, 5, 1, (Bar(0, 0, 1, 1),), "y")), "x")
    first, second = group.spread()
    assert first == Bar(11, 18, 3, 4)
    assert (second.x, second.y) == (10, 25)


def test_mark_that_is_not_moved_stays_the_same():
    bar = Bar(1, 2, 3, 4)
    assert shifted(bar, 0, 0) is bar


def test_cell_stays_a_cell_after_further_marks():
    span = Span(1, 3, "TH", cell=2, row=1, rows=2, columns=4)
    assert span.after(5) == Span(6, 8, "TH", cell=2, row=1, rows=2, columns=4)


def test_cells_of_strips_side_by_side_count_all_marks():
    left = Strip(10, (Bar(0, 0, 1, 1),) * 2, spans=(Span(0, 2),))
    right = Strip(10, (Bar(5, 0, 1, 1),), spans=(Span(0, 1, cell=1),))
    assert left.beside(right).spans == (Span(0, 2), Span(2, 3, cell=1))


def test_strip_that_is_not_moved_stays_the_same():
    strip = Strip(10, (Bar(1, 2, 3, 4),))
    assert strip.moved(0) is strip
    assert Strip(10).moved(5) == Strip(10)


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


@pytest.fixture
def kept():
    """Marks that are made when they are looked at; it counts how often that is."""
    made = []

    def make():
        made.append(1)
        return (Bar(1, 2, 3, 4), Bar(5, 6, 7, 8))

    return Kept((b"key", 0), 2, ("here",), make), made


def test_kept_marks_are_not_made_before_they_are_looked_at(kept):
    marks, made = kept
    both = joined(moved(marks, 1, 2), marks)
    assert len(both) == 4
    assert both.anchors == ("here", "here")
    assert not made
    assert [mark.x for mark in both] == [2, 6, 1, 5]
    assert made


def test_kept_marks_are_like_others(kept):
    marks, _ = kept
    plain = tuple(marks)
    assert marks == plain
    assert marks != plain[:1]
    assert marks != 7
    assert hash(marks) == hash(plain)
    assert marks[1] == plain[1]
    assert marks[:1] == plain[:1]


def test_keys_of_kept_marks_say_what_was_done_with_them(kept):
    marks, _ = kept
    others = [moved(marks, 1, 0), moved(marks, 0, 1), moved(moved(marks, 1, 0), 1, 0)]
    others += [joined(marks, marks), joined(joined(marks, marks), marks)]
    others += [joined(marks, joined(marks, marks)), moved(joined(marks, marks), 1, 0)]
    assert len({each.key for each in (marks, *others)}) == 1 + len(others)


def test_marks_are_joined_with_any_others(kept):
    marks, made = kept
    assert joined(marks, ()) is marks
    assert joined((), marks) is marks
    assert not made
    assert joined(marks, (Bar(0, 0, 1, 1),)) == (*marks, Bar(0, 0, 1, 1))
