"""Text in the cells of a grid: as much of it as there is room for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from programkit.text.markup import Run
from programkit.typeset.characters import NO_BREAK_SPACE
from programkit.typeset.marks import Fragment, Mark, Strip, shifted
from programkit.typeset.paragraph import set_paragraph
from programkit.typeset.style import ParagraphStyle

_ELLIPSIS = f"{NO_BREAK_SPACE}…"
_TINY = 0.01  # points
_NARROWEST = 0.38  # of the type size: hardly any text has narrower letters on average
_WORDS = re.compile(r"\s*\S+\s*")


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of a cell."""

    runs: tuple[Run, ...]
    style: ParagraphStyle
    most: int = 0
    """How many lines it has at most; 0 means as many as it takes."""


@dataclass(frozen=True)
class Filling:
    """What a cell shows, in words that take less and less room."""

    variants: tuple[tuple[Text, ...], ...]
    """The same said ever more shortly."""
    width: float
    """How wide the text may be, in points."""
    steady: bool = False
    """Whether it says no more than the grid has been made for, though there were room."""

    def strips(self, level: int) -> tuple[Strip, ...]:
        """The lines of a variant, or of the shortest one there is."""
        return tuple(strip for text in self._variant(level) for strip in self._lines(text))

    def height(self, level: int) -> float:
        """How much room a variant takes."""
        return sum(strip.height for strip in self.strips(level))

    def least(self, level: int) -> float:
        """How much room a variant takes at least, told without setting it."""
        return sum(self._least(text) for text in self._variant(level))

    def _variant(self, level: int) -> tuple[Text, ...]:
        return self.variants[min(level, len(self.variants) - 1)]

    def _lines(self, text: Text) -> tuple[Strip, ...]:
        if text not in self._set:
            self._set[text] = set_lines(text.runs, text.style, self.width, text.most)
        return self._set[text]

    def _least(self, text: Text) -> float:
        letters = sum(len(run.text) for run in text.runs if run.math is None)
        lines = max(1, int(letters * _NARROWEST * text.style.size / self.width))
        return (min(lines, text.most) if text.most else lines) * text.style.leading

    def fitting(self, level: int, height: float) -> tuple[Strip, ...]:
        """The lines of the first variant that fits, or as many of the last one as fit.

        Args:
            level: The variant that the grid has been made for.
            height: The room there is, in points.
        """
        for number in range(level if self.steady else 0, len(self.variants)):
            if self.height(number) <= height + _TINY:
                return self.strips(number)
        return tuple(self._cut(self.variants[-1], height))

    def _cut(self, texts: Sequence[Text], height: float) -> Iterator[Strip]:
        for text in texts:
            lines = int((height + _TINY) / text.style.leading)
            most = min(lines, text.most) if text.most else lines
            strips = set_lines(text.runs, text.style, self.width, most) if most > 0 else ()
            height -= sum(strip.height for strip in strips)
            yield from strips

    @cached_property
    def _set(self) -> dict[Text, tuple[Strip, ...]]:
        """What has been set so far."""
        return {}


def set_lines(
    runs: Sequence[Run], style: ParagraphStyle, width: float, most: int = 0
) -> tuple[Strip, ...]:
    """The lines of a text, cut at a word and ended by an ellipsis where there are too many.

    Args:
        runs: The text.
        style: How it is set.
        width: The column's width in points.
        most: How many lines there may be; 0 means any number.
    """
    strips = set_paragraph(runs, style, width).strips
    if not most or len(strips) <= most:
        return strips
    words = list(_words(runs))
    count = min(len(words) - 1, len(words) * most // len(strips) + 1)
    begun = _begun_in(words[:count], style, width)
    while count < len(words) - 1 and _fits(begun, most):
        longer = _begun_in(words[: count + 1], style, width)
        if not _fits(longer, most):
            break
        count, begun = count + 1, longer
    while count > 1 and not _fits(begun, most):
        count -= 1
        begun = _begun_in(words[:count], style, width)
    return begun if count and len(begun) <= most else strips[:most]


def _fits(strips: Sequence[Strip], most: int) -> bool:
    """Whether there are not too many lines, and the last one is more than an ellipsis."""
    return len(strips) <= most and _said(strips[-1]) != _ELLIPSIS.strip()


def _said(strip: Strip) -> str:
    return "".join(mark.text for mark in strip.marks if isinstance(mark, Fragment)).strip()


def _begun_in(words: Sequence[Run], style: ParagraphStyle, width: float) -> tuple[Strip, ...]:
    return set_paragraph(_begun(words), style, width).strips if words else ()


def _words(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        found = [] if run.math is not None else _WORDS.findall(run.text)
        yield from (replace(run, text=word) for word in found)
        if not found:
            yield run


def _begun(words: Sequence[Run]) -> list[Run]:
    """The beginning of a text, with a sign that it goes on."""
    last = words[-1]
    end = replace(last, text=last.text.rstrip()) if last.math is None else last
    return [*words[:-1], end, Run(_ELLIPSIS)]


def marks_at(strips: Iterable[Strip], x: float, y: float) -> Iterator[Mark]:
    """The marks of strips that stand one below the other from some point on."""
    for strip in strips:
        yield from (shifted(mark, x, y) for mark in strip.marks)
        y += strip.height
