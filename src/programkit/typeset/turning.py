"""Lines in which text runs from right to left: their words and spaces as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from programkit.typeset.bidi import Direction, LevelRun, needs_bidi, visual_runs
from programkit.typeset.linebreak import Place
from programkit.typeset.marks import Look
from programkit.typeset.row import Atom, Row
from programkit.typeset.shaping import Piece, Shaped, shape
from programkit.typeset.words import HYPHEN, Word, drawn

_OBJECT = "\ufffc"  # what the order of words takes for something that is no text
_NEAR, _FAR = 12, 200  # atoms, and characters, around a line that decide how its punctuation goes


class Step(NamedTuple):
    """The next thing in a line."""

    at: int
    """The number of the atom that it is, or follows."""
    look: Look
    text: Shaped | None = None
    """The word; none means a space, or room for what is not text."""
    is_space: bool = False


class Stretch(NamedTuple):
    """What stands side by side in a line and is read without looking elsewhere in between."""

    steps: tuple[Step, ...]
    """In the order they are read."""
    leftwards: bool = False
    """Whether they are read from right to left: the glyphs of their words lead to the left, too."""
    begin: tuple[int, int] = (0, 0)
    """What tells which stretch is read before which."""


def stretches(
    row: Row, start: Place, end: Place, made: Mapping[int, Shaped]
) -> tuple[Stretch, ...]:
    """The words, rooms and spaces of a line, in stretches that stand from left to right.

    Words of two directions come in parts.

    Args:
        row: The row that the line is of.
        start: Where the line begins in it.
        end: Where it ends.
        made: For the number of each word, how it is drawn.
    """
    read = tuple(_steps(row, range(start.atom, end.atom + bool(end.offset)), made))
    if row.base is None:
        return (Stretch(read),)
    return tuple(_turned(read, row, start, end, row.base))


def _steps(row: Row, numbers: range, made: Mapping[int, Shaped]) -> Iterator[Step]:
    """The same in the order they are read."""
    for at in numbers:
        yield Step(at, row.atoms[at].look, made.get(at))
        if at != numbers[-1] and row.spaces[at]:
            yield Step(at, row.looks[at], is_space=True)


def _turned(
    read: tuple[Step, ...], row: Row, start: Place, end: Place, base: Direction
) -> Iterator[Stretch]:
    texts = [
        " " if step.is_space else _said(row.atoms[step.at], step.at, start, end) for step in read
    ]
    for runs in _together(visual_runs(texts, base, *_around(row, start, end)), texts):
        steps = tuple(_part(read[run.text], texts[run.text], run) for run in runs)
        yield Stretch(steps, runs[0].rtl, (runs[0].text, runs[0].start))


def _together(runs: Sequence[LevelRun], texts: Sequence[str]) -> Iterator[list[LevelRun]]:
    """Those of a line that are read one after the other as they stand, in the order of reading."""
    found: list[LevelRun] = []
    for run in runs:
        if found and not _adjoin(found[-1], run, texts):
            yield found[::-1] if found[0].rtl else found
            found = []
        found.append(run)
    if found:
        yield found[::-1] if found[0].rtl else found


def _adjoin(left: LevelRun, right: LevelRun, texts: Sequence[str]) -> bool:
    """Whether of two that stand side by side nothing is read between, the way that they run."""
    if left.rtl != right.rtl:
        return False
    first, second = (right, left) if left.rtl else (left, right)
    if first.text == second.text:
        return first.end == second.start
    ended = first.end == len(texts[first.text]) and not second.start
    return ended and not any(texts[first.text + 1 : second.text]) and first.text < second.text


def _part(step: Step, text: str, run: LevelRun) -> Step:
    """A word, or as much of it as runs one way, with glyphs that lead that way."""
    whole = run.end - run.start == len(text)
    if step.text is None or (whole and not run.rtl and not needs_bidi(text)):
        return step
    look, part = step.look, text[run.start : run.end]
    made = shape(part, look.chain, look.features, look.language, rtl=run.rtl)
    return step._replace(text=_leftwards(made) if run.rtl else made)


def _leftwards(shaped: Shaped) -> Shaped:
    """The same glyphs at the same places, from the right one to the left one."""
    pieces = (
        Piece(
            piece.face,
            tuple(
                [
                    glyph._replace(advance=-glyph.advance, dx=glyph.dx - glyph.advance)
                    for glyph in reversed(piece.glyphs)
                ]
            ),
        )
        for piece in reversed(shaped.pieces)
    )
    return Shaped(tuple(pieces), -shaped.width, shaped.missing)


def _said(atom: Atom, at: int, start: Place, end: Place) -> str:
    """The characters of an atom that are in a line, and the hyphen that is added to them."""
    if not isinstance(atom, Word):
        return _OBJECT
    begin = start.offset if at == start.atom else 0
    if at < end.atom:
        return drawn(atom.text[begin:])
    return drawn(atom.text[begin : end.offset]) + HYPHEN * end.hyphen


def _around(row: Row, start: Place, end: Place) -> tuple[str, str]:
    """What is read before a line, and after it."""
    before = _read(row, range(max(0, start.atom - _NEAR), start.atom))
    after = _read(row, range(end.atom, min(len(row.atoms), end.atom + _NEAR)))
    if start.offset:
        before += _text(row.atoms[start.atom])[: start.offset]
    return before[-_FAR:], after[end.offset : end.offset + _FAR]


def _read(row: Row, numbers: range) -> str:
    return "".join([_text(row.atoms[at]) + " " * bool(row.spaces[at]) for at in numbers])


def _text(atom: Atom) -> str:
    return atom.text if isinstance(atom, Word) else _OBJECT
