"""The sign that leads to the program on the web: a code to be scanned from some steps away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from programkit.outline.addresses import site_address
from programkit.paper.abstract import address
from programkit.paper.book import Book
from programkit.paper.walls.band import band, room, series_title
from programkit.paper.walls.fitting import height_of
from programkit.paper.walls.foot import code
from programkit.paper.walls.pages import Type, qr_size, unit
from programkit.paper.walls.sheet import WallSheet, wall_flow
from programkit.text.formats import format_dates
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph
from programkit.typeset.marks import Anchor

_CODE = 0.62  # of the width between the margins
_TITLES = 3.4  # units: the type of the title that is tried first


@dataclass(frozen=True)
class ScanSign:
    """The sign."""

    book: Book
    """The booklet, in the page of the sign."""
    name: str
    """That of its file."""

    def sheet(self) -> WallSheet:
        """Its page."""
        title = self.book.outline.plain_title
        return WallSheet(self.name, title, wall_flow(self._blocks(), title, self.book))

    def _blocks(self) -> Iterator[Block]:
        """Between the title and the address, the code is as large as there is room for."""
        book, type_ = self.book, Type(self.book, unit(self.book))
        url, width, apart = site_address(book.outline.site), book.width, type_.size * 1.5
        head = list(band(list(self._head(type_)), book))
        ask = type_.style(2.2, bold=True, color="accent", align="center")
        asking = heading(book.word("scan_program"), ask, width, level=2)
        style = type_.style(1.3, bold=True, align="center", space_before=apart)
        told = paragraph((Run(address(url), link=url),), style, width)
        left = book.height - height_of((*head, asking, told)) - apart
        size = max(min(width * _CODE, left), qr_size(book))
        shown = code(url, book, size).moved((width - size) / 2)
        yield from head
        yield replace(asking, fill_before=1.0)
        yield replace(shown, space_before=apart)
        yield told
        yield replace(room(0.0), fill_before=1.0)

    def _head(self, type_: Type) -> Iterator[Block]:
        """The title, and the dates of a conference."""
        book, outline = self.book, self.book.outline
        yield series_title(book, _TITLES, Anchor(self.name, outline.plain_title))
        if outline.first and outline.last and outline.series is None:
            dates = format_dates(outline.first, outline.last, book.language)
            style = type_.style(1.3, color="paper", space_before=type_.size * 0.4)
            yield paragraph(dates, style, book.width)
