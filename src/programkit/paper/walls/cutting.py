"""Texts that are too long for a sheet: cut after a paragraph or a sentence, and saying so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from programkit.text.markup import Paragraph, Run

_SENTENCE = re.compile(r"(?<=\w{3})[.!?][\"'”’»)\]]*(?=\s)|[。！？]")
"""The end of a sentence; what follows shorter words may be an abbreviation."""
_CUT = Run(" …")
_WORDY = frozenset({"text", "item", "quote"})


def shortened(
    paragraphs: Sequence[Paragraph], fits: Callable[[Sequence[Paragraph]], bool]
) -> tuple[Paragraph, ...]:
    """As much of the beginning of a text as fits, with "…" where it was cut; nothing if none does.

    Args:
        paragraphs: The text.
        fits: Whether there is room for some of it.
    """
    cuts = list(_cuts(paragraphs))
    low, high = 0, len(cuts)
    while low < high:
        middle = (low + high) // 2
        if fits(cuts[middle]):
            low = middle + 1
        else:
            high = middle
    return cuts[low - 1] if low else ()


def _cuts(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, ...]]:
    """All beginnings of a text, from the shortest to the longest."""
    for number, each in enumerate(paragraphs):
        before = tuple(paragraphs[:number])
        for part in _beginnings(each):
            yield (*before, _open(part))
        if each.kind != "heading" and number + 1 < len(paragraphs):
            yield (*before, _open(each)) if each.kind in _WORDY else (*before, each, _ELLIPSIS)


def _beginnings(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The beginnings of a paragraph that end with a sentence, except all of it."""
    if paragraph.kind not in _WORDY:
        return
    runs = paragraph.runs
    whole = "".join(run.text for run in runs)
    starts = list(accumulate((len(run.text) for run in runs), initial=0))
    for sentence in _SENTENCE.finditer(whole):
        end = sentence.end()
        number = bisect_left(starts, end) - 1
        plain = runs[number].math is None and not runs[number].code
        if plain and not whole[end:].lstrip()[:1].islower():
            last = runs[number].saying(whole[starts[number] : end])
            yield replace(paragraph, runs=(*runs[:number], last))


def _open(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, runs=(*paragraph.runs, _CUT))


_ELLIPSIS = Paragraph((Run("…"),))
