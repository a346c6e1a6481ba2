"""What each line of a page is by itself, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from programkit.files.readers.markdown.escapes import shown, unmasked
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.paragraphs import is_sentence
from programkit.files.readers.markdown.people import people_in
from programkit.files.readers.seminars.names import is_name
from programkit.files.readers.seminars.places import is_place
from programkit.files.readers.seminars.vocabulary import (
    NAVIGATION,
    OF_PAGE,
    is_table_head,
    label_of,
    section_of,
    unglued,
)
from programkit.files.readers.seminars.whens import When, dated, only_time

Kind = Literal[
    "blank", "navigation", "table", "section", "when", "time", "label", "page", "member", "room",
    "text",
]  # fmt: skip
_LONGEST_MEMBER: Final = 160
_FEWEST: Final = 3
"""Lines with a name and an affiliation, one after the other, that make a list of people."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line, or a part of one, and what it looks like."""

    line: Line
    kind: Kind
    text: str
    """What it says, behind its label; escaped characters are out of sight."""
    meaning: str = ""
    """Of a label or a section."""
    when: When | None = None
    glued: bool = False
    """Whether it stood right behind other text on its line."""

    @property
    def number(self) -> int:
        """Of its line."""
        return self.line.number


def marks_of(lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The marks of all lines; several for a line on which cells were glued together."""
    marks = [mark for line in lines for mark in _marks(line)]
    return tuple(_without_lonely_members(marks))


def is_member(text: str) -> bool:
    """Whether a line names one person with an affiliation in parentheses, and nothing else."""
    if len(text) > _LONGEST_MEMBER or not text.rstrip(" .;,").endswith(")"):
        return False
    people = people_in(text.rstrip(" .;,"))
    return len(people) == 1 and bool(people[0].affiliations) and is_name(people[0].name)


def _marks(line: Line) -> Iterator[Mark]:
    parts = list(unglued(line.text)) if line.used else [line.text]
    for place, part in enumerate(parts):
        one = line if len(parts) == 1 else replace(line, text=part, source=unmasked(part))
        yield replace(_mark(one), glued=place > 0)


def _mark(line: Line) -> Mark:
    if not line.used:
        return Mark(line, "blank", "")
    plain = shown(line.text.strip("*_"))
    if line.text.startswith(">"):
        return Mark(line, "text", line.text)
    return _by_words(line, plain) or _by_numbers(line, plain) or _by_shape(line, plain)


def _by_words(line: Line, plain: str) -> Mark | None:
    """What is known by its words: navigation, heads of tables, labels."""
    if NAVIGATION.fullmatch(unmasked(plain)):
        return Mark(line, "navigation", plain)
    if is_table_head(plain):
        return Mark(line, "table", plain)
    meaning, value = label_of(line.text)
    if meaning:
        return Mark(line, "label", value, meaning)
    meaning, value = label_of(line.text, OF_PAGE)
    return Mark(line, "page", shown(value), meaning) if meaning else None


def _by_numbers(line: Line, plain: str) -> Mark | None:
    """What is known by its numbers: dates, rooms, times."""
    when = dated(line.text, line.number)
    if when is not None and not _is_prose(when.rest):
        return Mark(line, "when", line.text, when=when)
    if is_place(unmasked(plain)):
        return Mark(line, "room", plain)
    time = only_time(line.text, line.number)
    return Mark(line, "time", plain, when=time) if time else None


def _by_shape(line: Line, plain: str) -> Mark:
    """Headings of parts, one of many people; and anything else."""
    if section := section_of(unmasked(plain)):
        return Mark(line, "section", plain, section)
    return Mark(line, "member" if is_member(line.text) else "text", line.text)


def _is_prose(text: str) -> bool:
    """Whether a sentence goes on behind a date: no line of a program does."""
    return "\t" not in text and len(text) > 60 and is_sentence(text) and not text.endswith(")")


def _without_lonely_members(marks: Sequence[Mark]) -> Iterator[Mark]:
    """One name with an affiliation is a speaker; several below each other are a list."""
    run: list[Mark] = []
    for mark in marks:
        if mark.kind == "member" or (mark.kind == "blank" and run):
            run.append(mark)
            continue
        yield from _judged(run)
        run = []
        yield mark
    yield from _judged(run)


def _judged(run: Sequence[Mark]) -> Iterator[Mark]:
    members = [mark for mark in run if mark.kind == "member"]
    for mark in run:
        lonely = mark.kind == "member" and len(members) < _FEWEST
        yield replace(mark, kind="text") if lonely else mark
