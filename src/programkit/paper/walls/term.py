"""The poster of a term: who speaks when, on one page from four talks to forty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from programkit.model.findings import Finding
from programkit.outline.addresses import site_address
from programkit.outline.nodes import OutlineOffice, OutlineTerm
from programkit.paper.abstract import address
from programkit.paper.book import Book
from programkit.paper.walls.band import band, room, series_title
from programkit.paper.walls.entries import Entry, Meeting, Usual, entries_of_term, usual_of
from programkit.paper.walls.fitting import height_of, largest
from programkit.paper.walls.foot import foot
from programkit.paper.walls.pages import LEAST, Type, sizes, unit
from programkit.paper.walls.sheet import WallSheet, overfull, wall_flow
from programkit.paper.walls.telling import city_text, place_runs
from programkit.paper.walls.termlist import ARRANGEMENTS, TermList
from programkit.text.formats import format_dates
from programkit.text.markup import Run, inline
from programkit.text.recurring import recurrence_words
from programkit.text.words import words
from programkit.typeset.blocks import Block, heading, paragraph
from programkit.typeset.marks import Anchor
from programkit.typeset.row import Inline

_LARGEST = 1.6  # units: the type that is tried first
_FILL = 3.0  # times the room between two talks that few leave: above the foot
_HEAD = 0.9  # units: the type of the rule at least
_BELOW = 1.2  # times the type size: between the rule and the talks


@dataclass(frozen=True)
class TermPoster:
    """The poster of a term."""

    book: Book
    """The booklet, in the page of the poster."""
    term: OutlineTerm
    name: str
    """That of its file."""

    def sheet(self) -> WallSheet:
        """Its page; two or more where the list is too long for the smallest type."""
        head, feet = list(self._band()), list(self._foot())
        left = self.book.height - height_of((*head, *feet))
        blocks: list[Block] = []
        tried = sizes(unit(self.book) * _LARGEST)
        for speakers in ARRANGEMENTS:
            found = largest(partial(self._body, speakers), tried, left)
            if found is not None:
                blocks = found[1]
                tried = tuple(size for size in tried if size > found[0])
        noticed: list[Finding] = []
        if not blocks:
            blocks = list(self._body(ARRANGEMENTS[-1], LEAST))
            noticed.append(overfull(f"the poster of {self.term.name}"))
        title = f"{self.book.outline.plain_title}: {self.term.name}"
        flow = wall_flow((*head, *blocks, *feet), title, self.book, *noticed)
        return WallSheet(self.name, title, flow)

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return entries_of_term(self.term, self.book)

    @cached_property
    def _usual(self) -> Usual:
        return usual_of(self._entries, self.book)

    @property
    def _url(self) -> str:
        return site_address(self.book.outline.site)

    def _band(self) -> Iterator[Block]:
        """The series."""
        outline, type_ = self.book.outline, Type(self.book, unit(self.book))
        anchor = Anchor(self.name, f"{outline.plain_title}: {self.term.name}")
        lines = [series_title(self.book, 2.6, anchor)]
        if outline.subtitle:
            style = type_.style(1.3, color="paper", space_before=type_.size * 0.4)
            lines.append(paragraph(inline(outline.subtitle), style, self.book.width))
        yield from band(lines, self.book)

    def _body(self, speakers: float, size: float) -> Iterator[Block]:
        """The term and its talks.

        Args:
            speakers: The arrangement of the list.
            size: Of its type, in points.
        """
        yield from self._head(Type(self.book, max(size, unit(self.book) * _HEAD)))
        yield from TermList(self.book, self._entries, self._usual, speakers).blocks(size)

    def _head(self, type_: Type) -> Iterator[Block]:
        """The term, the rule in words, and the usual place."""
        book = self.book
        bold = type_.style(1.5, bold=True, color="accent")
        yield heading(self.term.name, bold, book.width, level=2)
        dates = format_dates(self.term.first, self.term.last, book.language)
        told: list[Sequence[Inline]] = [(Run(dates),)] if dates != self.term.name else []
        told += [(Run(rule),)] if (rule := self._rule()) else []
        told.append(tuple(place_runs(self._usual.room, book)))
        yield from (paragraph(line, type_.style(), book.width) for line in told if _says(line))
        yield room(type_.size * _BELOW)

    def _rule(self) -> str:
        """When it usually meets, by the clocks of a city."""
        book, city = self.book, city_text(self.book)
        rule = book.outline.series.recurrence if book.outline.series else None
        if rule is not None:
            return f"{recurrence_words(rule, book.language, book.hours)}{city}"
        spans = (
            book.span(each.when)
            for each in self._entries
            if isinstance(each, Meeting)
            and each.when.start is not None
            and (each.when.start.hour, each.when.start.minute) == self._usual.clock
        )
        span = next(spans, "")
        return f"{span}{city}" if span else ""

    def _foot(self) -> Iterator[Block]:
        return foot(list(self._lines()), self._url, self.book, fill=_FILL)

    def _lines(self) -> Iterator[Sequence[Inline]]:
        """Whom to ask, and where to hear of the next talks."""
        series, outline = self.book.outline.series, self.book.outline
        for office in series.offices if series else ():
            if names := self._names(office):
                yield (Run(f"{self._role(office.role)}: {names}"),)
        for contact in outline.contacts:
            told = (contact.name, contact.email, contact.phone)
            yield (Run(f"{self.book.word('contact')}: {' · '.join(filter(None, told))}"),)
        for link in series.channels if series else ():
            if link.kind == "mailing-list":
                label = link.title or self.book.word("mailing-list")
                yield Run(f"{label}: "), Run(address(link.url), link=link.url)

    def _names(self, office: OutlineOffice) -> str:
        """Who is in an office while the term lasts."""
        series = self.book.outline.series
        on = series.now.date() if series and series.now else self.term.last
        members = (member for member in office.members if member.term.current(on))
        return ", ".join(member.person.name for member in members)

    def _role(self, role: str) -> str:
        known = words(self.book.language)
        return known.get(f"role_{role}", role[:1].upper() + role[1:])


def _says(line: Sequence[Inline]) -> bool:
    return any(run.text for run in line if isinstance(run, Run))
