"""Delimiters around something, frames, and parts that take more or less room."""

import pytest

from setformulas import advance, bars, constant, formula, ink, place, signs


@pytest.mark.parametrize("tex", ["x", r"\frac{a}{b}", r"\frac{\frac ab}{\frac ab}", r"\sum_i^n"])
def test_delimiters_cover_what_is_inside(tex):
    inside = formula(tex, display=True)
    sign = place(rf"\left({tex}\right)", "(", display=True)
    _, bottom, _, top = ink(sign.name)

    assert -sign.y + top >= (inside.ascent - 258) * 0.9 + 258 - 1
    assert sign.y - bottom >= (inside.depth + 258) * 0.9 - 258 - 1


def test_middle_is_as_tall_as_the_sides():
    left, middle, right = (
        place(r"\left(\frac{a}{b}\middle]c\right)", text, display=True) for text in "(])"
    )
    heights = [ink(sign.name)[3] - ink(sign.name)[1] for sign in (left, middle, right)]

    assert heights == pytest.approx([heights[0]] * 3, rel=0.1)


def test_phantoms_take_their_room_and_draw_nothing():
    shown, hidden = formula("x"), formula(r"\phantom x")

    assert hidden.marks == ()
    assert (hidden.width, hidden.ascent) == (shown.width, shown.ascent)
    assert formula(r"\hphantom x").ascent == 0
    assert formula(r"\vphantom x").width == 0
    assert formula(r"\vphantom x").ascent == shown.ascent


def test_smashed_parts_have_no_height():
    made = formula(r"\smash{x}")

    assert (made.ascent, made.depth) == (0, 0)
    assert len(made.marks) == 1
    assert formula(r"\smash[b]{y}").ascent == formula("y").ascent
    assert formula(r"\smash[t]{y}").depth == formula("y").depth


@pytest.mark.parametrize(("word", "shift"), [("rlap", 0), ("clap", -0.5), ("llap", -1)])
def test_laps_take_no_width(word, shift):
    width = formula("x").width
    _, lapped, after = signs(rf"a\math{word}{{x}}b")

    assert after.x == pytest.approx(advance("𝑎"), abs=20)
    assert lapped.x == pytest.approx(after.x + shift * width, abs=20)


def test_raised_parts():
    assert signs(r"\raise1em{x}")[0].y == -1000
    assert formula(r"\raise1em{x}").ascent == formula("x").ascent + 1000
    assert formula(r"\lower1em{x}").depth == pytest.approx(formula("x").depth + 1000)


def test_frame_is_around():
    rules = bars(r"\boxed{x}")
    inside, framed = formula("x"), formula(r"\boxed{x}")

    assert framed.width == pytest.approx(inside.width + 600)
    assert framed.ascent == pytest.approx(inside.ascent + 300)
    assert min(rule.y for rule in rules) == pytest.approx(-framed.ascent)
    assert max(rule.y + rule.height for rule in rules) == pytest.approx(framed.depth)
    assert max(rule.x + rule.width for rule in rules) == pytest.approx(framed.width)


def test_struck_text_is_crossed_in_the_middle():
    (rule,) = bars(r"\sout{x}")

    assert rule.width == formula("x").width
    assert rule.height == constant("FractionRuleThickness")


@pytest.mark.parametrize("tex", ["x", "abc", r"\frac ab"])
def test_strokes_reach_from_corner_to_corner(tex):
    inside = formula(tex)
    (stroke,) = [sign for sign in signs(rf"\cancel{{{tex}}}") if sign.text == ""]
    mark = formula(rf"\cancel{{{tex}}}").marks[-1]
    left, bottom, right, top = (each * stroke.size / 1000 for each in ink(stroke.name))

    assert stroke.x + left * mark.expansion == pytest.approx(0, abs=1)
    assert stroke.x + right * mark.expansion == pytest.approx(inside.width, abs=1)
    assert -stroke.y + top == pytest.approx(inside.ascent + 50, abs=1)
    assert -stroke.y + bottom == pytest.approx(-inside.depth - 50, abs=1)


def test_strokes_of_a_cross_and_of_nothing():
    assert len([sign for sign in signs(r"\xcancel{x}") if not sign.text]) == 2
    assert formula(r"\cancel{}").marks == ()
