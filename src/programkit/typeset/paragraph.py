"""Runs of text to set lines: glyphs in place, as wide as the column asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from programkit.text.markup import Run
from programkit.typeset.characters import SOFT_HYPHEN
from programkit.typeset.cutting import HYPHEN, drawn, shaped
from programkit.typeset.faces import Face
from programkit.typeset.linebreak import FILL, FORBIDDEN, Box, Glue, Line, Penalty, break_lines
from programkit.typeset.marks import Anchor, Look, Mark, PageNumber, Strip, fragment
from programkit.typeset.row import Gap, Inline, Reserved, Row, Stretch, make_row
from programkit.typeset.shaping import Glyph, Piece, Shaped
from programkit.typeset.style import ParagraphStyle


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph set in lines."""

    strips: tuple[Strip, ...]
    """Its lines, from top to bottom."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that no face has, each once, in order of appearance."""
        return tuple(dict.fromkeys(char for strip in self.strips for char in strip.missing))

    @property
    def height(self) -> float:
        """How much room the lines take, in points."""
        return sum(strip.height for strip in self.strips)


def set_paragraph(
    inlines: Iterable[Inline] | str, style: ParagraphStyle, width: float
) -> SetParagraph:
    """Set a paragraph in a column.

    No line is wider than the column: a word that would be is broken between any two characters.

    Args:
        inlines: Runs of text, page references, fills and anchors; a string is one plain run.
        style: How it is set.
        width: The column's width in points.
    """
    contents = (Run(inlines),) if isinstance(inlines, str) else inlines
    row = make_row(contents, style, width)
    measure = style.measure(width)
    lines = break_lines(row.items, measure, style.breaking)
    strips = []
    for number, line in enumerate(lines):
        setter = _LineSetter(row, style, measure.length(number))
        after = lines[number - 1].end if number else 0
        last = number == len(lines) - 1
        strips.append(setter.strip(line, measure.indent(number), after=after, last=last))
    return SetParagraph(tuple(strips))


@dataclass(slots=True)
class _Part:
    """Something in a line: shaped text, or room of some width."""

    width: float
    stretch: float = 0.0
    shrink: float = 0.0
    look: Look | None = None
    text: Shaped | None = None
    room: Gap | Reserved | None = None

    @property
    def is_fill(self) -> bool:
        return isinstance(self.room, Gap) and self.room.fill is not None


@dataclass(slots=True)
class _LineSetter:
    """Sets one line of a row."""

    row: Row
    style: ParagraphStyle
    length: float

    def strip(self, line: Line, indent: float, *, after: int, last: bool) -> Strip:
        """The line as a strip; anchors count from where the line before it ended."""
        parts = list(self._parts(line))
        slack = self.length - sum(part.width for part in parts)
        ended = self._is_filled(line)
        pen = _Pen(indent + self._spread(parts, slack, ended=ended), self.style.baseline)
        for part in parts:
            _draw(part, pen)
        if not last and self._ends_word(line):
            pen.trailing_space(self.style.look())
        passed = self.row.sources[after : line.end]
        anchors = tuple(source for source in passed if isinstance(source, Anchor))
        missing = (char for part in parts if part.text for char in part.text.missing)
        return Strip(
            self.style.leading, pen.finish(), anchors, missing=tuple(dict.fromkeys(missing))
        )

    def _is_filled(self, line: Line) -> bool:
        items = self.row.items[line.start : line.end]
        return any(isinstance(item, Glue) and item.stretch >= FILL for item in items)

    def _ends_word(self, line: Line) -> bool:
        item = self.row.items[line.end]
        return isinstance(item, Glue) or (isinstance(item, Penalty) and item.cost <= -FORBIDDEN)

    def _parts(self, line: Line) -> Iterator[_Part]:
        """What the line holds; boxes of one word become one text again."""
        pending: Stretch | None = None
        for at in range(line.start, line.end):
            source, item = self.row.sources[at], self.row.items[at]
            if isinstance(item, Penalty):
                continue
            if isinstance(source, Stretch) and pending and pending.word == source.word:
                pending = replace(pending, text=pending.text + source.text)
                continue
            if pending:
                yield _text(pending)
            pending = source if isinstance(source, Stretch) else None
            if isinstance(source, Gap | Reserved):
                yield _room(item, source)
        if pending:
            end = self.row.items[line.end]
            yield _text(pending, hyphened=isinstance(end, Penalty) and end.flagged)

    def _spread(self, parts: list[_Part], slack: float, *, ended: bool) -> float:
        """Give the room that is left to fills or gaps; return what of it goes before the line."""
        fills = [part for part in parts if part.is_fill]
        for part in fills:
            part.width = max(0.0, slack) / len(fills)
        if slack < 0:
            give = sum(part.shrink for part in parts)
            for part in parts if give else ():
                part.width -= part.shrink * min(1.0, -slack / give)
        elif self.style.align == "justified":
            give = 0.0 if ended else sum(part.stretch for part in parts)
            for part in parts if give else ():
                part.width += part.stretch * slack / give
        elif not fills:
            return {"left": 0.0, "center": slack / 2, "right": slack}[self.style.align]
        return 0.0


def _draw(part: _Part, pen: _Pen) -> None:
    if part.text and part.look:
        for piece in part.text.pieces:
            pen.write(part.look, piece)
    elif isinstance(part.room, Reserved):
        pen.reserve(part.room, part.width)
    elif isinstance(part.room, Gap) and part.room.fill:
        pen.lead(part.room.look, part.room.fill.leader, part.width)
    elif isinstance(part.room, Gap):
        pen.space(part.room.look, part.width)


def _room(item: Box | Glue, source: Gap | Reserved) -> _Part:
    part = _Part(item.width, room=source)
    if isinstance(item, Glue) and not part.is_fill:
        part.stretch, part.shrink = item.stretch, item.shrink
    return part


def _text(stretch: Stretch, *, hyphened: bool = False) -> _Part:
    look, text = stretch.look, drawn(stretch.text)
    made = _soften(shaped(look, text + HYPHEN), len(text)) if hyphened else shaped(look, text)
    return _Part(made.width * look.size / 1000, look=look, text=made)


def _soften(made: Shaped, at: int) -> Shaped:
    """Make the hyphen at a position read as a soft one, so that copied words come out whole."""
    pieces = tuple(
        Piece(piece.face, tuple(_soft(glyph, piece.face, at) for glyph in piece.glyphs))
        for piece in made.pieces
    )
    return replace(made, pieces=pieces)


def _soft(glyph: Glyph, face: Face, at: int) -> Glyph:
    if glyph.cluster != at:
        return glyph
    own = face.glyph(SOFT_HYPHEN)  # many fonts have a glyph of its own that looks the same
    if own is None or abs(face.advance(own) - face.advance(glyph.index)) >= 1:
        own = glyph.index
    return replace(glyph, text=SOFT_HYPHEN, index=own)


@dataclass(slots=True)
class _Pen:
    """Puts glyphs on a baseline, as few fragments as their looks allow."""

    x: float
    y: float
    marks: list[Mark] = field(default_factory=list)
    look: Look | None = None
    face: Face | None = None
    glyphs: list[Glyph] = field(default_factory=list)
    begin: float = 0.0

    def write(self, look: Look, piece: Piece) -> None:
        """Write glyphs, in the fragment of those before where they look alike."""
        if self.face is not piece.face or self.look != look:
            self._end_fragment()
            self.look, self.face, self.begin = look, piece.face, self.x
        self.glyphs.extend(piece.glyphs)
        self.x += sum(glyph.advance for glyph in piece.glyphs) * look.size / 1000

    def space(self, look: Look, width: float) -> None:
        """Write a space of some width."""
        face = look.chain[0]
        glyph = face.glyph(" ")
        if glyph is None:
            self._end_fragment()
            self.x += width
        else:
            self.write(look, Piece(face, (Glyph(glyph, " ", width / look.size * 1000),)))

    def trailing_space(self, look: Look) -> None:
        """Part the last word from the next line's first one, taking no room."""
        self.space(self.look or look, 0.0)

    def lead(self, look: Look, leader: str, width: float) -> None:
        """Fill a width with repetitions that stand below each other from line to line."""
        self._end_fragment()
        right = self.x + width
        unit = shaped(look, leader)
        step = unit.width * look.size / 1000
        count = int(width / step) if step > 0 else 0
        self.x = right - count * step
        for piece in unit.pieces * count:
            silent = tuple(replace(glyph, text="") for glyph in piece.glyphs)
            self.write(look, Piece(piece.face, silent))
        self._end_fragment()
        self.x = right

    def reserve(self, source: Reserved, width: float) -> None:
        """Keep room for a page number."""
        self._end_fragment()
        number = PageNumber(self.x, self.y, width, source.anchor, source.look, source.more)
        self.marks.append(number)
        self.x += width

    def finish(self) -> tuple[Mark, ...]:
        """All that was put on the baseline."""
        self._end_fragment()
        return tuple(self.marks)

    def _end_fragment(self) -> None:
        if self.glyphs and self.look and self.face:
            width = self.x - self.begin
            glyphs = tuple(self.glyphs)
            self.marks.append(fragment(self.look, self.face, glyphs, self.begin, self.y, width))
        self.look, self.face, self.glyphs = None, None, []
