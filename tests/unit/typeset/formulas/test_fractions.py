"""Fractions and roots, by the rules of the OpenType MATH table."""

import pytest

from setformulas import advance, bars, constant, formula, ink, place, signs


@pytest.mark.parametrize("display", [False, True])
def test_bar_is_on_the_axis(display):
    (bar,) = bars(r"\frac{a}{b}", display=display)

    assert -(bar.y + bar.height / 2) == pytest.approx(constant("AxisHeight"))
    assert bar.height == pytest.approx(constant("FractionRuleThickness"))


def test_parts_are_smaller_in_text_and_as_large_in_displays():
    assert [sign.size for sign in signs(r"\frac ab")] == pytest.approx([700, 700])
    assert [sign.size for sign in signs(r"\frac ab", display=True)] == [1000, 1000]
    assert [sign.size for sign in signs(r"\dfrac ab")] == [1000, 1000]
    assert [sign.size for sign in signs(r"\cfrac{a}{b}")] == [1000, 1000]


def test_parts_keep_their_distance_from_the_bar():
    above, below = signs(r"\frac{g}{b}", display=True)
    (bar,) = bars(r"\frac{g}{b}", display=True)
    (_, bottom, _, _), (_, _, _, top) = ink(above.name), ink(below.name)

    assert bar.y - (above.y - bottom) >= constant("FractionNumDisplayStyleGapMin") - 1
    assert (below.y - top) - (bar.y + bar.height) >= constant("FractionDenomDisplayStyleGapMin") - 1


def test_parts_are_centered():
    wide, narrow = formula("abc", display=True).width, advance("𝑎")
    first = signs(r"\dfrac{abc}{a}")[0]
    last = signs(r"\dfrac{abc}{a}")[-1]

    assert first.x == pytest.approx(120)
    assert last.x == pytest.approx(120 + (wide - narrow) / 2, abs=5)


def test_thickness_may_be_given():
    assert [bar.height for bar in bars(r"{a\above 2pt b}")] == pytest.approx([200])
    assert bars(r"\binom ab") == []


def test_parts_without_a_bar_keep_apart():
    above, below = (place(r"\binom gb", text, display=True) for text in "gb")
    (_, bottom, _, _), (_, _, _, top) = ink(above.name), ink(below.name)

    assert (below.y - top) - (above.y - bottom) >= constant("StackDisplayStyleGapMin") - 1
    assert formula(r"\binom{\binom gb}b").ascent > formula(r"\binom gb").ascent


@pytest.mark.parametrize("tex", ["x", r"\frac{a}{b}", "x_{a_b}", r"\rule{1em}{9em}"])
def test_root_covers_what_is_inside(tex):
    inside, root = formula(tex), formula(rf"\sqrt{{{tex}}}")
    bar = bars(rf"\sqrt{{{tex}}}")[0]

    assert root.ascent > inside.ascent
    assert root.depth >= inside.depth - 1
    assert bar.width == pytest.approx(inside.width, abs=1)
    assert bar.height == pytest.approx(constant("RadicalRuleThickness"))
    assert -bar.y - bar.height - inside.ascent >= constant("RadicalVerticalGap") - 1


def test_bar_begins_at_the_top_of_the_sign():
    sign = place(r"\sqrt{\frac ab}", "√")
    (bar, _) = bars(r"\sqrt{\frac ab}")
    _, _, right, top = ink(sign.name)

    assert sign.y - top == pytest.approx(bar.y)
    assert sign.x + sign.width == pytest.approx(bar.x)
    assert right >= sign.width


def test_degree_is_small_and_raised():
    degree, sign = place(r"\sqrt[3]{x}", "3"), place(r"\sqrt[3]{x}", "√")

    assert degree.size == 550
    assert degree.y < 0
    assert degree.x >= 0
    assert degree.x < sign.x + sign.width


def test_long_degree_does_not_run_into_the_sign():
    sign, plain = place(r"\sqrt[12345]{x}", "√"), place(r"\sqrt{x}", "√")

    assert sign.x > plain.x + 500
