"""Blocks that fit into some room, in the largest type that lets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from programkit.typeset.blocks import Block

Maker = Callable[[float], Iterable[Block]]
"""Makes blocks in type of some size, in points."""


def largest(make: Maker, sizes: Sequence[float], room: float) -> tuple[float, list[Block]] | None:
    """The largest of some sizes in which blocks fit, with the blocks; none if none is small enough.

    Sizes are tried in turn, because lines that break elsewhere may be fewer in larger type: so one
    more line of text never makes the type larger.

    Args:
        make: Makes the blocks.
        sizes: The sizes to try, from the largest to the least.
        room: How high the blocks may be, in points.
    """
    least = fitting(make(sizes[-1]), room) if sizes else []
    if not least:
        return None
    for size in sizes[:-1]:
        made = fitting(make(size), room)
        if made:
            return size, made
    return sizes[-1], least


def fitting(blocks: Iterable[Block], room: float) -> list[Block]:
    """All blocks if they fit, else none; no more are made than are needed to know."""
    kept: list[Block] = []
    for block in blocks:
        room -= height_of((block,))
        if room < 0:
            return []
        kept.append(block)
    return kept


def height_of(blocks: Iterable[Block]) -> float:
    """The most room that blocks take, one below the other."""
    return sum(block.height + block.space_before + block.space_after for block in blocks)
