"""Paragraphs to lines: where to break a row of boxes, glue and penalties.

The items are those of Knuth and Plass, "Breaking Paragraphs into Lines" (1981): a box has a width,
glue a width that stretches and shrinks, a penalty is a place where a line may end at a cost.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

FORBIDDEN = 10_000.0
"""The cost of a penalty at which a line never ends; its negative is one where a line must end."""
FILL = 1e7
"""The stretch of glue that takes all the room left in its line, before any ordinary glue does."""

_TINY = 1e-6  # points: rounding never makes a line too long
_AWFUL = 10_000.0  # the badness from which on only emptiness counts


@dataclass(frozen=True, slots=True)
class Box:
    """Something to be set, of a fixed width in points."""

    width: float


@dataclass(frozen=True, slots=True)
class Glue:
    """Room between boxes, in points; a line may end where it follows a box."""

    width: float
    stretch: float = 0.0
    shrink: float = 0.0


@dataclass(frozen=True, slots=True)
class Penalty:
    """A place where a line may end."""

    cost: float
    """How bad that is; from `FORBIDDEN` on it is never done, from its negative down always."""
    width: float = 0.0
    """What is added to the line that ends here, such as a hyphen."""
    after: float = 0.0
    """What is added to the line that begins here, such as kerning that no longer applies."""
    flagged: bool = False
    """Whether the line ends in a hyphen, of which there should be few in succession."""


Item = Box | Glue | Penalty


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide the lines of a paragraph are, in points."""

    width: float
    first_indent: float = 0.0
    """How far the first line begins to the right of the left edge."""
    hanging: float = 0.0
    """How far the other lines do."""

    def indent(self, line: int) -> float:
        """Where a line begins, counted from 0."""
        return self.hanging if line else self.first_indent

    def length(self, line: int) -> float:
        """How much room a line has, counted from 0; never less than a point."""
        return max(1.0, self.width - self.indent(line))

    @property
    def shortest(self) -> float:
        """How much room the shortest line has."""
        return min(self.length(0), self.length(1))


@dataclass(frozen=True, slots=True)
class Breaking:
    """What is preferred when lines are broken."""

    rag: float = 0.0
    """The room, in points, that each line may leave empty with ease; 0 for justified text."""
    hyphen_run: int = 2
    """How many lines in succession may end in a hyphen."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the items from `start` up to, but without, the one at `end` where it is broken."""

    start: int
    end: int
    ratio: float
    """How far glue stretches (positive) or shrinks (negative, at most 1) to fill the line."""


@dataclass(slots=True)
class _Sum:
    """What the items of a line add up to, as it grows."""

    width: float = 0.0
    stretch: float = 0.0
    shrink: float = 0.0

    def add(self, item: Item) -> None:
        if isinstance(item, Penalty):
            return
        self.width += item.width
        if isinstance(item, Glue):
            self.stretch += item.stretch
            self.shrink += item.shrink

    def ratio(self, slack: float, rag: float) -> float:
        """How far the glue must give to take up the room that is left or lacking."""
        if abs(slack) <= _TINY:
            return 0.0
        give = self.stretch + rag if slack > 0 else self.shrink
        return slack / give if give > 0 else math.copysign(_AWFUL, slack)


@dataclass(slots=True)
class _Breaker:
    """The state of breaking one paragraph, line after line."""

    items: Sequence[Item]
    measure: Measure
    options: Breaking
    lines: list[Line] = field(default_factory=list)
    hyphens: int = 0  # how many of the last lines end in one

    def line_from(self, start: int) -> Line:
        """The best line that begins at an item; where none fits, the shortest one."""
        room = self.measure.length(len(self.lines))
        total = _Sum(width=self._carried(start))
        best: tuple[float, Line] | None = None
        for at in range(start, len(self.items)):
            item = self.items[at]
            if _may_end(self.items, at, start):
                slack = room - total.width - _ending(item)
                ratio = total.ratio(slack, self.options.rag)
                fits = ratio >= -1 - _TINY
                if best is None or fits:
                    cost = _badness(ratio, slack / room) + self._cost(item)
                    if best is None or cost <= best[0]:
                        best = cost, Line(start, at, max(ratio, -1.0))
                if not fits or _must_end(item):
                    return best[1]
            total.add(item)
        return best[1] if best else Line(start, len(self.items), 0.0)

    def _carried(self, start: int) -> float:
        before = self.items[start - 1] if start else None
        return before.after if isinstance(before, Penalty) else 0.0

    def _cost(self, item: Item) -> float:
        if not isinstance(item, Penalty) or _must_end(item):
            return 0.0
        run_on = item.flagged and self.hyphens >= self.options.hyphen_run
        return item.cost + (_AWFUL if run_on else 0.0)

    def accept(self, line: Line) -> None:
        """Take a line as broken."""
        end = self.items[line.end] if line.end < len(self.items) else None
        hyphened = isinstance(end, Penalty) and end.flagged
        self.hyphens = self.hyphens + 1 if hyphened else 0
        self.lines.append(line)


def _badness(ratio: float, emptiness: float) -> float:
    """How bad a line looks; among those beyond good and bad, the fuller one is better."""
    badness = 100 * abs(ratio) ** 3
    return badness if badness < _AWFUL else _AWFUL * (1 + abs(emptiness))


def _may_end(items: Sequence[Item], at: int, start: int) -> bool:
    item = items[at]
    if isinstance(item, Penalty):
        return item.cost < FORBIDDEN and (at > start or _must_end(item))
    return isinstance(item, Glue) and at > start and isinstance(items[at - 1], Box)


def _must_end(item: Item) -> bool:
    return isinstance(item, Penalty) and item.cost <= -FORBIDDEN


def _ending(item: Item) -> float:
    return item.width if isinstance(item, Penalty) else 0.0


def _next_start(items: Sequence[Item], end: int) -> int:
    """Where the line after a break begins: glue and idle penalties there are dropped."""
    at = end + 1 if isinstance(items[end], Penalty) else end
    while at < len(items) and not isinstance(items[at], Box):
        if _must_end(items[at]):
            break
        at += 1
    return at


def break_lines(
    items: Sequence[Item], measure: Measure, options: Breaking | None = None
) -> tuple[Line, ...]:
    """Break a paragraph into lines, each the best that can be made of what is left.

    Every line fits its measure unless it is a single box that does not. The paragraph should end in
    `Glue(0, FILL)` and a penalty of minus `FORBIDDEN`; each such penalty ends a line.

    Args:
        items: The paragraph.
        measure: How wide the lines are.
        options: What is preferred; none given means justified text.
    """
    breaker = _Breaker(items, measure, options or Breaking())
    at = 0
    while at < len(items):
        line = breaker.line_from(at)
        breaker.accept(line)
        at = _next_start(items, line.end) if line.end < len(items) else line.end
    return tuple(breaker.lines)
