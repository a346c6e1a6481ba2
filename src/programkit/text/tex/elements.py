"""The nodes of a formula as elements of MathML.

Nothing but what is written here becomes an element, an attribute or the value of one.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from typing import Any
from xml.etree.ElementTree import (
    Element,
    SubElement,
)

from programkit.text.tex import leaves
from programkit.text.tex.tree import (
    Fence,
    Fenced,
    Fraction,
    Framed,
    Kind,
    Marked,
    Newline,
    Node,
    Padded,
    Root,
    Row,
    Rule,
    Scripts,
    Space,
    Stack,
    Style,
    Styled,
    Symbol,
    Table,
    Words,
    has_limits,
    lines,
)

_STYLES: dict[Style, dict[str, str]] = {
    "display": {"displaystyle": "true", "scriptlevel": "0"},
    "text": {"displaystyle": "false", "scriptlevel": "0"},
    "script": {"displaystyle": "false", "scriptlevel": "1"},
    "scriptscript": {"displaystyle": "false", "scriptlevel": "2"},
}
# MathML wants accents as characters by themselves, not as combining ones.
_ACCENTS = {
    "̂": "^",
    "̌": "ˇ",
    "̃": "~",
    "́": "´",
    "̀": "`",
    "̇": "˙",
    "̈": "¨",
    "̆": "˘",
    "̄": "¯",
    "⃗": "→",
    "̊": "˚",
}
_ALIGN = {"l": "left", "c": "center", "r": "right"}
_NOTATIONS = {
    "box": "box",
    "up": "updiagonalstrike",
    "down": "downdiagonalstrike",
    "cross": "updiagonalstrike downdiagonalstrike",
    "through": "horizontalstrike",
}
_SHIFTS = {"left": "-1width", "center": "-0.5width"}
_THIN = "0.1667em"


def put(parent: Element, node: Node, style: Style) -> None:
    """Add the one element that a node is.

    Args:
        parent: Where it is added.
        node: The node.
        style: The style it is set in, which says where limits go.
    """
    _WRITERS[type(node)](parent, node, style)


def _row(parent: Element, node: Row, style: Style) -> None:
    several = lines(node)
    if len(several) > 1:
        put(parent, Table(tuple((line,) for line in several), "l"), style)
        return
    nodes = several[0].nodes
    if len(nodes) == 1 and isinstance(nodes[0], Symbol) and parent.tag != "semantics":
        put(parent, nodes[0], style)
        return
    _side_by_side(parent, nodes, style)


def _side_by_side(parent: Element, nodes: tuple[Node, ...], style: Style) -> None:
    """Nodes in an element; between the name of a function and its argument is room."""
    row = SubElement(parent, "mrow")
    for node, following in zip_longest(nodes, nodes[1:]):
        put(row, node, style)
        if following and _is_name(node) and _needs_room(following):
            SubElement(row, "mspace", width=_THIN)


def _is_name(node: Node) -> bool:
    """Whether a node is the name of a function, perhaps with scripts."""
    match node:
        case Scripts(base):
            return _is_name(base)
        case Symbol(text, "op"):
            return len(text) > 1
        case _:
            return False


def _needs_room(node: Node) -> bool:
    kind: Kind = "open" if isinstance(node, Space | Newline) else node.kind
    return kind in {"ord", "op", "inner"}


def _scripts(parent: Element, node: Scripts, style: Style) -> None:
    limits = has_limits(node, display=style == "display")
    names = ("munder", "mover", "munderover") if limits else ("msub", "msup", "msubsup")
    _around(parent, node.base, node.below, node.above, names, style)


def _around(
    parent: Element,
    base: Node,
    below: Node | None,
    above: Node | None,
    names: tuple[str, str, str],
    style: Style,
) -> None:
    """A base with small things around it, or alone if there are none."""
    if below and above:
        element = SubElement(parent, names[2])
    elif below or above:
        element = SubElement(parent, names[0] if below else names[1])
    else:
        element = parent
    put(element, base, style)
    for node in (below, above):
        if node:
            put(element, node, "text")


def _styled_parent(parent: Element, style: Style | None) -> Element:
    return SubElement(parent, "mstyle", _STYLES[style]) if style else parent


def _fraction(parent: Element, node: Fraction, _style: Style) -> None:
    attributes = (
        {} if node.bar is None else {"linethickness": leaves.em(node.bar) if node.bar else "0"}
    )
    element = SubElement(_styled_parent(parent, node.style), "mfrac", attributes)
    for part in (node.above, node.below):
        inside = _styled_parent(element, "text" if node.even else None)
        put(inside, part, "text")


def _root(parent: Element, node: Root, style: Style) -> None:
    element = SubElement(parent, "mroot" if node.degree else "msqrt")
    put(element, node.inside, style)
    if node.degree:
        put(element, node.degree, "text")


def _fence(parent: Element, node: Fence, _style: Style) -> None:
    if not node.text:
        SubElement(parent, "mrow")
        return
    form = {"open": "prefix", "close": "postfix"}.get(node.kind, "infix")
    size = {"minsize": leaves.em(node.size), "maxsize": leaves.em(node.size)} if node.size else {}
    leaves.leaf(parent, "mo", node.text, stretchy="true", form=form, **size)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Fence) and not node.text


def _fenced(parent: Element, node: Fenced, style: Style) -> None:
    nodes = (node.left, *node.inside.nodes, node.right)
    _side_by_side(parent, tuple(each for each in nodes if not _is_empty(each)), style)


def _marked(parent: Element, node: Marked, style: Style) -> None:
    attribute = "accent" if node.over else "accentunder"
    element = SubElement(parent, "mover" if node.over else "munder", {attribute: "true"})
    put(element, node.base, style)
    mark = _ACCENTS.get(node.mark, node.mark)
    leaves.leaf(element, "mo", mark, stretchy="true" if node.wide else "false")


def _stack(parent: Element, node: Stack, style: Style) -> None:
    base: Node = Fence(node.stretched, kind="rel") if node.stretched else node.base
    names = ("munder", "mover", "munderover")
    _around(parent, base, node.below, node.above, names, style)


def _table(parent: Element, node: Table, _style: Style) -> None:
    table = SubElement(_styled_parent(parent, node.style), "mtable")
    for row in node.rows:
        element = SubElement(table, "mtr")
        for number, cell in enumerate(row):
            align = _ALIGN[node.columns[number % len(node.columns)]]
            put(SubElement(element, "mtd", columnalign=align), cell, node.style)
    if node.style == "display":
        table.set("displaystyle", "true")


def _styled(parent: Element, node: Styled, style: Style) -> None:
    attributes = dict(_STYLES[node.style]) if node.style else {}
    if node.scale:
        attributes["mathsize"] = f"{node.scale:.0%}"
    element = SubElement(parent, "mstyle", attributes)
    put(element, node.inside, node.style or style)


def _padded(parent: Element, node: Padded, style: Style) -> None:
    attributes = {}
    if node.width != "own":
        attributes["width"] = "0"
    if node.width in _SHIFTS:
        attributes["lspace"] = _SHIFTS[node.width]
    if not node.height:
        attributes["height"] = "0"
    if not node.depth:
        attributes["depth"] = "0"
    if node.rise:
        attributes["voffset"] = leaves.em(node.rise)
    element = SubElement(parent, "mpadded", attributes)
    put(element if node.drawn else SubElement(element, "mphantom"), node.inside, style)


def _framed(parent: Element, node: Framed, style: Style) -> None:
    put(SubElement(parent, "menclose", notation=_NOTATIONS[node.look]), node.inside, style)


def _rule(parent: Element, node: Rule, _style: Style) -> None:
    size = {"width": leaves.em(node.width), "height": leaves.em(node.height + node.rise)}
    SubElement(parent, "mspace", {**size, "mathbackground": "currentcolor"})


_WRITERS: dict[type, Callable[[Element, Any, Style], None]] = {
    Row: _row,
    Symbol: leaves.symbol,
    Words: leaves.words,
    Space: leaves.space,
    Newline: leaves.newline,
    Scripts: _scripts,
    Fraction: _fraction,
    Root: _root,
    Fence: _fence,
    Fenced: _fenced,
    Marked: _marked,
    Stack: _stack,
    Table: _table,
    Styled: _styled,
    Padded: _padded,
    Framed: _framed,
    Rule: _rule,
}
