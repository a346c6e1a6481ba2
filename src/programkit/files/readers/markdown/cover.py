"""The cover: title, dates, place, hosts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from programkit.files.readers.markdown.days import read_date
from programkit.files.readers.markdown.escapes import bare, restored, shown, unmasked
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.paragraphs import Paragraph, body_of, paragraphs_of
from programkit.files.readers.markdown.vocabulary import label_of
from programkit.model.findings import Level
from programkit.text.dates import parse_date_range
from programkit.text.folding import folded

_PLACE = re.compile(r"[^\W\d][\w .'’()/–-]*(?:,\s*[^\W\d][\w .'’()/–-]*){1,3}$")
_TOWN = re.compile(r"[^\W\d][\w .,'’()/–-]{0,80}$")
_BESIDE = re.compile(r"\s*[,;|·•]\s*|\s+[–—-]\s+")
_WEB = re.compile(r"https?://[^\s<>]+$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST_NAME = 120
_MANY = frozenset({"host", "sponsor", "contact"})


@dataclass
class Cover:
    """What the cover says."""

    facts: dict[str, str] = field(default_factory=dict)
    """Title, subtitle, place, time zone, language, web address, welcome; each as printed."""
    lists: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Hosts, sponsors, contacts, each with its line."""
    start: date | None = None
    end: date | None = None
    year: int | None = None
    """The year it names, from its dates or its title."""
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each fact."""
    alternatives: list[tuple[str, str, int]] = field(default_factory=list)
    """Other values of facts: field, value, line."""


def read_cover(lines: Sequence[Line], notes: Notes) -> Cover:
    """Read the lines before the agenda."""
    reader = _Reader(notes)
    for paragraph in _by_line(paragraphs_of(lines)):
        reader.take(paragraph)
    reader.finish()
    return reader.cover


def _by_line(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Line, ...]]:
    """Paragraphs, headings by themselves; short lines without a hard break stand for themselves."""
    for paragraph in paragraphs:
        block: list[Line] = []
        for line in paragraph.lines:
            if block and not _belongs(block[-1], line):
                yield tuple(block)
                block = []
            block.append(line)
        yield tuple(block)


def _belongs(above: Line, line: Line) -> bool:
    if above.level or line.level or label_of(line.text)[0]:
        return False
    if above.text.startswith(">"):
        return line.text.startswith(">")
    return above.hard or max(len(above.text), len(line.text)) > _LONGEST_NAME


class _Reader:
    """Takes the cover's paragraphs one after the other."""

    def __init__(self, notes: Notes) -> None:
        self.cover = Cover()
        self._notes = notes
        self._seen: dict[str, int] = {}
        self._again: list[int] = []
        self._unlabelled: list[tuple[str, int]] = []

    def take(self, lines: tuple[Line, ...]) -> None:
        """Use one paragraph."""
        key = folded(" ".join(bare(line.text) for line in lines))
        if key and key in self._seen:
            self._again += [line.number for line in lines]
            return
        self._seen[key] = lines[0].number
        meaning, value = label_of(lines[0].text)
        if lines[0].text.startswith(">"):
            self._welcome(lines)
        elif meaning:
            self._labelled(meaning, value, lines)
        elif not (self._dates(lines) or self._place_and_dates(lines) or self._heading(lines)):
            self._other(lines)

    def finish(self) -> None:
        """Settle what only the whole cover shows."""
        if self._again:
            self._notes.add(
                "duplicate-cover",
                self._again[0],
                f"{len(self._again)} lines of the cover are there twice",
                "delete one of the two covers",
            )
        self._guess_hosts()
        if not self.cover.facts.get("title"):
            remedy = "write the title of the conference"
            self._notes.add(
                "no-title", 1, "the text begins with no title", remedy, level=Level.SOFT
            )
        if self.cover.start:
            self.cover.year = self.cover.start.year
        else:
            years = _YEAR.findall(" ".join(self.cover.facts.values()))
            self.cover.year = int(years[0]) if len(set(years)) == 1 else None

    def _guess_hosts(self) -> None:
        if not self._unlabelled:
            return
        self.cover.lists.setdefault("host", []).extend(self._unlabelled)
        names = ", ".join(f'"{" ".join(name.split())}"' for name, _ in self._unlabelled)
        self._notes.add(
            "hosts-inferred",
            self._unlabelled[0][1],
            f"{names} stand on the cover without a label and were read as hosts",
            "move them if they are something else",
        )

    def _set(self, fact: str, value: str, line: int) -> None:
        """Set a fact; a second value is kept as an alternative."""
        if fact not in self.cover.facts:
            self.cover.facts[fact] = value
            self.cover.lines[fact] = line
        elif value != self.cover.facts[fact]:
            self.cover.alternatives.append((fact, value, line))
            self._notes.add(
                "duplicate-cover",
                line,
                f'the cover gives a second {fact}, "{value}"',
                "delete the wrong one",
                level=Level.SOFT,
            )

    def _labelled(self, meaning: str, value: str, lines: tuple[Line, ...]) -> None:
        number = lines[0].number
        rest = [bare(line.text.removesuffix("\\")) for line in lines[1:]]
        if meaning == "date" and self._range(shown(value), number):
            return
        if meaning in _MANY:
            name = "\n".join([bare(value.removesuffix("\\")), *rest])
            self.cover.lists.setdefault(meaning, []).append((name, number))
        elif meaning in {"place", "time zone", "language", "web", "subtitle"}:
            self._set(meaning, bare(" ".join([value, *rest])), number)
        elif meaning == "title":
            self._set("title", restored(value), number)
        else:
            self._notes.unused(lines[0])

    def _dates(self, lines: tuple[Line, ...]) -> bool:
        return len(lines) == 1 and self._range(shown(lines[0].text), lines[0].number)

    def _place_and_dates(self, lines: tuple[Line, ...]) -> bool:
        """A line below the title such as ``Bonn, 12–13 March 2026``, in either order."""
        if len(lines) > 1 or "title" not in self.cover.facts:
            return False
        text, number = shown(lines[0].text), lines[0].number
        for beside in _BESIDE.finditer(text):
            ends = text[: beside.start()], text[beside.end() :]
            for place, dates in (ends, ends[::-1]):
                if _TOWN.match(place) and not _YEAR.search(place) and self._range(dates, number):
                    self._set("place", unmasked(place), number)
                    return True
        return False

    def _range(self, text: str, line: int) -> bool:
        if len(text) > 80 or not re.search(r"\d", text):
            return False
        try:
            start, end = parse_date_range(text)
        except ValueError:
            return self._unclear(text, line)
        if self.cover.start is None:
            self.cover.start, self.cover.end = start, end
            self.cover.lines["start"] = self.cover.lines["end"] = line
            return True
        return (start, end) == (self.cover.start, self.cover.end)

    def _unclear(self, text: str, line: int) -> bool:
        """A date that can mean two days is reported; it stays open."""
        reading = read_date(text)
        if reading is None or not reading.candidates:
            return False
        meanings = " or ".join(str(candidate) for candidate in reading.candidates)
        self._notes.add(
            "date-ambiguous",
            line,
            f'"{text}" can mean {meanings}',
            "write the month as a word, or the date as 2024-09-30",
            level=Level.SOFT,
        )
        return True

    def _heading(self, lines: tuple[Line, ...]) -> bool:
        """The first heading, or else the first line, is the title; the next one the subtitle."""
        line = lines[0]
        titled = "title" in self.cover.facts
        short = len(lines) == 1 and len(line.text) <= 300
        if not short or (titled and not line.level):
            return False
        if titled and "subtitle" in self.cover.facts:
            return False
        marked = restored(line.text if line.level else line.text.strip("*_"))
        self._set(
            "subtitle" if titled else "title", bare(line.text) if titled else marked, line.number
        )
        return True

    def _welcome(self, lines: tuple[Line, ...]) -> None:
        before = self.cover.facts.get("welcome")
        source, _ = body_of(lines)
        self.cover.facts["welcome"] = f"{before}\n\n{source}" if before else source
        self.cover.lines.setdefault("welcome", lines[0].number)

    def _other(self, lines: tuple[Line, ...]) -> None:
        line = lines[0]
        text = shown(line.text)
        if len(lines) == 1 and _WEB.match(text):
            self._set("web", unmasked(text), line.number)
        elif len(lines) == 1 and "place" not in self.cover.facts and _PLACE.match(text):
            self._set("place", unmasked(text), line.number)
        elif max(len(part.text) for part in lines) > _LONGEST_NAME or text.endswith((".", "!")):
            self._welcome(lines)
        elif not line.bullet and not line.level:
            name = "\n".join(bare(part.text.removesuffix("\\")) for part in lines)
            self._unlabelled.append((name, line.number))
        else:
            for part in lines:
                self._notes.unused(part)
