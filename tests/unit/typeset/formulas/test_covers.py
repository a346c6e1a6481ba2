"""Accents, lines, braces and arrows above and below something, and small things there."""

import pytest

from setformulas import bars, constant, formula, ink, place, signs, table


def middle(sign):
    """Where the middle of a glyph's ink is, from the left."""
    left, _, right, _ = ink(sign.name)
    return sign.x + (left + right) / 2 * sign.size / 1000


def attachment(name):
    """Where the font centers accents over a glyph."""
    info = table("MATH").table.MathGlyphInfo.MathTopAccentAttachment
    at = info.TopAccentCoverage.glyphs.index(name)
    return info.TopAccentAttachment[at].Value


@pytest.mark.parametrize("word", ["hat", "tilde", "bar", "dot", "ddot", "vec", "check", "breve"])
def test_accent_is_centered_where_the_font_says(word):
    base, mark = signs(rf"\{word} f")

    assert mark.x + attachment(mark.name) == pytest.approx(base.x + attachment(base.name))


def test_accent_is_higher_over_tall_letters():
    low, high = signs(r"\hat x")[1], signs(r"\hat A")[1]

    assert low.y == 0
    assert high.y == pytest.approx(-(ink(signs("A")[0].name)[3] - constant("AccentBaseHeight")))


def test_accent_takes_the_place_of_a_dot():
    assert signs(r"\hat i")[0].text == signs(r"\hat{i}")[0].text == "ı"
    assert signs(r"\vec j")[0].text == "ȷ"
    assert signs(r"\underline i")[0].text == "i"


def test_accent_over_several_letters_is_over_their_middle():
    mark = place(r"\hat{aaa}", "\u0302")

    assert middle(mark) == pytest.approx(formula("aaa").width / 2, abs=80)


def test_accented_letters_keep_their_width():
    assert formula(r"\hat x").width == pytest.approx(formula("x").width)
    assert formula(r"\hat x").ascent > formula("x").ascent


@pytest.mark.parametrize("word", ["widehat", "widetilde", "widecheck"])
def test_wide_accents_grow(word):
    narrow, wide = signs(rf"\{word} x")[-1], signs(rf"\{word}{{xyz}}")[-1]
    widths = [ink(sign.name)[2] - ink(sign.name)[0] for sign in (narrow, wide)]

    assert widths[0] < widths[1] <= formula("xyz").width


def test_tilde_below():
    mark = place(r"\utilde{xyz}", "\u0303")

    assert mark.y > 0


@pytest.mark.parametrize(("word", "sign"), [("overline", -1), ("underline", 1)])
def test_lines_are_as_wide_as_what_they_mark(word, sign):
    (line,) = bars(rf"\{word}{{xyz}}")

    assert line.width == pytest.approx(formula("xyz").width, abs=20)
    assert line.y * sign > 0
    assert line.height == constant("OverbarRuleThickness")


@pytest.mark.parametrize("word", ["overbrace", "overrightarrow", "overbracket", "overgroup"])
@pytest.mark.parametrize("inside", ["x", "x+y", "a+b+c+d+e+f+g+h"])
def test_marks_above_are_as_wide_and_do_not_touch(word, inside):
    base, made = formula(inside), formula(rf"\{word}{{{inside}}}")
    parts = signs(rf"\{word}{{{inside}}}")[len(signs(inside)) :]

    assert made.ascent > base.ascent
    assert made.depth == pytest.approx(base.depth)
    assert sum(part.width for part in parts) >= 0.8 * base.width
    assert all(-part.y + ink(part.name)[1] > base.ascent for part in parts)


def test_marks_below():
    base, made = formula("x+y"), formula(r"\underbrace{x+y}")

    assert made.depth > base.depth
    assert made.ascent == base.ascent


def test_labels_of_braces_are_beyond_them():
    above = place(r"\overbrace{x}^n", "n")
    below = place(r"\underbrace{x}_n", "n")

    assert -above.y > formula(r"\overbrace{x}").ascent
    assert below.y > formula(r"\underbrace{x}").depth


def test_small_things_above_and_below():
    above, below = place(r"\overset{n}{=}", "n"), place(r"\underset{n}{=}", "n")

    assert above.size == below.size == 700
    assert above.y < 0 < below.y
    assert middle(above) == pytest.approx(middle(place(r"\overset{n}{=}", "=")), abs=20)


def test_arrows_are_as_long_as_what_is_above_them():
    short, long = formula(r"\xrightarrow{a}"), formula(r"\xrightarrow{abcdefgh}")

    assert long.width > formula(r"\scriptstyle abcdefgh").width
    assert long.width > short.width
    assert formula(r"\xrightarrow[abcdefgh]{}").width == pytest.approx(long.width, abs=1)
    assert place(r"\xrightarrow[b]{a}", "b").y > 0 > place(r"\xrightarrow[b]{a}", "a").y


def test_arrows_that_do_not_grow_have_room_all_the_same():
    assert (
        formula(r"\xrightleftharpoons{abcdefgh}").width >= formula(r"\scriptstyle abcdefgh").width
    )
