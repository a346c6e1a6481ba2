"""Bars in the colors of tracks, beside what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from programkit.typeset.blocks import Block
from programkit.typeset.marks import Bar

_WIDTH, _DISTANCE = 2.4, 5.0  # points


def barred(blocks: Iterable[Block], colors: Mapping[str, str]) -> Iterator[Block]:
    """Blocks with a bar beside those that begin with an anchor that has a color.

    The bar goes on beside further headings: from the line of times to the last line of a title,
    say. Bars of one color that follow one another are one.

    Args:
        blocks: The blocks of a flow.
        colors: For the names of anchors the color of their track.
    """
    last, before = "", Block(())
    for block in blocks:
        goes_on = last if before.keep_with_next and block.keep_with_next else ""
        color = _color(block, colors) or goes_on
        gap = max(before.space_after, block.space_before) if color == last else 0.0
        yield _with_bar(block, color, gap) if color else block
        last, before = color, block


def _color(block: Block, colors: Mapping[str, str]) -> str:
    anchors = block.strips[0].anchors if block.strips else ()
    return next((colors[anchor.name] for anchor in anchors if anchor.name in colors), "")


def _with_bar(block: Block, color: str, gap: float) -> Block:
    """A bar at the left of each line; above the first one it bridges the gap."""
    strips = []
    for number, strip in enumerate(block.strips):
        above = 0.0 if number else gap
        bar = Bar(-_DISTANCE - _WIDTH, -above, _WIDTH, strip.height + above, color)
        strips.append(replace(strip, marks=(*strip.marks, bar)))
    return replace(block, strips=tuple(strips))
