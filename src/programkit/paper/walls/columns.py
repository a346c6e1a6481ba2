"""Running text in columns of equal length, where one would have lines too long to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from programkit.paper.beside import beside
from programkit.typeset.blocks import Block
from programkit.typeset.columns import Entry, Frame, cut, entries_of, level, room_of

_LONGEST = 44.0  # times the type size: about 95 characters
_GUTTER = 2.2  # times the type size


def columned(
    make: Callable[[float], Iterable[Block]], size: float, width: float
) -> Iterator[Block]:
    """Text in one column, or in two if lines of one would be too long.

    Args:
        make: Sets the text in lines of some width, in points.
        size: Of its type, in points.
        width: Of the page between its margins, in points.
    """
    if width <= _LONGEST * size:
        yield from make(width)
        return
    column = (width - _GUTTER * size) / 2
    entries = tuple(entries_of(make(column)))
    lefts = (0.0, width - column)
    frames = level(entries, 0, tuple(Frame(x, 0.0, column, room_of(entries)) for x in lefts))
    middle = cut(entries, 0, frames[0].height)
    yield from beside(zip(lefts, map(_blocks, (entries[:middle], entries[middle:])), strict=True))


def _blocks(entries: Sequence[Entry]) -> list[Block]:
    """What of each block is in a column."""
    grouped = groupby(entries, key=lambda entry: id(entry.block))
    parts = (tuple(group) for _, group in grouped)
    return [replace(part[0].block, strips=tuple(e.strip for e in part)) for part in parts]
