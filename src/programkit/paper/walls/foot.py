"""The foot of a sheet: a code that leads to the web, the address, and whose sheet it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from programkit.model.venue import Organization
from programkit.paper.abstract import address
from programkit.paper.beside import beside
from programkit.paper.book import Book
from programkit.paper.images.logos import logo_file, logo_size
from programkit.paper.organizations import in_rows
from programkit.paper.walls.pages import Type, qr_size, unit
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, paragraph, picture, rule
from programkit.typeset.row import Inline

_SIZE = 0.95  # of ordinary text
_GAP = 1.6  # times the type size: beside the code, and between logos
_LOGO = 3.4  # lines: how high a logo is at most
_WIDEST = 14.0  # times the type size: how wide it is at most


def foot(
    lines: Sequence[Sequence[Inline]], url: str, book: Book, *, fill: float = 1.0
) -> Iterator[Block]:
    """The lowest part of a sheet; nothing where there is nothing to say.

    Args:
        lines: What is said, a paragraph each.
        url: Where the code leads; empty means that there is none.
        book: The booklet, in the page of the sheet.
        fill: Its share of the room that is left on the page, which goes above it.
    """
    type_ = Type(book, unit(book) * _SIZE)
    style = type_.style(space_after=type_.size * 0.35)
    gap = type_.size * _GAP
    left = qr_size(book) + gap if url else 0.0
    width = book.width - left
    told = [paragraph(line, style, width) for line in (*_address(url), *lines, *_named(book))]
    told += _logos(book, type_, width)
    if not (url or told):
        return
    line = rule(book.width, type_.size * 0.08, around=type_.size)
    yield replace(line, fill_before=fill, keep_with_next=True)
    yield from beside([(0.0, [code(url, book)]), (left, told)] if url else [(0.0, told)])


def code(url: str, book: Book, size: float = 0.0) -> Block:
    """A QR code.

    Args:
        url: Where it leads.
        book: The booklet, in the page of the sheet.
        size: How wide it is, in points; none given means as is usual on this page.
    """
    alt = book.word("qr_to", address=address(url))
    return book.code(url, size or qr_size(book), alt=alt)


def _address(url: str) -> Iterator[Sequence[Inline]]:
    if url:
        yield (Run(address(url), bold=True, link=url),)


def _named(book: Book) -> Iterator[Sequence[Inline]]:
    """Hosts and sponsors without a logo, by name."""
    outline = book.outline
    for key, organizations in (("hosted_by", outline.hosts), ("sponsors", outline.sponsors)):
        names = [" ".join(each.name.split()) for each in organizations if not each.logo]
        if names:
            yield (Run(f"{book.word(key)}: {', '.join(names)}"),)


def _logos(book: Book, type_: Type, width: float) -> Iterator[Block]:
    """The logos of hosts and sponsors in rows."""
    drawn = (each for each in (*book.outline.hosts, *book.outline.sponsors) if each.logo)
    cells = [(_logo(each, book, type_),) for each in drawn]
    return in_rows(cells, width, type_.size * _GAP)


def _logo(of: Organization, book: Book, type_: Type) -> Block:
    path = logo_file(book.outline.folder, of.logo)
    width, height = logo_size(path, type_.size * _WIDEST, type_.style().leading * _LOGO)
    logo = picture(path, width, height, alt=" ".join(of.name.split()))
    return replace(logo, space_before=type_.size * 0.5, space_after=type_.size * 0.5)
