"""The venue: how to get there, a map, and the rooms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.model.venue import Room
from programkit.paper.book import Book
from programkit.paper.images.logos import logo_file, logo_size
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, picture, row, text
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow

_MAP_SHARE = 0.62
"""How much of a page's height the map takes at most."""
_NAME_SHARE = 0.38
"""How much of the width the names of rooms take."""


@dataclass(frozen=True)
class Venue:
    """What the facts say of the venue."""

    name: ClassVar[str] = "venue"

    rooms: bool = True
    """Whether the rooms are listed with their seats and what they have."""

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The part; none where nothing is said of the venue."""
        if _told(book):
            yield Anchor("venue", book.word("venue"))

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow; none where neither a text nor a map is given."""
        if _told(book):
            head = book.part_heading("venue", "venue")
            words = text(book.outline.venue, book.styles.body, book.width)
            rooms = _rooms(book) if self.rooms else ()
            yield book.flow((head, *words, *_map(book), *rooms), book.word("venue"))


def _told(book: Book) -> bool:
    return bool(book.outline.venue or book.outline.venue_map)


def _map(book: Book) -> Iterator[Block]:
    if book.outline.venue_map:
        path = logo_file(book.outline.folder, book.outline.venue_map)
        width, height = logo_size(path, book.width, book.height * _MAP_SHARE)
        shown = picture(path, width, height, alt=book.word("map"), x=(book.width - width) / 2)
        line = book.styles.body.leading
        yield replace(shown, space_before=line / 2, space_after=line / 2, role="Figure")


def _rooms(book: Book) -> Iterator[Block]:
    """Rooms of which more than the name is known."""
    rooms = [room for room in book.outline.rooms if room.capacity or room.features]
    if rooms:
        yield replace(heading(book.word("rooms"), book.styles.day, book.width), role="H2")
        yield from (_room(room, book) for room in rooms)


def _room(room: Room, book: Book) -> Block:
    style = book.styles.row
    left = book.width * _NAME_SHARE
    gap = style.size
    seats = [book.word("seats", n=room.capacity)] if room.capacity else []
    told = ", ".join([*seats, *room.features])
    cells = (
        (0.0, left - gap, (Run(room.name, bold=True),), style),
        (left, book.width - left, (Run(told),), style),
    )
    return replace(row(cells, space_after=style.leading * 0.25), role="TR")
