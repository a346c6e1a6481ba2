"""Runs of text to one long row of boxes, glue and penalties, ready to be broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from programkit.text.markup import Run
from programkit.typeset.characters import NO_BREAK_SPACE, printable
from programkit.typeset.cutting import EMERGENCY_COST, cut, shaped
from programkit.typeset.linebreak import FILL, FORBIDDEN, Box, Glue, Item, Penalty
from programkit.typeset.marks import Anchor, Look
from programkit.typeset.opportunities import Opportunity, everywhere, opportunities
from programkit.typeset.style import ParagraphStyle

_TOKENS = re.compile(rf"([ \t\n\r\f\v]+|{NO_BREAK_SPACE})")
_STRETCH, _SHRINK = 1 / 2, 1 / 3  # of a space, as in TeX's fonts
_SPACE = 250.0  # thousandths, where a font has no space


@dataclass(frozen=True, slots=True)
class PageRef:
    """The number of the page an anchor is on, known only once all pages are laid out."""

    anchor: str
    digits: int = 3
    """How many figures to keep room for."""
    more: tuple[str, ...] = ()
    """Further anchors whose pages are named, too, each page once."""


@dataclass(frozen=True, slots=True)
class Fill:
    """All the room left in a line, which pushes what follows to the right edge."""

    leader: str = ""
    """What the room is filled with, such as ``" ."``; nothing means it stays empty."""


Inline = Run | PageRef | Fill | Anchor
"""What a paragraph is made of."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a box holds: characters of a word that look the same."""

    look: Look
    text: str
    word: int
    """Boxes of one word and look are set as one text again where no line breaks between them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What glue stands for: a space, or the room that a fill takes."""

    look: Look
    fill: Fill | None = None


@dataclass(frozen=True, slots=True)
class Reserved:
    """What a box holds that waits for a page number."""

    look: Look
    anchor: str
    more: tuple[str, ...] = ()


Source = Stretch | Gap | Reserved | Anchor | None


@dataclass(slots=True)
class Row:
    """A paragraph as one row: items for the line breaker, and what each of them stands for."""

    items: list[Item] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    words: int = 0

    def add(self, item: Item, source: Source = None) -> None:
        """Append an item."""
        self.items.append(item)
        self.sources.append(source)

    @property
    def takes_space(self) -> bool:
        """Whether a space here means anything: not after another one, nor where a line begins."""
        before = self._last
        begins = isinstance(before, Penalty) and before.cost <= -FORBIDDEN
        return not (before is None or begins or isinstance(before, Glue))

    @property
    def _last(self) -> Item | None:
        pairs = zip(reversed(self.items), reversed(self.sources), strict=True)
        return next((item for item, source in pairs if not isinstance(source, Anchor)), None)

    def loosen(self, limit: float) -> None:
        """Let unbreakable spaces be broken after all where they join more than a line can hold."""
        width, ties = 0.0, []
        for at in range(len(self.items) - 1, -1, -1):
            item = self.items[at]
            if isinstance(item, Penalty):
                if item.cost < FORBIDDEN:
                    width += item.after
                    break
                ties.append(at)
            else:
                if isinstance(item, Glue) and at and isinstance(self.items[at - 1], Box):
                    break
                width += item.width
        for at in ties if width > limit else ():
            if isinstance(self.sources[at + 1], Gap):
                self.items[at] = Penalty(EMERGENCY_COST)

    def drop_space(self) -> None:
        """Take back a space that ends a line."""
        if self.sources and isinstance(gap := self.sources[-1], Gap) and not gap.fill:
            self.items.pop()
            self.sources.pop()


def make_row(inlines: Iterable[Inline], style: ParagraphStyle, width: float) -> Row:
    """One long row of a paragraph's contents.

    Args:
        inlines: The paragraph.
        style: How it is set.
        width: The column's width in points, which decides what words are too long for any line.
    """
    builder = _Builder(style, style.measure(width).shortest)
    for inline in inlines:
        builder.add(inline)
    builder.end_line()
    return builder.row


@lru_cache(maxsize=1024)
def _space(look: Look) -> float:
    face = look.chain[0]
    glyph = face.glyph(" ")
    return (_SPACE if glyph is None else face.advance(glyph)) * look.size / 1000


@dataclass(slots=True)
class _Builder:
    style: ParagraphStyle
    limit: float
    row: Row = field(default_factory=Row)
    word: list[tuple[Look, str]] = field(default_factory=list)  # parts of the word being read

    def add(self, inline: Inline) -> None:
        if isinstance(inline, Run):
            self._add_run(inline)
            return
        if not isinstance(inline, Anchor):
            self._end_word()
        match inline:
            case PageRef(anchor, digits, more):
                look = replace(self.style.look(), link=f"#{anchor}")
                widest = ", ".join(["0" * digits] * (1 + len(more)))
                room = shaped(look, widest).width * look.size / 1000
                self.row.add(Box(room), Reserved(look, anchor, more))
            case Fill():
                self.row.add(Penalty(FORBIDDEN))
                self.row.add(Glue(0, FILL), Gap(self.style.look(), inline))
            case Anchor():
                self.row.add(Penalty(FORBIDDEN), inline)

    def end_line(self) -> None:
        """End the line here, whatever room is left."""
        self._end_word()
        self.row.drop_space()
        self.row.add(Penalty(FORBIDDEN))
        self.row.add(Glue(0, FILL))
        self.row.add(Penalty(-FORBIDDEN))

    def _add_run(self, run: Run) -> None:
        if run.newline:
            self.end_line()
            return
        for part in _parts(run, self.style):
            look = self.style.look(part)
            for token in _TOKENS.split(printable(part.text)):
                self._add_token(token, look)

    def _add_token(self, token: str, look: Look) -> None:
        if token == NO_BREAK_SPACE:
            self._end_word()
            self._add_fixed_space(look)
        elif token.isspace() and token[0] in " \t\n\r\f\v":
            self._end_word()
            self._add_space(look)
        elif token:
            self.word.append((look, token))

    def _add_space(self, look: Look) -> None:
        if self.row.takes_space:
            self.row.add(self._glue(look), Gap(look))

    def _add_fixed_space(self, look: Look) -> None:
        row = self.row
        if not row.items or not isinstance(row.items[-1], Box):
            row.add(Box(0))  # glue at the beginning of a line would be dropped
        row.add(Penalty(FORBIDDEN))
        row.add(self._glue(look), Gap(look))

    def _glue(self, look: Look) -> Glue:
        width = _space(look)
        if self.style.align == "justified":
            return Glue(width, width * _STRETCH, width * _SHRINK)
        return Glue(width)

    def _end_word(self) -> None:
        if not self.word:
            return
        word = "".join(text for _, text in self.word)
        hyphenated = self.style.language if self.style.hyphenate else ""
        places = opportunities(word, hyphenated)
        pieces = list(self._pieces(places))
        if _longest(pieces) > self.limit:
            pieces = list(self._pieces(_merged(places, everywhere(word))))
        for source, box, penalty in pieces:
            self.row.add(box, source)
            self.row.loosen(self.limit)
            if penalty:
                self.row.add(penalty)
        self.word.clear()

    def _pieces(
        self, places: tuple[Opportunity, ...]
    ) -> Iterator[tuple[Stretch, Box, Penalty | None]]:
        """The boxes of the word being read, each with the penalty that follows it."""
        begin = 0
        for look, text in self.word:
            end = begin + len(text)
            inside = places if len(self.word) == 1 else _inside(places, begin, end)
            self.row.words += 1
            for piece, box, penalty in cut(text, look, inside, self.style.hyphen_penalty):
                yield Stretch(look, piece, self.row.words), box, penalty
            begin = end


def _parts(run: Run, style: ParagraphStyle) -> Iterator[Run]:
    """The parts of a run that look different: a formula's variables are italic, its words not.

    A formula is not broken after a comma, which would part an interval or a pair.
    """
    if run.math is None:
        yield run
        return
    formula = run.text.replace(", ", f",{NO_BREAK_SPACE}")
    for _, group in groupby(formula, key=lambda char: unicodedata.category(char) in {"Lu", "Ll"}):
        text = "".join(group)
        yield replace(run, text=text, italic=style.italic != _is_variable(text))


def _is_variable(text: str) -> bool:
    return len(text) == 1 and text.isalpha() and (text.isascii() or "Α" <= text <= "ω")


def _inside(places: tuple[Opportunity, ...], begin: int, end: int) -> tuple[Opportunity, ...]:
    """The places of a word that are in one part of it, counted from there."""
    return tuple(replace(place, at=place.at - begin) for place in places if begin < place.at <= end)


def _merged(
    places: tuple[Opportunity, ...], more: tuple[Opportunity, ...]
) -> tuple[Opportunity, ...]:
    by_position = {place.at: place for place in (*more, *places)}
    return tuple(by_position[at] for at in sorted(by_position))


def _longest(pieces: list[tuple[Stretch, Box, Penalty | None]]) -> float:
    """The width of the longest part of a word that cannot be broken."""
    longest = width = 0.0
    for _, box, penalty in pieces:
        width += box.width
        longest = max(longest, width + (penalty.width if penalty else 0.0))
        if penalty:
            width = penalty.after
    return longest
