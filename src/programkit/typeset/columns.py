"""A long column of strips, cut into columns of pages: where to end them, and how long they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from programkit.typeset.blocks import Block
from programkit.typeset.marks import Strip

_TINY = 1e-6  # points: rounding never makes a page too full
_LEVEL = 1.0  # points: how exactly balanced columns are equally long
_FEW = 6.0  # times the leeway: what is no more than this is too little for a page
_NEVER = float("inf")
_TOGETHER = 2  # lines of a paragraph, or after a heading, that are never alone on a page


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of a page that text runs through, in points from the top left corner."""

    x: float
    y: float
    width: float
    height: float


class Entry(NamedTuple):
    """A strip in the long column that is cut into pages."""

    strip: Strip
    block: Block
    gap: float  # above it, unless it begins a page
    break_cost: float  # of beginning a page with it
    forced: bool = False  # whether it begins a page in any case
    fill: float = 0.0


def entries_of(blocks: Iterable[Block]) -> Iterator[Entry]:
    """The strips of blocks, one below the other."""
    before = Block(())
    kept = _TOGETHER  # strips since the last heading
    for block in blocks:
        for at, strip in enumerate(block.strips):
            follows = kept >= (1 if block.keep_with_next and not at else _TOGETHER)
            kept_here = not follows or (block.keep_with_next and at)
            cost = _inner_cost(block, at) if at else before.break_cost
            yield Entry(
                strip,
                block,
                gap=0.0 if at else max(before.space_after, block.space_before),
                break_cost=_NEVER if kept_here else cost,
                forced=block.break_before and not at,
                fill=0.0 if at else block.fill_before,
            )
            kept = 0 if block.keep_with_next else kept + 1
        before = block if block.strips else before


def _inner_cost(block: Block, at: int) -> float:
    alone = at < _TOGETHER or len(block.strips) - at < _TOGETHER
    return _NEVER if block.keep_together or alone else 0.0


def cut(entries: Sequence[Entry], start: int, height: float) -> int:
    """Where to end a column that begins at an entry: a break costs what it leaves empty, too."""
    used, best, best_cost = 0.0, start, _NEVER
    for at in range(start, len(entries)):
        entry = entries[at]
        if at > start:
            if entry.forced:
                return at
            cost = entry.break_cost + height - used
            if cost <= best_cost and entry.break_cost < _NEVER:
                best, best_cost = at, cost
            used += entry.gap
        used += entry.strip.height
        if used > height + _TINY and at > start:
            return best if best > start else at
    return len(entries)


def room_of(entries: Sequence[Entry]) -> float:
    """How high entries are, one below the other at the top of a page."""
    return sum([entry.strip.height + (entry.gap if at else 0) for at, entry in enumerate(entries)])


def below(frames: Sequence[Frame], room: float) -> tuple[Frame, ...]:
    """What is left of columns below something across all of them."""
    return tuple(replace(f, y=f.y + room, height=f.height - room) for f in frames)


def longer(frames: tuple[Frame, ...], more: float) -> tuple[Frame, ...]:
    """Columns that are longer by some points."""
    return tuple(replace(f, height=f.height + more) for f in frames) if more else frames


def lengthening(
    entries: Sequence[Entry], frames: tuple[Frame, ...], leeway: float, head: float
) -> float:
    """By how much pages become longer so that a few last lines need no page of their own.

    Args:
        entries: What is on the pages.
        frames: The columns of each page.
        leeway: How much longer they may be, in points.
        head: How high what stands across them on the first page is.
    """
    if not leeway:
        return 0.0
    starts = _starts(entries, frames, head)
    if len(starts) < 2 or room_of(entries[starts[-1] :]) > _FEW * leeway:
        return 0.0
    fewer = _starts(entries, longer(frames, leeway), head)
    return leeway if len(fewer) < len(starts) else 0.0


def _starts(entries: Sequence[Entry], frames: tuple[Frame, ...], head: float) -> list[int]:
    """Where each page begins."""
    starts, at = [], 0
    while at < len(entries):
        starts.append(at)
        for frame in frames if at else below(frames, head):
            at = cut(entries, at, frame.height)
    return starts


def level(entries: Sequence[Entry], start: int, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Columns as high as what is left needs, if it fits: so they end side by side."""
    low, high = 0.0, frames[0].height
    if len(frames) == 1 or not _fits(entries, start, frames, high):
        return frames
    while high - low > _LEVEL:
        middle = (low + high) / 2
        fits = _fits(entries, start, frames, middle)
        low, high = (low, middle) if fits else (middle, high)
    return tuple(replace(frame, height=high) for frame in frames)


def _fits(entries: Sequence[Entry], at: int, frames: Sequence[Frame], height: float) -> bool:
    """Whether all that is left fits into columns of some height, nothing torn apart."""
    for _ in frames:
        end = cut(entries, at, height)
        torn = end < len(entries) and entries[end].break_cost == _NEVER
        if torn or room_of(entries[at:end]) > height + _TINY:
            return False
        at = end
    return at >= len(entries)
