"""A poster for each talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from programkit.outline.nodes import OutlineSession, OutlineTalk
from programkit.paper.book import Book
from programkit.paper.walls.entries import terms_to_come
from programkit.paper.walls.pages import WallPage, wall_book
from programkit.paper.walls.sheet import WallSheet
from programkit.paper.walls.talk import TalkPoster
from programkit.paper.walls.telling import over
from programkit.typeset.pages import Flow


@dataclass(frozen=True)
class TalkPosters:
    """A page for each talk that is still to come: when and where, title, speakers, abstract."""

    name: ClassVar[str] = "talk-posters"

    page: WallPage = "A4"
    """The page: A2, A3, A4, Letter, Tabloid, or width and height in millimeters."""
    talks: tuple[str, ...] = ()
    """Ids of the talks; none given means those of a series in terms that are not over, and of
    another conference those in plenary sessions."""

    def flows(self, book: Book) -> Iterable[Flow]:
        """A flow for each talk."""
        return (sheet.flow for sheet in self.sheets(book))

    def sheets(self, book: Book) -> Iterator[WallSheet]:
        """The posters, by time of the talks."""
        wall = wall_book(book, self.page)
        for talk in self._chosen(book):
            yield TalkPoster(wall, talk).sheet()

    def _chosen(self, book: Book) -> Iterator[OutlineTalk]:
        if self.talks:
            yield from (talk for talk in book.outline.talks if talk.id in self.talks)
            return
        series = book.outline.series
        asked = _plenary(book) if series is None else _to_come(book)
        for talk in book.outline.talks:
            if talk.id in asked and not over(talk, book):
                yield talk


def _to_come(book: Book) -> frozenset[str]:
    """The talks in terms that are not over."""
    days = {day for term in terms_to_come(book) for day in term.days}
    return frozenset(
        talk.id for talk in book.outline.talks if any(each.day in days for each in talk.occurrences)
    )


def _plenary(book: Book) -> frozenset[str]:
    """The talks that everybody may hear."""
    return frozenset(
        row.talk.id
        for day in book.outline.days
        if day.date is not None
        for item in day.items
        if isinstance(item, OutlineSession) and item.plenary
        for row in item.rows
        if row.talk is not None
    )
