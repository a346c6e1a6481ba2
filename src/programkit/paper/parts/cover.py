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
_LOGO_HEIGHT = 42.0


@dataclass(frozen=True)
class Cover:
    """The cover; hosts without a logo are set in type."""

    name: ClassVar[str] = "cover"

    def flows(self, book: Book) -> Iterable[Flow]:
        """One page without a number."""
        title = replace(self._title(book), fill_before=_TITLE_SHARE)
        title = title.anchored(Anchor("cover", book.outline.plain_title))
        blocks = [title, *self._below(book), *self._hosts(book)]
        yield book.flow(blocks, book.outline.plain_title, numbered=False)

    def _title(self, book: Book) -> Block:
        return paragraph(inline(book.outline.title), book.styles.cover_title, book.width)

    def _below(self, book: Book) -> Iterator[Block]:
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

    def _hosts(self, book: Book) -> Iterator[Block]:
        for number, host in enumerate(book.outline.hosts):
            block = _host(host, book)
            yield block if number else replace(block, fill_before=_HOSTS_SHARE)


def _host(host: Organization, book: Book) -> Block:
    if host.logo:
        path = logo_file(book.outline.folder, host.logo)
        width, height = logo_size(path, book.width / 2, _LOGO_HEIGHT)
        block = picture(path, width, height, alt=host.name)
        return replace(block, space_after=book.styles.cover_host.space_after)
    return paragraph(tuple(_lines(host)), book.styles.cover_host, book.width)


def _lines(host: Organization) -> Iterator[Run]:
    """The name in type; what follows a line break is smaller in weight, not in size."""
    for number, line in enumerate(host.name.splitlines()):
        if number:
            yield Run("\n", newline=True)
        yield Run(line, bold=not number)
