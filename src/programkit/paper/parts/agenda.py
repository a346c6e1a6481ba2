"""The agenda: every day with its times, titles, speakers and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.outline.nodes import (
    OutlineBreak,
    OutlineDay,
    OutlineItem,
    OutlineMarker,
    OutlineSession,
    OutlineTalk,
    Row,
)
from programkit.paper.book import Book, abstract_anchor, agenda_anchor
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph, row
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow
from programkit.typeset.row import Inline, PageRef
from programkit.typeset.style import ParagraphStyle

_TIME, _SPEAKER, _PAGE = 0.155, 0.27, 0.06
"""Columns of the agenda, as shares of the text's width; the title has the rest."""
_GUTTER = 6.0


@dataclass(frozen=True)
class Agenda:
    """Days one after the other; titles lead to their abstracts."""

    name: ClassVar[str] = "agenda"

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow for all days."""
        if not book.outline.days and not book.outline.floating:
            return
        title = book.word("agenda")
        blocks = [book.part_heading("agenda", "agenda")]
        seen: set[str] = set()
        for day in book.outline.days:
            blocks.extend(_day(day, book, seen))
        if book.outline.floating:
            blocks.append(heading(book.word("date_tbd"), book.styles.day, book.width))
            blocks.extend(b for s in book.outline.floating for b in _item(s, book, seen))
        yield book.flow(blocks, title, recto=True)


def _day(day: OutlineDay, book: Book, seen: set[str]) -> Iterator[Block]:
    name = book.day(day)
    title = heading(name, book.styles.day, book.width)
    yield title.anchored(Anchor(f"agenda-day/{day.id}", name, level=1))
    for item in day.items:
        yield from _item(item, book, seen)


def _item(item: OutlineItem, book: Book, seen: set[str]) -> Iterator[Block]:
    match item:
        case OutlineSession():
            yield from _session(item, book, seen)
        case OutlineBreak():
            yield _pause(item, book, item.place)
        case OutlineMarker():
            yield _pause(item, book, "")


def _session(session: OutlineSession, book: Book, seen: set[str]) -> Iterator[Block]:
    about = tuple(_about(session, book))
    if about:
        yield heading(about, book.styles.session, book.width)
    for line in session.rows:
        yield _talk(line, book, seen)
    if session.posters:
        yield paragraph(_posters(session, book), book.styles.small, book.width)


def _about(session: OutlineSession, book: Book) -> Iterator[Inline]:
    """The session's title, room and chairs, as far as it has any."""
    yield from session.title
    details = []
    if session.title and not session.rows and session.when.start:
        details.append(book.span(session.when))
    if isinstance(session.room, Unknown):
        details.append(book.word("room_tbd"))
    elif session.room is not None and len(book.outline.rooms) > 1:
        details.append(session.room.name)
    if session.chairs:
        details.append(f"{book.word('chair')}: {book.names(session.chairs)}")
    if details:
        text = " · ".join(details)
        yield Run(f" · {text}" if session.title else text, bold=False, italic=True)


def _posters(session: OutlineSession, book: Book) -> Iterator[Inline]:
    yield Run(f"{book.word('posters')}: ")
    for number, poster in enumerate(session.posters):
        label = f"{poster.board} " if poster.board else ""
        separator = "; " if number else ""
        link = f"#{abstract_anchor(poster.id)}"
        yield Run(separator)
        yield Run(f"{label}{book.plain_title(poster)}", link=link)


def _talk(line: Row, book: Book, seen: set[str]) -> Block:
    talk = line.talk
    if talk is None:
        return _row(book, book.start(line.when), (Run(book.word("open_slot"), italic=True),))
    block = _row(
        book,
        book.start(line.when),
        tuple(_title(talk, line.part, book)),
        book.names(talk.speakers),
        (PageRef(abstract_anchor(talk.id)),),
    )
    if talk.id in seen:
        return block
    seen.add(talk.id)
    return block.anchored(Anchor(agenda_anchor(talk.id)))


def _title(talk: OutlineTalk, part: int, book: Book) -> Iterator[Inline]:
    link = f"#{abstract_anchor(talk.id)}"
    for run in book.title(talk):
        yield replace(run, link=run.link or link)
    total = max((o.parts for o in talk.occurrences), default=1)
    if total > 1:
        key = "repeat" if talk.repeated else "part_of"
        yield Run(f" ({book.word(key, n=part, total=total)})")
    if talk.state in {State.CANCELLED, State.TENTATIVE}:
        yield Run(f" ({book.word(talk.state.value)})", italic=True)


def _pause(item: OutlineBreak | OutlineMarker, book: Book, place: str) -> Block:
    title = f"{item.title}, {place}" if place else item.title
    return _row(book, book.start(item.when), (Run(title, italic=True),))


def _row(
    book: Book,
    time: str,
    title: Iterable[Inline],
    speakers: str = "",
    page: Iterable[Inline] = (),
) -> Block:
    """Time, title, speakers and page side by side."""
    width, styles = book.width, book.styles
    left, right, last = width * _TIME, width * _SPEAKER, width * _PAGE
    middle = width - left - (right + last + _GUTTER if speakers else 0.0)
    cells: list[tuple[float, float, Iterable[Inline] | str, ParagraphStyle]] = [
        (0.0, left - _GUTTER, time, styles.time),
        (left, middle, title, styles.row),
    ]
    if speakers:
        x = left + middle + _GUTTER
        cells.append((x, right - _GUTTER, speakers, styles.speaker))
        cells.append((width - last, last, tuple(page), styles.page))
    return row(cells, space_after=styles.row.leading * 0.22)
