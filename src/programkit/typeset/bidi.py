"""Text from right to left: which way it runs, and the order in which words stand in a line.

The Unicode Bidirectional Algorithm (UAX #9) is python-bidi's, an optional extra. It works on the
characters of a paragraph; here are its levels, and what a line of words makes of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

Direction = Literal["ltr", "rtl"]

# Blocks whose characters run from right to left, and the controls that make others do so.
_TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_LEVEL = re.compile(r"Level\(\s*(\d+)")
_LEVELS = "\n    levels: ["  # a line of its own, which no text can forge: its line ends are escaped
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_BLANK = frozenset({"WS", "BN", "S", "B", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF"}) | _ISOLATES


class LevelRun(NamedTuple):
    """Characters of one text that run in one direction."""

    text: int
    """Which of the line's texts they belong to."""
    start: int
    """Where they begin in it."""
    end: int
    """Where they end."""
    rtl: bool
    """Whether they run from right to left."""


@lru_cache(maxsize=1)
def _algorithm() -> Callable[..., object] | None:
    try:
        from bidi import get_display  # noqa: PLC0415 - an optional extra
    except ImportError:
        return None
    display: Callable[..., object] = get_display
    return display


def is_available() -> bool:
    """Whether the extra ``bidi`` is installed; without it, words stand in the order of reading."""
    return _algorithm() is not None


def needs_bidi(text: str) -> bool:
    """Whether anything in a text may run from right to left."""
    return not text.isascii() and _TURNING.search(text) is not None


def direction(text: str) -> Direction:
    """Which way a paragraph runs: as its first letter does (UAX #9, P2 and P3)."""
    if not needs_bidi(text):
        return "ltr"
    depth = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def visual_runs(
    texts: Sequence[str], base: Direction, before: str = "", after: str = ""
) -> tuple[LevelRun, ...]:
    """The parts of a line's words and spaces as they stand from left to right.

    A word of two directions comes in parts. Its brackets and punctuation go where the words around
    want them, and those of parts that run from right to left have to be mirrored.

    Args:
        texts: The words and spaces in the order they are read.
        base: The direction of the paragraph.
        before: The end of what is read before the line in its paragraph.
        after: The beginning of what is read after it.
    """
    if not is_available():
        order = enumerate(texts)
        return tuple(LevelRun(at, 0, len(text), rtl=direction(text) == "rtl") for at, text in order)
    runs = list(_runs(texts, _levels("".join(texts), base, before, after)))
    return tuple(runs[at][0] for at in _reordered([level for _, level in runs]))


def _runs(texts: Sequence[str], levels: Sequence[int]) -> Iterator[tuple[LevelRun, int]]:
    """The parts of texts that have one level, each with it."""
    begin = 0
    for number, text in enumerate(texts):
        start = 0
        for at in range(1, len(text) + 1):
            if at == len(text) or levels[begin + at] != levels[begin + start]:
                level = levels[begin + start]
                yield LevelRun(number, start, at, rtl=level % 2 == 1), level
                start = at
        begin += len(text)


def _levels(text: str, base: Direction, before: str = "", after: str = "") -> list[int]:
    """The embedding level of every character of a line: even ones run from left to right."""
    display = _algorithm()
    drawable = _SURROGATES.sub("\ufffd", before + text + after)
    if display is None or (base == "ltr" and not needs_bidi(drawable)):
        return [0] * len(text)
    shown = str(display(drawable, base_dir=base[0].upper(), debug=True))
    of_bytes = _LEVEL.findall(shown[shown.rindex(_LEVELS) :])
    levels, at = [], 0
    for char in drawable:
        levels.append(int(of_bytes[at]))
        at += len(char.encode())
    return _settled(text, levels[len(before) : len(before) + len(text)], int(base == "rtl"))


def _settled(text: str, levels: list[int], lowest: int) -> list[int]:
    """The levels with blanks at the line's end, and tabs, as the paragraph runs (UAX #9, L1)."""
    ends = True
    for at in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[at])
        ends = kind in {"S", "B"} or (ends and kind in _BLANK)
        if ends:
            levels[at] = lowest
    return levels


def _reordered(levels: Sequence[int]) -> tuple[int, ...]:
    """The places of a line from left to right: every stretch of a level is turned (UAX #9, L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return tuple(order)
