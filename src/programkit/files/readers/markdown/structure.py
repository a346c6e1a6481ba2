"""The parts of a booklet: cover, days of the agenda, abstracts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from programkit.files.readers.markdown.days import DayHeading, day_heading, section_of
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.people import looks_like_names
from programkit.files.readers.markdown.rows import Header, Row, row_of
from programkit.files.readers.markdown.vocabulary import label_of

_PROSE = 100
"""Characters from which a line is no longer a title or a name."""


@dataclass
class RowPart:
    """A row, the head of its table, and the lines below it that are no rows."""

    row: Row
    header: Header | None
    below: list[Line] = field(default_factory=list)


@dataclass
class HeadPart:
    """A heading within a day, or a line with a label such as ``Room:``."""

    line: Line


@dataclass
class DayPart:
    """A day of the agenda as it stands in the text."""

    heading: DayHeading | None
    parts: list[RowPart | HeadPart] = field(default_factory=list)

    @property
    def rows(self) -> list[RowPart]:
        """Its rows."""
        return [part for part in self.parts if isinstance(part, RowPart)]


@dataclass
class AbstractsPart:
    """Lines of abstracts, under the day they stand under."""

    heading: DayHeading | None
    lines: list[Line] = field(default_factory=list)


@dataclass
class Booklet:
    """The lines of a text by part."""

    cover: list[Line] = field(default_factory=list)
    days: list[DayPart] = field(default_factory=list)
    abstracts: list[AbstractsPart] = field(default_factory=list)
    sections: list[Line] = field(default_factory=list)
    """Headings that only open a part."""
    stray: list[Line] = field(default_factory=list)
    """Lines that belong to nothing."""


def divide(lines: Sequence[Line]) -> Booklet:
    """Divide the lines of a text into the parts of a booklet."""
    divider = _Divider(lines)
    for place in range(len(lines)):
        divider.take(place)
    return divider.booklet


class _Divider:
    """Walks through the lines once; what it knows is in which part it is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.booklet = Booklet()
        self._lines = lines
        self._zone = "cover"
        self._header: Header | None = None
        self._last: RowPart | None = None
        self._rows = [row_of(line) for line in lines]
        used = [place for place, line in enumerate(lines) if line.used]
        self._next = dict(zip(used, range(len(used)), strict=True))
        self._used = used

    def take(self, place: int) -> None:
        """Put one line where it belongs."""
        line = self._lines[place]
        if not line.used:
            self._add(line)
            return
        section = section_of(line)
        if section:
            self._open(section, line)
            return
        day = self._day(place, line)
        if day is not None:
            self._start_day(day, place)
        elif self._zone == "abstracts":
            self._add(line)
        else:
            self._in_agenda(place, line)

    def _open(self, section: str, line: Line) -> None:
        self._zone = section
        heading = day_heading(line)
        if section == "abstracts":
            self.booklet.abstracts.append(AbstractsPart(heading))
        elif heading is not None:
            self._add_day(heading)
        if heading is None:
            self.booklet.sections.append(line)

    def _day(self, place: int, line: Line) -> DayHeading | None:
        """The day that a line opens: on a cover rows must follow, among abstracts it is marked."""
        if self._rows[place] is not None or (self._zone == "abstracts" and not _marked(line)):
            return None
        heading = day_heading(line)
        if heading is None or (self._zone == "cover" and not self._opens_agenda(place)):
            return None
        return heading

    def _opens_agenda(self, place: int) -> bool:
        """Whether rows follow a date on the cover, with at most their heads between."""
        spots = self._following(place, 3)
        for spot in spots:
            if self._rows[spot] is not None:
                return True
            line = self._lines[spot]
            if section_of(line) or day_heading(line):
                return False
            if not (_marked(line) or label_of(line.text)[0]):
                return False
        return False

    def _start_day(self, heading: DayHeading, place: int) -> None:
        if self._zone == "cover":
            self._zone = "agenda"
        same = [day for day in self.booklet.days if day.rows and same_day(day.heading, heading)]
        if same and self._zone == "agenda" and not self._rows_follow(place, 2, least=2):
            self._zone = "abstracts"
        if self._zone == "abstracts":
            self.booklet.abstracts.append(AbstractsPart(heading))
        else:
            self._add_day(heading)

    def _add_day(self, heading: DayHeading) -> None:
        self._header = None
        self._last = None
        self.booklet.days.append(DayPart(heading))

    def _in_agenda(self, place: int, line: Line) -> None:
        """A line of the cover or of the agenda, which opens with its first row."""
        row = self._rows[place]
        if isinstance(row, Header):
            if self._rows_follow(place, 1):
                self._header = row
                return
            row = None
        if isinstance(row, Row):
            self._zone = "agenda"
            if self._header and self._header.line.text.startswith("|") != line.text.startswith("|"):
                self._header = None
            self._last = RowPart(row, self._header)
            self._in_some_day().parts.append(self._last)
        elif self._zone == "agenda" and self._heads(place, line):
            self._in_some_day().parts.append(HeadPart(line))
        elif self._zone == "agenda" and self._entries_begin(place, line):
            self._zone = "abstracts"
            self.booklet.abstracts.append(AbstractsPart(None, [line]))
        else:
            self._add(line)

    def _heads(self, place: int, line: Line) -> bool:
        """Whether a line heads the rows that follow it."""
        if self.booklet.days and label_of(line.text)[0] in {"room", "chair"}:
            return True
        spots = self._following(place, 4)
        opens = (s for s in spots if isinstance(self._rows[s], Row) or day_heading(self._lines[s]))
        first = next(opens, None)
        return _marked(line) and first is not None and isinstance(self._rows[first], Row)

    def _in_some_day(self) -> DayPart:
        """The day that lines belong to; one without a heading, where none was named yet."""
        if not self.booklet.days:
            self.booklet.days.append(DayPart(None))
        return self.booklet.days[-1]

    def _add(self, line: Line) -> None:
        match self._zone:
            case "cover":
                self.booklet.cover.append(line)
            case "abstracts":
                self.booklet.abstracts[-1].lines.append(line)
            case _:
                (self._last.below if self._last else self.booklet.stray).append(line)

    def _following(self, place: int, count: int) -> list[int]:
        start = self._next[place] + 1
        return self._used[start : start + count]

    def _rows_follow(self, place: int, within: int, least: int = 1) -> bool:
        """Whether so many of the next lines are rows."""
        found = [
            spot for spot in self._following(place, within) if isinstance(self._rows[spot], Row)
        ]
        return len(found) >= least

    def _entries_begin(self, place: int, line: Line) -> bool:
        """Whether abstracts begin here without saying so: a name and prose follow, and no row."""
        if not (_marked(line) or line.text.startswith("**")):
            return False
        spots = [place, *self._following(place, 4)]
        if any(isinstance(self._rows[spot], Row) for spot in spots[:3]):
            return False
        texts = [self._lines[spot].text for spot in spots]
        named = any(looks_like_names(text) for text in texts[:3] if len(text) < _PROSE)
        return named and any(len(text) > _PROSE for text in texts)


def _marked(line: Line) -> bool:
    return bool(line.level or line.bold)


def same_day(one: DayHeading | None, other: DayHeading) -> bool:
    """Whether two headings name one day."""
    if one is None:
        return False
    if one.reading is None or other.reading is None:
        return one.number == other.number and one.reading == other.reading
    return one.reading.days == other.reading.days
