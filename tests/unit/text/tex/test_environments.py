"""Matrices, cases, arrays, equations in several lines."""

import pytest

from programkit.text.tex.parser import parse
from programkit.text.tex.tree import Fence, Fenced, FormulaError, Row, Table, Words
from texnodes import EQUALS, A, B, C, X, Y, only, row


def cells(*rows):
    return tuple(
        tuple(row(*cell) if isinstance(cell, tuple) else row(cell) for cell in each)
        for each in rows
    )


def fenced(left, table, right):
    return Fenced(Fence(left, kind="open"), row(table), Fence(right, kind="close"))


SQUARE = Table(cells((A, B), (C, X)), more=(0, 0))


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\begin{matrix}a&b\\c&x\end{matrix}", SQUARE),
        (r"\begin{matrix}a&b\cr c&x\end{matrix}", SQUARE),
        (r"\begin{pmatrix}a&b\\c&x\\\end{pmatrix}", fenced("(", SQUARE, ")")),
        (r"\begin{Vmatrix}a&b\\c&x\end{Vmatrix}", fenced("‖", SQUARE, "‖")),
        (r"\matrix{a&b\cr c&x}", SQUARE),
        (r"\pmatrix{a&b\\c&x}", fenced("(", SQUARE, ")")),
    ],
)
def test_matrix(tex, node):
    assert only(tex) == node


def test_matrix_aligned():
    assert only(r"\begin{matrix*}[r]a\end{matrix*}").columns == "r"
    assert only(r"\begin{matrix*}a\end{matrix*}").columns == "c"


def test_cases():
    table = Table(cells((A, B), (C, X)), "l", leading=1.2, more=(0, 0))

    assert only(r"\begin{cases}a&b\\c&x\end{cases}") == fenced("{", table, "")
    assert only(r"\begin{rcases}a&b\\c&x\end{rcases}") == fenced("", table, "}")


@pytest.mark.parametrize("name", ["aligned", "align*", "align", "split", "eqnarray"])
def test_aligned_relations_have_their_room(name):
    table = only(rf"\begin{{{name}}}a&=b\\&=c\end{{{name}}}")

    assert table.rows == (
        (row(A), row(Row(()), EQUALS, B)),
        (row(), row(Row(()), EQUALS, C)),
    )
    assert (table.columns, table.gaps, table.style) == ("rl", (0, 2), "display")


def test_aligned_takes_a_place_or_a_number_of_columns():
    assert only(r"\begin{aligned}[t]a\end{aligned}").rows == cells((A,))
    assert only(r"\begin{alignat}{2}a\end{alignat}").rows == cells((A,))


def test_gathered_lines():
    table = only(r"\begin{gathered}a\\b\end{gathered}")

    assert (table.rows, table.columns) == (cells((A,), (B,)), "c")


@pytest.mark.parametrize(
    ("given", "columns", "bars"),
    [
        ("lcr", "lcr", ()),
        ("|l|r|", "lr", (0, 1, 2)),
        ("c:c", "cc", (1,)),
        ("@{}l p{2cm}@{}", "ll", ()),
        (" ", "c", ()),
    ],
)
def test_array_columns(given, columns, bars):
    table = only(rf"\begin{{array}}{{{given}}}a&b\end{{array}}")

    assert (table.columns, table.bars) == (columns, bars)


def test_array_rules_and_room():
    table = only(r"\begin{array}{c}\hline a\\[1em]\hline b\\*\hdashline\end{array}")

    assert table.rules == (0, 1, 2)
    assert table.more == (1, 0)


def test_row_that_begins_with_a_bracket():
    table = only(r"\begin{matrix}a\\[b]\end{matrix}")

    assert len(table.rows) == 2
    assert [node.text for node in table.rows[1][0].nodes] == ["[", "b", "]"]


def test_environment_inside_another():
    inner = Table(cells((X, Y)), more=(0,))

    assert only(r"\begin{matrix}\begin{matrix}x&y\end{matrix}\end{matrix}") == Table(
        ((row(inner),),), more=(0,)
    )


def test_numbers_of_equations_stay_in_their_rows():
    table = only(r"\begin{align}\tag{1}a\\b\end{align}")

    assert table.rows[0][0].nodes[-1] == row(Words("("), Words("1"), Words(")"))
    assert table.rows[1] == (row(B),)


@pytest.mark.parametrize(
    ("tex", "reason"),
    [
        (r"\begin{nosuch}a\end{nosuch}", "the environment nosuch is not known"),
        (r"\begin{matrix}a", "the end comes too early"),
        (r"\begin{matrix}a\end{pmatrix}", r"\\end{matrix} is missing"),
        (r"\begin{matrix}", r"a table is empty"),
        (r"\begin{matrix}\end{matrix}", "a table is empty"),
        (r"\begin{matrix}a\\", r"\\end{matrix} is missing"),
        (r"\begin{array}{q}a\end{array}", "q does not say how columns are aligned"),
        (r"\begin{matrix}a}\end{matrix}", "} comes too early"),
    ],
)
def test_environment_refused(tex, reason):
    with pytest.raises(FormulaError, match=reason):
        parse(tex)
