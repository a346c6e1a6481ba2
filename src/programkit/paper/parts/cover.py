"""The cover: title, dates and place, and the hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.paper.book import Book
from programkit.paper.organizations import organizations
from programkit.text.formats import format_dates
from programkit.text.markup import inline
from programkit.typeset.blocks import Block, paragraph, rule
from programkit.typeset.marks import Anchor, Strip
from programkit.typeset.pages import Flow

_TITLE_SHARE, _HOSTS_SHARE = 1.0, 2.0
"""How the empty room of the cover is divided: above the title, and above the hosts."""
_EMPTY = Block((Strip(0.0),), fill_before=_HOSTS_SHARE, role="Artifact")
"""What stands in place of hosts, so that the title is above the middle without them, too."""
_TITLE_SIZES = (1.0, 0.85, 0.7, 0.6, 0.5)


@dataclass(frozen=True)
class Cover:
    """The cover; hosts without a logo are set in type."""

    name: ClassVar[str] = "cover"

    def flows(self, book: Book) -> Iterable[Flow]:
        """One page without a number; a long title is set smaller so that all fits on it."""
        below = list(_below(book))
        hosts = organizations(book.outline.hosts, book.word("hosted_by"), book, _HOSTS_SHARE)
        blocks = [*below, *(tuple(hosts) or (_EMPTY,))]
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
    return replace(block, fill_before=_TITLE_SHARE, role="H1")


def _below(book: Book) -> Iterator[Block]:
    """Subtitle, dates and place."""
    outline, styles = book.outline, book.styles
    if outline.subtitle:
        style = styles.cover_subtitle.replace(space_before=styles.body.leading)
        yield paragraph(inline(outline.subtitle), style, book.width)
    line = rule(book.width * 0.2, 1.2, color="accent", around=styles.body.leading * 1.5)
    yield replace(line, role="Artifact")
    if outline.first and outline.last:
        dates = format_dates(outline.first, outline.last, book.language)
        yield paragraph(dates, styles.cover_line, book.width)
    if outline.place:
        yield paragraph(outline.place, styles.cover_line, book.width)
