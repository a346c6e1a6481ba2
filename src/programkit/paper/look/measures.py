"""The lengths of a page: what a theme does not say follows from the size of the page.

Margins keep the proportions of an A5 booklet. Lines of a single column stay short enough to be
read with ease, at about 70 characters; what a wide page has beyond that goes to its outer margin,
where there is room for notes. Type grows with the page, but more slowly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

POINTS_PER_MM: Final = 72 / 25.4
_A5_WIDTH: Final = 148.0  # mm: the page whose proportions others take
_TOP, _BOTTOM = 19 / 210, 20 / 210  # of its height
_SIDE = 18 / _A5_WIDTH  # of its width
_LEAST_MARGIN = 10.0  # mm: the running head has to fit
_GROWTH = 0.4  # a page twice as wide has type a third larger
_LONGEST_LINE = 33.0  # times the type size: about 72 characters
_OUTWARD = 0.75  # of the room beyond the longest line
_LEADING = 1.3  # times the type size


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in points, from which pages and type are made."""

    width: float
    """Of the trimmed page."""
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    size: float
    """Of running text."""
    display: float
    """The type size that suits the page, from which the cover is made."""
    leading: float
    columns: int
    gutter: float
    """Between columns."""
    bleed: float
    """How far what reaches the edge goes beyond it."""

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> float:
        """Between the margins."""
        return self.height - self.top - self.bottom


def points(millimeters: float) -> float:
    """A length in points, to a thousandth."""
    return round(millimeters * POINTS_PER_MM, 3)


def type_size(width: float) -> float:
    """The type size in points, to a half, that suits a page so many millimeters wide."""
    steps = 20 * math.pow(width / _A5_WIDTH, _GROWTH)
    return round(steps) / 2


def leading_of(size: float) -> float:
    """The distance of lines that suits a type size, to a half point."""
    return round(2 * size * _LEADING) / 2


def heights(height: float) -> tuple[float, float]:
    """The upper and lower margin, in millimeters, of a page of some height."""
    return max(height * _TOP, _LEAST_MARGIN), max(height * _BOTTOM, _LEAST_MARGIN)


def sides(width: float, size: float, columns: int) -> tuple[float, float]:
    """The inner and outer margin of a page, in millimeters.

    Args:
        width: Of the page, in millimeters.
        size: Of the type, in points.
        columns: How many columns share the width: several never get too wide.
    """
    side = max(width * _SIDE, _LEAST_MARGIN)
    longest = columns * _LONGEST_LINE * size / POINTS_PER_MM
    beyond = max(0.0, width - 2 * side - longest)
    return side + beyond * (1 - _OUTWARD), side + beyond * _OUTWARD
