"""What the agenda already knows, for recognizing and matching abstracts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from programkit.files.readers.markdown.escapes import bare
from programkit.files.readers.markdown.people import Named, people_in
from programkit.files.readers.markdown.timeline import TalkRow
from programkit.text.folding import folded
from programkit.text.names import similar_names

_ALIKE = 85
"""Per cent of likeness from which two titles are variants of one."""
_LONG_ENOUGH = 12
"""Characters of a title that may be the beginning of a longer variant."""
_MOST = 20
"""Talks that are looked at for one clue: more at one time, or by one person, are no booklet."""


def title_key(title: str) -> str:
    """A title without marks, punctuation, case and accents."""
    return folded(bare(title))


def alike(one: str, other: str) -> bool:
    """Whether two titles are one, perhaps spelled differently."""
    left, right = title_key(one), title_key(other)
    if not left or not right:
        return False
    short, long = sorted((left, right), key=len)
    begins = len(short) >= _LONG_ENOUGH and long.startswith(f"{short} ")
    return left == right or begins or fuzz.ratio(left, right) >= _ALIKE


@dataclass(frozen=True, slots=True)
class Clue:
    """What an abstract's head says about which talk it is."""

    day: int | None
    start: int | None
    names: tuple[str, ...]
    title: str = ""


class Known:
    """The talks of the agenda, by what abstracts may say about them."""

    def __init__(self, rows: Sequence[tuple[int, TalkRow]]) -> None:
        self._by_name: dict[str, list[tuple[int, TalkRow]]] = {}
        self._by_title: dict[str, list[tuple[int, TalkRow]]] = {}
        self._by_time: dict[tuple[int | None, int], list[tuple[int, TalkRow]]] = {}
        for day, row in rows:
            for person in speakers_of(row):
                self._by_name.setdefault(folded(person.name), []).append((day, row))
            if row.title:
                self._by_title.setdefault(title_key(row.title), []).append((day, row))
            for some_day in (day, None):
                self._by_time.setdefault((some_day, row.start), []).append((day, row))

    def person(self, name: str) -> bool:
        """Whether the agenda names that person, in whatever spelling."""
        return folded(name) in self._by_name

    def has_title(self, text: str) -> bool:
        """Whether the agenda has that title."""
        return title_key(text) in self._by_title

    def talk(self, clue: Clue) -> TalkRow | None:
        """The talk that a clue means: by name and time, by title, by time, by name alone."""
        timed = [] if clue.start is None else self._by_time.get((clue.day, clue.start), [])[:_MOST]
        named = [row for name in clue.names for row in self._by_name.get(folded(name), ())[:_MOST]]
        titled = self._by_title.get(title_key(clue.title), [])[:_MOST] if clue.title else []
        timed_rows = [row for _, row in timed]
        for found in (
            [row for _, row in named if row in timed_rows],
            [row for _, row in titled if row in timed_rows],
            [row for _, row in named if row in [other for _, other in titled]],
            [row for _, row in timed if self._agrees(row, clue)],
            [row for _, row in titled],
            self._on_day(named, clue.day),
        ):
            if found:
                return found[0]
        return None

    def _agrees(self, row: TalkRow, clue: Clue) -> bool:
        """Whether a talk at the right time may be meant: nothing that is known contradicts."""
        speakers = speakers_of(row)
        if not clue.names or not speakers:
            return True
        return any(
            similar_names(s.name, name) or s.name == name for s in speakers for name in clue.names
        )

    def _on_day(self, named: list[tuple[int, TalkRow]], day: int | None) -> list[TalkRow]:
        """The only talk of a person, or the only one on that day."""
        on_day = [row for other, row in named if other == day]
        rows = [row for _, row in named]
        return on_day if len(on_day) == 1 else rows if len(rows) == 1 else []


def speakers_of(row: TalkRow) -> tuple[Named, ...]:
    """The speakers a row names."""
    return people_in(row.content.speakers)
