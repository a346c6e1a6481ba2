"""Delimiters."""

import pytest

from programkit.text.tex.parser import parse
from programkit.text.tex.tree import Fence, Fenced, FormulaError
from texnodes import A, B, only, row


def fenced(left, inside, right):
    return Fenced(Fence(left, kind="open"), inside, Fence(right, kind="close"))


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\left(a\right)", fenced("(", row(A), ")")),
        (r"\left\langle a\right\rangle", fenced("⟨", row(A), "⟩")),
        (r"\left<a\right>", fenced("⟨", row(A), "⟩")),
        (r"\left.a\right|", fenced("", row(A), "|")),
        (r"\left{(}a\right]", fenced("(", row(A), "]")),
        (r"\left(\right)", fenced("(", row(), ")")),
        (r"\big(", Fence("(", 1.2)),
        (r"\Biggl[", Fence("[", 3.0, "open")),
        (r"\biggr\}", Fence("}", 2.4, "close")),
        (r"\Bigm|", Fence("|", 1.8, "rel")),
        (r"\set{a}", fenced("{", row(A), "}")),
        (r"\Set{a|b}", fenced("{", row(A, Fence("|", kind="rel"), B), "}")),
        (r"\bra a", fenced("⟨", row(A), "|")),
        (r"\ket{a}", fenced("|", row(A), "⟩")),
        (r"\braket{a|b}", fenced("⟨", row(A, Fence("|", kind="rel"), B), "⟩")),
    ],
)
def test_delimiter(tex, node):
    assert only(tex) == node


def test_big_sides_are_not_words_of_their_own():
    assert parse(r"\bigg(").nodes == (Fence("(", 2.4),)


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\left a\right)", "a is no delimiter"),
        (r"\left(a\right", "it ends too early"),
        (r"\big\alpha", r"\\alpha is no delimiter"),
        (r"\left{(a\right)", "} is missing"),
    ],
)
def test_delimiter_refused(tex, reason):
    with pytest.raises(FormulaError, match=reason):
        parse(tex)
