"""A line of a row as a strip: its words in place, as wide as the column asks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from programkit.typeset.faces import Face
from programkit.typeset.formulas import Formula
from programkit.typeset.linebreak import Fit, Place, fit
from programkit.typeset.marks import Fragment, Group, Look, Mark, PageNumber, Strip, shifted
from programkit.typeset.row import Fill, PageRef, Room, Row
from programkit.typeset.shaping import Piece, Shaped
from programkit.typeset.style import ParagraphStyle
from programkit.typeset.turning import in_order
from programkit.typeset.words import Word, part, shaped

_AS_IT_IS = Fit(1.0, 1.0)
_LOOSE = 0.4  # of its spaces: with less slack a line needs no help from its letters


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be set: a row from one place to another."""

    row: Row
    start: Place
    end: Place
    indent: float
    """Where it begins, in points from the column's left edge."""
    room: float
    """How wide it may be, in points."""
    ended: bool
    """Whether its author ended it, so that it need not be full."""
    last: bool
    """Whether it is the last one of its paragraph."""


def set_line(line: Line, style: ParagraphStyle) -> Strip:
    """A line as a strip, with the anchors that stand in it."""
    row = line.row
    made = _plain(line, style) if row.uniform and row.base is None else None
    strip = made or _Setter(line, style).strip()
    anchors = tuple(anchor for at, anchor in row.anchors if _holds(line, at))
    return replace(strip, anchors=anchors) if anchors else strip


def _holds(line: Line, at: int) -> bool:
    """Whether what stands before some atom is in a line, or between it and the next."""
    first = not line.start.atom and not line.start.offset
    return (line.start.atom < at <= line.end.atom) or (first and at == 0)


def _trails(line: Line) -> bool:
    """Whether a word ends where the line does, and another one follows."""
    at = line.end.atom
    at_word = not line.end.offset and (at == len(line.row.atoms) or line.row.spaces[at - 1] > 0)
    return at_word and not line.last


def _cut(line: Line, at: int) -> Shaped:
    """What of a word is in a line: all of it but where the line begins or ends inside it."""
    word, start, end = line.row.atoms[at], line.start, line.end
    assert isinstance(word, Word)  # only words are cut
    begin = start.offset if at == start.atom else 0
    if at < end.atom:
        return part(word.look, word.text[begin:]) if begin else word.shaped
    return part(word.look, word.text[begin : end.offset], hyphened=end.hyphen)


def _atoms(line: Line) -> range:
    """The numbers of the atoms that are in a line, in whole or in part."""
    return range(line.start.atom, line.end.atom + bool(line.end.offset))


def _hanging(line: Line) -> tuple[float, float]:
    """How far the first and the last word hang out of the column."""
    numbers = _atoms(line)
    if not numbers or line.row.base is not None:
        return 0.0, 0.0
    first, last = line.row.atoms[numbers[0]], line.row.atoms[numbers[-1]]
    right = last.right
    if line.end.offset and isinstance(last, Word):
        right = last.hang(line.end.offset, hyphened=line.end.hyphen)
    return 0.0 if line.start.offset else first.left, right


def _begin_and_fit(
    line: Line, style: ParagraphStyle, text: float, space: float, slack: float, glyphs: int
) -> tuple[float, Fit]:
    """Where the words of a line begin, and how they take up the room that they leave."""
    if style.align == "justified":
        left, right = _hanging(line)
        slack += left + right
        full = not line.ended or slack < 0
        how = fit(slack, text, space, style.breaking, glyphs=glyphs) if full else _AS_IT_IS
        if line.row.base == "rtl":
            return line.indent + (0.0 if full else slack), how
        return line.indent - left, how
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[style.align]
    share = 1.0 - share if line.row.base == "rtl" else share
    return line.indent + max(0.0, slack) * share, _AS_IT_IS


def _plain(line: Line, style: ParagraphStyle) -> Strip | None:
    """A line of words of one look and face, which is one fragment; nothing if it is not."""
    row, start, end = line.row, line.start, line.end
    pieces = [atom.piece for atom in row.atoms[start.atom : end.atom]]
    if start.offset or end.offset:
        ends = {at: _cut(line, at).pieces for at in {start.atom, _atoms(line)[-1]}}
        if any(len(made) != 1 for made in ends.values()):
            return None
        cut = [ends[at][0] if at in ends else row.atoms[at].piece for at in _atoms(line)]
        pieces = [*cut]
    if not pieces:
        return None
    look = row.atoms[start.atom].look
    text = sum([piece.width for piece in pieces if piece]) * look.size / 1000
    count = len(pieces) - 1
    natural = row.spaces[start.atom] if count else 0.0
    space = natural * count
    slack = line.room - text - space
    glyphs = sum([len(piece.glyphs) for piece in pieces if piece]) if slack > _LOOSE * space else 0
    x, how = _begin_and_fit(line, style, text, space, slack, glyphs)
    gap = natural * how.gap
    mark = Fragment(
        x,
        style.baseline,
        text * how.expansion + how.tracking * glyphs + gap * count,
        look.chain[0],
        look.size,
        tuple([piece for piece in pieces if piece]),
        gap,
        how.expansion,
        how.tracking,
        _trails(line),
        look.color,
        look.link,
    )
    return Strip(style.leading, (mark,))


@dataclass(slots=True)
class _Setter:
    """Sets a line of any contents."""

    line: Line
    style: ParagraphStyle

    def strip(self) -> Strip:
        """The line as a strip, higher than others if a formula in it asks for that."""
        line, row = self.line, self.line.row
        numbers = _atoms(line)
        words = {at: _cut(line, at) for at in numbers if isinstance(row.atoms[at], Word)}
        order = tuple(in_order(row, line.start, line.end, words))
        made = [(step.look, step.text) for step in order if step.text]
        rooms = [atom for at in numbers if isinstance(atom := row.atoms[at], Room)]
        text = sum(each.width * look.size / 1000 for look, each in made)
        space = sum(row.spaces[at] for at in numbers[:-1])
        slack = line.room - text - space - sum(room.width for room in rooms)
        fills = sum(isinstance(room.holds, Fill) for room in rooms)
        if fills:
            x, how, share = line.indent, _AS_IT_IS, max(0.0, slack) / fills
        else:
            glyphs = sum(len(piece.glyphs) for _, each in made for piece in each.pieces)
            x, how = _begin_and_fit(line, self.style, text, space, slack, glyphs)
            share = 0.0
        pen = Pen(x, self.style.baseline, how)
        for at, look, word, is_space in order:
            atom = row.atoms[at]
            if is_space:
                pen.space(look, row.spaces[at])
            elif word:
                pen.write(look, word)
            elif isinstance(atom, Room):
                pen.leave(atom, share)
        if numbers and _trails(line):
            pen.trail(row.looks[numbers[-1]])
        marks = pen.finish()
        missing = dict.fromkeys(char for _, each in made for char in each.missing)
        return self._raised(marks, [r.holds for r in rooms if isinstance(r.holds, Formula)], missing)

    def _raised(
        self, marks: tuple[Mark, ...], formulas: list[Formula], missing: dict[str, None]
    ) -> Strip:
        """The strip, with room for what is higher or deeper than a line."""
        style = self.style
        above = max((formula.ascent for formula in formulas), default=0.0) - style.baseline
        below = max((formula.depth for formula in formulas), default=0.0)
        below -= style.leading - style.baseline
        above, below = max(0.0, above), max(0.0, below)
        if above:
            marks = tuple(shifted(mark, 0.0, above) for mark in marks)
        return Strip(style.leading + above + below, marks, missing=tuple(missing))


@dataclass(slots=True)
class Pen:
    """Puts words on a baseline, as few fragments as their looks allow."""

    x: float
    y: float
    how: Fit = _AS_IT_IS
    marks: list[Mark] = field(default_factory=list)
    look: Look | None = None
    face: Face | None = None
    pieces: list[Piece] = field(default_factory=list)
    begin: float = 0.0
    gap: float = 0.0
    open: bool = False  # whether the last thing in the fragment was a space
    trails: bool = False

    def write(self, look: Look, text: Shaped) -> None:
        """Write a word, in the fragment of those before if it looks alike and a space parts them."""
        for piece in text.pieces:
            if self.face is not piece.face or self.look != look or not self.open:
                self._begin(look, piece.face)
            self.pieces.append(piece)
            self.open = False
            self.x += piece.width * look.size / 1000 * self.how.expansion
            self.x += len(piece.glyphs) * self.how.tracking

    def space(self, look: Look, width: float) -> None:
        """Write a space that is so wide by nature."""
        face, gap = look.chain[0], width * self.how.gap
        if face.glyph(" ") is None:
            self._end()
        else:
            if self.face is not face or self.look != look or self.open:
                self._begin(look, face)
                self.pieces.append(Piece(face, ()))
            self.gap, self.open = gap, True
        self.x += gap

    def trail(self, look: Look) -> None:
        """Part the last word from the next line's first one, taking no room."""
        face = look.chain[0]
        if face.glyph(" ") is None:
            return
        if self.face is None or self.face.glyph(" ") is None:
            self._begin(look, face)
            self.pieces.append(Piece(face, ()))
        self.trails = True

    def leave(self, room: Room, share: float) -> None:
        """Leave room for what is not text; a fill gets its share of what is left in the line."""
        self._end()
        match room.holds:
            case PageRef(anchor, _, more):
                self.marks.append(PageNumber(self.x, self.y, room.width, anchor, room.look, more))
                self.x += room.width
            case Fill(leader):
                self._lead(room.look, leader, share)
            case Formula(marks=marks, tex=tex):
                self.marks.append(Group(self.x, self.y, room.width, marks, tex))
                self.x += room.width

    def _lead(self, look: Look, leader: str, width: float) -> None:
        """Fill a width with repetitions that stand below each other from line to line."""
        right = self.x + width
        unit = shaped(look, leader)
        step = unit.width * look.size / 1000
        count = int(width / step) if step > 0 else 0
        self.x = right - count * step
        for piece in unit.pieces:
            silent = tuple(replace(glyph, text="") for glyph in piece.glyphs)
            self.how = _AS_IT_IS
            self.open = False
            self.write(look, Shaped((Piece(piece.face, silent * count),), 0.0))
        self._end()
        self.x = right

    def finish(self) -> tuple[Mark, ...]:
        """All that was put on the baseline."""
        self._end()
        return tuple(self.marks)

    def _begin(self, look: Look, face: Face) -> None:
        self._end()
        self.look, self.face, self.begin = look, face, self.x

    def _end(self) -> None:
        if self.look and self.face and (self.pieces or self.trails):
            pieces = (*self.pieces, Piece(self.face, ())) if self.open else tuple(self.pieces)
            self.marks.append(
                Fragment(
                    self.begin,
                    self.y,
                    self.x - self.begin,
                    self.face,
                    self.look.size,
                    pieces,
                    self.gap,
                    self.how.expansion,
                    self.how.tracking,
                    self.trails,
                    self.look.color,
                    self.look.link,
                )
            )
        self.look, self.face, self.pieces = None, None, []
        self.gap, self.open, self.trails = 0.0, False, False
