"""What every part of a booklet is made from: the outline, the theme, its type, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.outline.inks import tint
from programkit.outline.nodes import (
    Occurrence,
    Outline,
    OutlineDay,
    OutlinePerson,
    OutlinePoster,
    OutlineTalk,
    OutlineTrack,
    When,
)
from programkit.outline.qr import qr_rows
from programkit.outline.wording import speakers_text, state_text, title_text
from programkit.paper.columns import page_shape
from programkit.paper.covermarks import CODE, cover_bars, cover_code
from programkit.paper.furniture import Furniture, thumbs_of
from programkit.paper.guides import Guide, abstract_anchor, agenda_anchor, guides_of
from programkit.paper.look.styles import Styles, styles_of
from programkit.paper.look.theme import Theme
from programkit.paper.thumbs import Thumb
from programkit.paper.trackbars import barred
from programkit.text.formats import DateStyle, Hours, format_clock, format_date, weekday_name
from programkit.text.locales import locale_of
from programkit.text.markup import Run
from programkit.text.words import word
from programkit.typeset.blocks import Block, heading, squares
from programkit.typeset.marks import Anchor, Bar, Mark, Strip
from programkit.typeset.mirroring import mirrored_page
from programkit.typeset.pages import Flow, PageShape
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.row import make_rows
from programkit.typeset.style import ParagraphStyle

__all__ = ["Book", "abstract_anchor", "agenda_anchor", "is_off"]

_EN_DASH = "–"
_UNLIMITED = 10_000.0  # points: no line of text is that wide
_NO_TRACKS = ("heading", "heading", "accent")  # the bars of a cover where there are no tracks
_BELOW_BAR = 0.45  # of the heading's leading: the room between the bar and it


@dataclass(frozen=True)
class Book:
    """The booklet being made."""

    outline: Outline
    theme: Theme
    parts: tuple[str, ...] = ()
    """The names of its parts; none given means all there are."""
    contents: tuple[Anchor, ...] = ()
    """What a table of contents lists: the headings of all parts, in order."""
    columns: int = 1
    """In how many columns its text is set."""

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
    def mirrored(self) -> bool:
        """Whether it is read from the right: pages are mirrored, and bound on the right."""
        return locale_of(self.language).text_direction == "rtl"

    @cached_property
    def styles(self) -> Styles:
        """The booklet's type."""
        return styles_of(self.theme, self.outline.language, mirrored=self.mirrored)

    @cached_property
    def shape(self) -> PageShape:
        """The page, with its columns of text; inner margins are at the fold."""
        return page_shape(self.theme.measures, self.columns)

    @property
    def columned(self) -> Book:
        """The booklet for what is set in as many columns as the theme asks."""
        return self.in_columns(self.theme.columns)

    def in_columns(self, columns: int) -> Book:
        """The booklet whose `width` is that of one of several columns."""
        return self if columns == self.columns else replace(self, columns=columns)

    @property
    def width(self) -> float:
        """The width of a text column, in points."""
        return self.shape.frames[0].width

    @property
    def full_width(self) -> float:
        """The width of all columns together, in points."""
        return self.theme.measures.text_width

    @property
    def height(self) -> float:
        """The height of a text column, in points."""
        return self.shape.frames[0].height

    @cached_property
    def guides(self) -> Mapping[str, Guide]:
        """For the names of anchors, what running heads and thumb marks need to know."""
        return guides_of(self)

    @cached_property
    def thumbs(self) -> tuple[Thumb, ...]:
        """The thumb marks of all pages, from top to bottom."""
        return thumbs_of(self)

    @cached_property
    def bars(self) -> Mapping[str, str]:
        """For the names of anchors the color of the bar beside what begins there."""
        if not self.theme.track_bars:
            return {}
        colors = {track.id: self.track_color(track) for track in self.outline.tracks}
        guides = self.guides.items()
        return {name: colors[guide.track] for name, guide in guides if guide.track in colors}

    def track_color(self, track: OutlineTrack) -> str:
        """The color of a track as ``#rrggbb``; text in it is legible, and white text on it."""
        numbers = {each.id: number for number, each in enumerate(self.outline.tracks)}
        return self.theme.track_color(track.color, numbers.get(track.id, 0))

    def track_ground(self, track: OutlineTrack) -> str:
        """A pale ground in the color of a track, for cells."""
        return tint(self.track_color(track))

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

    def thumb_label(self, day: OutlineDay) -> str:
        """What the thumb mark of a day says: its weekday and date, or its number."""
        if day.date is None:
            return str(day.number)
        weekday = weekday_name(day.date.weekday(), self.language, "abbreviated")
        return f"{weekday.removesuffix('.')}\n{day.date.day}"

    def day(self, day: OutlineDay) -> str:
        """The heading of a day; with its year, where the days are of several."""
        if day.date is None:
            name = f"{self.word('day')} {day.number}"
        else:
            name = format_date(day.date, self.language, self._heading_style)
        name = name[:1].upper() + name[1:]  # many languages write weekdays in small letters
        return f"{name}: {day.title}" if day.title else name

    @cached_property
    def _heading_style(self) -> DateStyle:
        years = {day.date.year for day in self.outline.days if day.date is not None}
        return "full" if len(years) > 1 else "day"

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
        return _text_width(text, style)

    def shortened(self, text: str, style: ParagraphStyle, width: float = 0.0) -> str:
        """A text that fits into one line, cut at a word if need be.

        Args:
            text: The text, in which white space is a space.
            style: How it is set.
            width: Of the line, in points; none given means that of all columns.
        """
        room, words = width or self.full_width, text.split()
        if self.text_width(" ".join(words), style) <= room:
            return " ".join(words)
        fitting = ""
        for count in range(1, len(words)):
            cut = f"{' '.join(words[:count])} …"
            if self.text_width(cut, style) > room:
                return fitting
            fitting = cut
        return fitting

    def code(self, address: str, size: float, *, alt: str = "") -> Block:
        """A QR code.

        Args:
            address: Where it leads.
            size: How wide it is, in points.
            alt: What it says, for those who do not see it; none given means nothing.
        """
        rows = qr_rows(address)
        return squares([row[::-1] for row in rows] if self.mirrored else rows, size, alt=alt)

    def part_heading(self, key: str, anchor: str, text: str = "") -> Block:
        """The heading of a part, across all columns, listed in the reader's outline.

        Args:
            key: The word it consists of.
            anchor: The name by which links lead here.
            text: What it says instead of the word.
        """
        title = text or self.word(key)
        block = replace(heading(title, self.styles.part, self.full_width), role="H1")
        return block.anchored(Anchor(anchor, title))

    def flow(
        self, blocks: Iterable[Block], name: str, *, numbered: bool = True, recto: bool = False
    ) -> Flow:
        """Pages of text with a running head, a page number and thumb marks.

        Where the text has several columns, a heading of the first level that they begin with
        stands across all of them, and the last ones are equally long.

        Args:
            blocks: What they show.
            name: The part's name, for running heads.
            numbered: Whether they have a running head and a number at all.
            recto: Whether they begin on a right-hand page.
        """
        blocks = tuple(barred(blocks, self.bars) if self.bars else blocks)
        furniture = Furniture(self, name, _opening(blocks)) if numbered else None
        if numbered:
            blocks = (*self._under_bar(blocks[:1]), *blocks[1:])
        head = blocks[:1] if self.columns > 1 and blocks and blocks[0].role == "H1" else ()
        return Flow(
            blocks[len(head) :],
            self.shape,
            name,
            recto=recto,
            furniture=furniture,
            head=head,
            balanced=self.columns > 1,
            leeway=self.styles.body.leading,
            finish=mirrored_page if self.mirrored else None,
        )

    def _under_bar(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """The heading of a part below the bar that the theme gives it."""
        thickness = self.theme.heading_bar
        for block in blocks:
            if thickness and block.role == "H1":
                bar = Bar(0.0, 0.0, self.full_width, thickness, "accent")
                above = Strip(thickness + self.styles.part.leading * _BELOW_BAR, (bar,))
                yield replace(block, strips=(above, *block.strips))
            else:
                yield block

    def cover(self, blocks: Iterable[Block]) -> Flow:
        """A page without a number, with the bars and the code of a cover if the theme has them."""
        flow = self.flow(blocks, self.outline.plain_title, numbered=False)
        return replace(flow, furniture=lambda _: tuple(self._on_cover()))

    def _on_cover(self) -> Iterator[Mark]:
        if self.theme.cover_bars:
            colors = [self.track_color(track) for track in self.outline.tracks]
            yield from cover_bars(colors or _NO_TRACKS, self.theme.measures)
        if self.theme.qr == "cover" and self.outline.site:
            measures = self.theme.measures
            yield from cover_code(self.code(self.outline.site, CODE), measures)


@lru_cache(maxsize=1 << 12)
def _text_width(text: str, style: ParagraphStyle) -> float:
    (row,) = make_rows((Run(text),), style, _UNLIMITED)
    if row.uniform and row.base is None and row.atoms:
        wide = sum([atom.piece.width for atom in row.atoms if atom.piece]) * style.size / 1000
        return wide + row.spaces[0] * (len(row.atoms) - 1)
    marks = set_paragraph(text, style.replace(align="left"), _UNLIMITED).strips[0].marks
    left = min((mark.x for mark in marks), default=0.0)  # far away where text begins on the right
    return max((mark.x + mark.width for mark in marks), default=0.0) - left


def _opening(blocks: Sequence[Block]) -> str:
    """The name of the anchor that some blocks begin with, if they do."""
    strips = blocks[0].strips if blocks else ()
    anchors = strips[0].anchors if strips else ()
    return anchors[0].name if anchors else ""


def is_off(of: OutlineTalk | OutlinePoster) -> bool:
    """Whether it was announced and will not take place."""
    return of.state is State.CANCELLED
