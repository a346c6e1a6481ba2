"""A sign that leads to the program on the web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from programkit.outline.addresses import site_address
from programkit.paper.book import Book
from programkit.paper.walls.pages import WallPage, wall_book
from programkit.paper.walls.scan import ScanSign as Sign
from programkit.paper.walls.sheet import WallSheet
from programkit.typeset.pages import Flow


@dataclass(frozen=True)
class ScanSign:
    """A page with a large QR code, and whose program it leads to."""

    name: ClassVar[str] = "scan-sign"

    page: WallPage = "A4"
    """The page: A2, A3, A4, Letter, Tabloid, or width and height in millimeters."""

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow; none where the facts do not say where the site is."""
        return (sheet.flow for sheet in self.sheets(book))

    def sheets(self, book: Book) -> Iterator[WallSheet]:
        """The sign, if there is an address."""
        if site_address(book.outline.site):
            yield Sign(wall_book(book, self.page), self.name).sheet()
