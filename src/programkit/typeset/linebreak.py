"""Paragraphs to lines: the best breaks for all lines together.

The method is that of Knuth and Plass, "Breaking Paragraphs into Lines" (1981), with what pdfTeX
added: glyphs that are drawn a little wider or narrower, and characters that hang out. Two things
differ. The room a line lacks or has over is first taken up by the glyphs, as far as nobody sees it,
so that words stand equally far apart; and what is made small is the sum of squares by which these
distances depart from a natural space, so that neighboring lines look alike.

A row is given as running sums, so that a line between any two places is known at once.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

VERY_WIDE = 0.4
"""The share of a space by which gaps may stretch before they ask for help from the letters."""

_TINY = 1e-6  # points: rounding never makes a line too long
_DEPARTURE = 400.0  # the cost of gaps twice as wide as usual, in the units of a hyphen's
_EXTREME = 400.0  # beside it, of the fourth power
_RAG = 100.0  # the cost of leaving as much room as a ragged line may have with ease
_CONTRAST = 30.0  # of a line that looks much tighter or looser than the one before
_RUN = 60.0  # of a hyphen right after another one
_SHORT = 80.0  # of a last line that is hardly more than a word
_TORN = 60.0  # of a last line that begins with a part of a word
_TOO_MANY = 1e4  # of more hyphens in succession than are allowed
_NO_GAPS = 1e3  # how far a line of one word is from having good gaps
_LONGEST = 1.1  # times the measure: no line shrinks that much
_TIGHT, _WIDE, _WIDER = -0.1, 0.12, 0.35  # where gaps begin to look tight, loose, very loose


class Place(NamedTuple):
    """A place in a row: before some character of an atom."""

    atom: int
    offset: int
    hyphen: bool = False
    """Whether a line that ends here gets a hyphen."""


@dataclass(slots=True)
class Sums:
    """The places at which lines may end, and what stands before each; all lengths are in points.

    A line from one place to another is as wide as what `end` says of the second less what `start`
    says of the first, and its spaces are what `end_space` and `start_space` say.
    """

    places: list[tuple[int, int, bool]] = field(default_factory=list)
    """Each as `Place` has it."""
    end: list[float] = field(default_factory=list)
    start: list[float] = field(default_factory=list)
    end_space: list[float] = field(default_factory=list)
    start_space: list[float] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    """How bad it is to end a line here."""

    def add(
        self, place: tuple[int, int, bool], end: float, start: float, spaces: float, cost: float
    ) -> None:
        """Append a place that is no space."""
        self.places.append(place)
        self.end.append(end)
        self.start.append(start)
        self.end_space.append(spaces)
        self.start_space.append(spaces)
        self.cost.append(cost)


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
    expansion: float = 0.02
    """By which share glyphs may be drawn wider or narrower."""
    give: float = 0.12
    """By which share of a space gaps change while the glyphs change as far as they may."""
    tracking: float = 0.1
    """By how much, in points, glyphs move apart at most in lines that would be very loose."""
    shrink: float = 1 / 3
    """By which share of a space gaps may shrink."""
    hyphen_run: int = 2
    """How many lines in succession may end in a hyphen."""
    short: float = 24.0
    """A last line is too short below this, in points."""


class Fit(NamedTuple):
    """How a line takes up the room that it has over or lacks."""

    expansion: float
    """How much wider than usual its glyphs are drawn: 1 means as usual."""
    gap: float
    """How much wider than usual its gaps are."""
    tracking: float = 0.0
    """What is added after each glyph of its words, in points."""


def fit(slack: float, text: float, space: float, options: Breaking, *, glyphs: int = 0) -> Fit:
    """How a justified line of some text and spaces takes up its slack, all in points.

    Where nothing else helps, a line that would have very wide gaps lets its letters give a little,
    too: up to `tracking` for each of its glyphs, which nobody sees.
    """
    most = options.expansion * text
    easy = most + options.give * space
    if easy > 0 and abs(slack) <= easy:
        share = slack / easy
        return Fit(1 + share * options.expansion, 1 + share * options.give)
    if space <= 0:
        return Fit(1 - options.expansion, 1.0) if slack < 0 else Fit(1.0, 1.0)
    sign = math.copysign(1.0, slack)
    left = slack - sign * most
    tracking = 0.0
    if glyphs and left > VERY_WIDE * space:
        tracking = min(options.tracking, (left - VERY_WIDE * space) / glyphs)
    gap = 1 + (left - tracking * glyphs) / space
    return Fit(1 + sign * options.expansion, max(gap, 1 - options.shrink), tracking)


class Broken(NamedTuple):
    """The lines of a row."""

    ends: tuple[int, ...]
    """The numbers of the places where they end, that of the row's end included."""
    worst: float
    """By which share of a space the worst gaps depart from it; the last line does not count."""


class _Node(NamedTuple):
    """The best way to end a line at some place, among those that look alike there."""

    total: float
    looseness: int  # of the line that ends here, from 0, tight, to 3, very loose
    hyphens: int  # how many lines up to here end in one
    worst: float
    at: int  # the number of the place; -1 for the beginning
    before: _Node | None


_START = _Node(0.0, 1, 0, 0.0, -1, None)


def break_lines(
    sums: Sums, measure: Measure, options: Breaking, tolerance: float, *, first: int = 0
) -> Broken | None:
    """The best lines for a row.

    Args:
        sums: The row; its last place is its end.
        measure: How wide the lines are.
        options: What is preferred.
        tolerance: By which share of a space gaps may stretch; for ragged text, how often `rag`
            may be left empty.
        first: The number of the row's first line in its paragraph.

    Returns:
        The lines; nothing if the tolerance is too small.
    """
    extend = _extend_ragged if options.rag else _extend_justified
    reached: list[dict[int, _Node] | None] = [None] * len(sums.places)
    extend(sums, [_START], measure.length(first), options, tolerance, reached)
    room = measure.length(1)
    for at in range(len(reached) - 1):
        nodes = reached[at]
        if nodes:
            extend(sums, _worthwhile(nodes), room, options, tolerance, reached)
    last = reached[-1]
    return _traced(min(last.values(), key=_total)) if last else None


def _total(node: _Node) -> float:
    return node.total


def _traced(node: _Node) -> Broken:
    worst, ends = node.worst, [node.at]
    while node.before is not None and node.before.at >= 0:
        node = node.before
        ends.append(node.at)
    return Broken(tuple(reversed(ends)), worst)


def _worthwhile(nodes: dict[int, _Node]) -> list[_Node]:
    """Those nodes at a place that may still be part of the best way.

    To a node with the fewest hyphens no other one can catch up by more than one line's contrast.
    """
    if len(nodes) == 1:
        return list(nodes.values())
    fewest = min([node.hyphens for node in nodes.values()])
    best = min([node.total for node in nodes.values() if node.hyphens == fewest])
    return [node for node in nodes.values() if node.total <= best + _CONTRAST]


def _extend_justified(
    sums: Sums,
    nodes: list[_Node],
    room: float,
    options: Breaking,
    tolerance: float,
    reached: list[dict[int, _Node] | None],
) -> None:
    """Try all lines that begin where these nodes are, from the longest to the shortest."""
    start, last = nodes[0].at, len(reached) - 1
    end, end_space = sums.end, sums.end_space
    begin, begin_space = (sums.start[start], sums.start_space[start]) if start >= 0 else (0.0, 0.0)
    expansion, give, shrink = options.expansion, options.give, -options.shrink - _TINY
    longest = min(bisect_right(end, begin + room * _LONGEST, start + 1), last)
    for at in range(longest, start, -1):
        space = end_space[at] - begin_space
        width = end[at] - begin
        slack = room - width
        most = expansion * (width - space)
        easy = most + give * space
        if slack > easy:
            departure = (slack - most) / space if space > 0 else _NO_GAPS
            if departure > tolerance and at != last:
                return
        elif slack >= -easy:
            departure = give * slack / easy if easy else 0.0
        else:
            departure = (slack + most) / space if space > 0 else -_NO_GAPS
            if departure < shrink:
                continue
        if at == last and departure >= 0:
            _reach(sums, nodes, at, _ending(sums, start, options), 1, 0.0, options, reached)
            continue
        square = departure * departure
        looseness = 1 if _TIGHT <= departure < _WIDE else _looseness(departure)
        cost = (_DEPARTURE + _EXTREME * square) * square + sums.cost[at]
        _reach(sums, nodes, at, cost, looseness, abs(departure), options, reached)


def _extend_ragged(
    sums: Sums,
    nodes: list[_Node],
    room: float,
    options: Breaking,
    tolerance: float,
    reached: list[dict[int, _Node] | None],
) -> None:
    """Try all lines that begin where these nodes are, from the longest to the shortest."""
    start, last = nodes[0].at, len(reached) - 1
    begin = sums.start[start] if start >= 0 else 0.0
    longest = min(bisect_right(sums.end, begin + room + _TINY, start + 1), last)
    for at in range(longest, start, -1):
        slack = room - (sums.end[at] - begin)
        if slack < -_TINY:
            continue
        departure = slack / options.rag
        if at == last:
            cost = _ending(sums, start, options)
        elif departure > tolerance:
            return
        else:
            cost = _RAG * departure * departure + sums.cost[at]
        _reach(sums, nodes, at, cost, 1, departure, options, reached)


def _looseness(departure: float) -> int:
    return 0 if departure < _TIGHT else 2 if departure < _WIDER else 3


def _ending(sums: Sums, start: int, options: Breaking) -> float:
    """How bad a last line is that is not full."""
    if start < 0:
        return 0.0
    short = sums.end[-1] - sums.start[start] < options.short
    return _SHORT * short + _TORN * sums.places[start][2]


def _reach(  # noqa: PLR0913, PLR0917 - called too often for an object of its arguments
    sums: Sums,
    nodes: list[_Node],
    at: int,
    cost: float,
    looseness: int,
    departure: float,
    options: Breaking,
    reached: list[dict[int, _Node] | None],
) -> None:
    """Note a line as the best way to its end, if it is."""
    hyphen = sums.places[at][2]
    known = reached[at]
    if known is None:
        known = reached[at] = {}
    for node in nodes:
        total = node.total + cost
        if not -1 <= looseness - node.looseness <= 1:
            total += _CONTRAST
        hyphens = node.hyphens + 1 if hyphen else 0
        if hyphens > 1:
            total += _RUN if hyphens <= options.hyphen_run else _TOO_MANY
        key = looseness + 4 * hyphens
        before = known.get(key)
        if before is None or total < before.total:
            known[key] = _Node(total, looseness, hyphens, max(node.worst, departure), at, node)


def fill_lines(sums: Sums, measure: Measure, *, first: int = 0) -> Broken:
    """Lines for a row, each as full as can be; for what has no good lines.

    A line is longer than its measure only if there is no place where it can end.
    """
    ends: list[int] = []
    start, last = -1, len(sums.places) - 1
    while start < last:
        begin = sums.start[start] if start >= 0 else 0.0
        room = measure.length(first + len(ends))
        latest = bisect_right(sums.end, begin + room + _TINY, start + 1) - 1
        while latest > start + 1 and sums.end[latest] > begin + room + _TINY:
            latest -= 1
        start = max(latest, start + 1)
        ends.append(start)
    return Broken(tuple(ends), math.inf)
