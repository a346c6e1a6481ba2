"""What every part of a booklet is made from: the outline, the theme, its type, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, partial

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.outline.nodes import (
    Occurrence,
    Outline,
    OutlineDay,
    OutlinePerson,
    OutlinePoster,
    OutlineTalk,
    When,
)
from programkit.outline.wording import speakers_text, state_text, title_text
from programkit.paper.styles import Styles, styles_of
from programkit.paper.theme import Theme
from programkit.text.formats import Hours, format_clock, format_date
from programkit.text.markup import Run
from programkit.text.words import word
from programkit.typeset.blocks import Block, heading
from programkit.typeset.marks import Anchor, Mark, shifted
from programkit.typeset.pages import Flow, Frame, Page, PageShape
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.style import ParagraphStyle

_EN_DASH = "–"
_UNLIMITED = 10_000.0  # points: no line of text is that wide


def agenda_anchor(contribution: str, part: int = 1) -> str:
    """The anchor of a talk's or poster's row in the agenda; a talk has one for each part."""
    return f"agenda/{part}/{contribution}"


def abstract_anchor(contribution: str) -> str:
    """The anchor of a talk's or poster's abstract."""
    return f"abstract/{contribution}"


@dataclass(frozen=True)
class Book:
    """The booklet being made."""

    outline: Outline
    theme: Theme
    parts: tuple[str, ...] = ()
    """The names of its parts; none given means all there are."""

    def has(self, part: str) -> bool:
        """Whether it has a part of that name."""
        return not self.parts or part in self.parts

    @property
    def language(self) -> str:
        """BCP 47 tag of the labels: the theme's, else the conference's."""
        return self.theme.language or self.outline.language

    @property
    def hours(self) -> Hours | None:
        """The clock of printed times: the theme's, else the conference's."""
        return self.theme.hours or self.outline.hours

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

    @property
    def height(self) -> float:
        """The height of the text column, in points."""
        return self.shape.frames[0].height

    def word(self, key: str, **values: object) -> str:
        """A label, in the booklet's language."""
        return word(key, self.language, **values)

    def clock(self, moment: datetime) -> str:
        """A time of day as readers write it."""
        return format_clock(moment.hour * 60 + moment.minute, self.hours, self.language)

    def start(self, when: When) -> str:
        """When something starts, or that its time is to be announced."""
        return self.word("time_tbd") if when.start is None else self.clock(when.start)

    def span(self, when: When) -> str:
        """From when to when, as far as it is known."""
        if when.start is None or when.end is None:
            return self.start(when)
        return f"{self.clock(when.start)}{_EN_DASH}{self.clock(when.end)}"

    def date(self, day: date, *, short: bool = False) -> str:
        """A date with its weekday and without its year."""
        return format_date(day, self.language, "short" if short else "day")

    def day(self, day: OutlineDay) -> str:
        """The heading of a day."""
        name = f"{self.word('day')} {day.number}" if day.date is None else self.date(day.date)
        name = name[:1].upper() + name[1:]  # many languages write weekdays in small letters
        return f"{name}: {day.title}" if day.title else name

    def room(self, occurrence: Occurrence) -> str:
        """Where a talk is given; empty where there is only one room."""
        if isinstance(occurrence.room, Unknown):
            return self.word("room_tbd") if self.has_rooms else ""
        return occurrence.room.name if occurrence.room and self.has_rooms else ""

    @property
    def has_rooms(self) -> bool:
        """Whether readers need to be told rooms."""
        return len(self.outline.rooms) > 1

    def title(self, of: OutlineTalk | OutlinePoster) -> tuple[Run, ...]:
        """A title, or that it is to be announced; before it, what is not certain about it."""
        runs = of.title
        if isinstance(runs, Unknown):
            runs = (Run(self.word("title_tbd"), italic=True),)
        state = state_text(of.state, self.language)
        return (Run(f"{state}: ", italic=True), *runs) if state else runs

    def plain_title(self, of: OutlineTalk | OutlinePoster) -> str:
        """A title without markup, or that it is to be announced."""
        return title_text(of, self.language)

    def names(self, people: tuple[OutlinePerson, ...] | Unknown) -> str:
        """Names in a row, or that speakers are to be announced."""
        return speakers_text(people, self.language)

    def text_width(self, text: str, style: ParagraphStyle) -> float:
        """How wide a text is in one line, in points."""
        strip = set_paragraph(text, style.replace(align="left"), _UNLIMITED).strips[0]
        return max((mark.x + mark.width for mark in strip.marks), default=0.0)

    def shortened(self, text: str, style: ParagraphStyle) -> str:
        """A text that fits into one line of the text's width, cut at a word if need be."""
        words = text.split()
        fitting = ""
        for count in range(1, len(words) + 1):
            line = " ".join(words[:count])
            if self.text_width(line, style) > self.width:
                return fitting
            more = count < len(words)
            cut = f"{line} …" if more else line
            fitting = cut if self.text_width(cut, style) <= self.width else fitting
        return fitting

    def part_heading(self, key: str, anchor: str, text: str = "") -> Block:
        """The heading of a part, listed in the reader's outline.

        Args:
            key: The word it consists of.
            anchor: The name by which links lead here.
            text: What it says instead of the word.
        """
        title = text or self.word(key)
        block = heading(title, self.styles.part, self.width)
        return block.anchored(Anchor(anchor, title))

    def flow(
        self, blocks: Iterable[Block], name: str, *, numbered: bool = True, recto: bool = False
    ) -> Flow:
        """Pages of text with a running head and a page number.

        Args:
            blocks: What they show.
            name: What the running head says on right-hand pages.
            numbered: Whether they have a running head and a number at all.
            recto: Whether they begin on a right-hand page.
        """
        blocks = tuple(blocks)
        if not numbered:
            return Flow(blocks, self.shape, name, recto=recto)
        heads = self._title_head, self.shortened(name, self.styles.head)
        furniture = partial(self._furniture, heads, _opening(blocks))
        return Flow(blocks, self.shape, name, furniture=furniture, recto=recto)

    @cached_property
    def _title_head(self) -> str:
        return self.shortened(self.outline.plain_title, self.styles.head)

    def _furniture(self, heads: tuple[str, str], opening: str, page: Page) -> Iterable[Mark]:
        """The running head names the conference on the left and the part on the right.

        A page that opens with the heading of a part has none.
        """
        frames = page.shape.frames_of(page.number)
        frame = replace(frames[0], width=frames[-1].x + frames[-1].width - frames[0].x)
        on_right = page.number % 2
        if not any(placed.anchor.name == opening for placed in page.anchors):
            style = self.styles.head.replace(align="right" if on_right else "left")
            yield from self._line(heads[on_right], style, frame, frame.y - 2.6 * style.leading)
        foot = frame.y + frame.height + self.theme.points(self.theme.margin_bottom) / 2
        style = self.styles.folio
        yield from self._line(page.label, style, frame, foot - style.leading / 2)

    def _line(self, text: str, style: ParagraphStyle, frame: Frame, y: float) -> Iterable[Mark]:
        strip = set_paragraph(text, style, frame.width).strips[0]
        return (shifted(mark, frame.x, y) for mark in strip.marks)


def _opening(blocks: Sequence[Block]) -> str:
    """The name of the anchor that some blocks begin with, if they do."""
    strips = blocks[0].strips if blocks else ()
    anchors = strips[0].anchors if strips else ()
    return anchors[0].name if anchors else ""


def is_off(of: OutlineTalk | OutlinePoster) -> bool:
    """Whether it was announced and will not take place."""
    return of.state is State.CANCELLED
