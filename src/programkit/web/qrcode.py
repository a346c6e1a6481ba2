"""QR codes as drawings in a page."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from programkit.outline.qr import QUIET, qr_rows


def qr(address: str, label: str) -> Markup:
    """A drawing of a code, dark on white whatever the page's colors; a path for all its squares.

    Args:
        address: What the code says.
        label: What the drawing is called for those who cannot see it.
    """
    rows = qr_rows(address)
    size = len(rows) + 2 * QUIET
    path = "".join(_row(number, row) for number, row in enumerate(rows, start=QUIET))
    return Markup(
        '<svg viewBox="0 0 {0} {0}" role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path d="{2}"/></svg>'
    ).format(size, label, path)


def _row(number: int, row: tuple[bool, ...]) -> str:
    """The dark squares of a row, neighbors as one rectangle."""
    drawn, column = "", QUIET
    for dark, group in groupby(row):
        length = len(list(group))
        drawn += f"M{column} {number}h{length}v1h-{length}z" if dark else ""
        column += length
    return drawn
