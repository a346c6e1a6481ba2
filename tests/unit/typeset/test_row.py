import pytest

from programkit.text.markup import Run
from programkit.typeset.faces import family
from programkit.typeset.formulas import Formula
from programkit.typeset.marks import Anchor
from programkit.typeset.row import Fill, PageRef, Room, make_rows
from programkit.typeset.style import ParagraphStyle
from programkit.typeset.words import Word
from typefaces import make_font

KERN = """
feature liga { sub uni0066 uni0069 by f_i; } liga;
feature kern { pos uni0041 uni0056 -100; } kern;
"""


@pytest.fixture
def style(tmp_path):
    """Ten points, so that every letter is 5 points wide, and a space 2.5."""
    letters = "abcdefghijklmnopqrstuvwxyzAV0-/,"
    path = make_font(tmp_path / "f.ttf", letters, features=KERN, extra=("f_i",))
    return ParagraphStyle(family=family(path), size=10, leading=12, hyphenate=False)


def summary(row):
    """A row as text: words by their letters, room as a pair of brackets, spaces by a sign."""
    shown = ""
    for at, atom in enumerate(row.atoms):
        shown += atom.text if isinstance(atom, Word) else "[]"
        if row.spaces[at]:
            shown += "~" if at in row.tied else "_"
        elif at < len(row.atoms) - 1:
            shown += "+"
    return shown


def only(rows):
    (row,) = rows
    return row


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ab cd", "ab_cd"),
        ("  ab \t\n cd  ", "ab_cd"),
        ("", ""),
        ("   ", ""),
        ("ab\u00a0cd", "ab~cd"),
        ("ab \u00a0cd", "ab_~cd"),  # no-break spaces are never lost
        ("\u00a0\u00a0ab", "~~ab"),
        ("ab\u00a0\u00a0cd", "ab~~cd"),
        ("ab\u00a0", "ab"),
        ("ab\u00a0 cd", "ab~cd"),
        ("ab-cd", "ab-cd"),
        ("ab\u00adcd", "ab\u00adcd"),
        ("ab\u2009cd", "ab\u2009cd"),
        ("a\x00b", "ab"),
    ],
)
def test_text_becomes_words_and_spaces(style, source, expected):
    row = only(make_rows([Run(source)], style, 200))
    assert summary(row) == expected


@pytest.mark.parametrize("source", ["ab cd ef", " ab cd", "ab cd ", "", "ab", "  ", "a b\tc"])
def test_text_read_at_once_is_as_text_read_word_by_word(style, source):
    whole = only(make_rows([Run(source)], style, 200))
    parted = only(make_rows([Run(char) for char in source], style, 200))
    slow = only(make_rows([Fill(), Run(source.strip())], style, 200))
    assert summary(slow).removeprefix("[]").removeprefix("+") == summary(whole)
    assert "".join(summary(parted).split("+")) == summary(whole)
    assert [space for space in parted.spaces if space] == [s for s in whole.spaces if s]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("est ce ? oui : non", "est_ce~?_oui~:_non"),
        ("« mot » !", "«~mot~»~!"),
        ("vite !!", "vite~!!"),
        ("f :x", "f_:x"),
        (": x", ":_x"),
    ],
)
def test_punctuation_that_stands_apart_is_tied(source, expected):
    assert summary(only(make_rows([Run(source)], ParagraphStyle(language="fr"), 300))) == expected


def test_spaces_are_as_wide_as_the_font_says(style):
    row = only(make_rows([Run("ab cd "), Run("ef", bold=True)], style.replace(size=20), 200))
    assert row.spaces == [5, 5, 0]


def test_line_break_of_the_author_begins_a_row(style):
    rows = make_rows([Run("ab "), Run("\n", newline=True), Run(" cd")], style, 200)
    assert [summary(row) for row in rows] == ["ab", "cd"]
    rows = make_rows([Run("\n", newline=True), Run("\n", newline=True)], style, 200)
    assert [summary(row) for row in rows] == ["", "", ""]


def test_runs_without_a_space_between_are_one_word(style):
    row = only(make_rows([Run("ab"), Run("cd", bold=True), Run(", e")], style, 200))
    assert summary(row) == "ab+cd+,_e"


def test_space_of_two_runs_is_one(style):
    row = only(make_rows([Run("ab "), Run(" cd", bold=True)], style, 200))
    assert summary(row) == "ab_cd"


def test_space_looks_as_the_run_that_has_it(style):
    row = only(make_rows([Run("ab", bold=True), Run(" cd", italic=True)], style, 200))
    assert row.looks[0] == style.look(Run("", italic=True))


def test_places_in_a_word_of_several_looks_are_those_of_the_whole(style):
    row = only(make_rows([Run("ab-"), Run("cd-ef", bold=True)], style, 200))
    assert [[cut.at for cut in atom.cuts(100)] for atom in row.atoms] == [[3], [3]]
    # By itself "d-ef" could not be broken after "d-", nor "-ef" at its beginning.
    row = only(make_rows([Run("abc"), Run("d", bold=True), Run("-ef")], style, 200))
    assert [[cut.at for cut in atom.cuts(100)] for atom in row.atoms] == [[], [], [1]]


def test_anchor_is_before_what_follows_it(style):
    inlines = [
        Anchor("v"),
        Run(" ab"),
        Anchor("w"),
        Run("cd "),
        Anchor("x"),
        Run("ef"),
        Anchor("y"),
    ]
    row = only(make_rows(inlines, style, 200))
    assert summary(row) == "ab+cd_ef"
    assert [(at, anchor.name) for at, anchor in row.anchors] == [
        (0, "v"), (1, "w"), (2, "x"), (3, "y"),
    ]  # fmt: skip


def test_fill_is_room_without_a_width(style):
    row = only(make_rows([Run("ab"), Fill("."), Run("cd")], style, 200))
    assert summary(row) == "ab+[]+cd"
    assert row.atoms[1] == Room(style.look(), 0.0, Fill("."))


@pytest.mark.parametrize(("more", "width"), [((), 20), (("a",), 20 + 5 + 2.5 + 20)])
def test_page_reference_keeps_room_for_its_figures(style, more, width):
    row = only(make_rows([PageRef("talk", digits=4, more=more)], style, 200))
    (room,) = row.atoms
    assert room.width == width
    assert room.holds == PageRef("talk", 4, more)
    assert room.look.link == "#talk"
    assert room.cuts(1.0) == ()


@pytest.mark.parametrize(
    ("inlines", "uniform"),
    [
        ([Run("ab cd"), Run(" ef")], True),
        ([Run("ab "), Anchor("x"), Run("cd")], True),
        ([Run("")], True),
        ([Run("ab"), Run("cd", bold=True)], False),
        ([Run("ab "), Run("cd", link="#x")], False),
        ([Run("ab 日")], False),  # in no face
        ([Run("ab"), Fill()], False),
        ([PageRef("x")], False),
    ],
)
def test_row_of_one_look_and_face_is_uniform(style, inlines, uniform):
    assert only(make_rows(inlines, style, 200)).uniform is uniform


def test_variables_of_an_unreadable_formula_are_italic_and_its_words_are_not():
    source = r"\frac{1" * 30  # too deep to be laid out
    run = Run("τ_gen ≤ x² in ℝ", math=source)
    row = only(make_rows([run], ParagraphStyle(), 400))
    texts = [
        (atom.text, atom.look.chain[0].postscript_name.endswith("Italic")) for atom in row.atoms
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


def test_readable_formula_is_not_broken_after_a_comma():
    run = Run("(0, 1)", math=r"\frac{1" * 30)
    assert summary(only(make_rows([run], ParagraphStyle(), 400))) == "(0,~1)"


def test_formula_is_room_for_what_it_draws():
    row = only(make_rows([Run("if "), Run("x", math="x"), Run(".")], ParagraphStyle(), 400))
    assert summary(row) == "if_[]+."
    room = row.atoms[1]
    assert isinstance(room.holds, Formula)
    assert room.width == room.holds.width > 0
    assert not row.uniform


def test_long_formula_is_cut_where_lines_may_end_in_it():
    tex = "a + b = c + d"
    row = only(make_rows([Run(tex, math=tex)], ParagraphStyle(), 400))
    assert len(row.atoms) > 1
    assert row.loose == set(range(len(row.atoms) - 1))
    assert not any(row.spaces)
    whole = only(make_rows([Run(tex, math=tex, display=True)], ParagraphStyle(), 400))
    assert len(whole.atoms) == 1


def test_formula_wider_than_a_line_is_text():
    tex = "x" * 60
    row = only(make_rows([Run(tex, math=tex)], ParagraphStyle(), 100))
    assert all(isinstance(atom, Word) for atom in row.atoms)
    row = only(make_rows([Run(tex, math=tex)], ParagraphStyle(), 1000))
    assert not any(isinstance(atom, Word) for atom in row.atoms)
