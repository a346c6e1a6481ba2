"""Pages for languages that run from right to left: as in a mirror, but their text can be read.

Everything is laid out as if pages were read from the left: columns, tables, indents, margins, thumb
marks. A page that is done is then mirrored, mark by mark. A line of text is mirrored on its own
before, inside its column, so that the page's mirror puts its words back where they belong; what
else must not be turned, such as a code to scan, is mirrored before in the same way.
"""

from __future__ import annotations

from dataclasses import replace

from programkit.typeset.marks import Mark, PageNumber, mirrored_marks
from programkit.typeset.pages import Page, Placed, PlacedAnchor


def mirrored_page(page: Page) -> Page:
    """A page as in a mirror; the numbers of pages on it begin where their room does."""
    width = page.shape.width
    placed = (_mirrored(each, width) for each in page.placed)
    anchors = (PlacedAnchor(each.anchor, width - each.x, each.y) for each in page.anchors)
    furniture = mirrored_marks(page.furniture, width)
    return replace(page, placed=tuple(placed), anchors=tuple(anchors), furniture=furniture)


def _mirrored(placed: Placed, width: float) -> Placed:
    """A strip at the other side; its place is then its right edge."""
    marks = tuple(map(_turned, mirrored_marks(placed.strip.marks, 0.0)))
    return replace(placed, strip=replace(placed.strip, marks=marks), x=width - placed.x)


def _turned(mark: Mark) -> Mark:
    return replace(mark, leftward=True) if isinstance(mark, PageNumber) else mark
