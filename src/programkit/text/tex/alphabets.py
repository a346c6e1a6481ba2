r"""Alphabets and classes: ``\mathbf`` and its kind, names of operators, negations."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from programkit.text.tex import letters
from programkit.text.tex.reader import Reader
from programkit.text.tex.tree import (
    FormulaError,
    Kind,
    Marked,
    Node,
    Row,
    Scripts,
    Space,
    Symbol,
    Words,
)

_ALPHABETS = {
    "mathrm": "normal",
    "mathup": "normal",
    "mathbf": "bold",
    "mathit": "italic",
    "mathcal": "script",
    "mathscr": "script",
    "mathfrak": "fraktur",
    "mathbb": "double-struck",
    "mathbbm": "double-struck",
    "mathds": "double-struck",
    "mathsf": "sans",
    "mathsfit": "sans-italic",
    "mathtt": "mono",
    "mathnormal": "",
    "Bbb": "double-struck",
    "frak": "fraktur",
    "symbf": "bold",
    "symup": "normal",
    "symit": "italic",
}
_CLASSES: dict[str, Kind] = {
    "mathord": "ord",
    "mathop": "op",
    "mathbin": "bin",
    "mathrel": "rel",
    "mathopen": "open",
    "mathclose": "close",
    "mathpunct": "punct",
    "mathinner": "inner",
}


def _alphabet(reader: Reader, word: str) -> Node:
    return reader.part(reader.take_argument(), _ALPHABETS[word])


def _bold(reader: Reader, _word: str) -> Node:
    row = reader.part(reader.take_argument())
    bold = Row(tuple(_heavier(node) for node in row.nodes))
    return bold.nodes[0] if len(bold.nodes) == 1 else bold


def _heavier(node: Node) -> Node:
    """The node with bold letters, as far as letters are its own."""
    match node:
        case Symbol():
            return replace(node, variant=letters.heavier(node.variant))
        case Row(nodes):
            return replace(node, nodes=tuple(map(_heavier, nodes)))
        case Scripts(base, below, above):
            return replace(
                node,
                base=_heavier(base),
                below=below and _heavier(below),
                above=above and _heavier(above),
            )
        case Marked(base):
            return replace(node, base=_heavier(base))
        case _:
            return node


def _class(reader: Reader, word: str) -> Node:
    kind = _CLASSES[word]
    inside = reader.one()
    nodes = inside.nodes if isinstance(inside, Row) else (inside,)
    if len(nodes) == 1 and isinstance(nodes[0], Symbol):
        return replace(nodes[0], kind=kind, limits=kind == "op")
    return Row(nodes, kind)


def _operatorname(reader: Reader, word: str) -> Node:
    limits = reader.skip("*") or word == "operatornamewithlimits"
    inside = reader.part(
        reader.take_argument().replace("-", "{\\text{-}}").replace("*", "{*}"), "normal"
    )
    text = "".join(_plain(node) for node in inside.nodes)
    if text:
        return Symbol(text, "op", "normal", limits=limits)
    return Row((), "op")


def _plain(node: Node) -> str:
    match node:
        case Symbol(text) | Words(text):
            return text
        case Row(nodes):
            return "".join(map(_plain, nodes))
        case Space():
            return "\u2009"
        case _:
            raise FormulaError("the name of an operator has to be plain text")


def _negated(reader: Reader, _word: str) -> Node:
    node = reader.one()
    first = node.nodes[0] if isinstance(node, Row) and node.nodes else node
    if not isinstance(first, Symbol):
        raise FormulaError("\\not has nothing to negate")
    text = unicodedata.normalize("NFC", first.text + "\u0338")
    rest = node.nodes[1:] if isinstance(node, Row) else ()
    negated = Symbol(text, first.kind, first.variant)
    return Row((negated, *rest), first.kind) if rest else negated


def _modulo(reader: Reader, word: str) -> Node:
    mod = Symbol("mod", "ord", "normal")
    if word == "bmod":
        return Row((Space(5 / 18), mod, Space(5 / 18)))
    inside = reader.one()
    match word:
        case "pmod":
            inner: tuple[Node, ...] = (mod, Space(1 / 3), inside)
        case "pod":
            inner = (inside,)
        case _:
            return Row((Space(1), mod, Space(1 / 3), inside))
    left, right = Symbol("(", "open"), Symbol(")", "close")
    return Row((Space(1), left, *inner, right))


def _colon(_reader: Reader, _word: str) -> Node:
    return Row((Symbol(":", "punct"), Space(1 / 9)), "punct")


HANDLERS: dict[str, Callable[[Reader, str], Node]] = {
    **dict.fromkeys(_ALPHABETS, _alphabet),
    **dict.fromkeys(("boldsymbol", "bm", "pmb", "bold"), _bold),
    **dict.fromkeys(_CLASSES, _class),
    **dict.fromkeys(("operatorname", "operatornamewithlimits"), _operatorname),
    "not": _negated,
    **dict.fromkeys(("bmod", "pmod", "pod", "mod"), _modulo),
    "colon": _colon,
}
"""What reads the arguments of which word."""
