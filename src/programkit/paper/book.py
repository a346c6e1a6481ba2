"""What every part of a booklet is made from: the outline, the theme, its type, and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, partial

from programkit.model.base import Unknown
from programkit.outline.nodes import (
    Outline,
    OutlineDay,
    OutlinePerson,
    OutlinePoster,
    OutlineTalk,
    When,
)
from programkit.paper.styles import Styles, styles_of
from programkit.paper.theme import Theme
from programkit.text.markup import Run
from programkit.text.times import format_clock, format_date
from programkit.text.words import word
from programkit.typeset.blocks import Block, heading
from programkit.typeset.marks import Anchor, Mark, shifted
from programkit.typeset.pages import Flow, Frame, Page, PageShape
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.style import ParagraphStyle

_EN_DASH = "–"


def agenda_anchor(talk: str) -> str:
    """The anchor of a talk's first row in the agenda."""
    return f"agenda/{talk}"


def abstract_anchor(contribution: str) -> str:
    """The anchor of a talk's or poster's abstract."""
    return f"abstract/{contribution}"


@dataclass(frozen=True)
class Book:
    """The booklet being made."""

    outline: Outline
    theme: Theme

    @property
    def language(self) -> str:
        """BCP 47 tag of the labels: the theme's, else the conference's."""
        return self.theme.language or self.outline.language

    @cached_property
    def styles(self) -> Styles:
        """The booklet's type."""
        return styles_of(self.theme, self.outline.language)

    @cached_property
    def shape(self) -> PageShape:
        """The page, with one column of text; inner margins are at the fold."""
        theme = self.theme
        width, height = theme.page_size
        top, bottom = theme.points(theme.margin_top), theme.points(theme.margin_bottom)
        inner, outer = theme.points(theme.margin_inner), theme.points(theme.margin_outer)
        text = width - inner - outer
        right = Frame(inner, top, text, height - top - bottom)
        left = Frame(outer, top, text, height - top - bottom)
        return PageShape(width, height, (right,), (left,))

    @property
    def width(self) -> float:
        """The width of the text column, in points."""
        return self.shape.frames[0].width

    def word(self, key: str, **values: object) -> str:
        """A label, in the booklet's language."""
        return word(key, self.language, **values)

    def clock(self, moment: datetime) -> str:
        """A time of day as readers write it."""
        return format_clock(moment.hour * 60 + moment.minute, self.theme.hours, self.language)

    def date(self, day: date) -> str:
        """A date with its weekday."""
        return format_date(day, self.language, "weekday")

    def start(self, when: When) -> str:
        """When something starts, or that its time is to be announced."""
        return self.word("time_tbd") if when.start is None else self.clock(when.start)

    def span(self, when: When) -> str:
        """From when to when, as far as it is known."""
        if when.start is None or when.end is None:
            return self.start(when)
        return f"{self.clock(when.start)}{_EN_DASH}{self.clock(when.end)}"

    def day(self, day: OutlineDay) -> str:
        """The heading of a day."""
        name = self.word("day", number=day.number) if day.date is None else self.date(day.date)
        return f"{name}: {day.title}" if day.title else name

    def title(self, of: OutlineTalk | OutlinePoster) -> tuple[Run, ...]:
        """A title, or that it is to be announced."""
        if isinstance(of.title, Unknown):
            return (Run(self.word("title_tbd"), italic=True),)
        return of.title

    def plain_title(self, of: OutlineTalk | OutlinePoster) -> str:
        """A title without markup, or that it is to be announced."""
        if isinstance(of.plain_title, Unknown):
            return self.word("title_tbd")
        return of.plain_title

    def names(self, people: Sequence[OutlinePerson] | Unknown) -> str:
        """Names in a row, or that speakers are to be announced."""
        if isinstance(people, Unknown):
            return self.word("speaker_tbd")
        return ", ".join(person.name for person in people)

    def part_heading(self, key: str, anchor: str, text: str = "") -> Block:
        """The heading of a part, listed in the reader's outline."""
        title = text or self.word(key)
        block = heading(title, self.styles.part, self.width)
        return block.anchored(Anchor(anchor, title))

    def flow(
        self, blocks: Iterable[Block], name: str, *, numbered: bool = True, recto: bool = False
    ) -> Flow:
        """Pages of text with a running head and a page number."""
        furniture: Callable[[Page], Iterable[Mark]] | None = None
        if numbered:
            furniture = partial(self._furniture, name)
        return Flow(tuple(blocks), self.shape, name, furniture=furniture, recto=recto)

    def _furniture(self, name: str, page: Page) -> Iterable[Mark]:
        """The running head names the conference on the left and the part on the right."""
        frame = page.shape.frames_of(page.number)[0]
        left = page.number % 2 == 0
        head = self.outline.plain_title if left else name
        style = self.styles.head.replace(align="left" if left else "right")
        yield from self._line(_shortened(head), style, frame, frame.y - 2 * style.leading)
        foot = frame.y + frame.height + self.theme.points(self.theme.margin_bottom) / 2
        yield from self._line(page.label, self.styles.folio, frame, foot - style.leading)

    def _line(self, text: str, style: ParagraphStyle, frame: Frame, y: float) -> Iterable[Mark]:
        strip = set_paragraph(text, style, frame.width).strips[0]
        return (shifted(mark, frame.x, y) for mark in strip.marks)


def _shortened(text: str, limit: int = 80) -> str:
    """A text that fits into one line, cut at a word."""
    if len(text) <= limit:
        return text
    return text[: text.rfind(" ", 0, limit)] + " …"
