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
from operator import itemgetter
from typing import NamedTuple

VERY_WIDE = 0.4
"""The share of a space by which gaps may stretch before they ask for help from the letters."""

GLUED_COST = 4e6
"""The cost of parting what nothing stands between, such as a word and the comma after it: more than
that of cutting a word that is longer than a line."""

_TINY = 1e-6  # points: rounding never makes a line too long
_DEPARTURE = 400.0  # the cost of gaps twice as wide as usual, in the units of a hyphen's
_EXTREME = 400.0  # beside it, of the fourth power
_RAG = 100.0  # the cost of leaving as much room as a ragged line may have with ease
_CONTRAST = 30.0  # of a line that looks much tighter or looser than the one before
_RUN = 60.0  # of a hyphen right after another one
_FEW_WORDS = 0.35  # of a line: no last line that fills more of it is too short
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
    """A last line is too short below this, in points, unless lines are shorter than a few words."""
    short_cost: float = 80.0
    """How bad a last line is that is too short."""


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


Node = tuple[float, int, int, int, "Node | None"]
"""The best way to end a line at some place, among those that look alike there: its total cost; the
looseness of the line that ends here, from 0, tight, to 3, very loose; how many lines up to here end
in a hyphen; the number of the place, -1 for the beginning; and the node before. It is a tuple,
because a booklet has millions of them."""

_START: Node = (0.0, 1, 0, -1, None)


def break_lines(
    sums: Sums, measure: Measure, options: Breaking, tolerance: float, *, first: int = 0
) -> tuple[int, ...] | None:
    """The best lines for a row.

    Args:
        sums: The row; its last place is its end.
        measure: How wide the lines are.
        options: What is preferred.
        tolerance: By which share of a space gaps may stretch; for ragged text, how often `rag`
            may be left empty.
        first: The number of the row's first line in its paragraph.

    Returns:
        The numbers of the places where they end, that of the row's end included; nothing if the
        tolerance is too small.
    """
    extend = _extend_ragged if options.rag else _extend_justified
    reached: list[dict[int, Node] | None] = [None] * len(sums.places)
    farthest = extend(sums, [_START], measure.length(first), options, tolerance, reached)
    room, at, last = measure.length(1), 0, len(reached) - 1
    while at <= farthest and at < last:
        nodes = reached[at]
        if nodes:
            its = extend(sums, _worthwhile(nodes), room, options, tolerance, reached)
            farthest = max(farthest, its)
            reached[at] = None
        at += 1
    ways = reached[-1]
    return _traced(min(ways.values(), key=itemgetter(0))) if ways else None


def _traced(node: Node) -> tuple[int, ...]:
    ends = [node[3]]
    while (before := node[4]) is not None and before[3] >= 0:
        node = before
        ends.append(node[3])
    return tuple(reversed(ends))


def _worthwhile(nodes: dict[int, Node]) -> list[Node]:
    """Those nodes at a place that may still be part of the best way.

    To a node with the fewest hyphens no other one can catch up by more than one line's contrast.
    """
    known = list(nodes.values())
    if len(known) == 1:
        return known
    fewest = min([node[2] for node in known])
    most = min([node[0] for node in known if node[2] == fewest]) + _CONTRAST
    return [node for node in known if node[0] <= most]


def _extend_justified(  # noqa: PLR0915 - an inner loop: calls would cost as much as what they do
    sums: Sums,
    nodes: list[Node],
    room: float,
    options: Breaking,
    tolerance: float,
    reached: list[dict[int, Node] | None],
) -> int:
    """Try all lines that begin where these nodes are; how far they reach."""
    start, last = nodes[0][3], len(reached) - 1
    end, end_space, costs = sums.end, sums.end_space, sums.cost
    begin, begin_space = (sums.start[start], sums.start_space[start]) if start >= 0 else (0.0, 0.0)
    expansion, give, shrink = options.expansion, options.give, -options.shrink - _TINY
    longest = min(bisect_right(end, begin + room * _LONGEST, start + 1), last)
    farthest = -1
    for at in range(longest, start, -1):
        space = end_space[at] - begin_space
        width = end[at] - begin
        slack = room - width
        most = expansion * (width - space)
        easy = most + give * space
        if slack > easy:
            departure = (slack - most) / space if space > 0 else _NO_GAPS
            if departure > tolerance and at != last:
                break
        elif slack >= -easy:
            departure = give * slack / easy if easy else 0.0
        else:
            departure = (slack + most) / space if space > 0 else -_NO_GAPS
            if departure < shrink:
                continue
        if farthest < 0:
            farthest = at
        if at == last and departure >= 0:
            _reach(sums, nodes, at, _ending(sums, start, options, room), 1, options, reached)
            continue
        square = departure * departure
        looseness = 1 if _TIGHT <= departure < _WIDE else _looseness(departure)
        cost = (_DEPARTURE + _EXTREME * square) * square + costs[at]
        _reach(sums, nodes, at, cost, looseness, options, reached)
    return farthest


def _extend_ragged(
    sums: Sums,
    nodes: list[Node],
    room: float,
    options: Breaking,
    tolerance: float,
    reached: list[dict[int, Node] | None],
) -> int:
    """Try all lines that begin where these nodes are; how far they reach."""
    start, last = nodes[0][3], len(reached) - 1
    begin = sums.start[start] if start >= 0 else 0.0
    longest = min(bisect_right(sums.end, begin + room + _TINY, start + 1), last)
    farthest = -1
    for at in range(longest, start, -1):
        slack = room - (sums.end[at] - begin)
        if slack < -_TINY:
            continue
        departure = slack / options.rag
        if at == last:
            cost = _ending(sums, start, options, room)
        elif departure > tolerance:
            break
        else:
            cost = _RAG * departure * departure + sums.cost[at]
        farthest = max(farthest, at)
        _reach(sums, nodes, at, cost, 1, options, reached)
    return farthest


def _looseness(departure: float) -> int:
    return 0 if departure < _TIGHT else 2 if departure < _WIDER else 3


def _ending(sums: Sums, start: int, options: Breaking, room: float) -> float:
    """How bad a last line is that is not full."""
    if start < 0:
        return 0.0
    forced = sums.cost[start] > _TOO_MANY  # the rest of what is longer than a line
    least = 0.0 if forced else min(options.short, room * _FEW_WORDS)
    short = sums.end[-1] - sums.start[start] < least
    return options.short_cost * short + _TORN * sums.places[start][2]


def _reach(  # noqa: PLR0913, PLR0917 - called too often for an object of its arguments
    sums: Sums,
    nodes: list[Node],
    at: int,
    cost: float,
    looseness: int,
    options: Breaking,
    reached: list[dict[int, Node] | None],
) -> None:
    """Note a line as the best way to its end, if it is."""
    hyphen = sums.places[at][2]
    known = reached[at]
    if known is None:
        known = reached[at] = {}
    for node in nodes:
        total = node[0] + cost
        if not -1 <= looseness - node[1] <= 1:
            total += _CONTRAST
        key, hyphens = looseness, 0
        if hyphen:
            hyphens = node[2] + 1
            key += 4 * hyphens
            if hyphens > 1:
                total += _RUN if hyphens <= options.hyphen_run else _TOO_MANY
        before = known.get(key)
        if before is None or total < before[0]:
            known[key] = (total, looseness, hyphens, at, node)


def fill_lines(sums: Sums, measure: Measure, *, first: int = 0) -> tuple[int, ...]:
    """Lines for a row, each as full as can be; for what has no good lines.

    They are given as `break_lines` gives them.

    A line is longer than its measure only if there is no place where it can end. What is glued is
    parted only where a line has no other place.
    """
    ends: list[int] = []
    start, last = -1, len(sums.places) - 1
    while start < last:
        begin = sums.start[start] if start >= 0 else 0.0
        room = measure.length(first + len(ends))
        latest = bisect_right(sums.end, begin + room + _TINY, start + 1) - 1
        while latest > start + 1 and sums.end[latest] > begin + room + _TINY:
            latest -= 1
        start = _unglued(sums, start, max(latest, start + 1))
        ends.append(start)
    return tuple(ends)


def _unglued(sums: Sums, start: int, latest: int) -> int:
    """The latest place of a line where nothing glued is parted, if it has one."""
    places = range(latest, start, -1)
    return next((at for at in places if sums.cost[at] < GLUED_COST), latest)
