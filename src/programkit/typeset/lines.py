"""A line of a row as a strip: its words in place, as wide as the column asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from programkit.typeset.formulas import Formula
from programkit.typeset.linebreak import VERY_WIDE, Fit, Place, fit
from programkit.typeset.marks import Fragment, Mark, Strip, shifted
from programkit.typeset.pen import AS_IT_IS, Pen
from programkit.typeset.row import Fill, Room, Row
from programkit.typeset.shaping import Shaped
from programkit.typeset.style import ParagraphStyle
from programkit.typeset.turning import Step, Stretch, stretches
from programkit.typeset.words import Word, part, vocabulary


@dataclass(slots=True)
class Line:
    """What is to be set: a row from one place to another; not changed once it is made."""

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
    uniform = row.base is None and (row.uniform or _is_uniform(line))
    strip = (_plain(line, style) if uniform else None) or _any(line, style)
    if row.anchors:
        strip.anchors = tuple(anchor for at, anchor in row.anchors if _holds(line, at))
    return strip


def _is_uniform(line: Line) -> bool:
    """Whether a line is words of one look and face although its row is not."""
    row, first = line.row, line.start.atom
    end = line.end.atom + bool(line.end.offset)
    if first >= end or not vocabulary(look := row.atoms[first].look).spaced:
        return False
    for atom in row.atoms[first:end]:
        if atom.piece is None or not (atom.look is look or atom.look == look):
            return False
    spaces, looks = row.spaces[first : end - 1], row.looks[first : end - 1]
    return all(spaces) and all(its is look or its == look for its in looks)


def _holds(line: Line, at: int) -> bool:
    """Whether what stands before some atom is in a line: where the atom begins, or at the end."""
    at_end = line.ended and at == line.end.atom
    return line.start[:2] <= (at, 0) < line.end[:2] or at_end


def _trails(line: Line) -> bool:
    """Whether a word ends where the line does, and another one follows."""
    at = line.end.atom
    at_word = not line.end.offset and (at == len(line.row.atoms) or line.row.spaces[at - 1] > 0)
    return at_word and not line.last


def _cut(line: Line, at: int) -> Shaped:
    """What of a word is in a line: all of it but where the line begins or ends inside it."""
    word, start, end = line.row.atoms[at], line.start, line.end
    if not isinstance(word, Word):
        raise TypeError("only words are cut")
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
        how = fit(slack, text, space, style.breaking, glyphs=glyphs) if full else AS_IT_IS
        if line.row.base == "rtl":
            return line.indent + (0.0 if full else slack), how
        return line.indent - left, how
    share = {"left": 0.0, "center": 0.5, "right": 1.0}[style.align]
    share = 1.0 - share if line.row.base == "rtl" else share
    return line.indent + max(0.0, slack) * share, AS_IT_IS


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
    written = tuple([piece for piece in pieces if piece])
    text = sum([piece.width for piece in written]) * look.size / 1000
    count = len(pieces) - 1
    natural = row.spaces[start.atom] if count else 0.0
    space = natural * count
    slack = line.room - text - space
    loose = slack + look.size > VERY_WIDE * space  # no more than its size hangs out
    glyphs = sum([len(piece.glyphs) for piece in written]) if loose else 0
    x, (expansion, gap, tracking) = _begin_and_fit(line, style, text, space, slack, glyphs)
    gap *= natural
    mark = Fragment(
        x,
        style.baseline,
        text * expansion + tracking * glyphs + gap * count,
        look.chain[0],
        look.size,
        written,
        gap,
        expansion,
        tracking,
        _trails(line),
        look.color,
        look.link,
    )
    return Strip(style.leading, (mark,))


def _any(line: Line, style: ParagraphStyle) -> Strip:
    """A line of any contents, higher than others if a formula in it asks for that."""
    row, numbers = line.row, _atoms(line)
    words = {at: _cut(line, at) for at in numbers if isinstance(row.atoms[at], Word)}
    parts = stretches(row, line.start, line.end, words)
    order = [step for each in parts for step in each.steps]
    rooms = [atom for at in numbers if isinstance(atom := row.atoms[at], Room)]
    marks = tuple(_drawn(line, parts, _pen(line, style, order, rooms)))
    formulas = [room.holds for room in rooms if isinstance(room.holds, Formula)]
    texts: list[Shaped | Formula] = [step.text for step in order if step.text]
    missing = dict.fromkeys(char for each in (*texts, *formulas) for char in each.missing)
    return _raised(Strip(style.leading, marks, missing=tuple(missing)), formulas, style)


def _drawn(line: Line, parts: Sequence[Stretch], begin: tuple[Pen, float]) -> Iterator[Mark]:
    """The marks of stretches that stand side by side, in the order they are read."""
    (first, share), row = begin, line.row
    last = max((each.begin for each in parts), default=None)
    read: list[tuple[tuple[int, int], tuple[Mark, ...]]] = []
    x = first.x
    for each in parts:
        pen = Pen(0.0 if each.leftwards else x, first.y, first.how, leftwards=each.leftwards)
        for step in each.steps:
            _write(pen, step, row, share)
        if each.begin == last and each.steps and _trails(line):
            pen.trail(row.looks[each.steps[-1].at])
        shift = x - pen.x if each.leftwards else 0.0  # now it is known how far they reach
        x = shift if each.leftwards else pen.x
        read.append((each.begin, tuple(shifted(mark, shift, 0.0) for mark in pen.finish())))
    yield from (mark for _, marks in sorted(read, key=itemgetter(0)) for mark in marks)


def _write(pen: Pen, step: Step, row: Row, share: float) -> None:
    atom = row.atoms[step.at]
    if step.is_space:
        pen.space(step.look, row.spaces[step.at])
    elif step.text:
        pen.write(step.look, step.text)
    elif isinstance(atom, Room):
        pen.leave(atom, share)


def _pen(
    line: Line, style: ParagraphStyle, order: Sequence[Step], rooms: Sequence[Room]
) -> tuple[Pen, float]:
    """The pen where the line begins, and how wide each fill in it is."""
    row = line.row
    made = [(step.look, step.text) for step in order if step.text]
    text = sum(abs(each.width) * look.size / 1000 for look, each in made)
    space = sum(row.spaces[step.at] for step in order if step.is_space)
    slack = line.room - text - space - sum(room.width for room in rooms)
    fills = sum(isinstance(room.holds, Fill) for room in rooms)
    if fills:
        return Pen(line.indent, style.baseline), max(0.0, slack) / fills
    glyphs = sum(len(piece.glyphs) for _, each in made for piece in each.pieces)
    x, how = _begin_and_fit(line, style, text, space, slack, glyphs)
    return Pen(x, style.baseline, how), 0.0


def _raised(strip: Strip, formulas: list[Formula], style: ParagraphStyle) -> Strip:
    """A strip with room for what is higher or deeper than a line."""
    above = max((formula.ascent for formula in formulas), default=0.0) - style.baseline
    below = max((formula.depth for formula in formulas), default=0.0)
    below -= style.leading - style.baseline
    if above <= 0 and below <= 0:
        return strip
    above, below = max(0.0, above), max(0.0, below)
    marks = tuple(shifted(mark, 0.0, above) for mark in strip.marks)
    return replace(strip, height=style.leading + above + below, marks=marks)
