"""What is raised and lowered beside a base, or stands above and below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import uharfbuzz as hb

from programkit.text.tex.tree import Node, Scripts, has_limits, is_large
from programkit.typeset.formulas.box import Box, over_each_other
from programkit.typeset.formulas.setting import Setting

SetNode = Callable[[Node, Setting], Box]


def scripts(node: Scripts, at: Setting, set_node: SetNode) -> Box:
    """A base with what is below and above it."""
    base = set_node(node.base, at)
    above = set_node(node.above, at.raised()).closed() if node.above else None
    below = set_node(node.below, at.lowered()).closed() if node.below else None
    if has_limits(node, display=at.display):
        return limits(base, below, above, at)
    if is_large(node.base):
        # The width of an integral has room for its lean already.
        return _beside(replace(base, glyph=None, width=base.width - base.italic), below, above, at)
    return _beside(base, below, above, at)


def limits(base: Box, below: Box | None, above: Box | None, at: Setting) -> Box:
    """A base with small things above and below it, centered."""
    width = max(box.width for box in (base, below, above) if box)
    lean = base.italic / 2
    boxes = [base.centered(width)]
    if below:
        gap = max(
            at.constant("LOWER_LIMIT_GAP_MIN"),
            at.constant("LOWER_LIMIT_BASELINE_DROP_MIN") - below.ascent,
        )
        boxes.append(below.centered(width).moved(-lean, base.depth + gap + below.ascent))
    if above:
        gap = max(
            at.constant("UPPER_LIMIT_GAP_MIN"),
            at.constant("UPPER_LIMIT_BASELINE_RISE_MIN") - above.depth,
        )
        boxes.append(above.centered(width).moved(lean, -(base.ascent + gap + above.depth)))
    return over_each_other(boxes, width)


def _beside(base: Box, below: Box | None, above: Box | None, at: Setting) -> Box:
    rise = _rise(base, above, at) if above else 0
    drop = _drop(base, below, at) if below else 0
    if above and below:
        rise, drop = _apart(rise, above, drop, below, at)
    boxes = [base]
    width = base.width + (base.italic if base.glyph is None else 0)
    if below:
        kern = _kern(base, below, drop, raised=False, at=at)
        x = base.width + kern
        boxes.append(below.moved(x, drop))
        width = max(width, x + below.width)
    if above:
        kern = _kern(base, above, rise, raised=True, at=at)
        x = base.width + base.italic + kern
        boxes.append(above.moved(x, -rise))
        width = max(width, x + above.width)
    return over_each_other(boxes, width + at.constant("SPACE_AFTER_SCRIPT"))


def _rise(base: Box, above: Box, at: Setting) -> float:
    usual = "SUPERSCRIPT_SHIFT_UP_CRAMPED" if at.cramped else "SUPERSCRIPT_SHIFT_UP"
    tall = (
        0 if base.glyph is not None else base.ascent - at.constant("SUPERSCRIPT_BASELINE_DROP_MAX")
    )
    return max(tall, at.constant(usual), above.depth + at.constant("SUPERSCRIPT_BOTTOM_MIN"))


def _drop(base: Box, below: Box, at: Setting) -> float:
    deep = 0 if base.glyph is not None else base.depth + at.constant("SUBSCRIPT_BASELINE_DROP_MIN")
    return max(
        deep,
        at.constant("SUBSCRIPT_SHIFT_DOWN"),
        below.ascent - at.constant("SUBSCRIPT_TOP_MAX"),
    )


def _apart(rise: float, above: Box, drop: float, below: Box, at: Setting) -> tuple[float, float]:
    """Both so far apart that they do not touch (The TeXbook, appendix G, rule 18e)."""
    gap = (rise - above.depth) - (below.ascent - drop)
    lacking = at.constant("SUB_SUPERSCRIPT_GAP_MIN") - gap
    if lacking <= 0:
        return rise, drop
    drop += lacking
    low = at.constant("SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT") - (rise - above.depth)
    lift = min(max(low, 0), lacking)
    return rise + lift, drop - lift


def _kern(base: Box, script: Box, shift: float, *, raised: bool, at: Setting) -> float:
    """How much nearer the font lets a script come to its base."""
    if base.glyph is None or script.glyph is None:
        return 0
    if raised:
        corners = hb.OTMathKern.TOP_RIGHT, hb.OTMathKern.BOTTOM_LEFT
        heights = (shift - script.depth, base.ascent)
        offset = -shift
    else:
        corners = hb.OTMathKern.BOTTOM_RIGHT, hb.OTMathKern.TOP_LEFT
        heights = (script.ascent - shift, -base.depth)
        offset = shift
    return max(
        at.font.kern(base.glyph, corners[0], height / base.scale) * base.scale
        + at.font.kern(script.glyph, corners[1], (height + offset) / script.scale) * script.scale
        for height in heights
    )
