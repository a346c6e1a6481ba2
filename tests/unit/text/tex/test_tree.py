"""What a formula is made of."""

import pytest

from programkit.text.tex.tree import (
    Newline,
    Space,
    Symbol,
    has_limits,
    is_large,
    kind_of,
    lines,
)
from texnodes import A, B, only, row


def test_kind_of():
    assert kind_of(Symbol("=", "rel")) == "rel"
    assert kind_of(Space(1)) == kind_of(Newline()) == "ord"
    assert kind_of(only("=_a")) == "rel"


def test_is_large():
    assert [is_large(only(tex)) for tex in (r"\sum", r"\int", r"\lim", "x", "{}")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ((), ((),)),
        ((A, B), ((A, B),)),
        ((A, Newline(), B), ((A,), (B,))),
        ((A, Newline()), ((A,),)),
        ((Newline(), A), ((), (A,))),
        ((Newline(),), ((),)),
    ],
)
def test_lines(nodes, expected):
    assert lines(row(*nodes)) == tuple(row(*each) for each in expected)


@pytest.mark.parametrize(
    ("tex", "inline", "display"),
    [
        ("x_a", False, False),
        (r"\sum_a", False, True),
        (r"{\sum}_a", False, True),
        (r"\int_a", False, False),
        (r"\lim_a", False, True),
        (r"\sin_a", False, False),
        (r"\operatorname*{argmin}_a", False, True),
        (r"\mathop{\hat x}_a", False, True),
        (r"\overset{a}{\sum}_a", False, True),
        (r"\underbrace{x}_a", True, True),
        (r"\underline{x}_a", False, False),
        (r"\int\limits_a", True, True),
        (r"\sum\nolimits_a", False, False),
    ],
)
def test_has_limits(tex, inline, display):
    node = only(tex)

    assert has_limits(node, display=False) is inline
    assert has_limits(node, display=True) is display
