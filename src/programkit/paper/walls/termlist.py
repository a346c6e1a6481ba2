"""The list on the poster of a term: a row for each talk, and for dates without any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from programkit.model.venue import Room
from programkit.outline.nodes import OutlinePause
from programkit.paper.abstract import byline
from programkit.paper.book import Book, is_off
from programkit.paper.walls.entries import Entry, Meeting, Usual
from programkit.paper.walls.pages import Type
from programkit.text.runs import NEWLINE, Run
from programkit.typeset.blocks import Block, row
from programkit.typeset.row import Inline
from programkit.typeset.style import ParagraphStyle

ARRANGEMENTS: Final = (0.0, 0.34, 0.44)
"""The share of the width that speakers have beside their titles; none means that titles stand below
them, which is easier to read but longer."""

_DATES = 0.3  # of the width: how wide the column of dates is at most
_APART, _APART_ABREAST = 0.45, 0.25  # times the type size: between rows
_GAP = 1.2  # times the type size: between columns

_Cell = tuple[float, float, Sequence[Inline], ParagraphStyle]


@dataclass(frozen=True)
class TermList:
    """The list in one of its arrangements."""

    book: Book
    entries: Sequence[Entry]
    usual: Usual
    """What rows need not say."""
    speakers: float
    """One of the arrangements."""

    def blocks(self, size: float) -> Iterator[Block]:
        """The rows in type of some size, in points; room that is left goes between them."""
        type_ = Type(self.book, size)
        dates = [list(self._date(entry)) for entry in self.entries]
        left = self._width(dates, type_)
        apart = _APART_ABREAST if self.speakers else _APART
        for number, (entry, date) in enumerate(zip(self.entries, dates, strict=True)):
            first = (0.0, left - size * _GAP, date, type_.style())
            cells = (first, *self._told(entry, type_, left))
            block = row(cells, space_after=size * apart)
            yield replace(block, fill_before=1.0 if number else 0.0)

    def _width(self, dates: Sequence[Sequence[Run]], type_: Type) -> float:
        """How wide the column of dates is, with the gap after it."""
        bold = type_.style(bold=True)
        told = (self.book.text_width(run.text, bold) for date in dates for run in date)
        widest = max(told, default=0.0)
        return min(widest, self.book.width * _DATES) + type_.size * _GAP

    def _date(self, entry: Entry) -> Iterator[Run]:
        """The date, once a day, and what is not as usual about time and room."""
        book = self.book
        if isinstance(entry, OutlinePause):
            yield Run(
                book.date(entry.first, short=True) + (" –" if entry.last > entry.first else "")
            )
            if entry.last > entry.first:
                yield from (NEWLINE, Run(book.date(entry.last, short=True)))
            return
        lines = []
        if entry.first and entry.day.date is not None:
            lines.append(Run(book.date(entry.day.date, short=True), bold=True))
        start = entry.when.start
        if start is None or (start.hour, start.minute) != self.usual.clock or not entry.first:
            lines.append(Run(book.start(entry.when)))
        if isinstance(entry.room, Room) and book.has_rooms and entry.room != self.usual.room:
            lines.append(Run(entry.room.name))
        for number, line in enumerate(lines):
            yield from (NEWLINE,) if number else ()
            yield line

    def _told(self, entry: Entry, type_: Type, left: float) -> Iterator[_Cell]:
        """The cells beside the date."""
        width = self.book.width - left
        style, muted = type_.style(), type_.style(color="muted")
        if isinstance(entry, OutlinePause):
            yield left, width, (Run(self._pause(entry), italic=True),), muted
            return
        style = muted if entry.talk is None or is_off(entry.talk) else style
        names, title = list(self._names(entry)), list(self._title(entry))
        if not (self.speakers and names):
            yield left, width, [*names, NEWLINE, *title] if names else title, style
        else:
            speakers = width * self.speakers
            yield left, speakers - type_.size * _GAP, names, style
            yield left + speakers, width - speakers, title, style

    def _pause(self, pause: OutlinePause) -> str:
        """That there is no meeting, and why."""
        word = self.book.word
        reason = pause.reason or (word("holiday") if pause.why == "holiday" else "")
        return " · ".join([word("no_meeting"), *([reason] if reason else [])])

    def _names(self, entry: Meeting) -> Iterator[Inline]:
        """The speakers, and the track where several series are in one program."""
        if entry.talk is None:
            return
        names = list(byline(entry.talk.speakers, self.book))
        yield from names
        if names and entry.talk.track:
            yield Run(f" · {entry.talk.track.name}")

    def _title(self, entry: Meeting) -> Iterator[Inline]:
        """The title of the talk, or of what takes its place; then what is not as usual."""
        if entry.talk is not None:
            yield from self.book.title(entry.talk)
        else:
            yield Run(entry.title or self.book.word("open_slot"), italic=not entry.title)
        if note := self._note(entry):
            yield NEWLINE
            yield Run(note, italic=True)

    def _note(self, entry: Meeting) -> str:
        """From when it was moved, and why it is not as usual."""
        exception = entry.exception
        if exception is None or not entry.first:
            return ""
        moved, told = exception.moved_from, exception.reason
        if moved is None:
            return told
        before = self.book.word("moved_from", time=self.book.date(moved, short=True))
        return f"{before} ({told})" if told else before
