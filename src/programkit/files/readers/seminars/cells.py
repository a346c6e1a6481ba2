"""Cells of a table that lost its borders: where the organizers end and the title begins.

``Samuel Brook Recent advances`` can be split only by knowing people: those that the page names
elsewhere, those that another version of it names, and those with whom several cells begin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from programkit.files.readers.markdown.people import looks_like_name
from programkit.files.readers.seminars.names import is_name
from programkit.text.folding import folded
from programkit.text.names import split_names

_MOST_WORDS = 24
"""Words at the beginning of a cell that may be names."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell taken apart."""

    names: str
    """Empty where it begins with none that is known."""
    rest: str
    maybe: str = ""
    """What may be a name at its beginning, though nothing confirms it."""
    sure: bool = True
    """Whether the cells themselves say where the names end."""


def split_cells(texts: Sequence[str], known: Iterable[str]) -> tuple[Cell, ...]:
    """Split each cell after the names it begins with."""
    people = {folded(name) for name in known}
    ways = [_prefixes(text) for text in texts]
    counts = Counter(folded(way) for found in ways for way in found)
    whole = Counter(folded(text) for text in texts)
    return tuple(
        _split(text, found, people, counts, whole[folded(text)])
        for text, found in zip(texts, ways, strict=True)
    )


def _split(
    text: str, ways: Sequence[str], known: set[str], counts: Counter[str], same: int
) -> Cell:
    named = [way for way in ways if all(folded(n) in known for n in split_names(way))]
    plain = [way for way in ways if all(map(looks_like_name, split_names(way)))]
    again = [way for way in plain if counts[folded(way)] > same]
    alike = [way for way in plain if same > 1]
    if named or again:
        names = max([*named, *again], key=len)
        return Cell(names, text[len(names) :].strip())
    if alike:
        names = min(alike, key=len)
        return Cell(names, text[len(names) :].strip(), sure=False)
    return Cell("", text, maybe=min(plain, key=len) if plain else "")


def _prefixes(text: str) -> list[str]:
    """The beginnings of a text that have the shape of names and are followed by more."""
    found = []
    for end in list(re.finditer(r"\s+", text))[:_MOST_WORDS]:
        before, after = text[: end.start()], text[end.end() :]
        names = split_names(before)
        ends = before[-1:].isalpha() or before.endswith(".")
        joined = re.match(r"(?:and|und|et|e|y|en|i|&)\s", after)
        if ends and not joined and names and all(map(is_name, names)):
            found.append(before)
    return found
