"""Alphabets and classes, names of operators, negations."""

import pytest

from programkit.text.tex.parser import parse
from programkit.text.tex.tree import (
    FormulaError,
    Fraction,
    Marked,
    Row,
    Scripts,
    Space,
    Symbol,
)
from texnodes import EQUALS, PLUS, A, B, N, X, num, only, row


@pytest.mark.parametrize(
    ("word", "variant"),
    [
        ("mathrm", "normal"),
        ("mathbf", "bold"),
        ("mathcal", "script"),
        ("mathfrak", "fraktur"),
        ("mathbb", "double-struck"),
        ("mathsf", "sans"),
        ("mathtt", "mono"),
    ],
)
def test_alphabet(word, variant):
    assert only(rf"\{word}{{ab}}") == row(
        Symbol("a", variant=variant), Symbol("b", variant=variant)
    )
    assert only(rf"\{word} a") == row(Symbol("a", variant=variant))


def test_alphabet_normal_is_as_tex_has_it():
    assert only(r"\mathnormal{a1}") == row(A, num("1"))


def test_alphabet_inside_another():
    assert only(r"\mathbf{a\mathrm{b}}") == row(
        Symbol("a", variant="bold"), row(Symbol("b", variant="normal"))
    )


def test_bold_keeps_the_slant():
    bold_a, bold_1 = Symbol("a", variant="bold-italic"), Symbol("1", variant="bold")

    assert only(r"\boldsymbol a") == bold_a
    assert only(r"\bm{a1}") == row(bold_a, bold_1)
    assert only(r"\bm{{a}}") == row(bold_a)
    assert only(r"\bm{a_1^1}") == Scripts(bold_a, row(bold_1), row(bold_1))
    assert only(r"\bm{a_1}") == Scripts(bold_a, row(bold_1))
    assert only(r"\bm{\hat a}") == Marked(row(bold_a), "\u0302")
    assert only(r"\bm{\frac12}") == Fraction(row(num("1")), row(num("2")))


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\mathbin{+}", PLUS),
        (r"\mathrel{+}", Symbol("+", "rel")),
        (r"\mathop x", Symbol("x", "op", "italic", limits=True)),
        (r"\mathrel{ab}", Row((A, B), "rel")),
        (r"\mathop{\hat x}", Row((Marked(row(X), "\u0302"),), "op")),
        (r"\mathopen\hat x", Row((Marked(row(X), "\u0302"),), "open")),
    ],
)
def test_class(tex, node):
    assert only(tex) == node


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\operatorname{arg\,min}", Symbol("arg\u2009min", "op", "normal")),
        (r"\operatorname*{argmin}", Symbol("argmin", "op", "normal", limits=True)),
        (r"\operatornamewithlimits{a}", Symbol("a", "op", "normal", limits=True)),
        (r"\operatorname{k-NN}", Symbol("k-NN", "op", "normal")),
        (r"\operatorname{a*}", Symbol("a∗", "op", "normal")),
        (r"\operatorname{\mathbf{x}}", Symbol("x", "op", "normal")),
        (r"\operatorname{}", Row((), "op")),
    ],
)
def test_operatorname(tex, node):
    assert only(tex) == node


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\not=", Symbol("≠", "rel")),
        (r"\not\in", Symbol("∉", "rel")),
        (r"\not{\leq}", Row((Symbol("≰", "rel"),)).nodes[0]),
        (r"\not{=b}", Row((Symbol("≠", "rel"), B), "rel")),
    ],
)
def test_not(tex, node):
    assert only(tex) == node


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\operatorname{\frac12}", "the name of an operator has to be plain text"),
        (r"\not\frac12", r"\\not has nothing to negate"),
        (r"\not{}", r"\\not has nothing to negate"),
    ],
)
def test_refused(tex, reason):
    with pytest.raises(FormulaError, match=reason):
        parse(tex)


def test_modulo():
    mod = Symbol("mod", "ord", "normal")
    left, right = Symbol("(", "open"), Symbol(")", "close")

    assert only(r"\bmod") == row(Space(5 / 18), mod, Space(5 / 18))
    assert only(r"\pmod n") == row(Space(1), left, mod, Space(1 / 3), row(N), right)
    assert only(r"\pod n") == row(Space(1), left, row(N), right)
    assert only(r"\mod n") == row(Space(1), mod, Space(1 / 3), row(N))


def test_colon_of_maps():
    colon = Row((Symbol(":", "punct"), Space(1 / 9)), "punct")

    assert parse(r"a\colon b = x").nodes == (A, colon, B, EQUALS, X)
