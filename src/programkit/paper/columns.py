"""Pages with one or several columns of text."""

from __future__ import annotations

from programkit.paper.look.measures import Measures
from programkit.typeset.pages import Frame, PageShape


def page_shape(measures: Measures, columns: int) -> PageShape:
    """Pages with mirrored margins, on which columns share the width.

    Args:
        measures: The lengths of the page.
        columns: How many there are.
    """
    right = _frames(measures.inner, measures, columns)
    left = _frames(measures.outer, measures, columns)
    return PageShape(measures.width, measures.height, right, left, measures.bleed)


def _frames(x: float, measures: Measures, columns: int) -> tuple[Frame, ...]:
    step = (measures.text_width + measures.gutter) / columns
    width = step - measures.gutter
    return tuple(
        Frame(x + number * step, measures.top, width, measures.text_height)
        for number in range(columns)
    )
