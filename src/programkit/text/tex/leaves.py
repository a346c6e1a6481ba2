"""Single signs, words and room of a formula as elements of MathML."""

from __future__ import annotations

import re
from xml.etree.ElementTree import (
    Element,
    SubElement,
)

from programkit.text.tex import letters
from programkit.text.tex.tree import Kind, Newline, Space, Style, Symbol, Words

_NOT_IN_XML = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_OPERATORS: dict[Kind, dict[str, str]] = {
    "op": {"movablelimits": "false"},
    "open": {"stretchy": "false", "form": "prefix"},
    "close": {"stretchy": "false", "form": "postfix"},
    "punct": {"separator": "true"},
}


def legal(text: str) -> str:
    """The text without what XML has no way to write."""
    return _NOT_IN_XML.sub("\ufffd", text)


def leaf(parent: Element, tag: str, text: str, **attributes: str) -> None:
    """Add an element that holds text."""
    SubElement(parent, tag, attributes).text = legal(text)


def symbol(parent: Element, node: Symbol, _style: Style) -> None:
    """Add a letter, number, sign or name."""
    if node.kind in {"ord", "inner"}:
        _ordinary(parent, node)
    elif node.kind == "op" and len(node.text) > 1:
        leaf(parent, "mi", node.text)
    else:
        leaf(parent, "mo", _drawn(node), **_OPERATORS.get(node.kind, {}))


def _ordinary(parent: Element, node: Symbol) -> None:
    if node.text[0].isdigit():
        leaf(parent, "mn", _drawn(node))
    elif node.text[0] in "|‖′″‴⁗/":
        leaf(parent, "mo", node.text, stretchy="false", lspace="0", rspace="0")
    else:
        _letter(parent, node)


def _letter(parent: Element, node: Symbol) -> None:
    """Browsers set a single letter italic by themselves, unless they are told otherwise."""
    if node.variant == "italic":
        leaf(parent, "mi", node.text)
    elif len(node.text) == 1 and (drawn := _drawn(node)) != node.text:
        leaf(parent, "mi", drawn)
    else:
        leaf(parent, "mi", node.text, mathvariant="normal")


def _drawn(node: Symbol) -> str:
    return "".join(letters.styled(char, node.variant) for char in node.text)


def words(parent: Element, node: Words, _style: Style) -> None:
    """Add ordinary text."""
    look = "mono" if node.code else ("bold-" * node.bold + "italic" * node.italic).strip("-")
    text = "".join(letters.styled(char, look) for char in node.text)
    leaf(parent, "mtext", text.replace(" ", "\u00a0"))


def space(parent: Element, node: Space, _style: Style) -> None:
    """Add room."""
    SubElement(parent, "mspace", width=em(node.width))


def em(length: float) -> str:
    """A length as MathML writes it."""
    return f"{length:.4g}em"


def newline(parent: Element, _node: Newline, _style: Style) -> None:
    """Add what a line end is where there are no lines: no room."""
    SubElement(parent, "mspace")
