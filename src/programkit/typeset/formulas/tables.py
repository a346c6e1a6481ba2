"""Matrices, cases and equations in several lines."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from programkit.text.tex.tree import Table
from programkit.typeset.formulas.box import Box, Filled, over_each_other
from programkit.typeset.formulas.scripts import SetNode
from programkit.typeset.formulas.setting import Setting

_LINE = 1200
"""The distance of rows."""
_ABOVE = 0.7
"""The part of it above the baseline."""
_LEAST_GAP = 100


def table(node: Table, place: Setting, set_node: SetNode) -> Box:
    """Cells in rows and columns, the middle of them all on the axis."""
    at = place.styled(node.style) if place.level <= 0 or node.style == "script" else place
    em = 1000 * at.scale
    cells = [[set_node(cell, at) for cell in row] for row in node.rows]
    widths = _widths(cells)
    gaps = [node.gaps[number % len(node.gaps)] * em for number in range(len(widths))]
    if widths:
        gaps[-1] = 0
    lefts = [0.0, *accumulate(width + gap for width, gap in zip(widths, gaps, strict=True))]
    baselines, height = _baselines(node, cells, em)
    top = -height / 2 - place.axis
    boxes = []
    for row, baseline in zip(cells, baselines, strict=True):
        for number, cell in enumerate(row):
            align = node.columns[number % len(node.columns)]
            slack = widths[number] - cell.width
            dx = lefts[number] + {"l": 0, "c": slack / 2, "r": slack}[align]
            boxes.append(cell.moved(dx, top + baseline))
    box = over_each_other(boxes, lefts[-1])
    lines = _rules(node, box, lefts, gaps, baselines, top, height, at)
    return Box(box.width, -top, top + height, box.inks + lines, missing=box.missing)


def _widths(cells: list[list[Box]]) -> list[float]:
    count = max(len(row) for row in cells)
    return [
        max((row[number].width for row in cells if number < len(row)), default=0)
        for number in range(count)
    ]


def _baselines(node: Table, cells: list[list[Box]], em: float) -> tuple[list[float], float]:
    """How far each row's baseline is below the top, and how tall all rows are."""
    usual = _LINE * node.leading * em / 1000
    y = 0.0
    baselines = []
    gap = _LEAST_GAP * em / 1000
    for number, row in enumerate(cells):
        ascent = max((cell.ascent for cell in row), default=0)
        depth = max((cell.depth for cell in row), default=0)
        y += max(ascent + (gap if number else 0), usual * _ABOVE)
        baselines.append(y)
        y += max(depth, usual * (1 - _ABOVE))
        if number < len(cells) - 1 and number < len(node.more):
            y += node.more[number] * em
    return baselines, y


def _rules(node, box, lefts, gaps, baselines, top, height, at):
    thickness = at.constant("FRACTION_RULE_THICKNESS")
    inks = []
    for row in sorted(set(node.rules)):
        if row >= len(baselines):
            y = top + height
        elif row == 0:
            y = top
        else:
            y = top + (baselines[row - 1] + baselines[row]) / 2 - thickness
            y = top + baselines[row] - _LINE * at.scale * _ABOVE
        inks.append(Filled(0, y - thickness / 2, box.width, thickness))
    for column in sorted(set(node.bars)):
        if 0 < column < len(lefts) - 1:
            x = lefts[column] - gaps[column - 1] / 2
        else:
            x = lefts[min(column, len(lefts) - 1)]
        inks.append(Filled(x - thickness / 2, top, thickness, height))
    return tuple(inks)
