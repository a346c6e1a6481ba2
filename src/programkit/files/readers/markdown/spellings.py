"""Names of known people inside running text, spelled in another way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from programkit.model.people import Person
from programkit.text.folding import folded

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.‐][^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A known name in a text."""

    person: str
    """Id."""
    written: str


class Spellings:
    """Finds known names in texts, whatever their accents."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_start: dict[tuple[str, str], list[tuple[tuple[str, ...], Person]]] = {}
        for person in people:
            parts = tuple(folded(part) for part in person.name.split())
            if len(parts) > 1 and all(parts):
                self._by_start.setdefault((parts[0], parts[1]), []).append((parts, person))

    def differing(self, text: str) -> Iterator[Spelling]:
        """The known names that are spelled differently in a text."""
        words = _WORD.findall(text)
        keys = [_key(word) for word in words] if self._by_start else []
        for place, start in enumerate(pairwise(keys)):
            for parts, person in self._by_start.get(start, ()):
                written = " ".join(words[place : place + len(parts)])
                if tuple(keys[place : place + len(parts)]) == parts:
                    name = written.removesuffix(".") if not person.name.endswith(".") else written
                    if name != person.name:
                        yield Spelling(person.id, name)


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return folded(word)
