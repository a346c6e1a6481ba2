"""Which date each day of the agenda has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from programkit.files.readers.markdown.cover import Cover
from programkit.files.readers.markdown.days import DayHeading
from programkit.files.readers.markdown.notes import Notes
from programkit.model.findings import Level
from programkit.text.dates import DateReading


class Dates:
    """Finds dates of headings; what it infers is noted."""

    def __init__(self, cover: Cover, notes: Notes) -> None:
        self._cover = cover
        self._notes = notes
        self._inferred: list[int] = []
        self._year: int | None = None

    def of(self, heading: DayHeading | None) -> date | None:
        """The date of a day; nothing where the text does not say."""
        if heading is None:
            return self._only_day()
        if heading.reading is None:
            return self._numbered(heading)
        found = self._fitting(heading.reading)
        if len(found) != 1:
            self._ambiguous(heading, found)
            return None
        self._check_weekday(heading, found[0])
        if not heading.reading.year_stated:
            self._inferred.append(heading.line)
            self._year = found[0].year
        return found[0]

    def finish(self) -> None:
        """Note, once, that years were inferred."""
        if self._inferred:
            line = self._cover.lines.get("start", self._cover.lines.get("title", 1))
            days = "1 day" if len(self._inferred) == 1 else f"{len(self._inferred)} days"
            self._notes.add(
                "year-inferred",
                self._inferred[0],
                f"the headings of {days} say no year; {self._year} comes from line {line}",
                "nothing, if that is right",
            )

    def _only_day(self) -> date | None:
        start, end = self._cover.start, self._cover.end
        return start if start == end else None

    def _numbered(self, heading: DayHeading) -> date | None:
        """Day 2 is the second day of the dates on the cover."""
        start, end = self._cover.start, self._cover.end
        if start is None or end is None or heading.number is None:
            return None
        found = start + timedelta(days=heading.number - 1)
        if not start <= found <= end:
            return None
        self._notes.add(
            "date-inferred",
            heading.line,
            f'"{heading.text}" was read as {found}, counted from the first day',
            "write the date",
        )
        self._check_weekday(heading, found)
        return found

    def _fitting(self, reading: DateReading) -> list[date]:
        """The dates it can be: within the conference, else with the weekday, else all."""
        every = list(reading.candidates) or list(self._with_year(reading.days))
        start, end = self._cover.start, self._cover.end
        within = [day for day in every if start and end and start <= day <= end]
        if len(within) == 1:
            return within
        some = within or every
        fitting = [day for day in some if day.weekday() == reading.weekday]
        return fitting or some

    def _with_year(self, days: Iterable[tuple[int, int]]) -> list[date]:
        ends = [day.year for day in (self._cover.start, self._cover.end) if day is not None]
        years = dict.fromkeys([*ends, *([self._cover.year] if self._cover.year else [])])
        found = [_date(year, month, day) for month, day in days for year in years]
        return list(dict.fromkeys(day for day in found if day is not None))

    def _ambiguous(self, heading: DayHeading, found: list[date]) -> None:
        meanings = " or ".join(map(str, found))
        said = f"can mean {meanings}" if found else "says no year, and neither does the cover"
        self._notes.add(
            "date-ambiguous",
            heading.line,
            f'"{heading.text}" {said}',
            "write the whole date, or the dates of the conference on the cover",
            level=Level.SOFT,
        )

    def _check_weekday(self, heading: DayHeading, day: date) -> None:
        if heading.weekday not in {None, day.weekday()}:
            self._notes.add(
                "weekday-mismatch",
                heading.line,
                f'"{heading.text}": {day} is a {day:%A}',
                "correct the weekday or the date",
                level=Level.SOFT,
            )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
