import pytest

from programkit.text.markup import Run
from programkit.typeset.faces import family
from programkit.typeset.linebreak import FILL, FORBIDDEN, Box, Glue, Penalty
from programkit.typeset.marks import Anchor
from programkit.typeset.row import Fill, Gap, PageRef, Reserved, Stretch, make_row
from programkit.typeset.style import ParagraphStyle
from typefaces import make_font

KERN = """
feature liga { sub uni0066 uni0069 by f_i; } liga;
feature kern { pos uni0041 uni0056 -100; } kern;
"""


@pytest.fixture
def style(tmp_path):
    """Ten points, so that every letter is 5 points wide, and a space 2.5."""
    letters = "abcdefghijklmnopqrstuvwxyzAV0-/"
    path = make_font(tmp_path / "f.ttf", letters, features=KERN, extra=("f_i",))
    return ParagraphStyle(family=family(path), size=10, leading=12, hyphenate=False)


def summary(row):
    """A row as text: boxes by their letters, other items by a sign."""
    shown = []
    for item, source in zip(row.items, row.sources, strict=True):
        if isinstance(source, Stretch) and isinstance(item, Box):
            shown.append(source.text)
        elif isinstance(item, Box):
            shown.append("[]")
        elif isinstance(item, Glue):
            shown.append(">" if item.stretch >= FILL else "_")
        else:
            sign = {FORBIDDEN: "~", -FORBIDDEN: "!"}
            shown.append(sign.get(item.cost, "-" if item.flagged else "|"))
    return " ".join(shown)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ab cd", "ab _ cd ~ > !"),
        ("  ab \t\n cd  ", "ab _ cd ~ > !"),
        ("", "~ > !"),
        ("   ", "~ > !"),
        ("ab\u00a0cd", "ab ~ _ cd ~ > !"),
        ("\u00a0\u00a0ab", "[] ~ _ [] ~ _ ab ~ > !"),
        ("ab-cd", "ab- | cd ~ > !"),
        ("ab\u00adcd", "ab\u00ad - cd ~ > !"),
        ("ab\u200bcd", "ab\u200b | cd ~ > !"),
    ],
)
def test_text_becomes_boxes_glue_and_penalties(style, source, expected):
    assert summary(make_row([Run(source)], style, 200)) == expected


def test_line_break_of_the_author_ends_the_line(style):
    row = make_row([Run("ab "), Run("\n", newline=True), Run(" cd")], style, 200)
    assert summary(row) == "ab ~ > ! cd ~ > !"


def test_runs_without_a_space_between_are_one_word(style):
    row = make_row([Run("ab"), Run("cd", bold=True), Run(", e")], style, 200)
    assert summary(row) == "ab cd , _ e ~ > !"


def test_break_inside_a_word_of_several_looks(style):
    row = make_row([Run("ab-"), Run("cd-ef", bold=True)], style, 200)
    assert summary(row) == "ab- | cd- | ef ~ > !"


def test_space_of_two_runs_is_one(style):
    assert summary(make_row([Run("ab "), Run(" cd")], style, 200)) == "ab _ cd ~ > !"


def test_anchor_takes_no_room(style):
    row = make_row([Anchor("x"), Run(" ab "), Anchor("y"), Run(" cd")], style, 200)
    assert summary(row) == "~ ab _ ~ cd ~ > !"
    assert [s.name for s in row.sources if isinstance(s, Anchor)] == ["x", "y"]


def test_fill_takes_the_room_left_and_is_no_break(style):
    row = make_row([Run("ab"), Fill("."), Run("cd")], style, 200)
    assert summary(row) == "ab ~ > cd ~ > !"
    assert [s.fill for s in row.sources if isinstance(s, Gap)] == [Fill(".")]


def test_page_reference_keeps_room_for_its_figures(style):
    row = make_row([PageRef("talk", digits=4)], style, 200)
    assert row.items[0] == Box(20)
    assert row.sources[0] == Reserved(row.sources[0].look, "talk")
    assert row.sources[0].look.link == "#talk"


def test_space_stretches_and_shrinks_only_in_justified_text(style):
    assert make_row([Run("a b")], style, 200).items[1] == Glue(2.5, 1.25, pytest.approx(2.5 / 3))
    assert make_row([Run("a b")], style.replace(align="left"), 200).items[1] == Glue(2.5)


def test_boxes_of_a_word_are_as_wide_as_the_word(style):
    row = make_row([Run("Adef\u00adied-V")], style, 200)
    widths = [item.width for item in row.items if isinstance(item, Box)]
    assert sum(widths) == pytest.approx(5 * 8)  # nine letters, of which fi is one glyph


def test_break_undoes_kerning(style):
    row = make_row([Run("A\u00adV")], style, 200)
    # Unbroken 9 points; broken, A and the hyphen are 10 wide, and V is 5.
    first, penalty, second = row.items[:3]
    assert first.width + second.width == pytest.approx(9)
    assert first.width + penalty.width == pytest.approx(10)
    assert second.width + penalty.after == pytest.approx(5)


def test_break_undoes_a_ligature(style):
    row = make_row([Run("f\u00adi")], style, 200)
    first, penalty, second = row.items[:3]
    assert first.width + second.width == pytest.approx(5)
    assert first.width + penalty.width == pytest.approx(10)
    assert second.width + penalty.after == pytest.approx(5)


def test_word_wider_than_a_line_may_be_broken_anywhere(style):
    row = make_row([Run("abcd")], style, 12)
    assert summary(row) == "a | b | c | d ~ > !"
    assert {item.cost for item in row.items[1:6:2]} == {5000}


def test_word_of_several_runs_wider_than_a_line_may_be_broken_anywhere(style):
    row = make_row([Run("ab"), Run("cd", bold=True)], style, 17)
    assert summary(row) == "a | b | c | d ~ > !"


def test_word_whose_parts_fit_is_broken_between_them_only(style):
    assert summary(make_row([Run("ab-cd")], style, 15)) == "ab- | cd ~ > !"


def test_unbreakable_space_gives_way_where_a_line_cannot_hold_both(style):
    row = make_row([Run("ab\u00a0"), Anchor("x"), Run("cd")], style, 17)
    assert summary(row) == "ab | _ ~ cd ~ > !"
    assert row.items[1].cost == 5000


def test_unbreakable_space_holds_where_a_line_can(style):
    assert summary(make_row([Run("abc d\u00a0e")], style, 17)) == "abc _ d ~ _ e ~ > !"


def test_hyphen_costs_what_the_style_says(style):
    hyphenated = style.replace(hyphenate=True, hyphen_penalty=150)
    row = make_row([Run("symposium")], hyphenated, 200)
    assert summary(row) == "sym - po - sium ~ > !"
    assert row.items[1].cost == 150


def test_variables_of_a_formula_are_italic_and_its_words_are_not():
    row = make_row([Run("τ_gen ≤ x² in ℝ", math="…")], ParagraphStyle(), 400)
    texts = [
        (source.text, source.look.chain[0].postscript_name.endswith("Italic"))
        for source in row.sources
        if isinstance(source, Stretch)
    ]
    assert texts == [
        ("τ", True),
        ("_", False),
        ("gen", False),
        ("≤", False),
        ("x", True),
        ("²", False),
        ("in", False),
        ("ℝ", False),
    ]


def test_space_of_a_font_without_one_has_a_usual_width(style, monkeypatch):
    face = style.family.regular
    monkeypatch.setattr(face, "glyph", lambda _: None)
    assert make_row([Run("a b")], style.replace(size=20), 200).items[1].width == 5


def test_penalties_between_words_are_rare(style):
    row = make_row([Run("ab cd ef")], style, 200)
    assert [item for item in row.items[:-3] if isinstance(item, Penalty)] == []
