"""Lines in which text runs from right to left: their words and spaces as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from programkit.typeset.bidi import Direction, needs_bidi, visual_runs
from programkit.typeset.linebreak import Place
from programkit.typeset.marks import Look
from programkit.typeset.row import Atom, Row
from programkit.typeset.shaping import Shaped, shape
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


def in_order(row: Row, start: Place, end: Place, made: Mapping[int, Shaped]) -> Iterator[Step]:
    """The words, rooms and spaces of a line from left to right.

    Words of two directions come in parts.

    Args:
        row: The row that the line is of.
        start: Where the line begins in it.
        end: Where it ends.
        made: For the number of each word, how it is drawn.
    """
    read = tuple(_steps(row, range(start.atom, end.atom + bool(end.offset)), made))
    return iter(read) if row.base is None else _turned(read, row, start, end, row.base)


def _steps(row: Row, numbers: range, made: Mapping[int, Shaped]) -> Iterator[Step]:
    """The same in the order they are read."""
    for at in numbers:
        yield Step(at, row.atoms[at].look, made.get(at))
        if at != numbers[-1] and row.spaces[at]:
            yield Step(at, row.looks[at], is_space=True)


def _turned(
    read: tuple[Step, ...], row: Row, start: Place, end: Place, base: Direction
) -> Iterator[Step]:
    texts = [
        " " if step.is_space else _said(row.atoms[step.at], step.at, start, end) for step in read
    ]
    for number, begin, stop, rtl in visual_runs(texts, base, *_around(row, start, end)):
        step, text = read[number], texts[number]
        whole = stop - begin == len(text)
        if step.text is None or (whole and not rtl and not needs_bidi(text)):
            yield step
        else:
            look, part = step.look, text[begin:stop]
            made = shape(part, look.chain, look.features, look.language, rtl=rtl)
            yield step._replace(text=made)


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
