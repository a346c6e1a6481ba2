"""Two columns under a heading that spans both, on each page as long as each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from programkit.typeset.blocks import Block
from programkit.typeset.marks import Strip
from programkit.typeset.pages import Frame, PageShape

_GUTTER = 18.0


def two_columns(shape: PageShape) -> PageShape:
    """A shape of pages with two columns where the given one has one."""
    left = shape.frames_of(2)[0]
    return PageShape(shape.width, shape.height, _halves(shape.frames[0]), _halves(left))


def _halves(frame: Frame) -> tuple[Frame, ...]:
    width = (frame.width - _GUTTER) / 2
    return (
        Frame(frame.x, frame.y, width, frame.height),
        Frame(frame.x + width + _GUTTER, frame.y, width, frame.height),
    )


def balanced(head: Block, blocks: Sequence[Block], height: float) -> Iterator[Block]:
    """Blocks that begin new columns where they should, so that the last two are equally long.

    Args:
        head: The heading, above the first two columns.
        blocks: What fills the columns, each as wide as one.
        height: How high a column is, in points.
    """
    top: tuple[Block, ...] = (head,)
    at = 0
    while at < len(blocks):
        end = _fitting(top, blocks, at, height)
        middle, end = _halved(top, blocks, (at, end), height)
        yield from _column(top, blocks[at:middle])
        yield from _column(tuple(map(_empty, top)), blocks[middle:end])
        top, at = (), end


def _fitting(top: tuple[Block, ...], blocks: Sequence[Block], at: int, height: float) -> int:
    """Where a column that begins with some block has to end."""
    end = at + 1
    while end < len(blocks) and _height((*top, *blocks[at : end + 1])) <= height:
        end += 1
    return _kept(blocks, at, end)


def _halved(
    top: tuple[Block, ...], blocks: Sequence[Block], span: tuple[int, int], height: float
) -> tuple[int, int]:
    """Where the left and the right column of a page end, given where the left one has to."""
    at, latest = span
    end = _fitting(top, blocks, latest, height) if latest < len(blocks) else latest
    if end < len(blocks):
        return latest, end
    middles = [middle for middle in range(at + 1, latest) if not blocks[middle - 1].keep_with_next]
    lengths = (
        (max(_height(blocks[at:middle]), _height(blocks[middle:end])), -middle)
        for middle in (*middles, latest)
    )
    return -min(lengths)[1], end


def _kept(blocks: Sequence[Block], at: int, end: int) -> int:
    """A column's end that leaves no heading at its foot."""
    while end > at + 1 and end < len(blocks) and blocks[end - 1].keep_with_next:
        end -= 1
    return end


def _height(blocks: Sequence[Block]) -> float:
    """How much room blocks take, one below the other."""
    gaps = (max(one.space_after, two.space_before) for one, two in pairwise(blocks))
    return sum(block.height for block in blocks) + sum(gaps)


def _column(top: tuple[Block, ...], blocks: Sequence[Block]) -> Iterator[Block]:
    for number, block in enumerate((*top, *blocks) if blocks else ()):
        yield replace(block, break_before=not number)


def _empty(block: Block) -> Block:
    """A block's room without its contents."""
    return replace(block, strips=tuple(Strip(strip.height) for strip in block.strips))
