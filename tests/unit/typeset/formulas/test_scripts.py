"""What is raised and lowered beside a base, or stands above and below it."""

import pytest

from setformulas import constant, formula, ink, place, signs


def test_scripts_are_smaller_raised_and_lowered():
    base, below, above = signs("x_1^2")

    assert (base.text, below.text, above.text) == ("x", "1", "2")
    assert below.size == above.size == 700
    assert below.y > 0 > above.y
    assert above.x >= base.x + base.width


def test_scripts_of_scripts_are_smallest():
    assert [sign.size for sign in signs("x^{x^{x^x}}")] == pytest.approx([1000, 700, 550, 550])


def test_superscript_of_a_letter_is_where_the_font_says():
    assert place("x^2", "2").y == pytest.approx(-constant("SuperscriptShiftUp"))
    assert place("x_2", "2").y == pytest.approx(constant("SubscriptShiftDown"))


def test_superscript_under_a_root_is_lower():
    assert place(r"\sqrt{x^2}", "2").y == pytest.approx(-constant("SuperscriptShiftUpCramped"))


def test_superscript_of_something_tall_is_near_its_top():
    tall = formula(r"\left(\frac{a}{b}\right)")
    script = place(r"\left(\frac{a}{b}\right)^n", "n")

    assert script.y == pytest.approx(-(tall.ascent - constant("SuperscriptBaselineDropMax")))


def test_both_scripts_keep_apart():
    lower, upper = place(r"x_{\hat A}^{g}", "A"), place(r"x_{\hat A}^{g}", "g")
    (_, bottom, _, _), (_, _, _, top) = ink(upper.name), ink(lower.name)
    gap = (lower.y - top * 0.7) - (upper.y - bottom * 0.7)

    assert gap > constant("SubSuperscriptGapMin") * 0.5
    assert formula("x_1^2").width == pytest.approx(
        max(formula("x_1").width, formula("x^2").width), abs=1
    )


def test_limits_are_centered_above_and_below_in_displays():
    lower, total, upper = (place(r"\sum_i^n", text, display=True) for text in "i∑n")
    centers = [sign.x + sign.width / 2 for sign in (lower, total, upper)]

    assert upper.y < total.y < lower.y
    assert centers == pytest.approx([centers[1]] * 3, abs=20)


def test_limits_are_beside_in_text():
    lower, total = place(r"\sum_i^n", "i"), place(r"\sum_i^n", "∑")

    assert lower.x >= total.x + total.width


@pytest.mark.parametrize("tex", [r"\lim_{x\to 0}", r"\max_i", r"\operatorname*{argmin}_i"])
def test_limits_of_functions(tex):
    assert formula(tex, display=True).width < formula(tex).width
    assert formula(tex, display=True).depth > formula(tex).depth


def test_limits_keep_their_distance():
    total = formula(r"\sum", display=True)
    under = place(r"\sum_i", "i", display=True)
    _, _, _, top = ink(under.name)

    assert under.y - top * 0.7 >= total.depth + constant("LowerLimitGapMin") - 1


def test_scripts_of_integrals_follow_their_slant():
    lower, upper = place(r"\int_a^b", "a", display=True), place(r"\int_a^b", "b", display=True)

    assert upper.x - lower.x > 300


def test_prime_is_a_form_for_scripts():
    assert place("f'", "′").size == 700
    assert place("f'", "′").y < 0


def test_scripts_without_a_base():
    (raised,) = signs("^2")

    assert raised.x == 0
    assert raised.y < 0


def test_scripts_that_fit_come_nearer():
    """The font's cut-ins: the 2 of 𝑉₂ goes under the slant, that of 𝑥₂ does not."""
    v, two = signs("V_2")

    assert two.x < v.x + v.width
