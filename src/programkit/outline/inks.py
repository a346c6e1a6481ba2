"""Colors by computation: how well they can be told apart, darker and paler ones, and grays.

Contrast and luminance are those of WCAG 2.2 (success criterion 1.4.3): what has a ratio of 4.5 : 1
is read by people with moderately low vision, and by copying machines.
"""

from __future__ import annotations

from functools import cache
from typing import Final

LEAST_CONTRAST: Final = 4.5
"""What text needs on its ground."""
WHITE: Final = "#ffffff"
BLACK: Final = "#000000"
TRACKS: Final = (
    "#4a65a1",
    "#a83d33",
    "#177942",
    "#5d2b79",
    "#7a5a00",
    "#026f6f",
    "#b1316b",
    "#0076d4",
    "#641525",
    "#3c4911",
    "#12264f",
    "#5e49aa",
)
"""For tracks without a color of their own: each is legible on white, and no two are alike to
people who see little of red or of green (tested by the model of Machado and others, 2009)."""
GRAYS: Final = ("#1a1a1a", "#757575", "#404040", "#5b5b5b")
"""For tracks in black and white: each is legible on white and unlike its neighbors."""
_STEPS = 100


def contrast(one: str, other: str) -> float:
    """The contrast of two colors, from 1 to 21, whichever is the darker.

    Args:
        one: ``#rrggbb``.
        other: ``#rrggbb``.
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def luminance(color: str) -> float:
    """How light a color is, from 0 to 1."""
    parts = [part / 255 for part in channels(color)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(color: str) -> tuple[int, int, int]:
    """Red, green and blue, each from 0 to 255."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def mixed(color: str, other: str, share: float) -> str:
    """A color with a share, from 0 to 1, of another."""
    pairs = zip(channels(color), channels(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


@cache
def legible(color: str, ground: str = WHITE) -> str:
    """The color, or the nearest darker one (on dark grounds: paler one) that is legible there."""
    end = BLACK if contrast(BLACK, ground) >= contrast(WHITE, ground) else WHITE
    shades = (mixed(color, end, step / _STEPS) for step in range(_STEPS))
    return next((shade for shade in shades if contrast(shade, ground) >= LEAST_CONTRAST), end)


def tint(color: str, share: float = 0.12) -> str:
    """A pale ground of a color, on which black text is read well."""
    return mixed(WHITE, color, share)


def gray(color: str) -> str:
    """The gray that is as light as a color, so that contrasts stay; rounded to the darker one."""
    target = luminance(color)
    level = max(level for level in range(256) if luminance(_gray(level)) <= target + 1e-9)
    return _gray(level)


def _gray(level: int) -> str:
    return f"#{level:02x}{level:02x}{level:02x}"
