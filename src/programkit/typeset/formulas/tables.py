"""Matrices, cases and equations in several lines."""

from __future__ import annotations

from programkit.text.tex.tree import Table
from programkit.typeset.formulas.box import Box, Filled, over_each_other
from programkit.typeset.formulas.scripts import SetNode
from programkit.typeset.formulas.setting import Setting

_LINE = 1200
"""The distance of rows."""
_ABOVE = 0.7
"""The part of it above the baseline."""
_GAP = 150
"""The least room between rows, and in displays."""
_DISPLAY_GAP = 300


def table(node: Table, place: Setting, set_node: SetNode) -> Box:
    """Cells in rows and columns, the middle of them all on the axis."""
    at = place.styled(node.style) if place.level <= 0 or node.style == "script" else place
    em = 1000 * at.scale
    cells = [[set_node(cell, at).closed() for cell in row] for row in node.rows]
    widths = _widths(cells)
    lefts, starts = _columns(node, widths, em)
    baselines, edges = _lines(node, cells, em)
    top = -edges[-1] / 2 - place.axis
    boxes = []
    for row, baseline in zip(cells, baselines, strict=True):
        for number, cell in enumerate(row):
            slack = widths[number] - cell.width
            align = node.columns[number % len(node.columns)]
            dx = starts[number] + {"l": 0, "c": slack / 2, "r": slack}[align]
            boxes.append(cell.moved(dx, top + baseline))
    box = over_each_other(boxes, lefts[-1])
    rules = _rules(
        node, lefts, [top + edge for edge in edges], at.constant("FRACTION_RULE_THICKNESS")
    )
    return Box(box.width, -top, top + edges[-1], box.inks + rules, missing=box.missing)


def _columns(node: Table, widths: list[float], em: float) -> tuple[list[float], list[float]]:
    """The edges of columns, in the middle of the room between them, and where their cells start."""
    edge = node.gaps[0] * em / 2 if node.bars or node.rules else 0
    x = edge
    lefts, starts = [0.0], []
    for number, width in enumerate(widths):
        starts.append(x)
        gap = node.gaps[number % len(node.gaps)] * em
        last = number == len(widths) - 1
        lefts.append(x + width + (edge if last else gap / 2))
        x += width + gap
    return lefts, starts


def _widths(cells: list[list[Box]]) -> list[float]:
    count = max(len(row) for row in cells)
    return [
        max((row[number].width for row in cells if number < len(row)), default=0)
        for number in range(count)
    ]


def _lines(node: Table, cells: list[list[Box]], em: float) -> tuple[list[float], list[float]]:
    """How far below the top rows have their baselines, begin, and the last one ends."""
    usual = _LINE * node.leading * em / 1000
    gap = (_DISPLAY_GAP if node.style == "display" else _GAP) * em / 1000
    y = 0.0
    baselines, edges = [], [0.0]
    for number, row in enumerate(cells):
        last = number == len(cells) - 1
        ascent = max((cell.ascent for cell in row), default=0)
        depth = max((cell.depth for cell in row), default=0)
        ruled = number in node.rules
        y += max(ascent + (gap / 2 if number or ruled else 0), usual * _ABOVE)
        baselines.append(y)
        y += max(
            depth + (0 if last and number + 1 not in node.rules else gap / 2), usual * (1 - _ABOVE)
        )
        if not last and number < len(node.more):
            y += node.more[number] * em
        edges.append(y)
    return baselines, edges


def _rules(
    node: Table, lefts: list[float], edges: list[float], thickness: float
) -> tuple[Filled, ...]:
    """The rules between rows and columns.

    Args:
        node: The table.
        lefts: Where columns begin, and where the last one ends.
        edges: Where rows begin, and where the last one ends.
        thickness: How thick rules are.
    """
    width, top, height = lefts[-1], edges[0], edges[-1] - edges[0]
    across = [
        Filled(0, edges[min(row, len(edges) - 1)] - thickness / 2, width, thickness)
        for row in sorted(set(node.rules))
    ]
    down = [
        Filled(lefts[min(column, len(lefts) - 1)] - thickness / 2, top, thickness, height)
        for column in sorted(set(node.bars))
    ]
    return (*across, *down)
