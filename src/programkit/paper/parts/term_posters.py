"""A poster for each term of a series."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from programkit.outline.nodes import OutlineTerm
from programkit.paper.book import Book
from programkit.paper.walls.entries import terms_to_come
from programkit.paper.walls.pages import WallPage, wall_book
from programkit.paper.walls.sheet import WallSheet
from programkit.paper.walls.term import TermPoster
from programkit.text.folding import slug
from programkit.typeset.pages import Flow

_LONGEST = 40  # characters of a term's name in that of its file


@dataclass(frozen=True)
class TermPosters:
    """A page for each term of a series that is not over: who speaks when.

    Where nobody says what day it is, that is the last term.
    """

    name: ClassVar[str] = "term-posters"

    page: WallPage = "A3"
    """The page: A2, A3, A4, Letter, Tabloid, or width and height in millimeters."""

    def flows(self, book: Book) -> Iterable[Flow]:
        """A flow for each term; none for a conference that is no series."""
        return (sheet.flow for sheet in self.sheets(book))

    def sheets(self, book: Book) -> Iterator[WallSheet]:
        """The posters, by first day of their term."""
        wall = wall_book(book, self.page)
        for name, term in _named(book):
            yield TermPoster(wall, term, name).sheet()


def _named(book: Book) -> Iterator[tuple[str, OutlineTerm]]:
    """The terms that are not over, and what their files are called."""
    told: set[str] = set()
    for term in terms_to_come(book):
        name = f"term-{slug(term.name)[:_LONGEST].strip('-') or term.first}"
        name = f"{name}-{term.first}" if name in told else name
        told.add(name)
        yield name, term
