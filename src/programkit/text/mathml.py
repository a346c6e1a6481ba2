"""Formulas as MathML for the web.

The elements are made here from the tree that `tex` reads, so that of a stranger's formula only
characters are taken over: no addresses, styles, names of elements or attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import zip_longest
from typing import Any
from xml.etree.ElementTree import (
    Element,
    SubElement,
    tostring,
)

from programkit.text.tex import letters
from programkit.text.tex.parser import parse
from programkit.text.tex.tree import (
    Fence,
    Fenced,
    FormulaError,
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

_NAMESPACE = "http://www.w3.org/1998/Math/MathML"
_NOT_IN_XML = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
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
    "_": "_",
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
_OPERATORS: dict[Kind, dict[str, str]] = {
    "op": {"movablelimits": "false"},
    "open": {"stretchy": "false", "form": "prefix"},
    "close": {"stretchy": "false", "form": "postfix"},
    "punct": {"separator": "true"},
}
_THIN = "0.1667em"


@lru_cache(maxsize=512)
def _mathml(
    tex: str,
    display: bool,  # noqa: FBT001 - a key of the cache
    macros: tuple[tuple[str, str], ...],
) -> str | None:
    try:
        row = parse(tex, dict(macros))
    except FormulaError:
        return None
    source = _legal(tex).strip()
    math = Element("math", {"xmlns": _NAMESPACE, "alttext": source})
    if display:
        math.set("display", "block")
    semantics = SubElement(math, "semantics")
    _put(semantics, row, "display" if display else "text")
    annotation = SubElement(semantics, "annotation", encoding="application/x-tex")
    annotation.text = source
    return tostring(math, encoding="unicode")


def mathml(
    tex: str, *, display: bool = False, macros: Mapping[str, str] | None = None
) -> str | None:
    r"""A formula as a MathML element, with its source as an annotation; none if it cannot be read.

    Args:
        tex: The formula, without its dollars.
        display: Whether it stands by itself.
        macros: What to put in for which word: ``{r"\R": r"\mathbb{R}"}``.

    Returns:
        Well-formed XML, which an HTML page may hold as it is.
    """
    return _mathml(tex, display, tuple(sorted((macros or {}).items())))


def _legal(text: str) -> str:
    """The text without what XML has no way to write."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _leaf(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = _legal(text)


def _put(parent: Element, node: Node, style: Style) -> None:
    """Add one element for a node."""
    _WRITERS[type(node)](parent, node, style)


def _row(parent: Element, node: Row, style: Style) -> None:
    several = lines(node)
    if len(several) > 1:
        _put(parent, Table(tuple((line,) for line in several), "l"), style)
        return
    nodes = several[0].nodes
    if len(nodes) == 1 and isinstance(nodes[0], Symbol) and parent.tag != "semantics":
        _put(parent, nodes[0], style)
        return
    _side_by_side(parent, nodes, style)


def _side_by_side(parent: Element, nodes: tuple[Node, ...], style: Style) -> None:
    """Nodes in an element; between the name of a function and its argument is room."""
    row = SubElement(parent, "mrow")
    for node, following in zip_longest(nodes, nodes[1:]):
        _put(row, node, style)
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


def _symbol(parent: Element, node: Symbol, _style: Style) -> None:
    if node.kind in {"ord", "inner"}:
        _ordinary(parent, node)
    elif node.kind == "op" and len(node.text) > 1:
        _leaf(parent, "mi", node.text)
    else:
        _leaf(parent, "mo", _drawn(node), **_OPERATORS.get(node.kind, {}))


def _ordinary(parent: Element, node: Symbol) -> None:
    if node.text[0].isdigit():
        _leaf(parent, "mn", _drawn(node))
    elif node.text[0] in "|‖′″‴⁗/":
        _leaf(parent, "mo", node.text, stretchy="false", lspace="0", rspace="0")
    else:
        _letter(parent, node)


def _letter(parent: Element, node: Symbol) -> None:
    """Browsers set a single letter italic by themselves, unless they are told otherwise."""
    if node.variant == "italic":
        _leaf(parent, "mi", node.text)
    elif len(node.text) == 1 and (drawn := _drawn(node)) != node.text:
        _leaf(parent, "mi", drawn)
    else:
        _leaf(parent, "mi", node.text, mathvariant="normal")


def _drawn(node: Symbol) -> str:
    return "".join(letters.styled(char, node.variant) for char in node.text)


def _words(parent: Element, node: Words, _style: Style) -> None:
    look = "mono" if node.code else ("bold-" * node.bold + "italic" * node.italic).strip("-")
    text = "".join(letters.styled(char, look) for char in node.text)
    _leaf(parent, "mtext", text.replace(" ", "\u00a0"))


def _space(parent: Element, node: Space, _style: Style) -> None:
    SubElement(parent, "mspace", width=_em(node.width))


def _em(length: float) -> str:
    return f"{length:.4g}em"


def _newline(parent: Element, _node: Newline, _style: Style) -> None:
    SubElement(parent, "mspace")


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
    _put(element, base, style)
    for node in (below, above):
        if node:
            _put(element, node, "text")


def _styled_parent(parent: Element, style: Style | None) -> Element:
    return SubElement(parent, "mstyle", _STYLES[style]) if style else parent


def _fraction(parent: Element, node: Fraction, _style: Style) -> None:
    attributes = {} if node.bar is None else {"linethickness": _em(node.bar) if node.bar else "0"}
    element = SubElement(_styled_parent(parent, node.style), "mfrac", attributes)
    for part in (node.above, node.below):
        inside = _styled_parent(element, "text" if node.even else None)
        _put(inside, part, "text")


def _root(parent: Element, node: Root, style: Style) -> None:
    element = SubElement(parent, "mroot" if node.degree else "msqrt")
    _put(element, node.inside, style)
    if node.degree:
        _put(element, node.degree, "text")


def _fence(parent: Element, node: Fence, _style: Style) -> None:
    if not node.text:
        SubElement(parent, "mrow")
        return
    form = {"open": "prefix", "close": "postfix"}.get(node.kind, "infix")
    size = {"minsize": _em(node.size), "maxsize": _em(node.size)} if node.size else {}
    _leaf(parent, "mo", node.text, stretchy="true", form=form, **size)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Fence) and not node.text


def _fenced(parent: Element, node: Fenced, style: Style) -> None:
    nodes = (node.left, *node.inside.nodes, node.right)
    _side_by_side(parent, tuple(each for each in nodes if not _is_empty(each)), style)


def _marked(parent: Element, node: Marked, style: Style) -> None:
    attribute = "accent" if node.over else "accentunder"
    element = SubElement(parent, "mover" if node.over else "munder", {attribute: "true"})
    _put(element, node.base, style)
    mark = _ACCENTS.get(node.mark, node.mark)
    _leaf(element, "mo", mark, stretchy="true" if node.wide else "false")


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
            _put(SubElement(element, "mtd", columnalign=align), cell, node.style)
    if node.style == "display":
        table.set("displaystyle", "true")


def _styled(parent: Element, node: Styled, style: Style) -> None:
    attributes = dict(_STYLES[node.style]) if node.style else {}
    if node.scale:
        attributes["mathsize"] = f"{node.scale:.0%}"
    element = SubElement(parent, "mstyle", attributes)
    _put(element, node.inside, node.style or style)


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
        attributes["voffset"] = _em(node.rise)
    element = SubElement(parent, "mpadded", attributes)
    _put(element if node.drawn else SubElement(element, "mphantom"), node.inside, style)


def _framed(parent: Element, node: Framed, style: Style) -> None:
    _put(SubElement(parent, "menclose", notation=_NOTATIONS[node.look]), node.inside, style)


def _rule(parent: Element, node: Rule, _style: Style) -> None:
    size = {"width": _em(node.width), "height": _em(node.height + node.rise)}
    SubElement(parent, "mspace", {**size, "mathbackground": "currentcolor"})


_WRITERS: dict[type, Callable[[Element, Any, Style], None]] = {
    Row: _row,
    Symbol: _symbol,
    Words: _words,
    Space: _space,
    Newline: _newline,
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
