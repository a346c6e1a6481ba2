"""The speakers, each with affiliations, a few words, and when they speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from programkit.outline.nodes import IndexEntry, OutlinePoster, OutlineTalk
from programkit.paper.book import Book
from programkit.paper.guides import speaker_anchor
from programkit.paper.places import places_of
from programkit.paper.wording import moment
from programkit.text.markup import Run
from programkit.typeset.blocks import Block, heading, row, text
from programkit.typeset.characters import NO_BREAK_SPACE
from programkit.typeset.marks import Anchor
from programkit.typeset.pages import Flow
from programkit.typeset.row import Inline, PageRef

_EM_DASH = f"{NO_BREAK_SPACE}— "
_WIDEST_TIME = 0.36  # of the text's width
_PAGE = "000"


@dataclass(frozen=True)
class Speakers:
    """Everybody who gives a talk or shows a poster, by name."""

    name: ClassVar[str] = "speakers"

    bios: bool = True
    """Whether the few lines that people wrote about themselves are printed."""

    def headings(self, book: Book) -> Iterator[Anchor]:
        """The part; none where nobody speaks."""
        if any(entry.speaks for entry in book.outline.index):
            yield Anchor("speakers", book.word("speakers"))

    def flows(self, book: Book) -> Iterable[Flow]:
        """One flow; none where nobody speaks."""
        entries = [entry for entry in book.outline.index if entry.speaks]
        if entries:
            writer = _Writer(book)
            blocks = [block for entry in entries for block in writer.entry(entry, bios=self.bios)]
            head = book.part_heading("speakers", "speakers")
            yield book.flow((head, *blocks), book.word("speakers"))


class _Writer:
    """Writes the entries of a list."""

    def __init__(self, book: Book) -> None:
        self.book = book
        outline = book.outline
        all_there_are: tuple[OutlineTalk | OutlinePoster, ...] = (*outline.talks, *outline.posters)
        self.of = {each.id: each for each in all_there_are}
        self.places = places_of(book)
        style = book.styles.row
        times = {self._when(each) for each in self.of.values()}
        widest = max((book.text_width(time, style) for time in times), default=0.0)
        self.time = min(widest, book.width * _WIDEST_TIME)
        self.page = book.text_width(_PAGE, book.styles.page)

    def entry(self, entry: IndexEntry, *, bios: bool) -> Iterator[Block]:
        """A speaker and what the speaker presents."""
        book, person = self.book, entry.person
        name: list[Inline] = [Run(entry.index_name, bold=True)]
        if person.affiliations:
            name.append(Run(_EM_DASH + ", ".join(person.affiliations)))
        style = book.styles.row.replace(space_before=book.styles.row.leading * 0.7)
        yield heading(name, style, book.width).anchored(Anchor(speaker_anchor(person.id)))
        if bios and person.bio:
            small = book.styles.small.replace(color="text", space_after=0.0)
            *words, last = text(person.bio, small, book.width)
            yield from (*words, replace(last, keep_with_next=True))
        for contribution in entry.speaks:
            yield self._contribution(self.of[contribution])

    def _contribution(self, of: OutlineTalk | OutlinePoster) -> Block:
        book, style = self.book, self.book.styles.row
        gap = style.size
        left, right = self.time + gap, book.width - self.page - gap
        place = self.places.get(of.id, "")
        title = [replace(run, link=f"#{place}") for run in book.title(of)]
        number = (PageRef(place),) if place else ()
        cells = (
            (0.0, self.time, (Run(self._when(of)),), style.replace(color="muted")),
            (left, right - left, title, style),
            (book.width - self.page, self.page, number, book.styles.page),
        )
        return replace(row(cells, space_after=style.leading * 0.1), role="TR")

    def _when(self, of: OutlineTalk | OutlinePoster) -> str:
        """When a talk is given first; of a poster, its board."""
        if isinstance(of, OutlinePoster):
            return self.book.word("board", n=of.board) if of.board else self.book.word("poster")
        if not of.occurrences:
            return self.book.word("time_tbd")
        return moment(of.occurrences[0].when, self.book)
