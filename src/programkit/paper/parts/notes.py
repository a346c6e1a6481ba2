"""Pages to write on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from programkit.paper.book import Book
from programkit.paper.grids.gridshape import taken
from programkit.paper.ruling import dots, lines
from programkit.typeset.blocks import Block
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow

_LEAST = 2.0  # mm: closer than this nobody writes


@dataclass(frozen=True)
class Notes:
    """Ruled, dotted or empty pages at the end."""

    name: ClassVar[str] = "notes"

    pages: int = 2
    """How many there are."""
    pattern: Literal["lines", "dots", "none"] = "lines"
    """What is printed on them to write by."""
    spacing: float = 7.0
    """Between lines or dots, in millimeters."""

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The first page."""
        if self.pages > 0:
            yield Anchor("notes", book.word("notes"))

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow, the first page under a heading."""
        if self.pages > 0:
            head = book.part_heading("notes", "notes")
            rest = book.height - taken(head, book)
            first = self._page(book, rest)
            more = [replace(self._page(book, book.height), break_before=True)] * (self.pages - 1)
            yield book.flow((head, first, *more), book.word("notes"))

    def _page(self, book: Book, height: float) -> Block:
        step = book.theme.points(max(self.spacing, _LEAST))
        match self.pattern:
            case "lines":
                return lines(book.full_width, height, step)
            case "dots":
                return dots(book.full_width, height, step)
            case _:
                return lines(book.full_width, 0.0, step)
