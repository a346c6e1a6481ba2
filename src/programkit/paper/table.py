"""The columns of the agenda: time, title, speakers, page; as wide as their contents ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from programkit.model.base import Unknown
from programkit.outline.nodes import OutlinePerson, OutlinePoster, OutlineSession, OutlineTalk
from programkit.paper.book import Book
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, row
from programkit.typeset.characters import NO_BREAK_SPACE
from programkit.typeset.row import Inline
from programkit.typeset.style import ParagraphStyle

_GUTTER = 0.9  # times the type size, between columns
_WIDEST_TIME, _WIDEST_SPEAKER = 0.25, 0.3  # of the text's width
_SPEAKERS_BESIDE = 3  # more than these are listed below the title
_PAGE = "000"
_ROOM_BELOW = 0.25  # of a line, below each row


@dataclass(frozen=True)
class Table:
    """Columns from left to right, and how rows are set in them; lengths are in points."""

    book: Book
    time: float
    speaker: float
    page: float
    gutter: float

    @classmethod
    def of(cls, book: Book) -> Table:
        """The table that suits a booklet's times and names."""
        styles = book.styles
        time = _widest(book, set(_times(book)), styles.time.replace(bold=True), _WIDEST_TIME)
        names = set(_names(book))
        speaker = _widest(book, names, styles.speaker, _WIDEST_SPEAKER)
        page = book.text_width(_PAGE, styles.page)
        return cls(book, time, speaker, page, styles.row.size * _GUTTER)

    @property
    def left(self) -> float:
        """Where titles begin."""
        return self.time + self.gutter

    def heading(self, inlines: Iterable[Inline], style: ParagraphStyle) -> Block:
        """A heading whose left edge is that of the titles."""
        return heading(inlines, style, self.book.width - self.left).moved(self.left)

    def row(
        self,
        time: Iterable[Inline],
        title: Iterable[Inline],
        people: tuple[OutlinePerson, ...] | Unknown = (),
        page: Sequence[Inline] = (),
        *,
        muted: bool = False,
    ) -> Block:
        """Time, title, speakers and page side by side.

        A title takes the room of speakers and page where there are none; many speakers stand below
        the title.
        """
        speakers = self._names(people)
        if isinstance(people, tuple) and len(people) > _SPEAKERS_BESIDE:
            title, speakers = (*title, Run("\n", newline=True), *speakers), ()
        color = "muted" if muted else "text"
        styles, right = self.book.styles, self.book.width
        title_style = styles.row.replace(color=color, link_color=color)
        cells: list[tuple[float, float, Iterable[Inline] | str, ParagraphStyle]] = []
        if page:
            cells.append((right - self.page, self.page, page, styles.page))
            right -= self.page + self.gutter
        if speakers:
            x = right - self.speaker
            style = styles.speaker.replace(color=color)
            cells.append((x, self.speaker, speakers, style))
            right = x - self.gutter
        cells.append((self.left, right - self.left, title, title_style))
        cells.append((0.0, self.time, time, styles.time))
        made = row(cells[::-1], space_after=styles.row.leading * _ROOM_BELOW)
        return replace(made, role="TR")

    def _names(self, people: tuple[OutlinePerson, ...] | Unknown) -> tuple[Run, ...]:
        """Names as they stand in a row, not divided at the end of a line where they fit in one."""
        names = self.book.names(people)
        if isinstance(people, Unknown):
            return (Run(names, italic=True),)
        if not people:
            return ()
        style = self.book.styles.speaker
        fitting = (
            person.name.replace(" ", NO_BREAK_SPACE)
            if self.book.text_width(f"{person.name},", style) <= self.speaker
            else person.name
            for person in people
        )
        return (Run(", ".join(fitting)),)


def _widest(book: Book, texts: set[str], style: ParagraphStyle, share: float) -> float:
    """The width of the widest text, or a share of the column if that is less."""
    widest = max((book.text_width(text, style) for text in texts), default=0.0)
    return min(widest, book.width * share)


def _times(book: Book) -> Iterator[str]:
    """What stands in the first column: times, and the numbers of boards."""
    for moment in _moments(book):
        yield book.clock(moment)
    for poster in book.outline.posters:
        yield poster.board


def _moments(book: Book) -> Iterator[datetime]:
    items = [item for day in book.outline.days for item in day.items]
    for item in (*items, *book.outline.floating):
        rows = item.rows if isinstance(item, OutlineSession) else ()
        yield from (each.when.start for each in (item, *rows) if each.when.start)


def _names(book: Book) -> Iterator[str]:
    contributions: tuple[OutlineTalk | OutlinePoster, ...] = (
        *book.outline.talks,
        *book.outline.posters,
    )
    for contribution in contributions:
        if isinstance(contribution.speakers, Unknown):
            yield book.names(contribution.speakers)
        else:
            yield from (f"{person.name}," for person in contribution.speakers[:-1])
            yield from (person.name for person in contribution.speakers[-1:])
