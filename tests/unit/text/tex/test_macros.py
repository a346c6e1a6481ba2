"""Macros of a formula put in."""

from itertools import pairwise

import pytest

from programkit.text.tex.macros import LONGEST, argument, expanded
from programkit.text.tex.tree import FormulaError


@pytest.mark.parametrize(
    ("tex", "macros", "text"),
    [
        ("x", {}, "x"),
        (r"f:\R\to\R", {r"\R": r"\mathbb{R}"}, r"f:\mathbb{R}\to\mathbb{R}"),
        (r"\R x", {"R": r"\mathbb R"}, r"\mathbb R x"),
        (r"\Rx", {r"\R": r"\mathbb{R}"}, r"\Rx"),
        (r"\a x", {r"\a": r"\alpha"}, r"\alpha x"),
        (r"\f1x", {r"\f": r"#1\alpha"}, r"1\alpha x"),
        (r"\norm{x+y}", {r"\norm": r"\|#1\|"}, r"\|x+y\|"),
        (r"\pair ab", {r"\pair": r"(#1,#2)"}, "(a,b)"),
        (r"\pair{ {a} }\b", {r"\pair": r"(#2,#1)"}, r"(\b, {a} )"),
        (r"\outer", {r"\outer": r"\inner+\inner", r"\inner": "x"}, "x+x"),
        (r"\newcommand{\x}{y}\x+\x", {}, "y+y"),
        (r"\newcommand\x[2]{#1#2}\x ab", {}, "ab"),
        (r"\renewcommand{\x}{y}\x", {r"\x": "z"}, "y"),
        (r"\providecommand{\x}[1]{<#1>}\x{a}", {}, "<a>"),
        (r"\def\x#1{(#1)}\x{a}", {}, "(a)"),
        (r"\DeclareMathOperator{\tr}{tr}\tr A", {}, r"\operatorname{tr} A"),
        (r"e^\bgroup a\egroup", {}, "e^{ a}"),
        (r"\begin{x}\\R", {r"\R": "y"}, r"\begin{x}\\R"),
    ],
)
def test_expanded(tex, macros, text):
    assert expanded(tex, macros) == text


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\def\a{\a}\a", "its macros make it too long"),
        (r"\def\a{\b\b}\def\b{\a\a}\a", "its macros make it too long"),
        (r"\newcommand{\f}[1]{#1}\f", "an argument is missing"),
        (r"\newcommand{\f}{x", "a group is not closed"),
    ],
)
def test_expanded_without_end(tex, reason):
    with pytest.raises(FormulaError, match=reason):
        expanded(tex, {})


def test_expanded_billion_laughs():
    laughs = {rf"\{name}": rf"\{following}" * 10 for name, following in pairwise("abcdefghi")}

    with pytest.raises(FormulaError):
        expanded(r"\a", {**laughs, r"\i": "ha"})


def test_expanded_at_the_limit_of_length():
    assert len(expanded(r"\a", {r"\a": "x" * LONGEST})) == LONGEST
    with pytest.raises(FormulaError):
        expanded(r"\a", {r"\a": "x" * (LONGEST + 1)})


@pytest.mark.parametrize(
    ("source", "text", "rest"),
    [
        ("{a{b}c}d", "a{b}c", "d"),
        (r"  {\}}x", r"\}", "x"),
        (r"\alpha b", r"\alpha", " b"),
        (r"\,b", r"\,", "b"),
        (" xy", "x", "y"),
    ],
)
def test_argument(source, text, rest):
    found, end = argument(source, 0)

    assert (found, source[end:]) == (text, rest)


@pytest.mark.parametrize("source", ["", "  ", "}", "{", "{a{b}"])
def test_argument_missing(source):
    with pytest.raises(FormulaError):
        argument(source, 0)
