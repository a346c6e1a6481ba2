"""Blocks to pages: laid out once, page numbers filled in afterwards.

References to pages keep room of a fixed width, so a table of contents or an index is set together
with everything else, and knowing the numbers moves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from programkit.typeset.blocks import Block
from programkit.typeset.marks import (
    Anchor,
    Fragment,
    Group,
    Mark,
    PageNumber,
    Picture,
    Strip,
    shifted,
)

_TINY = 1e-6  # points: rounding never makes a page too full
_LEVEL = 1.0  # points: how exactly balanced columns are equally long
_FEW = 6.0  # times the leeway: what is no more than this is too little for a page
_NEVER = float("inf")
_NUMERALS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_TOGETHER = 2  # lines of a paragraph, or after a heading, that are never alone on a page


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of a page that text runs through, in points from the top left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageShape:
    """The size of a page and where text runs on it, in points."""

    width: float
    height: float
    frames: tuple[Frame, ...]
    """The columns of a page, filled in this order; blocks are set as wide as these are."""
    left_frames: tuple[Frame, ...] = ()
    """Those of left-hand pages, if they differ."""
    bleed: float = 0.0
    """How far beyond its edges marks that touch them are drawn, for cutting."""
    turned: bool = False
    """Whether it is drawn turned by a quarter, its top at the left edge of the sheet, so that a
    wide page has room on a high one; all lengths are those of the page as it is read."""

    def __post_init__(self) -> None:
        if not self.frames:
            raise ValueError("a page needs a frame for its text; give at least one")

    def frames_of(self, number: int) -> tuple[Frame, ...]:
        """The columns of a page by its number: even ones are left-hand pages."""
        return self.left_frames if self.left_frames and number % 2 == 0 else self.frames


@dataclass(frozen=True, slots=True)
class PlacedAnchor:
    """An anchor on a page, in points from its top left corner."""

    anchor: Anchor
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip on a page, in points from its top left corner."""

    strip: Strip
    x: float
    y: float
    block: Block
    """What it is a part of."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with everything in place."""

    number: int
    """Its place in the whole document, from 1."""
    label: str
    """What is printed on it as its number."""
    part: str
    """The name of the flow it belongs to."""
    shape: PageShape
    placed: tuple[Placed, ...] = ()
    """What runs through its frames, in the order in which it is read."""
    furniture: tuple[Mark, ...] = ()
    """What it has beside that: its number, a running head."""
    anchors: tuple[PlacedAnchor, ...] = ()
    missing: tuple[str, ...] = ()
    """The characters on it that no face has."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """For each anchor of the document the label of its page."""

    @property
    def waits(self) -> bool:
        """Whether it shows the numbers of pages."""
        marks = (mark for placed in self.placed for mark in placed.strip.marks)
        return any(isinstance(mark, PageNumber) for mark in marks)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Everything on it, in place."""
        marks: list[Mark] = []
        for placed in self.placed:
            for mark in placed.strip.marks:
                shown = mark.spread() if isinstance(mark, Group) else self.resolved(mark)
                marks += [shifted(each, placed.x, placed.y) for each in shown]
        return (*marks, *self.furniture)

    def filled(self, mark: Mark) -> tuple[Mark, ...]:
        """A mark with the numbers of pages filled in."""
        if isinstance(mark, PageNumber):
            names = (mark.anchor, *mark.more)
            return mark.filled(*(self.labels.get(name, "") for name in names))
        return (mark,)

    def resolved(self, mark: Mark) -> tuple[Mark, ...]:
        """A mark with the numbers of pages filled in, and without a link that leads nowhere."""
        if isinstance(mark, PageNumber):
            return self.filled(mark)
        if isinstance(mark, Fragment | Picture) and mark.link and mark.link.startswith("#"):
            return (mark if mark.link[1:] in self.labels else replace(mark, link=None),)
        return (mark,)


@dataclass(frozen=True, slots=True)
class Flow:
    """Blocks that run from page to page of one shape, beginning on a new page."""

    blocks: Sequence[Block]
    shape: PageShape
    name: str = ""
    numbering: Literal["arabic", "roman"] = "arabic"
    first_number: int | None = None
    """What the first page is numbered; none means one more than the page before it."""
    recto: bool = False
    """Whether it begins on a right-hand page, after an empty one if need be."""
    furniture: Callable[[Page], Iterable[Mark]] | None = None
    """What every page of the flow has beside the blocks: its number, a running head."""
    head: Sequence[Block] = ()
    """What stands across all columns at the top of its first page."""
    balanced: bool = False
    """Whether the columns of its last page are equally long."""
    leeway: float = 0.0
    """By how much all its pages become longer, in points, where that saves a last page of a few
    lines; a line is good for it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """All pages of a document."""

    pages: tuple[Page, ...]
    labels: Mapping[str, str]
    """For each anchor the label of its page."""

    @property
    def missing(self) -> tuple[tuple[str, str], ...]:
        """The characters that no face has, each with the label of the first page it is on."""
        first: dict[str, str] = {}
        for page in self.pages:
            for char in page.missing:
                first.setdefault(char, page.label)
        return tuple(first.items())


def lay_out(flows: Iterable[Flow]) -> Layout:
    """Put all blocks on pages, then fill in the page numbers and drop links that lead nowhere.

    An anchor named twice means its first place. Where a flow leaves no allowed break on a page, it
    is broken where the page is full; a strip taller than a page has a page of its own.

    Args:
        flows: The parts of the document, in order.
    """
    pages = tuple(page for made in set_pages(flows) for page in made)
    return Layout(pages, pages[0].labels if pages else {})


def set_pages(flows: Iterable[Flow]) -> Iterator[tuple[Page, ...]]:
    """The pages of each flow as soon as they are set, as `lay_out` makes them.

    What numbers of pages they show is known only when all flows are set; see `Page.waits`.
    """
    press = _Press()
    for flow in flows:
        press.run(flow)
        yield press.taken()


class _Entry(NamedTuple):
    """A strip in the long column that is cut into pages."""

    strip: Strip
    block: Block
    gap: float  # above it, unless it begins a page
    break_cost: float  # of beginning a page with it
    forced: bool = False  # whether it begins a page in any case
    fill: float = 0.0


def _entries(blocks: Iterable[Block]) -> Iterator[_Entry]:
    before = Block(())
    kept = _TOGETHER  # strips since the last heading
    for block in blocks:
        for at, strip in enumerate(block.strips):
            follows = kept >= (1 if block.keep_with_next and not at else _TOGETHER)
            kept_here = not follows or (block.keep_with_next and at)
            cost = _inner_cost(block, at) if at else before.break_cost
            yield _Entry(
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


def _cut(entries: Sequence[_Entry], start: int, height: float) -> int:
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


def _placed(entries: Sequence[_Entry], frame: Frame) -> Iterator[Placed]:
    """The strips of a column in place."""
    gaps = [entry.gap if at else 0.0 for at, entry in enumerate(entries)]
    room = frame.height - sum(gaps) - sum([entry.strip.height for entry in entries])
    fills = sum([entry.fill for entry in entries])
    share = max(0.0, room) / fills if fills else 0.0
    y = frame.y
    for entry, gap in zip(entries, gaps, strict=True):
        y += gap + entry.fill * share
        yield Placed(entry.strip, frame.x, y, entry.block)
        y += entry.strip.height


def _room(entries: Sequence[_Entry]) -> float:
    """How high entries are, one below the other at the top of a page."""
    return sum([entry.strip.height + (entry.gap if at else 0) for at, entry in enumerate(entries)])


def _below(frames: Sequence[Frame], room: float) -> tuple[Frame, ...]:
    """What is left of columns below something across all of them."""
    return tuple(replace(f, y=f.y + room, height=f.height - room) for f in frames)


def _longer(frames: tuple[Frame, ...], more: float) -> tuple[Frame, ...]:
    return tuple(replace(f, height=f.height + more) for f in frames) if more else frames


def _lengthening(entries: Sequence[_Entry], flow: Flow, below: float) -> float:
    """By how much pages become longer so that a few last lines need no page of their own.

    Args:
        entries: What is on the pages.
        flow: Of which they are.
        below: How high the head of the first page is.
    """
    if not flow.leeway:
        return 0.0
    starts = _starts(entries, flow.shape.frames, below)
    if len(starts) < 2 or _room(entries[starts[-1] :]) > _FEW * flow.leeway:
        return 0.0
    fewer = _starts(entries, _longer(flow.shape.frames, flow.leeway), below)
    return flow.leeway if len(fewer) < len(starts) else 0.0


def _starts(entries: Sequence[_Entry], frames: tuple[Frame, ...], below: float) -> list[int]:
    """Where each page begins."""
    starts, at = [], 0
    while at < len(entries):
        starts.append(at)
        for frame in frames if at else _below(frames, below):
            at = _cut(entries, at, frame.height)
    return starts


def _level(entries: Sequence[_Entry], start: int, frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Columns as high as what is left needs, if it fits: so they end side by side."""
    low, high = 0.0, frames[0].height
    if len(frames) == 1 or not _fits(entries, start, frames, high):
        return frames
    while high - low > _LEVEL:
        middle = (low + high) / 2
        fits = _fits(entries, start, frames, middle)
        low, high = (low, middle) if fits else (middle, high)
    return tuple(replace(frame, height=high) for frame in frames)


def _fits(entries: Sequence[_Entry], at: int, frames: Sequence[Frame], height: float) -> bool:
    """Whether all that is left fits into columns of some height, nothing torn apart."""
    for _ in frames:
        end = _cut(entries, at, height)
        torn = end < len(entries) and entries[end].break_cost == _NEVER
        if torn or _room(entries[at:end]) > height + _TINY:
            return False
        at = end
    return at >= len(entries)


@dataclass(slots=True)
class _Press:
    """Makes pages, one after another."""

    pages: list[Page] = field(default_factory=list)  # since they were taken last
    count: int = 0  # of all pages
    labels: dict[str, str] = field(default_factory=dict)
    ordinal: int = 0  # the number printed on the last page
    before: Flow | None = None  # an empty page after it is numbered as it is

    def run(self, flow: Flow) -> None:
        """Put a flow on new pages; one without blocks still has a page."""
        if flow.recto and self.count % 2:
            self._finish(self.before or flow, [], blank=True)
        self.before = flow
        if flow.first_number is not None:
            self.ordinal = flow.first_number - 1
        head, entries = list(_entries(flow.head)), list(_entries(flow.blocks))
        below = _room(head) + flow.head[-1].space_after if head else 0.0
        longer = _lengthening(entries, flow, below)
        at = 0
        while True:
            frames = _longer(flow.shape.frames_of(self.count + 1), longer)
            placed = [] if at else list(_placed(head, frames[0]))
            if placed:
                frames = _below(frames, below)
            if flow.balanced:
                frames = _level(entries, at, frames)
            for frame in frames:
                end = _cut(entries, at, frame.height)
                placed.extend(_placed(entries[at:end], frame))
                at = end
            self._finish(flow, placed)
            if at >= len(entries):
                return

    def _finish(self, flow: Flow, placed: list[Placed], *, blank: bool = False) -> None:
        """Add a page."""
        self.ordinal += 1
        label = roman(self.ordinal) if flow.numbering == "roman" else str(self.ordinal)
        anchors, missing = [], dict[str, None]()
        for each in placed:
            strip = each.strip
            if strip.anchors:
                anchors += [PlacedAnchor(anchor, each.x, each.y) for anchor in strip.anchors]
            if strip.missing:
                missing.update(dict.fromkeys(strip.missing))
        for its in anchors:
            self.labels.setdefault(its.anchor.name, label)
        page = Page(
            self.count + 1,
            label,
            flow.name,
            flow.shape,
            tuple(placed),
            anchors=tuple(anchors),
            missing=tuple(missing),
            labels=self.labels,
        )
        if flow.furniture is not None and not blank:
            page = replace(page, furniture=tuple(flow.furniture(page)))
        self.pages.append(page)
        self.count += 1

    def taken(self) -> tuple[Page, ...]:
        """The pages made since this was asked last."""
        pages, self.pages = tuple(self.pages), []
        return pages


def roman(number: int) -> str:
    """A number from 1 in small Roman numerals."""
    text = ""
    for value, letters in _NUMERALS:
        count, number = divmod(number, value)
        text += letters * count
    return text
