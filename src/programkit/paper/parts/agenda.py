"""The agenda: every day with its times, titles, speakers and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.outline.nodes import (
    OutlineBreak,
    OutlineDay,
    OutlineItem,
    OutlineMarker,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
    OutlineTerm,
    OutlineTrack,
    Row,
)
from programkit.paper.book import Book, abstract_anchor, agenda_anchor, is_off
from programkit.paper.grouping import terms_by_first_day
from programkit.paper.guides import day_anchor, term_anchor
from programkit.paper.parallel import Stretch, stretches
from programkit.paper.places import session_anchor
from programkit.paper.table import Table
from programkit.paper.wording import chairs, place
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph, rule
from programkit.typeset.marks import Anchor, Strip
from programkit.typeset.pages import Flow
from programkit.typeset.row import Inline, PageRef

_INSIDE_SESSION, _INSIDE_DAY = 0.5, 0.4
"""How much empty page, as a share of it, is better than a break inside a session, and a day."""


@dataclass(frozen=True)
class Agenda:
    """Days one after the other; titles lead to their abstracts."""

    name: ClassVar[str] = "agenda"

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The part and its days; of a series that goes over several terms, those above them."""
        if book.outline.days or book.outline.floating:
            yield Anchor("agenda", book.word("agenda"))
        terms = terms_by_first_day(book)
        for day in book.outline.days:
            if term := terms.get(day.id):
                yield _term_anchor(term, day)
            yield _day_anchor(day, book, 2 if terms else 1)

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow for all days, beginning on a right-hand page."""
        if book.outline.days or book.outline.floating:
            blocks = (book.part_heading("agenda", "agenda"), *_Writer(book).blocks())
            yield book.flow(blocks, book.word("agenda"), recto=True)


def _day_anchor(day: OutlineDay, book: Book, level: int) -> Anchor:
    return Anchor(day_anchor(day.id), book.day(day), level=level)


def _term_anchor(term: OutlineTerm, first: OutlineDay) -> Anchor:
    return Anchor(term_anchor(first.id), term.name, level=1)


class _Writer:
    """Writes the agenda from its first day to its last."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.styles = book.styles
        self.table = Table.of(book)
        self.terms = terms_by_first_day(book)
        self.room = ""  # the last one named under the day's heading

    def blocks(self) -> Iterator[Block]:
        """The days, and what has none."""
        outline, book = self.book.outline, self.book
        if any(room.online for room in outline.rooms) and isinstance(outline.timezone, str):
            zone = book.word("time_zone", zone=outline.timezone)
            yield paragraph(zone, self.styles.small, book.width)
        for day in outline.days:
            yield from self._day(day)
        if outline.floating:
            self.room = ""
            yield self._heading(book.word("date_tbd")).anchored(Anchor(day_anchor("")))
            for session in outline.floating:
                yield from self._session(session)

    def _day(self, day: OutlineDay) -> Iterator[Block]:
        self.room = ""
        if term := self.terms.get(day.id):
            yield from self._term(_term_anchor(term, day))
        anchor = _day_anchor(day, self.book, 2 if self.terms else 1)
        title = replace(self._heading(anchor.title), role="H3" if self.terms else "H2")
        yield title.anchored(anchor)
        blocks = [block for part in stretches(day.items) for block in self._stretch(part)]
        yield from blocks[:-1]
        if blocks:
            yield replace(blocks[-1], break_cost=0.0)

    def _term(self, anchor: Anchor) -> Iterator[Block]:
        """The heading of a term, below a line across the text."""
        style, line = self.styles.day.replace(color="accent"), rule(self.book.width)
        name = replace(heading(anchor.title, style, self.book.width), role="H2")
        strips = (*line.strips, Strip(style.leading * 0.2), *name.strips)
        above = style.space_before * 1.5
        yield replace(name, strips=strips, space_before=above).anchored(anchor)

    def _heading(self, name: str) -> Block:
        return replace(heading(name, self.styles.day, self.book.width), role="H2")

    def _stretch(self, stretch: Stretch) -> Iterator[Block]:
        """Sessions in parallel stand between two lines, under the time that they share."""
        if stretch.when is None:
            for item in stretch.items:
                yield from self._item(item)
            return
        line = self.styles.row.leading
        thin = rule(self.book.width, around=line * 0.5)
        yield replace(thin, keep_with_next=True, space_after=line * 0.1, role="Artifact")
        text = f"{self.book.span(stretch.when)} · {self.book.word('parallel')}"
        yield heading(text, self.styles.parallel, self.book.width)
        blocks = [block for item in stretch.items for block in self._apart(item)]
        *before, last = blocks
        yield from before
        strips = (*last.strips, Strip(line * 0.5), *thin.strips)
        yield replace(last, strips=strips, space_after=line * 0.5)

    def _apart(self, item: OutlineItem) -> Iterator[Block]:
        """An item whose room is named whatever stands before and after it."""
        self.room = ""
        yield from self._item(item)
        self.room = ""

    def _item(self, item: OutlineItem) -> Iterator[Block]:
        match item:
            case OutlineSession():
                yield from self._session(item)
            case OutlineBreak():
                yield self._pause(item, f"{item.title}, {item.place}" if item.place else item.title)
            case OutlineMarker():
                yield self._pause(item, item.title)

    def _pause(self, item: OutlineBreak | OutlineMarker, text: str) -> Block:
        block = self.table.row(self._time(item), (Run(text, italic=True), *self._untimed(item)))
        return replace(block, break_cost=self.book.height * _INSIDE_DAY)

    def _session(self, session: OutlineSession) -> Iterator[Block]:
        blocks = [*self._head(session), *self._rows(session), *self._posters(session)]
        if session.id and blocks:
            blocks[0] = blocks[0].anchored(Anchor(session_anchor(session.id)))
        cost = self.book.height * _INSIDE_SESSION
        yield from (replace(block, break_cost=cost) for block in blocks[:-1])
        yield from (replace(b, break_cost=self.book.height * _INSIDE_DAY) for b in blocks[-1:])

    def _head(self, session: OutlineSession) -> Iterator[Block]:
        """Title, room, track and chairs, as far as there are any and they are news."""
        about = tuple(self._about(session))
        if not session.rows:
            title = about or (Run(self.book.word("session")),)
            block = self.table.row(self._time(session), (*title, *self._untimed(session)))
            gap = self.styles.session.space_before if session.posters else 0.0
            yield replace(block, keep_with_next=bool(session.posters), space_before=gap)
        elif about:
            yield replace(self.table.heading(about, self.styles.session), role="H3")

    def _about(self, session: OutlineSession) -> Iterator[Inline]:
        details = list(self._details(session))
        room = place(session.room, self.book)
        if session.title:
            yield from (replace(run, bold=True) for run in session.title)
            details = [room, *details] if room else details
        elif room and (details or room != self.room):
            yield Run(room, bold=True)
        self.room = room
        for number, detail in enumerate(details):
            yield Run(f" · {detail}" if number or room or session.title else detail)

    def _details(self, session: OutlineSession) -> Iterator[str]:
        if session.plenary and self.book.has_rooms:
            yield self.book.word("plenary")
        track = session.track
        if isinstance(track, OutlineTrack) and track.name != session.plain_title:
            yield track.name
        if who := chairs(session, self.book):
            yield who

    def _rows(self, session: OutlineSession) -> Iterator[Block]:
        for row in session.rows:
            yield self._open(row) if row.talk is None else self._talk(row, row.talk)

    def _open(self, row: Row) -> Block:
        text = Run(self.book.word("open_slot"), italic=True)
        return self.table.row(self._time(row), (text, *self._untimed(row)), muted=True)

    def _talk(self, row: Row, talk: OutlineTalk) -> Block:
        block = self.table.row(
            self._time(row),
            (*self._title(talk, row.part), *self._untimed(row)),
            talk.speakers,
            (PageRef(abstract_anchor(talk.id)),),
            muted=is_off(talk),
        )
        return block.anchored(Anchor(agenda_anchor(talk.id, row.part)))

    def _title(self, talk: OutlineTalk, part: int) -> Iterator[Run]:
        yield from self._linked(talk)
        total = max((occurrence.parts for occurrence in talk.occurrences), default=1)
        if total > 1 and not talk.repeated:
            yield Run(f" ({self.book.word('part_of', n=part, total=total)})")
        elif part > 1:
            yield Run(f" ({self.book.word('repeat')})")

    def _linked(self, of: OutlineTalk | OutlinePoster) -> Iterator[Run]:
        link = f"#{abstract_anchor(of.id)}"
        return (replace(run, link=run.link or link) for run in self.book.title(of))

    def _posters(self, session: OutlineSession) -> Iterator[Block]:
        """Posters with the numbers of their boards where talks have their times."""
        for poster in session.posters:
            block = self.table.row(
                (Run(poster.board),),
                tuple(self._linked(poster)),
                poster.speakers,
                (PageRef(abstract_anchor(poster.id)),),
                muted=is_off(poster),
            )
            yield block.anchored(Anchor(agenda_anchor(poster.id)))

    def _time(self, item: OutlineItem | Row) -> tuple[Run, ...]:
        start = item.when.start
        return () if start is None else (Run(self.book.clock(start), bold=True),)

    def _untimed(self, item: OutlineItem | Row) -> Iterator[Run]:
        """What stands in a row instead of its time."""
        if item.when.start is None:
            yield Run(f" ({self.book.word('time_tbd')})", italic=True)
