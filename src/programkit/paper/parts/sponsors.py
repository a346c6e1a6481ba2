"""The sponsors, by what they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import ClassVar

from programkit.model.venue import Organization
from programkit.paper.abstract import address
from programkit.paper.book import Book
from programkit.paper.organizations import BETWEEN, in_rows, organization
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow

_LARGEST, _SMALLEST, _STEP = 1.6, 1.0, 0.3
"""How much larger than the hosts' the logos of each kind are: the first are the largest."""


@dataclass(frozen=True)
class Sponsors:
    """Who pays, grouped by kind: those named first are the largest."""

    name: ClassVar[str] = "sponsors"

    urls: bool = True
    """Whether web addresses are printed."""

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The part; none where there are no sponsors."""
        if book.outline.sponsors:
            yield Anchor("sponsors", book.word("sponsors"))

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow; none where there are no sponsors."""
        if book.outline.sponsors:
            head = book.part_heading("sponsors", "sponsors")
            yield book.flow((head, *self._blocks(book)), book.word("sponsors"))

    def _blocks(self, book: Book) -> Iterator[Block]:
        kinds: dict[str, list[Organization]] = {}
        for sponsor in book.outline.sponsors:
            kinds.setdefault(sponsor.kind.strip(), []).append(sponsor)
        for number, (kind, sponsors) in enumerate(kinds.items()):
            if kind:
                title = heading(kind[:1].upper() + kind[1:], book.styles.cover_label, book.width)
                above = book.styles.body.leading if number else 0.0
                yield replace(title, role="H2", space_before=above)
            scale = max(_SMALLEST, _LARGEST - number * _STEP)
            for drawn, group in groupby(sponsors, key=lambda each: bool(each.logo)):
                cells = [self._sponsor(sponsor, scale, book) for sponsor in group]
                gap = book.styles.body.size * BETWEEN
                rows = in_rows(cells, book.width, gap) if drawn else chain.from_iterable(cells)
                yield from rows

    def _sponsor(self, sponsor: Organization, scale: float, book: Book) -> tuple[Block, ...]:
        shown, line = organization(sponsor, book, scale=scale, kind=False), book.styles.body.leading
        if not (self.urls and sponsor.url):
            return (replace(shown, space_after=line),)
        link = Run(address(sponsor.url), link=sponsor.url)
        url = paragraph((link,), book.styles.small.replace(space_after=line), book.width)
        return replace(shown, keep_with_next=True, space_after=shown.space_after / 3), url
