"""The cover: title, dates and place, and the hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.model.venue import Organization
from programkit.paper.book import Book
from programkit.paper.logos import logo_file, logo_size
from programkit.text.formats import format_dates
from programkit.text.markup import Run, inline
from programkit.typeset.blocks import Block, paragraph, picture, rule
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow

_TITLE_SHARE, _HOSTS_SHARE = 1.0, 2.0
"""How the empty room of the cover is divided: above the title, and above the hosts."""
_TITLE_SIZES = (1.0, 0.85, 0.7, 0.6, 0.5)
_LOGO_LINES = 3.2
"""How high a logo is at most, in lines of running text."""


@dataclass(frozen=True)
class Cover:
    """The cover; hosts without a logo are set in type."""

    name: ClassVar[str] = "cover"

    def flows(self, book: Book) -> Iterable[Flow]:
        """One page without a number; a long title is set smaller so that all fits on it."""
        below = list(_below(book))
        hosts = organizations(book.outline.hosts, book.word("hosted_by"), book, _HOSTS_SHARE)
        blocks = [*below, *hosts]
        rest = sum(block.height + block.space_before + block.space_after for block in blocks)
        titles = (_title(book, size) for size in _TITLE_SIZES)
        fitting = (title for title in titles if title.height + rest <= book.height)
        title = next(fitting, _title(book, _TITLE_SIZES[-1]))
        yield book.cover((title, *blocks))


def _title(book: Book, size: float) -> Block:
    """The title in a share of its usual size."""
    style = book.styles.cover_title
    style = style.replace(size=style.size * size, leading=style.leading * size)
    block = paragraph(inline(book.outline.title), style, book.width)
    block = block.anchored(Anchor("cover", book.outline.plain_title))
    return replace(block, fill_before=_TITLE_SHARE)


def _below(book: Book) -> Iterator[Block]:
    """Subtitle, dates and place."""
    outline, styles = book.outline, book.styles
    if outline.subtitle:
        style = styles.cover_subtitle.replace(space_before=styles.body.leading)
        yield paragraph(inline(outline.subtitle), style, book.width)
    yield rule(book.width * 0.2, 1.2, color="accent", around=styles.body.leading * 1.5)
    if outline.first and outline.last:
        dates = format_dates(outline.first, outline.last, book.language)
        yield paragraph(dates, styles.cover_line, book.width)
    if outline.place:
        yield paragraph(outline.place, styles.cover_line, book.width)


def organizations(
    names: Iterable[Organization], label: str, book: Book, fill_before: float = 0.0
) -> Iterator[Block]:
    """Hosts or sponsors under what they are called, each by its logo or set in type.

    Args:
        names: The organizations; if there are none, nothing is printed.
        label: What they are called.
        book: The booklet.
        fill_before: Their share of the room left on the page, which goes above them.
    """
    blocks = [_organization(each, book) for each in names]
    if blocks:
        head = paragraph(label, book.styles.cover_label, book.width)
        yield replace(head, fill_before=fill_before, keep_with_next=True)
        yield from blocks


def _organization(host: Organization, book: Book) -> Block:
    style = book.styles.cover_host
    if not host.logo:
        return replace(paragraph(tuple(_lines(host)), style, book.width), keep_together=True)
    path = logo_file(book.outline.folder, host.logo)
    width, height = logo_size(path, book.width / 2, _LOGO_LINES * style.leading)
    alt = " ".join(host.name.split())
    return replace(picture(path, width, height, alt=alt), space_after=style.space_after)


def _lines(host: Organization) -> Iterator[Run]:
    """The name in bold; a further line steps back unless it goes on in a small letter."""
    for number, line in enumerate(host.name.splitlines()):
        if number:
            yield Run("\n", newline=True)
        yield Run(line, bold=not number or line[:1].islower())
    if host.kind:
        yield Run(f" · {host.kind}", italic=True)
