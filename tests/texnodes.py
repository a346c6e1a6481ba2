"""Short names for the nodes of formulas, for tests that say what a formula is read as."""

from programkit.text.tex.parser import parse
from programkit.text.tex.tree import Row, Symbol


def var(name):
    """A letter as TeX sets it: italic."""
    return Symbol(name, variant="italic")


def num(digits):
    """A number."""
    return Symbol(digits)


def row(*nodes):
    """Nodes side by side."""
    return Row(nodes)


def only(tex, macros=None):
    """The one node that a formula is read as."""
    (node,) = parse(tex, macros).nodes
    return node


A, B, C, N, X, Y = map(var, "abcnxy")
PLUS = Symbol("+", "bin")
MINUS = Symbol("−", "bin")
EQUALS = Symbol("=", "rel")
