"""A poster for each talk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from programkit.outline.nodes import OutlineSession, OutlineTalk
from programkit.paper.book import Book
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
    """Ids of the talks; none given means all of a series that have a date, and of another
    conference those in plenary sessions."""

    def flows(self, book: Book) -> Iterable[Flow]:
        """A flow for each talk."""
        return (sheet.flow for sheet in self.sheets(book))

    def sheets(self, book: Book) -> Iterator[WallSheet]:
        """The posters, by time of the talks."""
        wall = wall_book(book, self.page)
        for talk in self._chosen(book):
            yield TalkPoster(wall, talk).sheet()

    def _chosen(self, book: Book) -> Iterator[OutlineTalk]:
        plenary = _plenary(book)
        for talk in book.outline.talks:
            if self.talks:
                chosen = talk.id in self.talks
            else:
                dated = any(each.when.start and each.when.dated for each in talk.occurrences)
                asked = book.outline.series is not None or talk.id in plenary
                chosen = dated and asked and not over(talk, book)
            if chosen:
                yield talk


def _plenary(book: Book) -> frozenset[str]:
    """The talks that everybody may hear."""
    return frozenset(
        row.talk.id
        for day in book.outline.days
        for item in day.items
        if isinstance(item, OutlineSession) and item.plenary
        for row in item.rows
        if row.talk is not None
    )
