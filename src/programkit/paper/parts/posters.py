"""The posters, by session and board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from programkit.outline.nodes import OutlinePoster
from programkit.paper.book import Book, abstract_anchor
from programkit.paper.parts.abstracts import body, byline, title_block
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow
from programkit.typeset.row import Inline


@dataclass(frozen=True)
class Posters:
    """Every poster with its board, authors and abstract."""

    name: ClassVar[str] = "posters"

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow; none where there are no posters."""
        if book.outline.posters:
            blocks = [block for poster in book.outline.posters for block in _poster(poster, book)]
            head = book.part_heading("posters", "posters")
            yield book.flow((head, *blocks), book.word("posters"))


def _poster(poster: OutlinePoster, book: Book) -> Iterator[Block]:
    title = title_block(poster, book)
    about = tuple(_head(poster, book))
    first, *rest = [heading(about, book.styles.entry, book.width), title] if about else [title]
    yield first.anchored(Anchor(abstract_anchor(poster.id), book.plain_title(poster), level=1))
    yield from rest
    yield from body(poster, book)


def _head(poster: OutlinePoster, book: Book) -> Iterator[Inline]:
    """The board, and whose poster it is."""
    names = list(byline(poster.speakers, book))
    if poster.board:
        yield Run(book.word("board", n=poster.board))
        yield from [Run("\u2002"), *names] if names else []
    else:
        yield from names
