"""A grid of times: columns of days or rooms, rows as high as they last and their cells ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from programkit.paper.grids.cells import Filling, marks_at
from programkit.typeset.blocks import Block
from programkit.typeset.marks import Bar, Mark, Span, Strip

LEVELS = 5
"""How many variants a cell may have."""
_PAD_X, _PAD_Y = 2.5, 1.6  # points between a cell's edge and its text
_GUTTER = 1.5  # points between cells
_BAR = 2.0  # points: the bar in the color of a track
_AMPLE = 0.8  # points: more than this no minute is given
_BELOW_HEADS = 3.0  # points between the heads and the first row
_STEPS = 24  # of bisection
_TINY = 0.01


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the grid."""

    row: int
    rows: int
    column: int
    columns: int
    filling: Filling
    ground: str = ""
    """The color behind it; empty for none."""
    bar: str = ""
    """The color of the bar at its left edge; empty for none."""

    def need(self, level: int, *, known: bool = True) -> float:
        """How high it has to be, or at least to be while that is not known."""
        text = self.filling.height(level) if known else self.filling.least(level)
        return text + 2 * _PAD_Y + _GUTTER


@dataclass(frozen=True, slots=True)
class TimeGrid:
    """A grid to be drawn."""

    heads: tuple[Filling, ...]
    """What stands above each column."""
    labels: tuple[Filling, ...]
    """What stands before each row; none where cells say their times themselves."""
    lengths: tuple[float, ...]
    """How many minutes each row lasts, or counts."""
    boxes: tuple[Box, ...]
    """By row and column."""
    axis: float
    """How wide the column of the labels is, in points."""
    column: float
    """How wide each other column is."""

    def trimmed(self) -> TimeGrid:
        """The grid without the rows that nothing in it covers: they belong to other columns."""
        covered = sorted({at for box in self.boxes for at in range(box.row, box.row + box.rows)})
        places = {row: place for place, row in enumerate(covered)}
        return replace(
            self,
            labels=tuple(self.labels[at] for at in covered) if self.labels else (),
            lengths=tuple(self.lengths[at] for at in covered),
            boxes=tuple(replace(box, row=places[box.row]) for box in self.boxes),
        )

    def blocks(self, height: float, later: float) -> Iterator[Block]:
        """The grid as blocks, each at most as high as a page; one if it fits with some variant.

        Args:
            height: The room on the first page, in points.
            later: The room on the others.
        """
        room = height - self._head_height
        for level in range(LEVELS):
            rows = self._rows(level, room)
            if rows is not None:
                yield self.block(rows, level)
                return
        more = later - self._head_height
        needs = [box.need(LEVELS - 1) for box in self.boxes]
        yield from self._pages(self._lifted(needs, 0.0), room, more)

    @property
    def _head_height(self) -> float:
        return max((head.height(0) for head in self.heads), default=0.0) + _PAD_Y + _BELOW_HEADS

    def _rows(self, level: int, room: float) -> list[float] | None:
        """The heights of the rows: as much in proportion to their lengths as there is room for."""
        needs: list[float] = []
        for known in (False, True):
            needs = [box.need(level, known=known) for box in self.boxes]
            if sum(self._lifted(needs, 0.0)) > room + _TINY:
                return None
        low, high = 0.0, _AMPLE
        for _ in range(_STEPS):
            middle = (low + high) / 2
            fits = sum(self._lifted(needs, middle)) <= room
            low, high = (middle, high) if fits else (low, middle)
        return self._lifted(needs, low)

    def _lifted(self, needs: Sequence[float], scale: float) -> list[float]:
        """The heights of the rows at some points a minute, more where cells need it."""
        least = max((label.height(0) + _GUTTER for label in self.labels), default=0.0)
        rows = [max(least, length * scale) for length in self.lengths]
        for box, need in sorted(zip(self.boxes, needs, strict=True), key=lambda p: p[0].rows):
            covered = range(box.row, box.row + box.rows)
            lacking = need - sum(rows[at] for at in covered)
            minutes = sum(self.lengths[at] for at in covered)
            for at in covered if lacking > 0 else ():
                share = self.lengths[at] / minutes if minutes else 1 / box.rows
                rows[at] += lacking * share
        return rows

    def _pages(self, rows: list[float], room: float, more: float) -> Iterator[Block]:
        """A block for each page, where the rows are too many for one."""
        begin = 0
        while begin < len(rows):
            end, used = begin + 1, rows[begin]
            while end < len(rows) and used + rows[end] <= room:
                used += rows[end]
                end += 1
            yield self._part(begin, end).block(rows[begin:end], LEVELS - 1)
            begin, room = end, more

    def _part(self, begin: int, end: int) -> TimeGrid:
        """Some of the rows; cells that go beyond them are cut."""
        boxes = []
        for box in self.boxes:
            first, last = max(box.row, begin), min(box.row + box.rows, end)
            if first < last:
                boxes.append(replace(box, row=first - begin, rows=last - first))
        labels = self.labels[begin:end]
        return replace(self, labels=labels, lengths=self.lengths[begin:end], boxes=tuple(boxes))

    def block(self, rows: Sequence[float], level: int) -> Block:
        """The grid as one block.

        Args:
            rows: How high its rows are, in points.
            level: Which variant of the cells fits into them.
        """
        pen = _Pen()
        foot = self._head_height - _BELOW_HEADS
        for number, head in enumerate(self.heads):
            x, y = self._x(number) + text_left(), foot - _PAD_Y - head.height(0)
            pen.cell(head.strips(0), x, y, Span(0, 0, role="TH", cell=number + 1))
        right = self._x(len(self.heads)) - _GUTTER
        pen.marks.append(Bar(0.0, foot, right, 0.75, "text"))
        tops = [self._head_height + top for top in accumulate(rows, initial=0.0)]
        for at, label in enumerate(self.labels):
            pen.cell(label.strips(0), 0.0, tops[at] + _PAD_Y, Span(0, 0, role="TH", row=at + 1))
        for box in sorted(self.boxes, key=lambda box: (box.row, box.column)):
            self._draw(box, tops, level, pen)
        strip = Strip(tops[-1], tuple(pen.marks), (), tuple(pen.missing), tuple(pen.spans))
        return Block((strip,), keep_together=True, role="TR")

    def _x(self, column: int) -> float:
        return self.axis + column * self.column

    def _draw(self, box: Box, tops: Sequence[float], level: int, pen: _Pen) -> None:
        x, y = self._x(box.column), tops[box.row]
        width = box.columns * self.column - _GUTTER
        height = tops[box.row + box.rows] - y - _GUTTER
        if box.ground:
            pen.marks.append(Bar(x, y, width, height, box.ground))
        if box.bar:
            pen.marks.append(Bar(x, y, _BAR, height, box.bar))
        strips = box.filling.fitting(level, height - 2 * _PAD_Y)
        span = Span(0, 0, row=box.row + 1, cell=box.column + 1, rows=box.rows, columns=box.columns)
        pen.cell(strips, x + text_left(), y + _PAD_Y, span)


def text_left() -> float:
    """How far a cell's text is from its left edge, in points."""
    return _BAR + _PAD_X


def text_width(column: float) -> float:
    """How wide the text of a cell may be in a column, in points."""
    return column - _GUTTER - text_left() - _PAD_X


class _Pen:
    """Collects marks, and which of them are one cell."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.spans: list[Span] = []
        self.missing: dict[str, None] = {}

    def cell(self, strips: Sequence[Strip], x: float, y: float, span: Span) -> None:
        """Put the lines of a cell."""
        begin = len(self.marks)
        self.marks.extend(marks_at(strips, x, y))
        self.spans.append(replace(span, begin=begin, end=len(self.marks)))
        self.missing.update(dict.fromkeys(char for strip in strips for char in strip.missing))
