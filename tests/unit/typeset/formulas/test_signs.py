"""Single signs and words, at their usual size or as large as needed."""

import pytest

from programkit.typeset.faces import default_family
from setformulas import advance, bars, constant, formula, ink, place, signs


def middle(sign):
    """How far the middle of a glyph's ink is above the baseline."""
    _, bottom, _, top = ink(sign.name)
    return -sign.y + (bottom + top) / 2 * sign.size / 1000


def test_words_are_as_wide_as_their_letters():
    assert formula(r"\mathrm{ab}").width == advance("a") + advance("b")
    assert formula(r"\sin").width == pytest.approx(
        sum(advance(char) for char in "sin"), abs=10
    )  # kerning


def test_thin_space_in_names_is_that_of_tex():
    spaced, plain = formula(r"\operatorname{g\,m}"), formula(r"\operatorname{gm}")

    assert spaced.width - plain.width == pytest.approx(formula(r"\,").width, abs=10)


@pytest.mark.parametrize("tex", [r"\sum", r"\int", r"\bigcup", r"\prod", "∑"])
@pytest.mark.parametrize("display", [False, True])
def test_operators_have_their_middle_on_the_axis(tex, display):
    (sign,) = signs(tex, display=display)

    assert middle(sign) == pytest.approx(constant("AxisHeight"), abs=1)


@pytest.mark.parametrize("tex", [r"\sum", r"\int", r"\bigoplus"])
def test_operators_are_larger_in_displays(tex):
    inline, display = formula(tex), formula(tex, display=True)

    assert display.ascent + display.depth > 1.25 * (inline.ascent + inline.depth)


def test_relations_are_no_larger_in_displays():
    assert formula("=").ascent == formula("=", display=True).ascent


def test_delimiters_have_their_middle_on_the_axis():
    for tex in (r"\big(", r"\Bigg]", r"\left(\frac{a}{b}\right)"):
        for sign in signs(tex):
            if sign.text in "(])":
                assert middle(sign) == pytest.approx(constant("AxisHeight"), abs=1)


def test_big_delimiters_grow():
    heights = [
        formula(rf"\{word}(").ascent + formula(rf"\{word}(").depth
        for word in ("big", "Big", "bigg", "Bigg")
    ]

    assert heights == sorted(set(heights))


def test_tall_signs_are_glyphs_of_which_one_says_what_they_are():
    parts = signs(r"\left|\rule{1em}{9em}\right.")

    assert len(parts) > 2
    assert [part.text for part in parts] == ["|", *[""] * (len(parts) - 1)]
    assert len({part.x for part in parts}) == 1


def test_words_in_the_text_face():
    made = formula(r"\textit{fi}")

    assert {mark.face for mark in made.marks} == {default_family().italic}
    assert "".join(mark.text for mark in made.marks) == "fi"
    assert made.ascent > 0
    assert formula(r"\text{ }").ascent == 0


def test_missing_delimiter_is_a_little_room():
    assert formula(r"\left.x\right.").width == pytest.approx(formula("x").width + 240)


def test_rules():
    (rule,) = bars(r"\rule[0.5em]{2em}{1em}")

    assert (rule.x, rule.y, rule.width, rule.height) == (0, -1500, 2000, 1000)
    assert (formula(r"\rule{1em}{1em}").ascent, formula(r"\rule{1em}{1em}").depth) == (1000, 0)
    assert formula(r"\rule[-1em]{1em}{1em}").depth == 1000


def test_letters_found_as_plain_ones_are_drawn_slanted():
    assert place("x", "x").name != place(r"\mathrm x", "x").name
