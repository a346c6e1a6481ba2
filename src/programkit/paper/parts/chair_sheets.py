"""A sheet for each session's chair: who speaks when, and when to say that time is running out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import ClassVar

from programkit.model.base import Unknown
from programkit.outline.nodes import OutlinePoster, OutlineSession, OutlineTalk, Row
from programkit.paper.abstract import byline
from programkit.paper.book import Book, is_off
from programkit.paper.grids.gridshape import upright
from programkit.paper.ruling import lines
from programkit.paper.wording import dated_span, place
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, row
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow, PageShape
from programkit.typeset.row import Fill, Inline

_TIME_SHARE, _SIGNAL_SHARE = 0.13, 0.28  # of the text's width
_RULED_MM = 8.0  # between lines to write on
_LEAST_LINES = 2


@dataclass(frozen=True)
class ChairSheets:
    """A page for each session, to be handed to its chair."""

    name: ClassVar[str] = "chair-sheets"

    signals: tuple[int, ...] = (5, 1)
    """How many minutes before the end of a talk speakers are shown a sign."""
    chaired: bool = True
    """Whether only sessions that have or seek a chair get one."""

    def flows(self, book: Book) -> Iterable[Flow]:
        """A flow for each session, by time."""
        items = [item for day in book.outline.days for item in day.items]
        for item in (*items, *book.outline.floating):
            if isinstance(item, OutlineSession) and item.id and (item.chairs or not self.chaired):
                yield _Sheet(book, item, self.signals).flow()


@dataclass(frozen=True)
class _Sheet:
    """The sheet of one session."""

    book: Book
    session: OutlineSession
    signals: tuple[int, ...]

    def flow(self) -> Flow:
        """Its pages: one, unless the session has very many talks."""
        book = self.book
        blocks = [*self._head(), *self._rows()]
        gaps = sum(max(block.space_before, block.space_after) for block in blocks)
        notes = replace(
            heading(book.word("notes"), book.styles.entry.replace(bold=True), self.width),
            space_before=book.styles.body.leading,
        )
        room = book.height - sum(block.height for block in blocks) - gaps
        ruled = lines(
            self.width,
            room - notes.height - notes.space_before,
            book.theme.points(_RULED_MM),
        )
        step = book.theme.points(_RULED_MM)
        enough = ruled.height >= _LEAST_LINES * step
        flow = book.flow((*blocks, *((notes, ruled) if enough else ())), self._title)
        return replace(flow, shape=self.shape)

    @cached_property
    def shape(self) -> PageShape:
        """The page, from edge to edge: nothing on it is read line after line."""
        return upright(self.book)

    @property
    def width(self) -> float:
        """How wide it is between the margins, in points."""
        return self.shape.frames[0].width

    @property
    def _title(self) -> str:
        return self.session.plain_title or self.book.word("session")

    def _head(self) -> Iterator[Block]:
        book, session = self.book, self.session
        title = session.title or (Run(self._title),)
        label = heading(book.word("for_the_chair"), book.styles.cover_label, self.width)
        yield label.anchored(Anchor(f"chair-sheet/{session.id}", self._title))
        yield replace(
            heading(title, book.styles.part.replace(space_after=2.0), self.width), role="H1"
        )
        where = filter(None, (dated_span(session.when, book), place(session.room, book)))
        plain = book.styles.body.replace(align="left", space_after=0.0)
        yield heading(" · ".join(where), plain, self.width)
        style = book.styles.body.replace(align="left", space_after=book.styles.body.leading)
        if isinstance(session.chairs, Unknown):
            yield heading((Run(book.word("chair_tbd"), italic=True),), style, self.width)
        elif session.chairs:
            who = (Run(f"{book.word('chair')}: "), *byline(session.chairs, book))
            yield heading(who, style, self.width)

    def _rows(self) -> Iterator[Block]:
        for each in self.session.rows:
            yield self._row(each)
        for poster in self.session.posters:
            yield self._poster(poster)

    def _row(self, each: Row) -> Block:
        """The time; speakers, title, and room to write how names are said; the signals."""
        book = self.book
        words: list[Inline] = []
        if each.talk is None:
            words.append(Run(book.word("open_slot"), italic=True))
        else:
            words.extend(self._talk(each.talk))
        time = "" if each.when.start is None else book.clock(each.when.start)
        off = each.talk is None or is_off(each.talk)
        return self._cells(time, words, () if off else tuple(self._signals(each)))

    def _talk(self, talk: OutlineTalk) -> Iterator[Inline]:
        names = list(byline(talk.speakers, self.book))
        yield from names
        yield from (Run("\n", newline=True),) if names else ()
        yield from self.book.title(talk)
        if isinstance(talk.speakers, tuple) and talk.speakers and not is_off(talk):
            yield Run("\n", newline=True)
            yield Run(f"{self.book.word('pronunciation')} ", italic=True)
            yield Fill(" .")

    def _signals(self, each: Row) -> Iterator[Inline]:
        """When to show which sign; the end, and how long the talk lasts."""
        start, end = each.when.start, each.when.end
        if start is None or end is None:
            return
        minutes = int((end - start).total_seconds() // 60)
        for signal in sorted(set(self.signals), reverse=True):
            if 0 < signal < minutes:
                clock = self.book.clock(end - timedelta(minutes=signal))
                yield from self._sign(self.book.word("minutes_left", n=signal), clock)
        yield Run(f"{self.book.word('end')} ")
        yield Fill(" .")
        yield Run(f" {self.book.clock(end)}", bold=True)

    def _sign(self, label: str, clock: str) -> Iterator[Inline]:
        yield Run(f"{label} ")
        yield Fill(" .")
        yield Run(f" {clock}")
        yield Run("\n", newline=True)

    def _poster(self, poster: OutlinePoster) -> Block:
        names = list(byline(poster.speakers, self.book))
        between = [Run("\n", newline=True)] if names else []
        return self._cells(poster.board, [*names, *between, *self.book.title(poster)], ())

    def _cells(self, time: str, words: list[Inline], signals: tuple[Inline, ...]) -> Block:
        style = self.book.styles.row
        gap = style.size
        left = self.width * _TIME_SHARE
        right = self.width * (1 - _SIGNAL_SHARE) if signals else self.width + gap
        cells = [
            (0.0, left - gap / 2, (Run(time, bold=True),), style),
            (left, right - gap - left, words, style),
        ]
        if signals:
            cells.append((right, self.width - right, signals, style))
        made = row(cells, space_after=style.leading * 0.5)
        return replace(made, role="TR", space_before=style.leading * 0.5)
