"""Blocks to pages: laid out once, page numbers filled in afterwards.

References to pages keep room of a fixed width, so a table of contents or an index is set together
with everything else, and knowing the numbers moves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from programkit.model.findings import Finding
from programkit.typeset.blocks import Block
from programkit.typeset.columns import (
    Entry,
    Frame,
    below,
    cut,
    entries_of,
    lengthening,
    level,
    longer,
    room_of,
)
from programkit.typeset.marks import (
    Anchor,
    Fragment,
    Group,
    Kept,
    Mark,
    PageNumber,
    Picture,
    Strip,
    shifted,
)

__all__ = [
    "Flow", "Frame", "Layout", "Page", "PageShape", "Placed", "PlacedAnchor", "lay_out", "roman",
    "set_pages",
]  # fmt: skip

_NUMERALS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


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


@dataclass(slots=True, unsafe_hash=True)
class PlacedAnchor:
    """An anchor on a page, in points from its top left corner."""

    anchor: Anchor
    x: float
    y: float


@dataclass(slots=True, unsafe_hash=True)
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
        return any(shows_numbers(placed.strip.marks) for placed in self.placed)

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


def shows_numbers(marks: Sequence[Mark]) -> bool:
    """Whether numbers of pages are among some marks."""
    if isinstance(marks, Kept):
        return bool(marks.anchors)
    return any(isinstance(mark, PageNumber) for mark in marks)


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
    findings: tuple[Finding, ...] = ()
    """What was noticed while it was made, and is to be told."""
    finish: Callable[[Page], Page] | None = None
    """What is done to each page last, such as mirroring it."""


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
        del flow  # what comes next is made while this would still be kept
        yield press.taken()


def _placed(entries: Sequence[Entry], frame: Frame) -> Iterator[Placed]:
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
        self.before = replace(flow, blocks=(), head=())
        if flow.first_number is not None:
            self.ordinal = flow.first_number - 1
        head, entries = list(entries_of(flow.head)), list(entries_of(flow.blocks))
        above = room_of(head) + flow.head[-1].space_after if head else 0.0
        more = lengthening(entries, flow.shape.frames, flow.leeway, above)
        at = 0
        while True:
            frames = longer(flow.shape.frames_of(self.count + 1), more)
            placed = [] if at else list(_placed(head, frames[0]))
            if placed:
                frames = below(frames, above)
            if flow.balanced:
                frames = level(entries, at, frames)
            for frame in frames:
                end = cut(entries, at, frame.height)
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
        if flow.finish is not None:
            page = flow.finish(page)
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
