"""Rows, with TeX's room between the classes of atoms."""

from itertools import pairwise
from typing import get_args

import pytest

from programkit.text.tex.parser import parse
from programkit.text.tex.tree import Node, Space
from programkit.typeset.formulas import rows
from programkit.typeset.formulas.rows import kinds
from setformulas import advance, formula, signs
from texnodes import PLUS, A, B

MU = 1000 / 18
GLYPHS = {"a": "𝑎", "-": "−", "*": "∗"}


def own(text):
    """How wide signs are by themselves."""
    return sum(advance(GLYPHS.get(char, char)) for char in text)


@pytest.mark.parametrize(
    ("tex", "signs_in_it", "mus"),
    [
        ("aa", "aa", 0),
        ("a+a", "a+a", 8),
        ("a=a", "a=a", 10),
        ("a,a", "a,a", 3),
        ("a(a)", "a(a)", 0),
        ("+a", "+a", 0),
        ("a+", "a+", 0),
        ("(+a)", "(+a)", 0),
        ("a=+a", "a=+a", 10),
        ("a++a", "a++a", 8),
        ("a+,a", "a+,a", 3),
        ("a==a", "a==a", 10),
        (r"a\mathop{}a", "aa", 6),
        (r"a\left.\right.a", "aa", 6 + 240 / MU),
        (r"a\quad a", "aa", 18),
        (r"a\,a", "aa", 3),
        (r"a\!a", "aa", -3),
        (r"a{+}a", "a+a", 0),
        (r"a\mathrel{+}a", "a+a", 10),
    ],
)
def test_room_between_atoms(tex, signs_in_it, mus):
    assert formula(tex).width == pytest.approx(own(signs_in_it) + mus * MU)


def test_room_in_scripts_is_that_of_operators_only():
    raised = [sign for sign in signs("x^{a+a}") if sign.size < 1000]
    gaps = [after.x - before.x - before.width for before, after in pairwise(raised)]

    assert gaps == pytest.approx([0, 0])


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("a+b", ["ord", "bin", "ord"]),
        ("+b", ["ord", "ord"]),
        ("a+", ["ord", "ord"]),
        ("a+=b", ["ord", "ord", "rel", "ord"]),
        ("a+)", ["ord", "ord", "close"]),
        ("(-b", ["open", "ord", "ord"]),
        (r"a\,+b", ["ord", None, "bin", "ord"]),
        (r"a+\,b", ["ord", "bin", None, "ord"]),
        (r"\sin-b", ["op", "ord", "ord"]),
        ("", []),
    ],
)
def test_kinds(tex, expected):
    assert kinds(parse(tex).nodes) == expected


def test_kinds_of_room_alone():
    assert kinds((Space(1), Space(1))) == [None, None]
    assert kinds((A, PLUS, B)) == ["ord", "bin", "ord"]


def test_leaning_letters_keep_clear_of_upright_ones():
    assert formula(r"V|").width > own("|") + advance("𝑉")
    assert formula(r"VV").width == pytest.approx(
        2 * advance("𝑉") + formula("V").width - advance("𝑉")
    )


def test_lines_are_below_each_other():
    first, second = signs(r"a\\b")

    assert (first.text, second.text) == ("a", "b")
    assert second.y - first.y == pytest.approx(1440)
    assert first.x == second.x == 0
    assert [sign.text for sign in signs(r"a\\")] == ["a"]


def test_sizes_and_styles():
    assert [sign.size for sign in signs(r"a{\Large a}{\scriptstyle a}")] == pytest.approx(
        [1000, 1440, 700]
    )
    assert [sign.size for sign in signs(r"\Large a\small a")] == pytest.approx([1440, 900])


def test_every_node_can_be_set():
    assert set(rows._SETTERS) == set(get_args(Node))
