"""The nodes of a formula as elements of MathML; what each becomes, test_mathml says."""

from typing import get_args
from xml.etree.ElementTree import Element

import pytest

from programkit.text.tex import elements
from programkit.text.tex.parser import parse
from programkit.text.tex.tree import Node

FORMULAS = [
    "{a}",
    "x",
    r"\text{x}",
    r"\,",
    r"\\",
    "x_1",
    r"\frac12",
    r"\sqrt2",
    r"\big(",
    r"\left(x\right)",
    r"\hat x",
    r"\overset12",
    r"\begin{matrix}x\end{matrix}",
    r"\Large x",
    r"\smash x",
    r"\boxed x",
    r"\rule{1em}{1em}",
]


def test_every_node_becomes_an_element():
    made = [parse(tex).nodes[0] for tex in FORMULAS]

    assert {type(node) for node in made} == set(get_args(Node))
    assert set(elements._WRITERS) == set(get_args(Node))


@pytest.mark.parametrize("tex", FORMULAS)
def test_put_adds_one_element(tex):
    (node,) = parse(tex).nodes
    parent = Element("mrow")
    elements.put(parent, node, "text")

    assert len(parent) == 1
