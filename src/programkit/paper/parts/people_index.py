"""The index of people, with their affiliations and the pages where they are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from programkit.outline.index import by_letter
from programkit.outline.nodes import IndexEntry
from programkit.paper.book import Book
from programkit.paper.guides import index_anchor
from programkit.paper.places import places_of, session_anchor
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow
from programkit.typeset.row import Fill, Inline, PageRef
from programkit.typeset.style import ParagraphStyle

_MANY = 150
"""How many contributions may need more than 99 pages."""
_PAGES_IN_LINE = 5  # at most
_BELOW = 0.76  # of the size of names: what stands below them


@dataclass(frozen=True)
class PeopleIndex:
    """Everybody who presents, contributes or chairs, in two columns under their letters."""

    name: ClassVar[str] = "index"

    affiliations: bool = True
    """Whether affiliations stand below the names."""
    chairs: bool = True
    """Whether the sessions that somebody chairs are named, in the agenda."""

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The part; none where nobody is named."""
        if entries := self._entries(book):
            yield Anchor("index", book.word(_title(entries)))

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow in two columns; none where nobody is named."""
        entries = self._entries(book)
        if not entries:
            return
        title = _title(entries)
        narrow = book.in_columns(2)
        width = narrow.width
        letters = book.styles.letter.replace(space_before=book.styles.body.leading * 0.5)
        blocks: list[Block] = []
        by_id = {entry.entry.person.id: entry for entry in entries}
        for letter, group in by_letter(entry.entry for entry in entries):
            blocks.append(replace(heading(letter, letters, width), role="H2"))
            blocks.extend(self._block(by_id[one.person.id], book, width) for one in group)
        head = book.part_heading(title, "index")
        yield narrow.flow((head, *blocks), book.word(title))

    def _entries(self, book: Book) -> list[_Entry]:
        places = _in_order(places_of(book), book)
        digits = 2 if len(places) < _MANY else 3
        chairs = self.chairs and book.has("agenda")
        order = {contribution: at for at, contribution in enumerate(places)}
        made = (_entry(entry, places, order, digits, chairs=chairs) for entry in book.outline.index)
        return [entry for entry in made if entry.places or entry.chairs]

    def _block(self, entry: _Entry, book: Book, width: float) -> Block:
        style, small = book.styles.index, book.styles.small
        small = small.replace(size=style.size * _BELOW, leading=style.leading * _BELOW)
        indent = style.hanging
        name = entry.entry.index_name
        pages = entry.pages(entry.places, partial(self._fitting, book, style, width), name)
        block = paragraph((Run(name), *pages), style, width)
        below = []
        if self.affiliations and entry.entry.person.affiliations:
            text = "; ".join(entry.entry.person.affiliations)
            below.append(paragraph(text, small, width - indent))
        if entry.chairs:
            chair = Run(book.word("chair"), italic=True)
            looks = small.replace(link_color=small.color, features=style.features)
            fits = partial(self._fitting, book, looks, width - indent)
            pages = entry.pages(entry.chairs, fits, chair.text)
            below.append(paragraph((chair, *pages), looks, width - indent))
        strips = (strip for one in below for strip in one.moved(indent).strips)
        block = replace(block, strips=(*block.strips, *strips), keep_together=True, role="LI")
        return block.anchored(Anchor(index_anchor(entry.entry.person.id)))

    def _fitting(
        self, book: Book, style: ParagraphStyle, width: float, before: str, digits: int
    ) -> int:
        """How many numbers of pages a line has room for, at least one; beside a text, or none."""
        room = width - (book.text_width(before, style) + style.size / 2 if before else 0.0)
        counts = range(_PAGES_IN_LINE, 1, -1)
        wide = (book.text_width(", ".join(["0" * digits] * count), style) for count in counts)
        return next((count for count, w in zip(counts, wide, strict=True) if w <= room), 1)


@dataclass(frozen=True, slots=True)
class _Entry:
    """Somebody, and where to look."""

    entry: IndexEntry
    places: tuple[str, ...]
    """Anchors of what the person presents or contributes to."""
    chairs: tuple[str, ...]
    """Anchors of the sessions that the person chairs."""
    digits: int

    def pages(
        self, anchors: Sequence[str], fitting: Callable[[str, int], int], before: str
    ) -> Iterator[Inline]:
        """Their pages at the right edge, in as many lines as they need.

        Args:
            anchors: The places.
            fitting: How many numbers of so many figures fit beside a text.
            before: What stands in the first line.
        """
        at = 0
        while at < len(anchors):
            count = fitting("" if at else before, self.digits)
            first, *more = anchors[at : at + count]
            if at:
                yield Run("\n", newline=True)
            yield from (Fill(), PageRef(first, self.digits, tuple(more)))
            at += count


def _entry(
    entry: IndexEntry,
    places: Mapping[str, str],
    order: Mapping[str, int],
    digits: int,
    *,
    chairs: bool,
) -> _Entry:
    found = {*entry.speaks, *entry.contributes} & order.keys()
    return _Entry(
        entry,
        tuple([places[contribution] for contribution in sorted(found, key=order.__getitem__)]),
        tuple(session_anchor(session) for session in entry.chairs if session) if chairs else (),
        digits,
    )


def _in_order(places: Mapping[str, str], book: Book) -> Mapping[str, str]:
    """The places as they follow one another in the booklet, so that pages are named in order."""
    listed = {anchor.name: number for number, anchor in enumerate(book.contents)}
    items = sorted(places.items(), key=lambda item: listed.get(item[1], 0))
    return dict(items)


def _title(entries: Sequence[_Entry]) -> str:
    """What it is called: of speakers, or of people where chairs are among them."""
    return "people_index" if any(entry.chairs for entry in entries) else "speaker_index"
