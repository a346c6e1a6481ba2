"""Headings of days: which date they mean, and what else they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from programkit.files.readers.markdown.escapes import shown, unmasked
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.vocabulary import ABSTRACTS, AGENDA, SECTION_FILLERS, words
from programkit.text.dates import DateReading, parse_date, parse_date_range
from programkit.text.datewords import weekdays
from programkit.text.folding import folded

_LONGEST = 160
_DIVIDER = re.compile(r"\s+[—–|·-]\s+|\s*[—|·]\s*|:\s+|(?<=\w)\s+(?=\()")
_COMMA = re.compile(r",\s+")
_LEAP_YEAR = 2000
_NUMBERED = re.compile(r"(?:day|tag|jour|giorno|día|dag|dan)\s+(\d{1,2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayHeading:
    """What a heading says about a day."""

    line: int
    level: int
    text: str
    """As printed, without marks."""
    reading: DateReading | None
    """Its date as read; nothing for "Day 2"."""
    number: int | None
    """2 for "Day 2"."""
    weekday: int | None
    """The weekday that is named, Monday being 0."""
    title: str
    """What else it says; escaped characters are out of sight."""


def section_of(line: Line) -> str:
    """The part of a booklet that a heading opens: "agenda", "abstracts" or none (empty)."""
    if not 0 < len(line.text) <= _LONGEST or line.bullet or line.text[0] in "|>":
        return ""
    text = shown(line.text)
    head = _DIVIDER.split(text.rstrip(":"), maxsplit=1)[0]
    named = words(head)
    rest = text[len(head) :].strip(" —–|·-:")
    if rest and not (line.level and day_of(text, line)):
        return ""
    marked = bool(line.level or line.bold)
    known = all(word in AGENDA | ABSTRACTS | SECTION_FILLERS for word in named)
    if not named or not known or not (marked or len(named) == 1):
        return ""
    if any(word in ABSTRACTS for word in named):
        return "abstracts"
    return "agenda" if any(word in AGENDA for word in named) else ""


def day_heading(line: Line) -> DayHeading | None:
    """The day that a line names; nothing where it names none."""
    if line.bullet or "\t" in line.text or line.text.startswith(("|", ">")):
        return None
    return day_of(shown(line.text), line) if 0 < len(line.text) <= _LONGEST else None


def day_of(text: str, line: Line) -> DayHeading | None:
    """The day in a text of that line."""
    if not re.search(r"\d", text) or several_days(text):
        return None
    ends = [*(found.span() for found in _DIVIDER.finditer(text)), (len(text), len(text))]
    number = _NUMBERED.match(text)
    start = 0
    before: list[str] = []
    for end, following in ends:
        part = text[start:end].strip(" ()")
        reading = read_date(part)
        if reading or (number and number.end() == end and not start):
            after = text[following:]
            if text[end : end + 2] == " (":
                after = re.sub(r"^\(([^()]*)\)$", r"\1", after)
            if reading or not _date_within(after):
                title = " – ".join([*before, *([after] if after else [])])
                return _heading(line, text, reading, number, title)
        elif part and not _section(part):
            before.append(part)
        start = following
    return None


def several_days(text: str) -> bool:
    """Whether a text gives first and last day, perhaps behind a place: no day is named by that."""
    return any(
        _is_range(text[at:]) for at in (0, *(found.end() for found in _COMMA.finditer(text)))
    )


def _is_range(text: str) -> bool:
    try:
        first, last = parse_date_range(text, year=_LEAP_YEAR)
    except ValueError:
        return False
    return first != last


def _date_within(text: str) -> bool:
    return any(read_date(part.strip(" ()")) for part in _DIVIDER.split(text))


def _heading(
    line: Line, text: str, reading: DateReading | None, number: re.Match[str] | None, title: str
) -> DayHeading:
    weekday = reading.weekday if reading else None
    if weekday is None and folded(title) in weekdays():
        weekday, title = weekdays()[folded(title)], ""
        reading = replace(reading, weekday=weekday) if reading else None
    count = int(number[1]) if number else None
    return DayHeading(line.number, line.level, unmasked(text), reading, count, weekday, title)


def _section(text: str) -> bool:
    named = words(text)
    return len(named) <= 3 and any(word in ABSTRACTS or word in AGENDA for word in named)


def read_date(text: str) -> DateReading | None:
    """A date; nothing where the text is none."""
    if len(text) > 60 or not re.search(r"\d", text) or re.fullmatch(r"[\d\s]+", text):
        return None
    try:
        return parse_date(text)
    except ValueError:
        return None
