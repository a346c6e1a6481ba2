from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programkit.text.markup import Run
from programkit.typeset.faces import family
from programkit.typeset.formulas import set_formula
from programkit.typeset.linebreak import Place
from programkit.typeset.lines import Line, set_line
from programkit.typeset.marks import Anchor, Fragment, Group
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.row import make_rows
from programkit.typeset.style import ParagraphStyle
from programkit.typeset.words import part
from typefaces import make_font


@pytest.fixture
def style(tmp_path):
    """Letters 5 points wide, spaces 2.5; lines of 12 points, the baseline 9 down in them."""
    path = make_font(tmp_path / "f.ttf", "abcdefghijklmnopqrstuvwxyz.-")
    made = family(path)
    return ParagraphStyle(family=made, size=10, leading=12, hyphenate=False, align="left")


BEGINNING = Place(0, 0)


def line_of(inlines, style, room, start=BEGINNING, end=None, **how):
    (row,) = make_rows([Run(inlines)] if isinstance(inlines, str) else inlines, style, 1000)
    end = end or Place(len(row.atoms), 0)
    how = {"indent": 0.0, "ended": False, "last": False, **how}
    return Line(row, start, end, room=room, **how)


def positions(strip):
    """Where each glyph of a strip is drawn, in points, with its size, color and text."""
    found = []
    for mark in strip.marks:
        if not isinstance(mark, Fragment):
            found.append((mark.x, mark.y, mark.width))
            continue
        x = mark.x
        for number, piece in enumerate(mark.pieces):
            x += mark.gap if number else 0
            for glyph in piece.glyphs:
                dx = glyph.dx * mark.size * mark.expansion / 1000
                look = (mark.face, mark.color, mark.link, glyph.index, glyph.text)
                found.append((round(x + dx, 6), mark.y, mark.size, *look))
                x += glyph.advance * mark.size * mark.expansion / 1000 + mark.tracking
    return found


def ink(strip):
    """Where the words of a line begin and end."""
    first, last = strip.marks[0], strip.marks[-1]
    return first.x, last.x + last.width


def test_line_of_one_look_is_one_fragment_with_its_spaces(style):
    strip = set_line(line_of("ab cd", style, 100), style)
    (mark,) = strip.marks
    assert strip.height == 12
    assert (mark.x, mark.y, mark.width, mark.gap) == (0, 9, 22.5, 2.5)
    assert mark.text == "ab cd "


def test_last_line_of_a_paragraph_has_no_space_at_its_end(style):
    (mark,) = set_line(line_of("ab cd", style, 100, last=True), style).marks
    assert mark.text == "ab cd"


@pytest.mark.parametrize(("align", "x"), [("left", 3), ("center", 41.75), ("right", 80.5)])
def test_ragged_line_is_where_it_is_aligned(style, align, x):
    strip = set_line(line_of("ab cd", style, 100, indent=3), style.replace(align=align))
    assert ink(strip) == (x, x + 22.5)


@pytest.mark.parametrize("room", [21.9, 22.5, 22.9, 25, 30])
def test_justified_line_is_as_wide_as_its_room(style, room):
    justified = style.replace(align="justified")
    strip = set_line(line_of("ab cd", justified, room), justified)
    assert ink(strip) == (0, pytest.approx(room, abs=1e-6))


def test_justified_line_that_its_author_ended_is_as_wide_as_its_words(style):
    justified = style.replace(align="justified")
    assert ink(set_line(line_of("ab cd", justified, 60, ended=True), justified)) == (0, 22.5)
    # It is pressed together all the same where it is too wide.
    assert ink(set_line(line_of("ab cd", justified, 22, ended=True), justified)) == (0, 22)


def test_what_hangs_out_is_beside_the_column(style):
    justified = style.replace(align="justified")
    begin, end = ink(set_line(line_of("-ab cd.", justified, 30), justified))
    assert begin == pytest.approx(-0.3 * 5)
    assert end == pytest.approx(30 + 0.7 * 5)


def test_nothing_hangs_out_of_ragged_lines(style):
    assert ink(set_line(line_of("-ab cd.", style, 40), style)) == (0, 32.5)


def test_part_of_a_word_is_set_with_its_hyphen(style):
    line = line_of("ab\u00adcd ef", style, 100, end=Place(0, 3, hyphen=True))
    (mark,) = set_line(line, style).marks
    assert (mark.text, mark.width) == ("ab\u00ad", 15)
    line = line_of("ab\u00adcd ef", style, 100, start=Place(0, 3), end=Place(2, 0))
    assert [mark.text for mark in set_line(line, style).marks] == ["cd ef "]


def test_line_inside_one_word(style):
    line = line_of("abcdef", style, 100, start=Place(0, 2), end=Place(0, 4))
    assert [mark.text for mark in set_line(line, style).marks] == ["cd"]


def test_word_is_not_parted_from_its_rest_on_the_next_line(style):
    line = line_of("ab-cd ef", style, 100, end=Place(0, 3))
    (mark,) = set_line(line, style).marks
    assert (mark.text, mark.trails) == ("ab-", False)


def test_line_of_nothing_has_no_marks(style):
    assert set_line(line_of("", style, 100, ended=True, last=True), style).marks == ()


@pytest.mark.parametrize(
    ("start", "end", "ended", "names"),
    [
        (Place(0, 0), Place(1, 0), False, ["v"]),
        (Place(1, 0), Place(2, 0), False, ["w"]),
        (Place(1, 0), Place(3, 0), True, ["w", "x", "y"]),
        (Place(0, 1), Place(1, 0), False, []),
        (Place(1, 0), Place(2, 1), False, ["w", "x"]),
        (Place(2, 1), Place(3, 0), True, ["y"]),
    ],
)
def test_anchor_is_where_what_follows_it_begins(style, start, end, ended, names):
    inlines = [
        Anchor("v"),
        Run("ab "),
        Anchor("w"),
        Run("cd "),
        Anchor("x"),
        Run("ef"),
        Anchor("y"),
    ]
    strip = set_line(line_of(inlines, style, 100, start, end, ended=ended), style)
    assert [anchor.name for anchor in strip.anchors] == names


def test_line_moves_its_letters_apart_only_where_it_would_be_very_loose():
    style = ParagraphStyle()
    text = "almost nothing stands here"
    (natural,) = set_line(line_of(text, style, 500, ended=True), style).marks
    tracked = []
    for more in range(40):
        (mark,) = set_line(line_of(text, style, natural.width + more), style).marks
        tracked.append(mark.tracking > 0)
        assert 0.98 <= mark.expansion <= 1.02
        assert mark.tracking <= 0.1 + 1e-9
        if mark.tracking:
            assert mark.gap >= 1.4 * natural.gap - 1e-6
    assert tracked == sorted(tracked)
    assert not tracked[3]
    assert tracked[20]


WORDS = st.text(st.sampled_from("abfi fl AV. ,-’č“ "), min_size=1, max_size=40).filter(str.strip)


@given(text=WORDS, more=st.floats(-3, 30), align=st.sampled_from(["justified", "left", "right"]))
def test_line_is_set_alike_in_both_ways(text, more, align):
    """Lines of one look are set at once; set word by word they are the same."""
    style = ParagraphStyle(align=align)
    natural = set_line(
        line_of(text, ParagraphStyle(align="left"), 1000), style.replace(align="left")
    )
    room = ink(natural)[1] + more
    line = line_of(text, style, room)
    assert line.row.uniform
    at_once = set_line(line, style)
    line.row.uniform = False
    word_by_word = set_line(line, style)
    assert at_once.height == word_by_word.height
    for one, two in zip(positions(at_once), positions(word_by_word), strict=True):
        assert one == (pytest.approx(two[0], abs=1e-5), *two[1:])
    assert "".join(m.text for m in at_once.marks) == "".join(m.text for m in word_by_word.marks)


@given(
    words=st.lists(st.text(st.sampled_from("abfiAV.-č"), min_size=1, max_size=9), max_size=15),
    width=st.floats(60, 200),
    cut=st.integers(0, 15),
)
def test_paragraph_with_a_change_that_changes_nothing_is_set_alike(words, width, cut):
    style = ParagraphStyle(bold=True)
    plain = set_paragraph(" ".join(words), style, width)
    runs = [Run(" ".join(words[:cut]) + " "), Run(" ".join(words[cut:]), bold=True)]
    mixed = set_paragraph(runs, style, width)
    assert [positions(strip) for strip in mixed.strips] == [positions(s) for s in plain.strips]


TALL = r"\frac{\frac{a}{b}}{\frac{c}{d}}"


def formula_line(tex, style, text="if "):
    return set_line(line_of([Run(text), Run(tex, math=tex)], style, 300, last=True), style)


def test_low_formula_leaves_the_line_as_high_as_others():
    style = ParagraphStyle(align="left")
    strip = formula_line("x", style)
    assert strip.height == style.leading
    assert [mark.y for mark in strip.marks] == [pytest.approx(style.baseline)] * len(strip.marks)


def test_high_formula_makes_its_line_higher_on_both_sides():
    style = ParagraphStyle(align="left", size=10, leading=12)
    formula = set_formula(TALL, size=10, color="text", link=None)
    strip = formula_line(TALL, style)
    above = formula.ascent - style.baseline
    below = formula.depth - (style.leading - style.baseline)
    assert above > 0
    assert below > 0
    assert strip.height == pytest.approx(style.leading + above + below)
    text, group = strip.marks[0], strip.marks[-1]
    assert isinstance(group, Group)
    # Text and formula stand on one baseline, which the formula's ascent is above.
    assert text.y == group.y == pytest.approx(formula.ascent)


def test_formula_says_what_it_is():
    strip = formula_line("x^2", ParagraphStyle(align="left"))
    group = strip.marks[-1]
    assert (group.alt, group.width > 0) == ("x^2", True)
    assert group.x == pytest.approx(strip.marks[0].x + strip.marks[0].width)


def test_cut_words_of_a_line_are_shaped_anew():
    style = ParagraphStyle(align="left")
    line = line_of("office", style, 100, end=Place(0, 3, hyphen=True))
    (mark,) = set_line(line, style).marks
    assert mark.pieces[0] is part(style.look(), "off", hyphened=True).pieces[0]


def test_line_with_its_marks_elsewhere_is_the_same(style):
    here = set_line(line_of("ab cd", style, 100), style)
    there = set_line(line_of("ab cd", style, 100, indent=7.0), style)
    assert there == replace(here, marks=tuple(replace(mark, x=mark.x + 7) for mark in here.marks))
