"""Single signs as atoms of their class."""

import pytest

from programkit.text.tex.tree import Space, Symbol
from texnodes import X, only, var


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        ("x", X),
        ("é", Symbol("é")),
        ("α", var("α")),
        ("Γ", Symbol("Γ")),
        ("<", Symbol("<", "rel")),
        ("*", Symbol("∗", "bin")),
        ("·", Symbol("⋅", "bin")),
        ("(", Symbol("(", "open")),
        ("…", Symbol("…", "inner")),
        ("∑", Symbol("∑", "op", large=True, limits=True)),
        ("∫", Symbol("∫", "op", large=True)),
        ("~", Space(0.25)),
        (r"\alpha", var("α")),
        (r"\Gamma", Symbol("Γ")),
        (r"\infty", Symbol("∞")),
        (r"\leq", Symbol("≤", "rel")),
        (r"\langle", Symbol("⟨", "open")),
        (r"\{", Symbol("{", "open")),
        (r"\|", Symbol("‖")),
        (r"\%", Symbol("%")),
        (r"\cdots", Symbol("⋯", "inner")),
        (r"\sum", Symbol("∑", "op", "normal", large=True, limits=True)),
        (r"\int", Symbol("∫", "op", "normal", large=True)),
        (r"\lim", Symbol("lim", "op", "normal", limits=True)),
        (r"\limsup", Symbol("lim\u2009sup", "op", "normal", limits=True)),
        (r"\sin", Symbol("sin", "op", "normal")),
        (r"\,", Space(3 / 18)),
        (r"\quad", Space(1)),
        ("\\ ", Space(0.25)),
        (r"\!", Space(-3 / 18)),
    ],
)
def test_sign(tex, node):
    assert only(tex) == node


def test_sign_composed_of_two_characters():
    assert only("≠") == Symbol("≠", "rel")
