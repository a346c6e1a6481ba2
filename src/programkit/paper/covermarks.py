"""What a cover has beside its text: bars along its edge, a code that leads to the web page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from programkit.paper.look.measures import Measures, points
from programkit.typeset.blocks import Block
from programkit.typeset.marks import Bar, Mark, shifted

_BARS_MM = 9.0
CODE = points(22.0)
"""How wide the code of a cover is, in points."""


def cover_bars(colors: Sequence[str], measures: Measures) -> Iterator[Mark]:
    """Bars one above the other along the left edge, each as high as the others.

    Args:
        colors: At least one.
        measures: Of the page.
    """
    bleed, width = measures.bleed, points(_BARS_MM)
    height = (measures.height + 2 * bleed) / len(colors)
    for number, color in enumerate(colors):
        yield Bar(-bleed, number * height - bleed, width + bleed, height, color)


def cover_code(code: Block, measures: Measures) -> Iterator[Mark]:
    """A QR code in the lower right corner of the text."""
    left = measures.width - measures.outer - CODE
    top = measures.top + measures.text_height - CODE
    for strip in code.strips:
        yield from (shifted(mark, left, top) for mark in strip.marks)
