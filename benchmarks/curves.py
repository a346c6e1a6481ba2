"""Curves of cost over time as one SVG picture, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT = 760, 420, 60, 40, 150
COLORS = (
    "#1b6ca8", "#c1440e", "#3a7d44", "#7b3f99", "#a67c00",
    "#00798c", "#b03060", "#555555", "#5c7c2f", "#9a5b3c",
)  # fmt: skip
Curve = Sequence[tuple[float, int]]
"""Seconds, and the cost from then on."""


def drawn(curves: Mapping[str, Curve], seconds: float) -> str:
    """A picture of the curves from the first second to the last."""
    top = max((math.log10(cost + 10) for curve in curves.values() for _, cost in curve), default=2)
    shapes = [*_axes(seconds, top)]
    for number, (name, curve) in enumerate(curves.items()):
        shapes += _curve(name, curve, seconds, top, COLORS[number % len(COLORS)])
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">'
    )
    return "\n".join([head, '<rect width="100%" height="100%" fill="white"/>', *shapes, "</svg>\n"])


def _x(second: float, seconds: float) -> float:
    share = math.log10(max(second, 1)) / math.log10(max(seconds, 10))
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _y(cost: float, top: float) -> float:
    share = (math.log10(cost + 10) - 1) / max(top - 1, 1)
    return round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - 20), 1)


def _axes(seconds: float, top: float) -> Iterator[str]:
    for mark in (1, 2, 5, 10, 15, 30, 60, 120, 300, 1200):
        if mark <= seconds:
            x = _x(mark, seconds)
            yield f'<path d="M{x} 20V{HEIGHT - BOTTOM}" stroke="#ddd"/>'
            yield f'<text x="{x}" y="{HEIGHT - 22}" text-anchor="middle">{mark}</text>'
    yield f'<text x="{LEFT}" y="{HEIGHT - 6}">seconds</text>'
    for power in range(1, math.ceil(top) + 1):
        if power <= top:
            y = _y(10**power - 10, top)
            yield f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>'
            label = f"{10**power - 10:,}".replace(",", " ")
            yield f'<text x="{LEFT - 4}" y="{y + 4}" text-anchor="end">{label}</text>'


def _curve(name: str, curve: Curve, seconds: float, top: float, color: str) -> Iterator[str]:
    """A line of steps, and the name at its end."""
    if not curve:
        return
    (first, cost), *others = curve
    path = f"M{_x(first, seconds)} {_y(cost, top)}"
    for second, cost in others:
        path += f"H{_x(second, seconds)}V{_y(cost, top)}"
    end = _y(curve[-1][1], top)
    path += f"H{WIDTH - RIGHT}"
    yield f'<path d="{path}" fill="none" stroke="{color}" stroke-width="1.5"/>'
    yield f'<text x="{WIDTH - RIGHT + 4}" y="{end + 4}" fill="{color}">{name} {curve[-1][1]}</text>'
