"""How even the lines of justified text are, in figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean, pstdev

from booklets.lines import HYPHENS, Line, letters

TOLERANCE = 0.1
"""Points by which a line may miss the measure."""
LETTER_HANG = 0.1
"""How much of the advance box of a letter or digit at the edge may hang out of the measure, such as
the foot of an r; of other signs, all of it may. It is the same for every engine."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of an abstract."""

    line: Line
    last: bool
    """Whether it ends a paragraph, so that it is not justified."""
    added: bool
    """Whether it ends with a hyphen that is not in the source."""


class TextDiffersError(Exception):
    """A document does not have the letters of its source, so that its lines cannot be told."""


def placed(lines: Sequence[Line], paragraphs: Iterable[str]) -> tuple[Placed, ...]:
    """The lines of paragraphs, found by their letters.

    Raises:
        TextDiffersError: The lines have other letters than the paragraphs.
    """
    return tuple(_placed(lines, paragraphs))


def _placed(lines: Sequence[Line], paragraphs: Iterable[str]) -> Iterator[Placed]:
    rest = iter(lines)
    for paragraph in paragraphs:
        wanted, hyphens = letters(paragraph), _hyphens(paragraph)
        at = 0
        while at < len(wanted):
            line = next(rest, None)
            found = line.letters if line else ""
            if line is None or not wanted.startswith(found, at):
                raise TextDiffersError(f'"{found}" where "{wanted[at : at + 60]}" should be')
            at += len(found)
            added = line.hyphenated and at not in hyphens
            yield Placed(line, last=at == len(wanted), added=added)
    if (line := next(rest, None)) is not None:
        raise TextDiffersError(f'"{line.text}" after the end')


def _hyphens(paragraph: str) -> frozenset[int]:
    """After how many letters a paragraph has hyphens of its own."""
    found, count = set(), 0
    for sign in paragraph:
        count += len(letters(sign))
        if sign in HYPHENS:
            found.add(count)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is said of the justified lines of a document; lengths are in points."""

    lines: int
    mean: float
    """Of the mean gaps of the lines."""
    deviation: float
    """Standard deviation of the mean gaps of the lines."""
    worst: float
    """The largest mean gap of a line."""
    tightest: float
    """The smallest mean gap of a line."""
    hyphenated: float
    """Share of all lines, last ones too, that end with a hyphen."""
    added: float
    """Share of all lines that end with a hyphen that the source does not have."""
    run: int
    """The most lines one below the other that end with a hyphen."""
    outside: int
    """Lines that end or begin outside of the measure by more than the tolerance."""
    furthest: float
    """How far outside of the measure the worst line is, what may hang set aside."""
    short: int
    """Lines that miss the measure from inside by more than the tolerance."""


def figures(found: Sequence[Placed], left: float, right: float) -> Figures:
    """The figures of lines in a column from ``left`` to ``right``."""
    justified = [each.line for each in found if not each.last and each.line.gaps]
    means = [fmean(line.gaps) for line in justified]
    over = [excess(each.line, left, right) for each in found]
    return Figures(
        lines=len(justified),
        mean=round(fmean(means), 3),
        deviation=round(pstdev(means), 3),
        worst=round(max(means), 2),
        tightest=round(min(means), 2),
        hyphenated=round(sum(each.line.hyphenated for each in found) / len(found), 3),
        added=round(sum(each.added for each in found) / len(found), 3),
        run=longest(each.line.hyphenated for each in found),
        outside=sum(each > TOLERANCE for each in over),
        furthest=round(max(over), 2),
        short=sum(line.boxes[-1].right < right - TOLERANCE for line in justified),
    )


def excess(line: Line, left: float, right: float) -> float:
    """How far a line is outside of the measure, apart from what may hang; at least nothing.

    Signs that hang are left out down to the first letter, and that letter counts but for a tenth.
    """
    first = next((box for box in line.boxes if box.text.isalnum()), line.boxes[0])
    last = next((box for box in reversed(line.boxes) if box.text.isalnum()), line.boxes[-1])
    before = left - (first.left + LETTER_HANG * (first.right - first.left))
    after = last.right - LETTER_HANG * (last.right - last.left) - right
    return max(0.0, before, after)


def longest(flags: Iterable[bool]) -> int:
    """The longest run of flags that are set."""
    return max((sum(1 for _ in run) for flag, run in groupby(flags) if flag), default=0)
