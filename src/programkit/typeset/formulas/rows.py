"""Nodes to boxes, and boxes to rows with TeX's room between the classes of atoms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

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
    Styled,
    Symbol,
    Table,
    Words,
    is_large,
    lines,
)
from programkit.typeset.formulas import (
    covers,
    enclosures,
    fractions,
    scripts,
    signs,
    tables,
)
from programkit.typeset.formulas.box import Box, over_each_other, room
from programkit.typeset.formulas.setting import Setting

_KINDS: tuple[Kind, ...] = ("ord", "op", "bin", "rel", "open", "close", "punct", "inner")
# The TeXbook, chapter 18: the room between the class of the row and that of the column. 1 is thin,
# 2 medium, 3 thick; in brackets there: not in scripts.
_ROOM = {
    "ord": "0 1 (2) (3) 0 0 0 (1)",
    "op": "1 1 - (3) 0 0 0 (1)",
    "bin": "(2) (2) - - (2) - - (2)",
    "rel": "(3) (3) - 0 (3) 0 0 (3)",
    "open": "0 0 - 0 0 0 0 0",
    "close": "0 1 (2) (3) 0 0 0 (1)",
    "punct": "(1) (1) - (1) (1) (1) (1) (1)",
    "inner": "(1) 1 (2) (3) (1) 0 (1) (1)",
}
_MUS = {"0": 0, "-": 0, "1": 3, "2": 4, "3": 5}
_BETWEEN = {
    (left, right): (_MUS[entry.strip("()")] * 1000 / 18, "(" in entry)
    for left, entries in _ROOM.items()
    for right, entry in zip(_KINDS, entries.split(), strict=True)
}
_LINE = 1200
_NOT_BEFORE_BINARY = {"bin", "op", "rel", "open", "punct"}
_NOT_AFTER_BINARY = {"rel", "close", "punct"}


def set_node(node: Node, at: Setting) -> Box:
    """A node as a box."""
    return _SETTERS[type(node)](node, at)


def set_row(row: Row, at: Setting) -> Box:
    """Nodes side by side; several lines where the row has line ends."""
    several = lines(row)
    if len(several) == 1:
        return line(several[0].nodes, at)
    return tables.table(Table(tuple((each,) for each in several), "l", leading=1.2), at, set_node)


def line(nodes: tuple[Node, ...], at: Setting, *, stretch: bool = False) -> Box:
    """Nodes side by side.

    Args:
        nodes: What stands in the line.
        at: Where it is set.
        stretch: Whether the delimiters among them are as tall as the others.
    """
    boxes = [
        room(0) if stretch and isinstance(node, Fence) and node.size is None else set_node(node, at)
        for node in nodes
    ]
    if stretch:
        height = enclosures.needed(boxes, at)
        boxes = [
            signs.fence(node, at, height) if isinstance(node, Fence) and node.size is None else box
            for node, box in zip(nodes, boxes, strict=True)
        ]
    return _joined(nodes, boxes, at)


def kinds(nodes: tuple[Node, ...]) -> list[Kind | None]:
    """The classes of nodes, none for room; a sign that joins nothing is no binary operator."""
    found: list[Kind | None] = [
        None if isinstance(node, Space | Newline) else node.kind for node in nodes
    ]
    before: int | None = None
    for place, kind in enumerate(found):
        if kind is None:
            continue
        last = None if before is None else found[before]
        if kind == "bin" and (last is None or last in _NOT_BEFORE_BINARY):
            found[place] = "ord"
        elif before is not None and last == "bin" and kind in _NOT_AFTER_BINARY:
            found[before] = "ord"
        before = place
    if before is not None and found[before] == "bin":
        found[before] = "ord"
    return found


def _joined(nodes: tuple[Node, ...], boxes: list[Box], at: Setting) -> Box:
    x = 0.0
    placed: list[Box] = []
    before: Kind | None = None
    for number, (kind, box) in enumerate(zip(kinds(nodes), boxes, strict=True)):
        if kind is not None:
            x += between(before, kind, at)
            before = kind
        placed.append(box.moved(x))
        x += box.width
        following = boxes[number + 1] if number + 1 < len(boxes) else None
        if following and not following.slanted and not is_large(nodes[number]):
            x += box.italic
    row = over_each_other(placed, x)
    if len(boxes) == 1:
        (only,) = boxes
        return replace(
            row, italic=only.italic, glyph=only.glyph, scale=only.scale, slanted=only.slanted
        )
    return replace(row, italic=boxes[-1].italic) if boxes else row


def between(left: Kind | None, right: Kind, at: Setting) -> float:
    """The room between two atoms."""
    if left is None:
        return 0
    width, in_text_only = _BETWEEN[left, right]
    return 0 if in_text_only and at.level > 0 else width * at.scale


def _space(node: Space, at: Setting) -> Box:
    return room(node.width * 1000 * at.scale)


def _styled(node: Styled, at: Setting) -> Box:
    return set_row(node.inside, at.styled(node.style).sized(node.scale))


_SETTERS: dict[type, Callable[[Any, Setting], Box]] = {
    Row: set_row,
    Symbol: signs.symbol,
    Words: signs.words,
    Space: _space,
    Newline: lambda node, at: room(0),  # noqa: ARG005 - the signature all have
    Scripts: lambda node, at: scripts.scripts(node, at, set_node),
    Fraction: lambda node, at: fractions.fraction(node, at, set_node),
    Root: lambda node, at: fractions.root(node, at, set_node),
    Fence: signs.fence,
    Fenced: lambda node, at: enclosures.fenced(node, at, line),
    Marked: lambda node, at: covers.marked(node, at, set_node),
    Stack: lambda node, at: covers.stack(node, at, set_node),
    Table: lambda node, at: tables.table(node, at, set_node),
    Styled: _styled,
    Padded: lambda node, at: enclosures.padded(node, at, set_node),
    Framed: lambda node, at: enclosures.framed(node, at, set_node),
    Rule: signs.rule,
}
