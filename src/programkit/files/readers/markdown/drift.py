"""Whether things of one kind are written in one way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from programkit.files.readers.markdown.entries import Entry
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.structure import Booklet, DayPart

_T = TypeVar("_T")


def note_drift(booklet: Booklet, entries: Sequence[Entry], notes: Notes) -> None:
    """Note where headings or rows are written in several ways."""
    days = [day.heading for day in booklet.days if day.heading is not None]
    _levels("headings of days", [(day.level, day.line) for day in days], notes)
    titles = [(entry.title_level, entry.title_line) for entry in entries if entry.title]
    _levels("titles of abstracts", titles, notes)
    _shapes(booklet.days, notes)


def _levels(what: str, levels: Sequence[tuple[int, int]], notes: Notes) -> None:
    counts = Counter(level for level, _ in levels)
    if len(counts) < 2:
        return
    usual = _most(level for level, _ in levels)
    line = next(line for level, line in levels if level != usual)
    named = ", ".join(f"{counts[level]} {_level(level)}" for level in sorted(counts))
    notes.add(
        "heading-level-drift",
        line,
        f"{what} have several levels: {named}",
        "nothing: levels were not relied on",
    )


def _level(level: int) -> str:
    return f"with {'#' * level}" if level else "without a mark"


def _shapes(days: Sequence[DayPart], notes: Notes) -> None:
    rows = [(part.row.shape, part.row.line.number) for day in days for part in day.rows]
    counts = Counter(shape for shape, _ in rows)
    usual = _most(shape for shape, _ in rows) if rows else ""
    for shape in sorted(counts):
        if shape != usual:
            line = next(line for other, line in rows if other == shape)
            notes.add(
                "row-format-drift",
                line,
                f"{counts[shape]} of {len(rows)} rows are written as {shape}, most as {usual}",
                "nothing, if they were read right",
            )


def _most(things: Iterable[_T]) -> _T:
    return Counter(things).most_common(1)[0][0]
