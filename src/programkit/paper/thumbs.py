"""Thumb marks: tabs at the outer edge, one above the other, by which a closed booklet is opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from programkit.paper.look.measures import Measures, points
from programkit.typeset.marks import Bar, Mark, shifted
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.style import ParagraphStyle

_WIDTH_MM, _HIGHEST_MM = 7.0, 14.0
_SHARE_OF_MARGIN = 0.6
_SHARE_OF_STEP = 0.88  # of the distance from mark to mark: they stay apart on the fore edge


@dataclass(frozen=True, slots=True)
class Thumb:
    """One of the marks."""

    key: str
    """The day or track it stands for."""
    color: str
    label: str = ""
    """What it says, in lines; white on its color. Nothing where there is no room for it."""


def most_thumbs(measures: Measures, style: ParagraphStyle) -> int:
    """How many marks a page has room for whose labels have two lines."""
    return int(measures.text_height * _SHARE_OF_STEP / (2 * style.leading))


def thumb_marks(
    thumb: Thumb,
    place: tuple[int, int],
    measures: Measures,
    style: ParagraphStyle,
    *,
    on_right: bool,
) -> Iterator[Mark]:
    """A mark and its label.

    Args:
        thumb: What it looks like.
        place: Its position, from 0, and how many there are.
        measures: Of the page.
        style: How its label is set.
        on_right: Whether the outer edge is the right one.
    """
    number, count = place
    step = min(measures.text_height / count, points(_HIGHEST_MM))
    height = step * _SHARE_OF_STEP
    width = min(points(_WIDTH_MM), measures.outer * _SHARE_OF_MARGIN)
    y = measures.top + number * step
    x = measures.width - width if on_right else 0.0
    left = x if on_right else x - measures.bleed
    yield Bar(left, y, width + measures.bleed, height, thumb.color)
    yield from _label(thumb, style, (x, y, width, height))


def _label(
    thumb: Thumb, style: ParagraphStyle, box: tuple[float, float, float, float]
) -> Iterator[Mark]:
    x, y, width, height = box
    lines = [set_paragraph(line, style, 10 * width).strips[0] for line in thumb.label.split("\n")]
    wide = max(sum(mark.width for mark in line.marks) for line in lines)
    high = style.leading * len(lines)
    if not thumb.label or wide > width or high > height:
        return
    for number, line in enumerate(lines):
        left = x + (width - sum(mark.width for mark in line.marks)) / 2
        top = y + (height - high) / 2 + number * style.leading
        yield from (shifted(mark, left, top) for mark in line.marks)
