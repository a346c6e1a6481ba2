"""The posters, by session and board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from programkit.outline.nodes import OutlinePoster, OutlineSession
from programkit.paper.abstract import body, byline, title_block
from programkit.paper.book import Book, abstract_anchor
from programkit.paper.wording import dated_span, place
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow
from programkit.typeset.row import Inline


@dataclass(frozen=True)
class Posters:
    """Every poster with its board, authors and abstract."""

    name: ClassVar[str] = "posters"

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The part, and all posters."""
        if book.outline.posters:
            yield Anchor("posters", book.word("posters"))
        yield from (_anchor(poster, book) for poster in book.outline.posters)

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow; none where there are no posters."""
        book = book.columned
        if book.outline.posters:
            head = book.part_heading("posters", "posters")
            yield book.flow((head, *_sessions(book)), book.word("posters"))


def _sessions(book: Book) -> Iterator[Block]:
    """Posters under the sessions that show them, if there is more than one."""
    items = [item for day in book.outline.days for item in day.items]
    everything = (*items, *book.outline.floating)
    sessions = {
        item.id: item for item in everything if isinstance(item, OutlineSession) and item.id
    }
    by_session = [
        (sessions.get(key), list(posters))
        for key, posters in groupby(book.outline.posters, key=lambda poster: poster.session)
    ]
    headed = sum(session is not None for session, _ in by_session) > 1
    for session, posters in by_session:
        if headed and session:
            yield from _session(session, book)
        elif headed:
            title = heading(book.word("no_session"), book.styles.day, book.width)
            yield replace(title, role="H2")
        for poster in posters:
            yield from _poster(poster, book, level=3 if headed else 2)


def _session(session: OutlineSession, book: Book) -> Iterator[Block]:
    title = heading(session.title or book.word("posters"), book.styles.day, book.width)
    yield replace(title, role="H2")
    about = filter(None, (dated_span(session.when, book), place(session.room, book)))
    yield heading(" · ".join(about), book.styles.small, book.width)


def _anchor(poster: OutlinePoster, book: Book) -> Anchor:
    return Anchor(abstract_anchor(poster.id), book.plain_title(poster), level=2)


def _poster(poster: OutlinePoster, book: Book, level: int) -> Iterator[Block]:
    title = title_block(poster, book, level=level)
    about = tuple(_head(poster, book))
    first, *rest = [heading(about, book.styles.entry, book.width), title] if about else [title]
    yield first.anchored(replace(_anchor(poster, book), level=1))
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
