"""What stands before the agenda: words of welcome, how to join online, sponsors, whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.model.venue import Contact, Room
from programkit.outline.wording import joining_text
from programkit.paper.abstract import address
from programkit.paper.book import Book
from programkit.paper.organizations import organizations
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, paragraph, text
from programkit.typeset.pages import Flow
from programkit.typeset.row import Inline

_QR_MM = 20.0
"""Width of the QR code that leads to the web page; what phones read at arm's length."""


@dataclass(frozen=True)
class Welcome:
    """Welcome, online rooms, sponsors and contacts, at the back of the cover."""

    name: ClassVar[str] = "welcome"

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow; none where nothing of this is known."""
        welcome = text(book.outline.welcome, book.styles.body, book.width)
        sponsors = list(_sponsors(book))
        contacts = _contacts(book, sponsored=bool(sponsors))
        blocks = [*welcome, *_rooms(book), *sponsors, *contacts]
        if blocks:
            yield book.flow(blocks, book.outline.plain_title)


def _rooms(book: Book) -> Iterator[Block]:
    """How to join what can be joined online."""
    language = book.outline.language
    rooms = [room for room in book.outline.rooms if joining_text(room, language)]
    for number, room in enumerate(rooms):
        block = paragraph(tuple(_room(room, book)), book.styles.small, book.width)
        yield block if number else replace(block, space_before=book.styles.body.leading)


def _room(room: Room, book: Book) -> Iterator[Inline]:
    yield Run(f"{room.name} · {book.word('online')}: ")
    if room.link:
        yield Run(address(room.link), link=room.link)
        yield Run(" " if room.how_to_join else "")
        yield Run(" ".join(room.how_to_join.split()))
    else:
        yield Run(joining_text(room, book.outline.language))


def _sponsors(book: Book) -> Iterator[Block]:
    """The sponsors, unless they have a part of their own."""
    if "sponsors" in book.parts:
        return iter(())
    return organizations(book.outline.sponsors, book.word("sponsors"), book, fill_before=1.0)


def _contacts(book: Book, *, sponsored: bool) -> Iterator[Block]:
    """The web page, and whom to ask, at the foot of the page."""
    outline, styles = book.outline, book.styles
    lines = [tuple(_contact(contact)) for contact in outline.contacts]
    if outline.url:
        lines.append((Run(address(outline.url), link=outline.url),))
    room = styles.body.leading
    if lines:
        head = paragraph(book.word("contact"), styles.cover_label, book.width)
        foot = 0.0 if sponsored else 1.0
        yield replace(head, fill_before=foot, space_before=room, keep_with_next=True)
    for line in lines:
        yield paragraph(line, styles.contact, book.width)
    if outline.site and book.theme.qr == "welcome":
        code = book.code(outline.site, book.theme.points(_QR_MM))
        yield replace(code, space_before=room / 2)


def _contact(contact: Contact) -> Iterator[Inline]:
    yield Run(contact.name)
    if contact.email:
        yield Run(" · ")
        yield Run(contact.email, link=f"mailto:{contact.email}")
    if contact.phone:
        yield Run(f" · {contact.phone}")
