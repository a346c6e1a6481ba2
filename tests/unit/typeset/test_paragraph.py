import pytest

from programkit.text.markup import Run
from programkit.typeset.faces import family
from programkit.typeset.marks import Anchor, Fragment, PageNumber
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.row import Fill, PageRef
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font

LETTERS = "abcdefghijklmnopqrstuvwxyz.-"
TEXT = (
    "A small network is trained on structured data, and its generalization error is computed "
    "exactly; self-supervised pretraining changes the temperature of the affine layers."
)


@pytest.fixture
def style(tmp_path):
    """Letters 5 points wide, spaces 2.5; lines of 12 points, the baseline 9 down in them."""
    path = make_font(tmp_path / "f.ttf", LETTERS)
    made = family(path)
    return ParagraphStyle(family=made, size=10, leading=12, hyphenate=False, align="left")


def lines(paragraph):
    return ["".join(mark.text for mark in strip.marks) for strip in paragraph.strips]


def ends(paragraph):
    """Where the ink of each line begins and ends."""
    spans = []
    for strip in paragraph.strips:
        last = strip.marks[-1]
        spans.append((round(strip.marks[0].x, 3), round(last.x + last.width, 3)))
    return spans


def test_line_is_one_fragment_with_its_spaces(style):
    (strip,) = set_paragraph("ab cd", style, 100).strips
    (mark,) = strip.marks
    assert (mark.text, mark.x, mark.y, mark.width) == ("ab cd", 0, 9, 22.5)
    assert strip.height == 12


def test_line_end_has_a_space_of_no_width(style):
    first, second = set_paragraph("ab cd", style, 20).strips
    assert [glyph.text for glyph in first.marks[0].glyphs] == ["a", "b", " "]
    assert first.marks[0].width == 10
    assert second.marks[0].text == "cd"


def test_height_is_that_of_all_lines(style):
    assert set_paragraph("ab cd", style, 20).height == 24


def test_empty_paragraph_is_an_empty_line(style):
    (strip,) = set_paragraph("", style, 100).strips
    assert (strip.height, strip.marks) == (12, ())


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 38.75), ("right", 77.5)])
def test_ragged_line_is_where_it_is_aligned(style, align, x):
    made = set_paragraph("ab cd", style.replace(align=align), 100)
    assert ends(made) == [(x, x + 22.5)]


HANGS = {".": 0.7, ",": 0.7, ";": 0.5, "-": 0.6, "\u00ad": 0.6} | dict.fromkeys("krtvwxy", 0.05)


def test_justified_lines_end_at_the_measure_but_the_last():
    made = set_paragraph(TEXT, ParagraphStyle(), 180)
    for strip, (_, end) in zip(made.strips[:-1], ends(made)[:-1], strict=True):
        last = strip.marks[-1].pieces[-1].glyphs[-1]
        assert end == pytest.approx(180 + HANGS.get(last.text, 0) * last.advance / 100, abs=0.1)
    assert ends(made)[-1][1] < 180 + HANGS["."] * 2.5


def test_justified_line_shrinks_its_gaps_evenly(style):
    made = set_paragraph("ab cd ef ab", style.replace(align="justified"), 34)
    (mark,) = made.strips[0].marks
    assert mark.text == "ab cd ef "
    # A point is missing. At most the glyphs give 0.6 beside 0.3 of each space: five sixths of that.
    assert mark.expansion == pytest.approx(1 - 0.02 * 5 / 6)
    assert mark.gap == pytest.approx(2.5 - 0.3 * 5 / 6)
    assert mark.width == pytest.approx(34)


def test_words_are_hyphenated_only_where_lines_would_be_worse_without():
    style = ParagraphStyle()
    assert not any("\u00ad" in line for line in lines(set_paragraph(TEXT, style, 300)))
    assert any("\u00ad" in line for line in lines(set_paragraph(TEXT, style, 110)))
    plain = set_paragraph(TEXT, style.replace(hyphenate=False), 110)
    assert not any("\u00ad" in line for line in lines(plain))


@pytest.mark.parametrize("hyphenate", [True, False])
def test_hyphen_that_is_added_reads_as_a_soft_one(style, hyphenate):
    made = set_paragraph("ab\u00adcd", style.replace(hyphenate=hyphenate), 16)
    assert lines(made) == ["ab\u00ad", "cd"]


def test_word_longer_than_a_line_is_hyphenated_rather_than_cut():
    text = "of the Donaudampfschifffahrtsgesellschaften in Regensburg und Wien"
    made = set_paragraph(text, ParagraphStyle(language="de"), 120)
    written = "".join(lines(made))
    assert "\u00ad" in written
    assert written.replace("\u00ad", "") == text
    assert all(line[-1] in "\u00ad " for line in lines(made)[:-1])


def test_ragged_word_longer_than_a_line_is_hyphenated_though_others_are_not():
    ragged = ParagraphStyle(align="left", hyphenate=False, language="de")
    text = "Hochdimensionale Wahrscheinlichkeitsverteilungen auf Mannigfaltigkeiten"
    assert lines(set_paragraph(text, ragged, 90)) == [
        "Hochdimensionale ",
        "Wahrscheinlich\u00ad",
        "keitsverteilungen auf ",
        "Mannigfaltigkeiten",
    ]


def test_hyphen_of_the_word_stays_one(style):
    assert lines(set_paragraph("ab-cd", style, 16)) == ["ab-", "cd"]


def test_soft_hyphen_inside_a_line_is_not_there(style):
    assert lines(set_paragraph("ab\u00adcd", style, 100)) == ["abcd"]


def test_word_longer_than_the_column_is_broken_without_a_hyphen(style):
    assert lines(set_paragraph("abcdefg", style, 16)) == ["abc", "def", "g"]


@pytest.mark.parametrize("align", ["left", "justified"])
def test_word_of_many_looks_is_broken_where_its_looks_change(style, align):
    style = style.replace(align=align)
    runs = [Run("ab", italic=number % 2 == 1) for number in range(9)]
    assert lines(set_paragraph(runs, style, 45)) == ["abababab", "abababab", "ab"]


def test_word_is_not_parted_from_its_comma_while_there_is_a_better_place(style):
    runs = [Run("abcd\u00a0efg", italic=True), Run(", hi")]
    assert [line.strip() for line in lines(set_paragraph(runs, style, 38))] == ["abcd", "efg, hi"]


def test_column_narrower_than_a_letter_has_a_letter_a_line(style):
    assert lines(set_paragraph("abc", style, 1)) == ["a", "b", "c"]


def test_first_and_other_lines_are_indented(style):
    made = set_paragraph("ab cd ef", style.replace(first_indent=6, hanging=3), 18)
    assert [start for start, _ in ends(made)] == [6, 3, 3]


def test_runs_of_different_looks_are_fragments_of_their_own():
    runs = [Run("plain "), Run("bold", bold=True), Run(", "), Run("web", link="https://a.example")]
    (strip,) = set_paragraph(runs, ParagraphStyle(), 400).strips
    shown = [(mark.text, mark.face.postscript_name, mark.color, mark.link) for mark in strip.marks]
    assert shown == [
        ("plain ", "STIXTwoText-Regular", "text", None),
        ("bold", "STIXTwoText-Bold", "text", None),
        (", ", "STIXTwoText-Regular", "text", None),
        ("web", "STIXTwoText-Regular", "link", "https://a.example"),
    ]
    for left, right in zip(strip.marks, strip.marks[1:], strict=False):
        assert right.x == pytest.approx(left.x + left.width)


def test_line_break_of_the_author_is_kept(style):
    runs = [Run("ab"), Run("\n", newline=True), Run("\n", newline=True), Run("cd")]
    assert lines(set_paragraph(runs, style, 100)) == ["ab ", "", "cd"]


def test_line_before_a_forced_break_is_not_stretched(style):
    runs = [Run("ab cd"), Run("\n", newline=True), Run("ef")]
    made = set_paragraph(runs, style.replace(align="justified"), 100)
    assert [end for _, end in ends(made)] == [22.5, 10]


def test_no_break_space_holds_words_together(style):
    assert lines(set_paragraph("ab cd\u00a0ef", style, 30)) == ["ab ", "cd ef"]


def test_spaces_that_indent_a_line_are_kept(style):
    made = set_paragraph("\u00a0\u00a0ab", style, 100)
    assert lines(made) == ["  ab"]
    assert ends(made) == [(0, 15)]


def test_page_reference_waits_at_the_right_edge(style):
    (strip,) = set_paragraph([Run("ab"), Fill(), PageRef("talk", digits=2)], style, 100).strips
    number = strip.marks[-1]
    assert isinstance(number, PageNumber)
    assert (number.anchor, number.x + number.width, number.y) == ("talk", 100, 9)


def test_leader_fills_the_room_from_the_right(style):
    made = set_paragraph([Run("ab"), Fill(" ."), Run("cd")], style, 100)
    text, dots, end = made.strips[0].marks
    assert (text.text, dots.text, end.text) == ("ab ", "", "cd")
    assert end.x == 90
    assert dots.x + dots.width == pytest.approx(90)
    assert len(dots.glyphs) == 2 * 10  # 80 points of room, 7.5 for each space and dot


def test_leaders_of_all_lines_stand_below_each_other(style):
    made = [
        set_paragraph([Run(title), Fill(" ."), Run("e")], style, 100).strips[0].marks[1]
        for title in ("ab", "abcde")
    ]
    assert (made[1].x - made[0].x) % 7.5 == pytest.approx(0)


def test_leader_of_nothing_is_empty_room(style):
    made = set_paragraph([Run("ab"), Fill(), Run("cd")], style, 100)
    assert [(mark.text, mark.x) for mark in made.strips[0].marks] == [("ab ", 0), ("cd", 90)]


def test_two_fills_share_the_room(style):
    made = set_paragraph([Fill(), Run("ab"), Fill()], style, 100)
    assert made.strips[0].marks[0].x == 45


def test_anchor_is_on_the_line_it_was_written_in(style):
    inlines = [Run("ab "), Anchor("x"), Run("cd "), Run("ef"), Anchor("y")]
    made = set_paragraph(inlines, style, 12)
    assert [[anchor.name for anchor in strip.anchors] for strip in made.strips] == [
        [],
        ["x"],
        ["y"],
    ]


def test_missing_characters_are_known_by_line(style):
    made = set_paragraph("ab 日 本日", style, 12)
    assert [strip.missing for strip in made.strips] == [(), ("日",), ("本", "日")]
    assert made.missing == ("日", "本")


def test_font_without_a_space_leaves_room_for_it(style, monkeypatch):
    face = style.family.regular
    monkeypatch.setattr(face, "glyph", lambda _: None)
    first, second = set_paragraph("ab cd", style.replace(size=12), 100).strips[0].marks
    assert (first.text, second.text) == ("ab", "cd")
    assert second.x - (first.x + first.width) == pytest.approx(3)


def test_tied_words_are_parted_where_no_line_can_hold_both(style):
    assert lines(set_paragraph("ab\u00a0cd", style, 12)) == ["ab ", "cd"]


def test_hyphens_do_not_follow_each_other_often():
    for width in range(140, 300, 20):
        made = set_paragraph(f"{TEXT} " * 4, ParagraphStyle(), width)
        hyphened = [line[-1] == "\u00ad" for line in lines(made)]
        assert all(sum(hyphened[at : at + 3]) < 3 for at in range(len(hyphened)))


def test_marks_on_the_baseline_are_fragments(style):
    assert all(isinstance(m, Fragment) for m in set_paragraph("ab cd", style, 100).strips[0].marks)
