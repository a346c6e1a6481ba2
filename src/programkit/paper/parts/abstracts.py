"""The abstracts, by day, session, speaker, title or track."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.paper.abstract import abstract_heading, abstract_of, shown
from programkit.paper.book import Book
from programkit.paper.grouping import Group, Order, groups, terms_by_first_day
from programkit.typeset.blocks import Block, heading
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow

_EM_DASH = " — "


@dataclass(frozen=True)
class Abstracts:
    """Every talk that has, or may still get, an abstract."""

    name: ClassVar[str] = "abstracts"

    order: Order = "day"
    """What they are grouped and sorted by."""

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The part, its groups and all talks."""
        found = self._groups(book)
        if found:
            yield _part(book)
        for group in found:
            yield from _anchors(group)
            yield from (abstract_heading(talk, book) for talk in group.talks)

    def flows(self, book: Book) -> Iterable[Flow]:
        """A flow for each day, or one for all: in another order, and where a day is one talk."""
        book, found = book.columned, self._groups(book)
        if self.order == "day" and book.theme.day_pages and book.outline.series is None:
            return self._days(found, book)
        return self._whole(found, book) if found else ()

    def _groups(self, book: Book) -> list[Group]:
        found = groups(self.order, [talk for talk in book.outline.talks if shown(talk)], book)
        return [group for group in found if group.talks]

    def _days(self, days: list[Group], book: Book) -> Iterator[Flow]:
        for number, day in enumerate(days):
            title = f"{book.word('abstracts')}{_EM_DASH}{day.title}"
            head = replace(heading(title, book.styles.part, book.full_width), role="H1")
            part = () if number else (_part(book),)
            head = head.anchored(*part, *_anchors(day))
            yield book.flow((head, *self._blocks(day, book)), title)

    def _whole(self, found: list[Group], book: Book) -> Iterator[Flow]:
        blocks = [book.part_heading("abstracts", "abstracts")]
        for group in found:
            blocks.extend(_head(group, book))
            blocks.extend(self._blocks(group, book))
        yield book.flow(blocks, book.word("abstracts"))

    def _blocks(self, group: Group, book: Book) -> Iterator[Block]:
        dated = self.order not in {"day", "session"} or bool(terms_by_first_day(book))
        level = 3 if self.order in {"session", "track"} else 2
        for talk in group.talks:
            yield from abstract_of(talk, book, dated=dated, level=level)


def _part(book: Book) -> Anchor:
    return Anchor("abstracts", book.word("abstracts"))


def _anchors(group: Group) -> tuple[Anchor, ...]:
    return (Anchor(f"abstracts/{group.key}", group.title, level=1),) if group.title else ()


def _head(group: Group, book: Book) -> Iterator[Block]:
    """The heading of a session or track, and below it what else is to be known."""
    if group.title:
        title = heading(group.title, book.styles.day, book.width)
        yield replace(title, role="H2").anchored(*_anchors(group))
    if group.about:
        yield heading(group.about, book.styles.small, book.width)
