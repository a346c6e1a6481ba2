"""Lines and dots to write by."""

from __future__ import annotations

from programkit.typeset.blocks import Block
from programkit.typeset.marks import Bar, Strip

_THIN = 0.4  # points
_DOT = 0.9


def lines(width: float, height: float, step: float) -> Block:
    """Horizontal lines, as many as there is room for.

    Args:
        width: How long they are, in points.
        height: The room there is, in points.
        step: How far they are apart, in points.
    """
    count = int(height / step)
    bars = tuple(Bar(0.0, n * step - _THIN, width, _THIN) for n in range(1, count + 1))
    return _drawn(count * step, bars)


def dots(width: float, height: float, step: float) -> Block:
    """A grid of dots, as many as there is room for.

    Args:
        width: How wide it is, in points.
        height: The room there is, in points.
        step: How far they are apart, in points.
    """
    across, down = int((width - _DOT) / step) + 1, int(height / step)
    left = (width - _DOT - (across - 1) * step) / 2
    bars = tuple(
        Bar(left + column * step, row * step - _DOT, _DOT, _DOT)
        for row in range(1, down + 1)
        for column in range(across)
    )
    return _drawn(down * step, bars)


def _drawn(height: float, bars: tuple[Bar, ...]) -> Block:
    return Block((Strip(height, bars),), keep_together=True, role="Artifact")
