"""The boxes of a page: what is cut off, and how far it is printed beyond that."""

from __future__ import annotations

from reportlab.pdfbase import pdfdoc


def set_boxes(page: pdfdoc.PDFPage, width: float, height: float, bleed: float) -> None:
    """Make a page larger than it will be, by what bleeds beyond its edge.

    The page's contents stay where they are: the corner of what is not cut off has the coordinates
    (0, 0), and what bleeds on the left and at the bottom has negative ones.

    Args:
        page: The finished page.
        width: Its width when it is cut, in points.
        height: Its height when it is cut.
        bleed: How far it is printed beyond that, on every side; nothing is changed if it is 0.
    """
    if bleed:
        page.TrimBox = pdfdoc.PDFArray([0, 0, width, height])
        edges = [-bleed, -bleed, width + bleed, height + bleed]
        page.MediaBox = page.BleedBox = pdfdoc.PDFArray([round(edge, 3) for edge in edges])
