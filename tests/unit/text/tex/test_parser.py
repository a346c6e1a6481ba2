"""TeX formulas to trees: rows, scripts, switches."""

import pytest

from programkit.text.tex.parser import LONGEST, parse
from programkit.text.tex.reader import DEEPEST
from programkit.text.tex.tree import (
    Fence,
    Fenced,
    FormulaError,
    Fraction,
    Row,
    Scripts,
    Styled,
    Symbol,
)
from texnodes import EQUALS, MINUS, PLUS, A, B, C, N, X, Y, num, only, row


def prime(text="′"):
    return Symbol(text)


@pytest.mark.parametrize(
    ("tex", "nodes"),
    [
        ("", ()),
        ("  ", ()),
        ("a+b", (A, PLUS, B)),
        ("a - b = c", (A, MINUS, B, EQUALS, C)),
        ("{a}b", (row(A), B)),
        ("3.14", (num("3.14"),)),
        (
            "[0,1]",
            (Symbol("[", "open"), num("0"), Symbol(",", "punct"), num("1"), Symbol("]", "close")),
        ),
        ("1.2.3", (num("1.2"), Symbol("."), num("3"))),
        ("1, 2", (num("1"), Symbol(",", "punct"), num("2"))),
        ("2x", (num("2"), X)),
        ("x^2", (Scripts(X, above=row(num("2"))),)),
        ("x^23", (Scripts(X, above=row(num("2"))), num("3"))),
        ("x_{ab}", (Scripts(X, row(A, B)),)),
        ("x_a^b", (Scripts(X, row(A), row(B)),)),
        ("x^b_a", (Scripts(X, row(A), row(B)),)),
        (r"x^\alpha", (Scripts(X, above=Symbol("α", variant="italic")),)),
        (r"x^\frac12", (Scripts(X, above=Fraction(row(num("1")), row(num("2")))),)),
        ("^2", (Scripts(Row(()), above=row(num("2"))),)),
        ("_2", (Scripts(Row(()), row(num("2"))),)),
        ("x'", (Scripts(X, above=prime()),)),
        ("x''", (Scripts(X, above=prime("″")),)),
        ("x'''''", (Scripts(X, above=prime("′′′′′")),)),
        ("x'^2", (Scripts(X, above=row(prime(), row(num("2")))),)),
        ("x_a'", (Scripts(X, row(A), prime()),)),
        ("x^2'", (Scripts(X, above=row(row(num("2")), prime())),)),
        ("'", (Scripts(Row(()), above=prime()),)),
    ],
)
def test_parse(tex, nodes):
    assert parse(tex).nodes == nodes


def test_parse_scripts_of_limits():
    total = Symbol("∑", "op", "normal", large=True, limits=True)

    assert only(r"\sum\limits_a") == Scripts(total, row(A), limits=True)
    assert only(r"\sum_a\nolimits") == Scripts(total, row(A), limits=False)
    assert only(r"\limits_a") == Scripts(Row(()), row(A), limits=True)


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\displaystyle ab", Styled(row(A, B), "display")),
        (r"\scriptstyle a", Styled(row(A), "script")),
        (r"\Large a", Styled(row(A), scale=1.44)),
        (r"{\textstyle a}", row(Styled(row(A), "text"))),
        (r"\bf a", Symbol("a", variant="bold")),
        (r"\color{red} a", A),
        (r"\color{red}{a}", row(A)),
    ],
)
def test_parse_switches(tex, node):
    assert only(tex) == node


def test_parse_alphabet_ends_with_its_group():
    assert parse(r"{\rm a}b").nodes == (row(Symbol("a", variant="normal")), B)


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"a\over b", Fraction(row(A), row(B))),
        (r"{a+b\over c}", row(Fraction(row(A, PLUS, B), row(C)))),
        (r"a\atop b", Fraction(row(A), row(B), 0)),
        (r"a\above 1pt b", Fraction(row(A), row(B), 0.1)),
        (
            r"n\choose a",
            Fenced(
                Fence("(", kind="open"), row(Fraction(row(N), row(A), 0)), Fence(")", kind="close")
            ),
        ),
    ],
)
def test_parse_divisions_of_plain_tex(tex, node):
    assert only(tex) == node


def test_parse_middle():
    inside = row(A, Fence("|", kind="rel"), B)

    assert only(r"\left(a\middle|b\right)") == Fenced(
        Fence("(", kind="open"), inside, Fence(")", kind="close")
    )


def test_parse_macros():
    assert parse(r"\f{x}=y", {r"\f": "a#1"}).nodes == (A, X, EQUALS, Y)


def test_parse_says_where_signs_end():
    ends = [node.end for node in parse(r"a \leq 10+b").nodes]

    assert ends == [1, 6, 9, 10, 11]


def test_parse_numbers_of_equations_go_to_the_end():
    tagged, untagged = parse(r"\tag{1} a"), parse("a")

    assert len(tagged.nodes) == 4
    assert tagged.nodes[1] == untagged.nodes[0]


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        ("{a", "the end comes too early"),
        ("a}", "} comes too early"),
        ("a & b", "& comes too early"),
        (r"\right)", r"\\right comes too early"),
        (r"\left(a", "the end comes too early"),
        (r"\end{x}", r"\\end comes too early"),
        ("x^", "it ends too early"),
        ("x^a^b", "two things are raised at one place"),
        ("x_a_b", "two things are lowered at one place"),
        (r"a\middle|b", r"\\middle is outside"),
        (r"{\left(a\middle|b}\right)", r"\} comes too early"),
        (r"\nosuchword", r"\\nosuchword is not known"),
        ("x" * (LONGEST + 1), "it has more than 2000 characters"),
        ("{" * (DEEPEST + 1) + "}" * (DEEPEST + 1), "its groups are too deep"),
        (r"\hat" * (DEEPEST + 1) + "x", "its groups are too deep"),
        (r"\displaystyle" * (DEEPEST + 1), "its groups are too deep"),
        (r"\over" * (DEEPEST + 1), "its groups are too deep"),
        (r"\text" + "{" * (DEEPEST + 1) + "}" * (DEEPEST + 1), "its groups are too deep"),
    ],
)
def test_parse_refuses(tex, reason):
    with pytest.raises(FormulaError, match=reason):
        parse(tex)


def test_parse_at_the_limits():
    assert len(parse("x" * LONGEST).nodes) == LONGEST
    assert parse(r"\{" * (DEEPEST + 1) + r"\}" * (DEEPEST + 1)).nodes
    assert parse("x" + "^{x" * (DEEPEST - 1) + "}" * (DEEPEST - 1)).nodes
