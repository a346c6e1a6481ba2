"""Set formulas: their marks, and how much room they take."""

import pytest
from ruamel.yaml import YAML

from programkit.text.tex.reader import DEEPEST
from programkit.typeset.faces import default_family
from programkit.typeset.formulas import Formula, set_formula, set_formula_or_reason
from programkit.typeset.formulas.mathfont import math_font
from programkit.typeset.marks import Bar, Fragment
from setformulas import advance, bars, formula, signs


def test_one_letter_is_one_glyph_on_the_baseline():
    (mark,) = formula("x").marks

    assert (mark.x, mark.y, mark.size, mark.text) == (0, 0, 1000, "x")
    assert mark.face is math_font().face
    assert mark.face.glyph("𝑥") == mark.glyphs[0].index
    assert mark.width == advance("𝑥")


def test_size_scales_everything():
    small, large = formula(r"\frac{x}{\sqrt 2}"), set_formula(r"\frac{x}{\sqrt 2}", size=10)

    assert large.width == pytest.approx(small.width / 100)
    assert large.ascent == pytest.approx(small.ascent / 100)
    assert large.depth == pytest.approx(small.depth / 100)
    for one, other in zip(small.marks, large.marks, strict=True):
        assert (other.x, other.y) == pytest.approx((one.x / 100, one.y / 100))
        assert other.width == pytest.approx(one.width / 100)


def test_color_and_link_are_those_of_all_marks():
    made = set_formula(r"\frac12", size=10, color="accent", link="https://x.example")

    assert {mark.color for mark in made.marks} == {"accent"}
    assert {mark.link for mark in made.marks if isinstance(mark, Fragment)} == {"https://x.example"}


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("a+b=c", "a+b=c"),
        ("a-b", "a−b"),
        (r"\mathbb R^n", "ℝn"),
        (r"\mathbf x", "𝐱"),
        (r"\sum_i x_i", "∑ixi"),
        (r"\frac ab", "ab"),
        (r"\sqrt[3]{x}", "3√x"),
        (r"\hat x", "x\u0302"),
        ("f''", "f″"),
        (r"\left(\frac{\frac ab}{c}\right)", "(abc)"),
        (r"k\text{-means}", "k-means"),
        (r"\log x", "logx"),
        (r"\phantom{x}y", "y"),
        (r"\cancel{x}", "x"),
    ],
)
def test_text_is_what_the_formula_says(tex, text):
    assert "".join(sign.text for sign in signs(tex, display=True)) == text


def test_neighbors_that_look_alike_are_one_mark():
    assert [mark.text for mark in formula("ab+c").marks] == ["ab+c"]
    assert [mark.text for mark in formula("a_1b").marks] == ["a", "1", "b"]


def test_source_and_readable_form_are_kept():
    made = formula(r"\R^2", macros={r"\R": r"\mathbb R"})

    assert (made.tex, made.readable) == (r"\R^2", "ℝ²")


def test_empty_formula():
    assert formula("") == Formula(0, 0, 0, (), "", "")


def test_trailing_room_is_that_after_the_last_sign():
    assert formula("a=").trailing == formula("a").trailing == 0
    assert formula("a={}").trailing == pytest.approx(5000 / 18)
    assert formula("a+{}").trailing == pytest.approx(4000 / 18)
    assert formula("a={}").width == pytest.approx(formula("a=").width + 5000 / 18)
    assert formula("{}").trailing == 0


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\nosuch", r"\nosuch is not known"),
        ("{", "the end comes too early"),
        ("{" * 60 + "x" + "}" * 60, "its groups are too deep"),
        ("x" * 100_000, "it has more than 2000 characters"),
        (r"\mathllap{\text{over the neighbor}}", "it draws outside its place"),
        (r"\smash{\raisebox{9em}{x}}", "it draws outside its place"),
        (r"\hspace{-9em}x", "it draws outside its place"),
        (r"\smash{\rule[9em]{1em}{1em}}", "it draws outside its place"),
    ],
)
def test_reason_why_a_formula_cannot_be_set(tex, reason):
    assert set_formula_or_reason(tex, size=10) == reason
    assert set_formula(tex, size=10) is None


def test_deep_formulas_are_set_as_long_as_they_are_read():
    deep = DEEPEST - 1

    assert set_formula("x" + "^{x" * deep + "}" * deep, size=10)
    assert set_formula(r"\frac1{" * (deep // 2) + "x" + "}" * (deep // 2), size=10)
    assert set_formula(r"\left(" * deep + "x" + r"\right)" * deep, size=10)
    assert set_formula(r"\sqrt{" * deep + "x" + "}" * deep, size=10)


def test_characters_nobody_has_are_told():
    assert formula(r"x\text{漢字}").missing == ("漢", "字")
    assert formula("漢").missing == ("漢",)
    assert formula("é").missing == ()


def test_words_are_in_the_typeface_given():
    family = default_family()
    (mark,) = formula(r"\textbf{if}", family=family).marks

    assert mark.face is family.bold
    assert mark.text == "if"


def test_bold_formulas_for_bold_titles():
    (mark,) = formula(r"x+1", bold=True).marks
    (words,) = formula(r"\text{if}", bold=True).marks

    assert mark.text == "x+1"
    assert [glyph.index for glyph in mark.glyphs] == [mark.face.glyph(char) for char in "𝒙+𝟏"]
    assert words.face is default_family().bold
    assert "".join(sign.text for sign in signs(r"\mathrm{d}\sin", bold=True)) == "dsin"
    assert "".join(sign.text for sign in signs(r"\mathbf{x}", bold=True)) == "𝐱"


def test_bars_have_no_face():
    (rule,) = bars(r"\frac12")

    assert isinstance(rule, Bar)
    assert rule.color == "text"


def test_formulas_of_a_corpus(shared):
    formulas = YAML(typ="safe").load(shared / "corpora" / "katex-formulas.yaml")
    entries = [{"tex": each} if isinstance(each, str) else each for each in formulas.values()]
    found = [
        set_formula_or_reason(
            entry["tex"], size=10, display=bool(entry.get("display")), macros=entry.get("macros")
        )
        for entry in entries
    ]

    assert sum(isinstance(each, Formula) for each in found) >= 121
    assert {each for each in found if isinstance(each, str)} == {
        r"\angl is not known",
        r"\err is not known",
        r"\includegraphics is not known",
        r"\phase is not known",
        "the environment CD is not known",
    }
