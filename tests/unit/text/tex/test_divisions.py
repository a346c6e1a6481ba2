"""Fractions, binomials and roots."""

import pytest

from programkit.text.tex.tree import Fence, Fenced, Fraction, Root
from texnodes import PLUS, A, B, N, num, only, row


def binomial(node):
    return Fenced(Fence("(", kind="open"), row(node), Fence(")", kind="close"))


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\frac{a}{b}", Fraction(row(A), row(B))),
        (r"\frac12", Fraction(row(num("1")), row(num("2")))),
        (r"\frac a{b}", Fraction(row(A), row(B))),
        (r"\dfrac{a}{b}", Fraction(row(A), row(B), style="display")),
        (r"\tfrac{a}{b}", Fraction(row(A), row(B), style="text")),
        (r"\cfrac{a}{b}", Fraction(row(A), row(B), style="display", even=True)),
        (r"\cfrac[l]{a}{b}", Fraction(row(A), row(B), style="display", even=True)),
        (r"\binom{a}{b}", binomial(Fraction(row(A), row(B), 0))),
        (r"\genfrac{}{}{}{}{a}{b}", Fraction(row(A), row(B))),
        (r"\genfrac(){0pt}{2}ab", binomial(Fraction(row(A), row(B), 0, "script"))),
        (r"\genfrac{}{}{1pt}{9}ab", Fraction(row(A), row(B), 0.1)),
        (r"\sqrt{a+b}", Root(row(A, PLUS, B))),
        (r"\sqrt a", Root(row(A))),
        (r"\sqrt[n]{a}", Root(row(A), row(N))),
    ],
)
def test_division(tex, node):
    assert only(tex) == node
