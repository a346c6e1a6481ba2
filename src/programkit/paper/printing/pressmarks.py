"""Marks beside the pages of a sheet: where to cut, where to fold, and whether all inks meet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pikepdf

from programkit.paper.look.measures import POINTS_PER_MM
from programkit.paper.pdf.operators import number

ROOM_MM: Final = (2.0, 4.0)
"""The distance of marks from the page if nothing bleeds, and their length, in millimeters."""
REGISTRATION: Final = "/All"
"""What page contents call the color of marks."""

_THICKNESS = 0.25  # points
_RADIUS = 1.1 * POINTS_PER_MM
_ARC = 0.5523  # how far the control points of a quarter circle lie from its ends, in radii
_DASHES = "[1.5 1.5] 0 d"


def registration_color(document: pikepdf.Pdf) -> pikepdf.Array:
    """The color that is printed with every ink there is; on screens it is black."""
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], Range=[0, 1], C0=[1], C1=[0], N=1)
    names = pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceGray
    return pikepdf.Array([*names, document.make_indirect(tint)])


def press_marks(
    block: tuple[float, float, float, float],
    *,
    columns: int,
    rows: int,
    folded: bool,
    bleed: float,
) -> Iterator[str]:
    """The operators that draw marks around the pages of a sheet.

    Args:
        block: Left, bottom, width and height of the pages together, in points.
        columns: How many pages stand beside each other.
        rows: How many pages stand below each other.
        folded: Whether the line between two pages is a fold; otherwise it is a cut.
        bleed: How far pages are printed beyond their edge, in points.
    """
    left, bottom, width, height = block
    distance = max(bleed, ROOM_MM[0] * POINTS_PER_MM)
    length = ROOM_MM[1] * POINTS_PER_MM
    yield f"q {REGISTRATION} CS 1 SCN {_THICKNESS} w"
    for column in range(columns + 1):
        x = left + width * column / columns
        dashed = folded and 0 < column < columns
        for y, to in ((bottom - distance, -length), (bottom + height + distance, length)):
            yield _line(x, y, x, y + to, dashed=dashed)
    for row in range(rows + 1):
        y = bottom + height * row / rows
        for x, to in ((left - distance, -length), (left + width + distance, length)):
            yield _line(x, y, x + to, y)
    middle = distance + length / 2
    for y in (bottom - middle, bottom + height + middle):
        yield from _target(left + width / columns / 2, y)
    for x in (left - middle, left + width + middle):
        yield from _target(x, bottom + height / rows / 2)
    yield "Q"


def _line(x1: float, y1: float, x2: float, y2: float, *, dashed: bool = False) -> str:
    line = f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S"
    return f"q {_DASHES} {line} Q" if dashed else line


def _target(x: float, y: float) -> Iterator[str]:
    """A circle with a cross: where inks do not lie exactly on each other, it shows."""
    r, k = _RADIUS, _RADIUS * _ARC
    yield f"{number(x + r)} {number(y)} m"
    for (ax, ay), (bx, by), (cx, cy) in (
        ((r, k), (k, r), (0, r)),
        ((-k, r), (-r, k), (-r, 0)),
        ((-r, -k), (-k, -r), (0, -r)),
        ((k, -r), (r, -k), (r, 0)),
    ):
        points = (ax, ay), (bx, by), (cx, cy)
        yield " ".join(f"{number(x + dx)} {number(y + dy)}" for dx, dy in points) + " c"
    yield "s"
    reach = 1.6 * r
    yield _line(x - reach, y, x + reach, y)
    yield _line(x, y - reach, x, y + reach)
