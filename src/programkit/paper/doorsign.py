"""One sign for a door: a room, a day, and what happens there, in type as large as fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from programkit.model.venue import Room
from programkit.outline.addresses import PAGE, key, site_address
from programkit.outline.nodes import OutlineDay, OutlineSession, OutlineTrack, Row
from programkit.outline.wording import state_text
from programkit.paper.abstract import address
from programkit.paper.book import Book
from programkit.paper.grids.gridshape import upright
from programkit.paper.walls.fitting import fitting, height_of
from programkit.paper.walls.foot import code as qr_code
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, paragraph, row, rule
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow, PageShape
from programkit.typeset.row import Inline
from programkit.typeset.style import ParagraphStyle

Detail = Literal["titles", "speakers", "sessions"]
"""What is said of sessions: their talks with titles, their speakers, or nothing more."""

_NAME_SIZES = (5.0, 4.0, 3.2, 2.6, 2.0, 1.6)
_NAME_SHARE = 0.3  # of the page's height, at most
_DATE_SIZE = 1.7
_FAR_SIZES = (2.2, 2.05, 1.9, 1.75, 1.6, 1.5, 1.4, 1.3, 1.25)
_NEAR_SIZES = (1.1, 1.0, 0.95, 0.85, 0.8)
"""Type sizes to try, as multiples of running text: those that can be read from afar first."""
_LEADING = 1.18
_QR_MM = 22.0


@dataclass(frozen=True)
class DoorSign:
    """The sign of one room on one day."""

    book: Book
    day: OutlineDay
    room: Room

    def flow(self, sessions: Sequence[OutlineSession], details: Sequence[Detail]) -> Flow:
        """Its pages: one, unless very much happens.

        Args:
            sessions: What happens in the room on the day, by time.
            details: How much may be said, the most first.
        """
        head, foot = list(self._head()), list(self._foot())
        room = self.book.height - height_of((*head, *foot))
        tries = [(detail, size) for detail in details for size in _sizes(detail, details)]
        made = (fitting(self._sessions(sessions, *each), room) for each in tries)
        rows = next(filter(None, made), None)
        if rows is None:
            rows = [*self._sessions(sessions, details[-1], _NEAR_SIZES[-1])]
        flow = self.book.flow((*head, *rows, *foot), self.room.name, numbered=False)
        return replace(flow, shape=self.shape)

    @cached_property
    def shape(self) -> PageShape:
        """The page, on which large lines may be long."""
        return upright(self.book)

    @property
    def width(self) -> float:
        """How wide it is between the margins, in points."""
        return self.shape.frames[0].width

    def _style(self, size: float) -> ParagraphStyle:
        points = self.book.styles.body.size * size
        return self.book.styles.row.replace(size=points, leading=points * _LEADING)

    def _head(self) -> Iterator[Block]:
        """The room, as large as its longest word lets it be, and the day."""
        book = self.book
        sizes = [self._style(size).replace(bold=True, color="heading") for size in _NAME_SIZES]
        words = self.room.name.split()
        narrow = (
            style
            for style in sizes
            if all(book.text_width(word, style) <= self.width for word in words)
        )
        names = [heading(self.room.name, style, self.width) for style in narrow]
        low = (name for name in names if name.height <= book.height * _NAME_SHARE)
        name = next(low, heading(self.room.name, sizes[-1], self.width))
        anchor = Anchor(f"door-sign/{self.day.id}/{self.room.id}", self.room.name)
        yield replace(name, role="H1").anchored(anchor)
        yield replace(heading(book.day(self.day), self._style(_DATE_SIZE), self.width), role="H2")
        line = rule(self.width, 1.5, color="accent", around=book.styles.body.leading)
        yield replace(line, role="Artifact", keep_with_next=True)

    def _foot(self) -> Iterator[Block]:
        """A way to the agenda, and whose sign it is."""
        book, outline = self.book, self.book.outline
        fill = 1.0
        url = self._url
        if url:
            code = qr_code(url, book, book.theme.points(_QR_MM))
            yield replace(code, fill_before=fill, space_before=book.styles.body.leading)
            fill = 0.0
        words: list[Inline] = [Run(outline.plain_title)]
        if url:
            words += [Run(" · "), Run(address(url), link=url)]
        last = paragraph(words, book.styles.small, self.width)
        yield replace(last, fill_before=fill, space_before=book.styles.small.leading / 2)

    @property
    def _url(self) -> str:
        """The page of the room, which says what is on there; of an only room that of the site."""
        name = key("room", self.room.id) + PAGE if self.book.has_rooms else ""
        return site_address(self.book.outline.site, name)

    def _sessions(
        self, sessions: Sequence[OutlineSession], detail: Detail, size: float
    ) -> Iterator[Block]:
        for session in sessions:
            yield from self._session(session, detail, self._style(size))

    def _session(
        self, session: OutlineSession, detail: Detail, style: ParagraphStyle
    ) -> Iterator[Block]:
        """The title above its talks, or beside its time where they are not listed."""
        rows = [] if detail == "sessions" else list(session.rows)
        track = session.track.name if isinstance(session.track, OutlineTrack) else ""
        told = session.title or (Run(track or self.book.word("session")),)
        title = [replace(run, bold=True) for run in told]
        apart = style.leading * 0.6
        if session.title and rows:
            block = heading(title, style, self.width)
            yield replace(block, role="H3", space_before=apart, space_after=style.leading * 0.2)
        elif not rows:
            time = "" if session.when.start is None else self.book.clock(session.when.start)
            yield replace(self._row(time, title, style), space_before=apart)
        for number, each in enumerate(rows):
            time = "" if each.when.start is None else self.book.clock(each.when.start)
            block = self._row(time, list(self._talk(each, detail)), style)
            begins = not number and not session.title
            yield replace(block, space_before=apart) if begins else block

    def _talk(self, each: Row, detail: Detail) -> Iterator[Inline]:
        if each.talk is None:
            yield Run(self.book.word("open_slot"), italic=True)
            return
        names = self.book.names(each.talk.speakers)
        state = state_text(each.talk.state, self.book.language) if detail != "titles" else ""
        yield from (Run(f"{state}: ", italic=True),) if names and state else ()
        yield from (Run(names),) if names else ()
        if detail == "titles" or not names:
            yield from (Run("\n", newline=True),) if names else ()
            runs = self.book.title(each.talk)
            yield from (replace(run, italic=bool(names) != run.italic) for run in runs)

    def _row(self, time: str, words: Sequence[Inline], style: ParagraphStyle) -> Block:
        widest = "00:00 am" if " " in time else "00:00"
        left = self.book.text_width(widest, style.replace(bold=True)) + style.size * 0.7
        cells = (
            (0.0, left, (Run(time, bold=True),), style),
            (left, self.width - left, words, style),
        )
        return replace(row(cells, space_after=style.leading * 0.2), role="TR")


def _sizes(detail: Detail, details: Sequence[Detail]) -> Sequence[float]:
    """The sizes to try: small ones only where talks would not be listed otherwise."""
    shorter = detail == "titles" and "speakers" in details
    return _FAR_SIZES if shorter else (*_FAR_SIZES, *_NEAR_SIZES)
