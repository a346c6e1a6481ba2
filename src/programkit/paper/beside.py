"""Columns of blocks side by side, each block still read, and heard, as what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from programkit.typeset.blocks import Block
from programkit.typeset.marks import Mark, Strip, shifted


def beside(columns: Iterable[tuple[float, Sequence[Block]]]) -> Iterator[Block]:
    """Columns, read one after the other; they are never parted by the end of a page.

    Blocks are drawn from the same height on and take no room of their own; an empty one at the end
    takes as much as the longest column. They are no rows of a table.

    Args:
        columns: For each its left edge, in points, and its blocks.
    """
    longest = 0.0
    for x, blocks in columns:
        y, before = 0.0, 0.0
        for block in blocks:
            y += max(before, block.space_before) if y else 0.0
            yield _hanging(block.moved(x), y)
            y += block.height
            before = block.space_after
        longest = max(longest, y)
    yield Block((Strip(longest),), role="Artifact")


def _hanging(block: Block, y: float) -> Block:
    """A block without height whose marks hang so far below it."""
    marks: list[Mark] = []
    for strip in block.strips:
        marks += [shifted(mark, 0.0, y) for mark in strip.marks]
        y += strip.height
    hung = Strip(
        0.0,
        tuple(marks),
        tuple(anchor for strip in block.strips for anchor in strip.anchors),
        tuple(char for strip in block.strips for char in strip.missing),
    )
    return replace(block, strips=(hung,), space_before=0.0, space_after=0.0, keep_with_next=True)
