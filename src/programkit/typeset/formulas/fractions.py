"""Fractions and roots, by the rules of the OpenType MATH table."""

from __future__ import annotations

from dataclasses import replace

from programkit.text.tex.tree import Fraction, Root
from programkit.typeset.formulas import signs
from programkit.typeset.formulas.box import Box, bar, beside_each_other, over_each_other, room
from programkit.typeset.formulas.scripts import SetNode
from programkit.typeset.formulas.setting import Setting

_SIDE = 120  # TeX's \nulldelimiterspace, 1.2 pt at 10 pt


def fraction(node: Fraction, place: Setting, set_node: SetNode) -> Box:
    """One above the other."""
    at = place.styled(node.style)
    parts = place.styled("text") if node.even else None
    above = set_node(node.above, parts or at.above_bar()).closed()
    below = set_node(node.below, parts or at.below_bar()).closed()
    width = max(above.width, below.width)
    thickness = at.constant("FRACTION_RULE_THICKNESS")
    if node.bar is not None:
        thickness = node.bar * 1000 * at.scale
    boxes = [above.centered(width), below.centered(width)]
    if thickness:
        up, down = _around_bar(above, below, thickness, at)
        stacked = [
            boxes[0].moved(dy=-up),
            bar(width, thickness, -at.axis),
            boxes[1].moved(dy=down),
        ]
    else:
        up, down = _without_bar(above, below, at)
        stacked = [boxes[0].moved(dy=-up), boxes[1].moved(dy=down)]
    side = _SIDE * at.scale
    box = over_each_other(stacked, width).moved(side)
    return replace(box, width=width + 2 * side)


def _around_bar(above: Box, below: Box, thickness: float, at: Setting) -> tuple[float, float]:
    style = "_DISPLAY_STYLE" if at.display else ""
    short = "NUM_DISPLAY_STYLE" if at.display else "NUMERATOR"
    low = "DENOM_DISPLAY_STYLE" if at.display else "DENOMINATOR"
    half = thickness / 2
    up = max(
        at.constant(f"FRACTION_NUMERATOR{style}_SHIFT_UP"),
        at.axis + half + at.constant(f"FRACTION_{short}_GAP_MIN") + above.depth,
    )
    down = max(
        at.constant(f"FRACTION_DENOMINATOR{style}_SHIFT_DOWN"),
        -at.axis + half + at.constant(f"FRACTION_{low}_GAP_MIN") + below.ascent,
    )
    return up, down


def _without_bar(above: Box, below: Box, at: Setting) -> tuple[float, float]:
    style = "_DISPLAY_STYLE" if at.display else ""
    up = at.constant(f"STACK_TOP{style}_SHIFT_UP")
    down = at.constant(f"STACK_BOTTOM{style}_SHIFT_DOWN")
    gap = (up - above.depth) - (below.ascent - down)
    lacking = max(at.constant(f"STACK{style}_GAP_MIN") - gap, 0)
    return up + lacking / 2, down + lacking / 2


def root(node: Root, at: Setting, set_node: SetNode) -> Box:
    """A root with its bar, and its degree if it has one."""
    inside = set_node(node.inside, at.under_cover()).closed()
    thickness = at.constant("RADICAL_RULE_THICKNESS")
    gap = at.constant(
        "RADICAL_DISPLAY_STYLE_VERTICAL_GAP" if at.display else "RADICAL_VERTICAL_GAP"
    )
    glyph = at.font.shape("√", 0)[0].index
    needed = (inside.height + gap + thickness) / at.scale
    sign = signs.pile(at.font.stretched(glyph, needed, upright=True), "√", at)
    gap = max(gap, (sign.height - thickness - inside.height + gap) / 2)
    top = inside.ascent + gap + thickness
    sign = sign.moved(dy=sign.ascent - top)
    rule = bar(inside.width, thickness, -(top - thickness / 2)).moved(sign.width)
    box = over_each_other((sign, rule, inside.moved(sign.width)), sign.width + inside.width)
    box = replace(box, ascent=top + at.constant("RADICAL_EXTRA_ASCENDER") - thickness)
    if not node.degree:
        return box
    degree = set_node(node.degree, at.styled("scriptscript")).closed()
    raised = at.font.constant("RADICAL_DEGREE_BOTTOM_RAISE_PERCENT") / 100
    lift = sign.height * raised - sign.depth + degree.depth
    before = at.constant("RADICAL_KERN_BEFORE_DEGREE")
    after = max(at.constant("RADICAL_KERN_AFTER_DEGREE"), -before - degree.width)
    return beside_each_other((room(before), degree.moved(dy=-lift), room(after), box))
