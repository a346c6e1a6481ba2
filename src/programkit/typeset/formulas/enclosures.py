"""Delimiters around something, frames, and parts that take more or less room than they fill."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from programkit.text.tex.tree import Fenced, Framed, Padded
from programkit.typeset.formulas import signs
from programkit.typeset.formulas.box import Box, Drawn, Filled, beside_each_other, over_each_other
from programkit.typeset.formulas.scripts import SetNode
from programkit.typeset.formulas.setting import Setting
from programkit.typeset.shaping import Glyph

_COVERED = 0.901  # TeX's \delimiterfactor: how much of what is inside a delimiter has to cover
_SHORT = 500  # TeX's \delimitershortfall, 5 pt at 10 pt
_PAD = 300
_OVERSHOOT = 50
_STROKES = {"up": "⟋", "down": "⟍", "cross": "⟋⟍"}


def needed(boxes: Iterable[Box], at: Setting) -> float:
    """How tall a delimiter has to be for what it stands by."""
    box = over_each_other(boxes)
    half = max(box.ascent - at.axis, box.depth + at.axis)
    return max(2 * half * _COVERED, 2 * half - _SHORT * at.scale)


def fenced(node: Fenced, at: Setting, line: Callable[..., Box]) -> Box:
    """A row between delimiters that are as tall as it."""
    inside = line(node.inside.nodes, at, stretch=True).closed()
    height = needed((inside,), at)
    left, right = signs.fence(node.left, at, height), signs.fence(node.right, at, height)
    return beside_each_other((left, inside, right))


def padded(node: Padded, at: Setting, set_node: SetNode) -> Box:
    """A part that takes more or less room than it fills, or is not drawn."""
    box = set_node(node.inside, at).closed().moved(dy=-node.rise * 1000 * at.scale)
    shift = {"own": 0.0, "right": 0.0, "left": -box.width, "center": -box.width / 2}[node.width]
    return replace(
        box.moved(shift),
        width=box.width if node.width == "own" else 0,
        ascent=box.ascent if node.height else 0,
        depth=box.depth if node.depth else 0,
        inks=box.moved(shift).inks if node.drawn else (),
    )


def framed(node: Framed, at: Setting, set_node: SetNode) -> Box:
    """A part in a frame, or struck out."""
    inside = set_node(node.inside, at).closed()
    if node.look == "box":
        return _boxed(inside, at)
    if node.look == "through":
        thickness = at.constant("FRACTION_RULE_THICKNESS")
        y = -(inside.ascent - inside.depth) / 2
        stroke = Filled(0, y - thickness / 2, inside.width, thickness)
        return replace(inside, inks=(*inside.inks, stroke), glyph=None)
    if not inside.width or not inside.height:
        return inside
    inks = tuple(_stroke(char, inside, at) for char in _STROKES[node.look])
    return replace(inside, inks=(*inside.inks, *inks), glyph=None)


def _boxed(inside: Box, at: Setting) -> Box:
    pad, thickness = _PAD * at.scale, at.constant("FRACTION_RULE_THICKNESS")
    width, height = inside.width + 2 * pad, inside.height + 2 * pad
    top = -inside.ascent - pad
    rules = (
        Filled(0, top, width, thickness),
        Filled(0, top + height - thickness, width, thickness),
        Filled(0, top, thickness, height),
        Filled(width - thickness, top, thickness, height),
    )
    frame = Box(width, inside.ascent + pad, inside.depth + pad, rules)
    return over_each_other((frame, inside.moved(pad)), width)


def _stroke(char: str, inside: Box, at: Setting) -> Drawn:
    """A slanted line from corner to corner: a sign of the font, scaled in height and width."""
    (glyph,) = at.font.shape(char, 0)
    ink = at.font.extents(glyph.index)
    over = _OVERSHOOT * at.scale
    scale = (inside.height + 2 * over) / (ink.top - ink.bottom)
    stretch = inside.width / ((ink.right - ink.left) * scale)
    silent = Glyph(glyph.index, "", glyph.advance)
    y = inside.depth + over + ink.bottom * scale
    return Drawn(-ink.left * scale * stretch, y, scale, at.font.face, silent, stretch)
