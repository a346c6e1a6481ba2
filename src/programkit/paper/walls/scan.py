"""The sign that leads to the program on the web: a code to be scanned from some steps away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from programkit.outline.addresses import site_address
from programkit.paper.abstract import address
from programkit.paper.book import Book
from programkit.paper.walls.band import band, room
from programkit.paper.walls.fitting import largest
from programkit.paper.walls.foot import code
from programkit.paper.walls.pages import LEAST, Type, sizes, unit
from programkit.paper.walls.sheet import WallSheet, wall_flow
from programkit.text.formats import format_dates
from programkit.text.markup import Run, inline
from programkit.typeset.blocks import Block, heading, paragraph
from programkit.typeset.marks import Anchor

_CODE = 0.62  # of the width between the margins
_TITLE = 0.2  # of the height of the text: how high the title is at most
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
        book, type_ = self.book, Type(self.book, unit(self.book))
        url, width = site_address(book.outline.url), book.width
        yield from band(list(self._head(type_)), book)
        ask = type_.style(2.2, bold=True, color="accent", align="center")
        yield replace(heading(book.word("scan_program"), ask, width, level=2), fill_before=1.0)
        size = min(width, book.height) * _CODE
        shown = code(url, book, size).moved((width - size) / 2)
        yield replace(shown, space_before=type_.size * 1.5)
        style = type_.style(1.3, bold=True, align="center", space_before=type_.size * 1.5)
        yield paragraph((Run(address(url), link=url),), style, width)
        yield replace(room(0.0), fill_before=1.0)

    def _head(self, type_: Type) -> Iterator[Block]:
        """The title, as large as it may be, and the dates."""
        book, outline = self.book, self.book.outline
        anchor = Anchor(self.name, outline.plain_title)

        def title(size: float) -> list[Block]:
            style = Type(book, size).style(leading=1.14, bold=True, color="paper")
            return [heading(inline(outline.title), style, book.width, level=1)]

        tried = sizes(type_.size * _TITLES)
        found = largest(title, tried, book.height * _TITLE)
        (block,) = found[1] if found else title(LEAST)
        yield block.anchored(anchor)
        if outline.first and outline.last and outline.series is None:
            dates = format_dates(outline.first, outline.last, book.language)
            style = type_.style(1.3, color="paper", space_before=type_.size * 0.4)
            yield paragraph(dates, style, book.width)
