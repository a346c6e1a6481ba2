import pytest

from programkit.typeset.faces import default_family, family
from programkit.typeset.linebreak import Fit
from programkit.typeset.marks import Fragment, Look, PageNumber
from programkit.typeset.pen import Pen
from programkit.typeset.row import Fill, PageRef, Room
from programkit.typeset.words import shaped
from typefaces import make_font


@pytest.fixture
def look(tmp_path):
    """Ten points, so that every letter is 5 points wide."""
    path = make_font(tmp_path / "f.ttf", "abcdefgh.")
    return Look(family(path).chain(), 10.0)


def told(pen):
    return [(mark.text, mark.x, mark.width) for mark in pen.finish()]


def write(pen, look, *words, space=2.5):
    for number, word in enumerate(words):
        if number:
            pen.space(look, space)
        pen.write(look, shaped(look, word))


def test_words_that_look_alike_are_one_fragment(look):
    pen = Pen(10, 9)
    write(pen, look, "ab", "c", "de")
    assert told(pen) == [("ab c de", 10, 30)]
    assert pen.x == 40


def test_words_of_other_looks_are_others(look):
    bold = Look(default_family().chain(bold=True), 10.0)
    pen = Pen(0, 9)
    write(pen, look, "ab")
    pen.space(look, 2.5)
    write(pen, bold, "a")
    first, second = pen.finish()
    assert (first.text, first.width, second.text, second.x) == ("ab ", 12.5, "a", 12.5)


def test_words_without_a_space_between_are_fragments_of_their_own(look):
    pen = Pen(0, 9)
    write(pen, look, "ab")
    write(pen, look, "cd")
    assert told(pen) == [("ab", 0, 10), ("cd", 10, 10)]


def test_spaces_before_and_after_words_are_kept(look):
    pen = Pen(0, 9)
    pen.space(look, 2.5)
    write(pen, look, "ab")
    pen.space(look, 2.5)
    pen.space(look, 2.5)
    assert "".join(text for text, *_ in told(pen)) == " ab  "
    assert pen.x == 17.5


def test_glyphs_and_gaps_are_as_wide_as_the_line_asks(look):
    pen = Pen(0, 9, Fit(1.02, 1.5, 0.1))
    write(pen, look, "ab", "c")
    (mark,) = pen.finish()
    assert (mark.expansion, mark.gap, mark.tracking) == (1.02, 3.75, 0.1)
    assert mark.width == pytest.approx(15 * 1.02 + 3 * 0.1 + 3.75)


def test_page_number_has_its_room(look):
    pen = Pen(0, 9)
    write(pen, look, "ab")
    pen.leave(Room(look, 15, PageRef("x", more=("y",))), 0.0)
    write(pen, look, "cd")
    _, number, after = pen.finish()
    assert number == PageNumber(10, 9, 15, "x", look, ("y",))
    assert after.x == 25


def test_leader_fills_its_share_from_the_right(look):
    pen = Pen(1, 9)
    pen.leave(Room(look, 0.0, Fill(" .")), 40.0)
    (dots,) = pen.finish()
    assert isinstance(dots, Fragment)
    assert (dots.text, len(dots.glyphs)) == ("", 10)
    assert (dots.x, dots.x + dots.width, pen.x) == (pytest.approx(3.5), pytest.approx(41), 41)


@pytest.mark.parametrize("leader", ["", " ."])
def test_leader_without_room_is_nothing(look, leader):
    pen = Pen(1, 9)
    pen.leave(Room(look, 0.0, Fill(leader)), 5.0 if not leader else 0.0)
    assert all(not mark.width for mark in pen.finish())
    assert pen.x == (6 if not leader else 1)


def test_word_at_a_line_end_is_parted_from_the_next(look):
    pen = Pen(0, 9)
    write(pen, look, "ab")
    pen.trail(look)
    assert told(pen) == [("ab ", 0, 10)]


def test_formula_at_a_line_end_is_parted_from_the_next_word(look):
    pen = Pen(0, 9)
    pen.leave(Room(look, 15, PageRef("x")), 0.0)
    pen.trail(look)
    number, space = pen.finish()
    assert (number.width, space.text, space.x, space.width) == (15, " ", 15, 0)


def test_font_without_a_space_leaves_room_for_it(look, monkeypatch):
    pen = Pen(0, 9)
    words = [shaped(look, "ab"), shaped(look, "cd")]
    monkeypatch.setattr(look.chain[0], "glyph", lambda _: None)
    pen.write(look, words[0])
    pen.space(look, 2.5)
    pen.write(look, words[1])
    pen.trail(look)
    assert told(pen) == [("ab", 0, 10), ("cd", 12.5, 10)]


def test_nothing_written_is_nothing():
    assert Pen(0, 9).finish() == ()
