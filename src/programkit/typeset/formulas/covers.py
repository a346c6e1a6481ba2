"""Accents, lines, braces and arrows above and below something, and small things there."""

from __future__ import annotations

from dataclasses import replace

from programkit.text.tex.tree import Marked, Node, Row, Stack, Symbol
from programkit.typeset.formulas import signs
from programkit.typeset.formulas.box import Box, bar, over_each_other
from programkit.typeset.formulas.mathfont import Part
from programkit.typeset.formulas.scripts import SetNode, limits
from programkit.typeset.formulas.setting import Setting

_GAP = 80
_ARROW_SIDE = 400
_DOTLESS = {"i": "ı", "j": "ȷ"}
_COMBINING = {"~": "\u0303"}


def marked(node: Marked, at: Setting, set_node: SetNode) -> Box:
    """Something with a mark above or below it."""
    base_node = _without_dot(node.base) if node.over and not node.wide else node.base
    base = set_node(base_node, at.under_cover())
    if node.mark in "‾_":
        return _lined(base.closed(), at, over=node.over)
    char = _COMBINING.get(node.mark, node.mark)
    glyph = at.font.shape(char, 0)[0].index
    if not node.wide:
        return _accented(base, Part(glyph, 0), char, at)
    if 0x300 <= ord(char) < 0x370:
        best = Part(at.font.widest(glyph, base.width / at.scale), 0)
        return (
            _accented(base, best, char, at)
            if node.over
            else _under(base, signs.chain([best], char, at), at)
        )
    base = base.closed()
    mark = signs.wide(char, base.width, at).stretched(base.width)
    return _over(base, mark, at) if node.over else _under(base, mark, at)


def _without_dot(node: Node) -> Node:
    match node:
        case Row((only,)):
            return _without_dot(only)
        case Symbol(text) if text in _DOTLESS:
            return replace(node, text=_DOTLESS[text])
        case _:
            return node


def _lined(base: Box, at: Setting, *, over: bool) -> Box:
    """A line along the whole width."""
    name = "OVERBAR" if over else "UNDERBAR"
    thickness = at.constant(f"{name}_RULE_THICKNESS")
    distance = at.constant(f"{name}_VERTICAL_GAP") + thickness / 2
    y = -base.ascent - distance if over else base.depth + distance
    return over_each_other((base, bar(base.width, thickness, y)), base.width)


def _accented(base: Box, part: Part, char: str, at: Setting) -> Box:
    """An accent above the middle, as the font has it, of one letter; or of all."""
    ink = at.font.extents(part.glyph)
    mark = signs.pile([part], char, at)
    if base.glyph is not None:
        center = at.font.attachment(base.glyph) * base.scale
    else:
        center = base.width / 2
    dx = center - at.font.attachment(part.glyph) * at.scale
    lift = max(base.ascent - at.constant("ACCENT_BASE_HEIGHT"), 0)
    placed = mark.moved(dx, -lift)
    box = over_each_other((base, placed), base.width)
    return replace(
        box,
        depth=base.depth,
        ascent=max(base.ascent, ink.top * at.scale + lift),
        italic=base.italic,
        slanted=base.slanted,
    )


def _over(base: Box, mark: Box, at: Setting) -> Box:
    width = max(base.width, mark.width)
    dy = -(base.ascent + _GAP * at.scale + mark.depth)
    return over_each_other((base.centered(width), mark.centered(width).moved(dy=dy)), width)


def _under(base: Box, mark: Box, at: Setting) -> Box:
    width = max(base.width, mark.width)
    dy = base.depth + _GAP * at.scale + mark.ascent
    return over_each_other((base.centered(width), mark.centered(width).moved(dy=dy)), width)


def stack(node: Stack, at: Setting, set_node: SetNode) -> Box:
    """Small things above and below something, or an arrow that is as long as they need it."""
    above = set_node(node.above, at.raised()).closed() if node.above else None
    below = set_node(node.below, at.lowered()).closed() if node.below else None
    if not node.stretched:
        return limits(set_node(node.base, at), below, above, at)
    inner = max((box.width for box in (above, below) if box), default=0)
    arrow = signs.wide(node.stretched, inner + _ARROW_SIDE * at.scale, at)
    gap = _GAP * at.scale
    width = max(inner, arrow.width)
    boxes = [arrow.centered(width)]
    if above:
        boxes.append(above.centered(width).moved(dy=-(arrow.ascent + gap + above.depth)))
    if below:
        boxes.append(below.centered(width).moved(dy=arrow.depth + gap + below.ascent))
    return over_each_other(boxes, width)
