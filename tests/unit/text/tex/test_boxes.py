"""Room, frames and boxes, and words that say nothing of the formula itself."""

import pytest

from programkit.text.tex.parser import parse
from programkit.text.tex.tree import (
    FormulaError,
    Framed,
    Newline,
    Padded,
    Rule,
    Space,
    Symbol,
    Words,
)
from texnodes import A, B, C, only, row


@pytest.mark.parametrize(
    ("tex", "node"),
    [
        (r"\hspace{2em}", Space(2)),
        (r"\hspace*{2em}", Space(2)),
        (r"\kern1em", Space(1)),
        (r"\mkern -18mu", Space(-1)),
        (r"\phantom{a}", Padded(row(A), drawn=False)),
        (r"\hphantom a", Padded(row(A), drawn=False, height=False, depth=False)),
        (r"\vphantom a", Padded(row(A), drawn=False, width="right")),
        (r"\mathstrut", Padded(Symbol("("), drawn=False, width="right")),
        (r"\smash a", Padded(row(A), height=False, depth=False)),
        (r"\smash[b]a", Padded(row(A), depth=False)),
        (r"\smash[t]a", Padded(row(A), height=False)),
        (r"\mathrlap a", Padded(row(A), width="right")),
        (r"\mathclap a", Padded(row(A), width="center")),
        (r"\llap{a}", Padded(Words("a"), width="left")),
        (r"\raisebox{1em}{a}", Padded(Words("a"), rise=1)),
        (r"\raise1em{a}", Padded(row(A), rise=1)),
        (r"\lower1em{a}", Padded(row(A), rise=-1)),
        (r"\boxed a", Framed(row(A))),
        (r"\cancel a", Framed(row(A), "up")),
        (r"\xcancel{a}", Framed(row(A), "cross")),
        (r"\fbox{a}", Framed(Words("a"))),
        (r"\rule{2em}{1em}", Rule(2, 1)),
        (r"\rule[1em]{2em}{1em}", Rule(2, 1, 1)),
        (r"\textcolor{red}{a}", row(A)),
        (r"\colorbox{red}{a}", Words("a")),
        (r"\fcolorbox{red}{blue}{a}", Framed(Words("a"))),
        (r"\blue{a}", row(A)),
        (r"\vcenter{a}", row(A)),
        (r"\mathchoice{a}{b}{c}{a}", row(B)),
        (r"\href{javascript:alert(1)}{a}", row(A)),
        (r"\htmlStyle{color:red}{a}", row(A)),
        (r"\nonumber", Space(0)),
        (r"\\", Newline()),
        (r"\\[1em]", Newline()),
        (r"\newline", Newline()),
    ],
)
def test_box(tex, node):
    assert only(tex) == node


def test_tag_goes_to_the_end():
    numbered = (Space(0), A, Space(2), row(Words("("), Words("1"), Words(")")))

    assert parse(r"\tag{1}a").nodes == numbered
    assert parse(r"\tag*{C}a").nodes == (Space(0), A, Space(2), Words("C"))


def test_color_of_the_rest_is_left_out():
    assert parse(r"a\color{red}bc").nodes == (A, B, C)


def test_room_without_a_length():
    with pytest.raises(FormulaError, match="a length is missing"):
        parse(r"\hspace{x}")
