"""The posters, by session and board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from programkit.outline.nodes import OutlinePoster
from programkit.paper.book import Book, abstract_anchor
from programkit.paper.parts.abstracts import body, byline
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
        if not book.outline.posters:
            return
        blocks = [book.part_heading("posters", "posters")]
        for poster in book.outline.posters:
            blocks.extend(_poster(poster, book))
        yield book.flow(blocks, book.word("posters"))


def _poster(poster: OutlinePoster, book: Book) -> Iterator[Block]:
    head = heading(tuple(_head(poster, book)), book.styles.entry, book.width)
    title = book.plain_title(poster)
    yield head.anchored(Anchor(abstract_anchor(poster.id), title, level=1))
    yield heading(book.title(poster), book.styles.title, book.width)
    yield from body(poster, book)


def _head(poster: OutlinePoster, book: Book) -> Iterator[Inline]:
    if poster.board:
        yield Run(f"{book.word('board')} {poster.board}")
        yield from byline(poster.speakers, book)
    else:
        runs = list(byline(poster.speakers, book))
        yield from runs[1:]
