"""The poster of one talk: when and where, title, speakers, and the abstract in large type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from programkit.model.base import Unknown
from programkit.model.findings import Finding, Level
from programkit.outline.addresses import PAGE, key, site_address
from programkit.outline.nodes import OutlineTalk
from programkit.outline.wording import joint_work_text
from programkit.paper.abstract import byline
from programkit.paper.book import Book, is_off
from programkit.paper.walls.band import band, ribbon, room, series_title
from programkit.paper.walls.columns import columned
from programkit.paper.walls.cutting import shortened
from programkit.paper.walls.fitting import fitting, height_of, largest
from programkit.paper.walls.foot import foot
from programkit.paper.walls.pages import LEAST, Type, sizes, unit
from programkit.paper.walls.sheet import WallSheet, overfull, wall_flow
from programkit.paper.walls.telling import date_text, local_text, place_runs, time_text
from programkit.text.markup import Paragraph, Run, inline
from programkit.typeset.blocks import Block, heading, paragraph, rule, text
from programkit.typeset.marks import Anchor
from programkit.typeset.row import Inline

_LARGEST, _BODY = 1.9, 1.45  # units: of the type that is tried first, and of abstracts at most
_HEAD = 0.9  # units: of all but the abstract at least, which is read from further away
_TITLES = (2.3, 2.0, 1.75, 1.5)  # never smaller than the names of speakers
"""How much larger a title is; as large as its longest word lets it be."""
_FEW = 3  # groups of speakers that have a line each
_BODY_LEADING = 1.32


@dataclass(frozen=True)
class TalkPoster:
    """The poster of a talk."""

    book: Book
    """The booklet, in the page of the poster."""
    talk: OutlineTalk

    def sheet(self) -> WallSheet:
        """Its page: in the largest type that fits, or with as much of the abstract as does."""
        head, feet = list(self._head()), list(self._foot(cut=False))
        left = self.book.height - height_of(head)
        abstract = self._abstract
        tried = sizes(unit(self.book) * _LARGEST)
        found = largest(lambda size: self._body(size, abstract), tried, left - height_of(feet))
        noticed: list[Finding] = []
        if found is None:
            cut = bool(abstract) and not isinstance(self.talk.abstract, Unknown)
            feet = list(self._foot(cut=cut))
            told = self._shortened(left - height_of(feet))
            found = LEAST, list(self._body(LEAST, told))
            noticed += [_cut(self.talk)] if cut else []
            if not fitting(found[1], left - height_of(feet)):
                noticed.append(overfull(f"the poster of {self.talk.id}", [self.talk.id]))
        title = self.book.plain_title(self.talk)
        flow = wall_flow((*head, *found[1], *feet), title, self.book, *noticed)
        return WallSheet(key("talk", self.talk.id), title, flow)

    @cached_property
    def _abstract(self) -> tuple[Paragraph, ...]:
        """The abstract, or that it will be announced; of a cancelled talk nobody asks for it."""
        abstract = self.talk.abstract
        if is_off(self.talk):
            return ()
        if isinstance(abstract, Unknown):
            return (Paragraph((Run(self.book.word("abstract_tbd"), italic=True),)),)
        return abstract

    @property
    def _url(self) -> str:
        return site_address(self.book.outline.site, key("talk", self.talk.id) + PAGE)

    def _shortened(self, left: float) -> tuple[Paragraph, ...]:
        """As much of the abstract as there is room for in the smallest type."""

        def fits(part: Sequence[Paragraph]) -> bool:
            return bool(fitting(self._body(LEAST, part), left))

        return shortened(self._abstract, fits)

    def _head(self) -> Iterator[Block]:
        """Whose talk it is: of which track, where several series are in one program."""
        outline, type_ = self.book.outline, Type(self.book, unit(self.book))
        lines = [series_title(self.book, 1.7)]
        track = (Run(self.talk.track.name),) if self.talk.track else ()
        if below := track or inline(outline.subtitle):
            style = type_.style(1.3, color="paper")
            lines.append(paragraph(below, style, self.book.width))
        yield from band(lines, self.book)

    def _body(self, size: float, abstract: Sequence[Paragraph]) -> Iterator[Block]:
        """What lies between head and foot.

        Args:
            size: Of its type, in points; only that of the abstract may be very small.
            abstract: What is told of it.
        """
        type_ = Type(self.book, max(size, unit(self.book) * _HEAD))
        yield from self._when(type_)
        if is_off(self.talk):
            yield from self._called_off(type_)
        yield self._title(type_)
        yield from self._people(type_)
        if abstract:
            line = rule(self.book.width, type_.size * 0.06, around=type_.size * 0.9)
            yield replace(line, keep_with_next=True)
            yield from self._told(abstract, min(size, unit(self.book) * _BODY))

    def _when(self, type_: Type) -> Iterator[Block]:
        """When and where it is given, in as many parts as it has."""
        width = self.book.width
        bold = type_.style(1.25, bold=True, color="accent")
        plain = type_.style(1.1, space_after=type_.size * 0.4)
        if not self.talk.occurrences:
            yield paragraph(self.book.word("date_tbd"), bold, width)
        for each in self.talk.occurrences:
            yield paragraph(date_text(each, self.book), bold, width)
            yield paragraph(time_text(each, self.book), bold, width)
            if local := local_text(each, self.book):
                yield paragraph(local, type_.style(), width)
            place = tuple(place_runs(each.room, self.book))
            if any(run.text for run in place if isinstance(run, Run)):
                yield paragraph(place, plain, width)

    def _called_off(self, type_: Type) -> Iterator[Block]:
        """That it will not take place, seen from afar."""
        style = type_.style(2.6, bold=True, color="paper")
        word = paragraph(self.book.word("cancelled"), style, self.book.width)
        yield room(type_.size)
        yield from ribbon(word, self.book)
        line = type_.style(1.2, bold=True)
        yield paragraph(self.book.word("call_off"), line, self.book.width)
        if self.talk.reason:
            yield paragraph(self.talk.reason, line, self.book.width)

    def _title(self, type_: Type) -> Block:
        color = "muted" if is_off(self.talk) else "heading"
        words = self.book.plain_title(self.talk).split()
        styles = [type_.style(n, leading=1.14, bold=True, color=color) for n in _TITLES]
        fitting_ = (
            style
            for style in styles
            if all(self.book.text_width(word, style) <= self.book.width for word in words)
        )
        style = next(fitting_, styles[-1])
        block = heading(self._runs(), style, self.book.width, level=1)
        anchor = Anchor(key("talk", self.talk.id), self.book.plain_title(self.talk))
        above = type_.size * 1.1
        return replace(block, space_before=above, fill_before=1.0).anchored(anchor)

    def _runs(self) -> tuple[Run, ...]:
        """The title; that it is cancelled is told by itself."""
        if is_off(self.talk) and not isinstance(self.talk.title, Unknown):
            return self.talk.title
        return self.book.title(self.talk)

    def _people(self, type_: Type) -> Iterator[Block]:
        """Speakers, a line each if they are few, and with whom the work was done."""
        width, speakers = self.book.width, self.talk.speakers
        bold = type_.style(1.5, bold=True, space_before=type_.size * 0.8)
        plain = type_.style(1.1, color="muted")
        if isinstance(speakers, Unknown):
            yield paragraph(self.book.names(speakers), bold.replace(bold=False, italic=True), width)
        elif len(speakers) > _FEW:
            style = type_.style(1.15, space_before=type_.size * 0.8)
            yield paragraph(tuple(byline(speakers, self.book)), style, width)
        else:
            for person in speakers:
                yield paragraph(person.name, bold, width)
                if person.affiliations:
                    yield paragraph(", ".join(person.affiliations), plain, width)
        if joint := joint_work_text(self.talk, self.book.language):
            style = type_.style(italic=True, space_before=type_.size * 0.5)
            yield paragraph(joint, style, width)

    def _told(self, abstract: Sequence[Paragraph], size: float) -> Iterator[Block]:
        """The abstract in a type size."""
        style = self.book.styles.body.replace(
            size=size,
            leading=round(size * _BODY_LEADING, 2),
            space_after=size * 0.55,
            language=self.talk.language,
        )
        return columned(lambda width: text(abstract, style, width), size, self.book.width)

    def _foot(self, *, cut: bool) -> Iterator[Block]:
        """The way to the web, and who looks after the speakers."""
        book, lines = self.book, list[Sequence[Inline]]()
        if cut and self._url:
            lines.append((Run(book.word("abstract_goes_on"), bold=True),))
        if self.talk.hosts:
            lines.append((Run(f"{book.word('host')}: {book.names(self.talk.hosts)}"),))
        return foot(lines, self._url, book, fill=2.0)


def _cut(talk: OutlineTalk) -> Finding:
    return Finding(
        code="poster-cut",
        level=Level.NOTE,
        message=f"the abstract of {talk.id} is too long for its poster, which has its beginning",
        remedy="shorten it, or give posters a larger page",
        about=(talk.id,),
    )
