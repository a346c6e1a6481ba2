"""A sign for the door of each room on each day, in large type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from programkit.model.venue import Room
from programkit.outline.nodes import OutlineDay, OutlineSession
from programkit.paper.book import Book
from programkit.paper.doorsign import Detail, DoorSign
from programkit.paper.walls.pages import WallPage, wall_book
from programkit.typeset.pages import Flow


@dataclass(frozen=True)
class DoorSigns:
    """A page for each room and day: what happens there, and when."""

    name: ClassVar[str] = "door-signs"

    detail: Literal["titles", "speakers", "sessions"] = "titles"
    """The most that is said: talks with their titles, their speakers alone, or only sessions.

    Less is said where the type would be too small to be read from afar.
    """
    page: WallPage | None = None
    """The page: A2, A3, A4, Letter, Tabloid, or width and height in millimeters; none given means
    that of the booklet."""

    def flows(self, book: Book) -> Iterable[Flow]:
        """A flow for each sign, without page numbers."""
        book = book if self.page is None else wall_book(book, self.page)
        details: tuple[Detail, ...] = ("titles", "speakers", "sessions")
        for day, room, sessions in _signs(book):
            sign = DoorSign(book, day, room)
            yield sign.flow(sessions, details[details.index(self.detail) :])


def _signs(book: Book) -> Iterator[tuple[OutlineDay, Room, Sequence[OutlineSession]]]:
    """The rooms in use on each day, with their sessions."""
    for day in book.outline.days:
        found = [item for item in day.items if isinstance(item, OutlineSession)]
        for room in book.outline.rooms:
            sessions = [session for session in found if session.room == room]
            if sessions:
                yield day, room, sessions
