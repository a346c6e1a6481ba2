"""Ordinary text in formulas."""

import pytest

from programkit.text.tex.parser import parse
from programkit.text.tex.tree import FormulaError, Framed, Symbol, Words
from texnodes import A, B, only, row


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\text{if }", Words("if ")),
        (r"\mbox{a  b}", Words("a b")),
        (r"\text x", Words("x")),
        (r"\textbf{a}", Words("a", bold=True)),
        (r"\textit{a}", Words("a", italic=True)),
        (r"\texttt{a}", Words("a", code=True)),
        (r"\text{a~b}", Words("a\u00a0b")),
        (r"\text{``a'' `b'}", Words("“a” ‘b’")),
        (r"\text{a-b -- c --- d}", Words("a-b – c — d")),
        (r"\text{50\% \{a\}}", Words("50% {a}")),
        (r"\text{a{b}c}", Words("abc")),
        (r"\text{a \textbf{b} c}", row(Words("a "), Words("b", bold=True), Words(" c"))),
        (
            r"\textbf{a \textrm{b}\text{c}}",
            row(Words("a ", bold=True), Words("b"), Words("c", bold=True)),
        ),
        (r"\text{\bf a}", Words("a", bold=True)),
        (r"\text{a\it b}", row(Words("a"), Words("b", italic=True))),
        (r"\text{\small a}", Words("a")),
        (r"\text{\LaTeX}", Words("LaTeX")),
        (r"\text{5\degree}", Words("5°")),
        (r"\text{\'e\"u\c c\H{o}\v s}", Words("éüçőš")),
        (r"\text{\'\i}", Words("í")),
        (r"\text{\`{\j}}", Words("j̀")),
        (r"\text{\~n \=a \.z}", Words("ñ ā ż")),
        (r"\text{<script>}", Words("<script>")),
        (r"\text{}", row()),
        (r"\verb|a_b|", Words("a_b", code=True)),
        (r"\verb*!a!", Words("a", code=True)),
        (r"\TeX", Words("TeX")),
    ],
)
def test_words(tex, node):
    assert only(tex) == node


def test_formulas_in_words():
    assert only(r"\text{if $a$ or $b$}") == row(Words("if "), row(A), Words(" or "), row(B))


def test_formulas_in_words_forget_the_alphabet_around():
    assert only(r"\mathbf{a\text{$a$}}") == row(Symbol("a", variant="bold"), row(A))


def test_other_words_of_tex_in_words():
    assert only(r"\text{a \boxed{b}}") == row(Words("a "), row(Framed(row(Words("b")))))


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\text{$a}", r"\$ is not expected in text"),
        (r"\text{\nosuch{a}}", r"\\nosuch is not known"),
        (r"\text{\boxed}", "an argument is missing"),
        (r"\verb|a", r"\\verb is not closed"),
        (r"\verb", r"\\verb is not closed"),
    ],
)
def test_words_refused(tex, reason):
    with pytest.raises(FormulaError, match=reason):
        parse(tex)
