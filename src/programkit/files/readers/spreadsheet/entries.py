"""The rows of a table as entries with named fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from programkit.files.locate import Place
from programkit.files.readers.spreadsheet.cells import day_in, length_in, moment_in
from programkit.files.reading import Circumstances
from programkit.files.tables import Row, Sheet
from programkit.model.findings import Level
from programkit.text.dates import DateReading, Order, parse_date
from programkit.text.times import parse_minutes

_BREAKS = re.compile(
    r"\b(break|coffee|lunch|dinner|kaffee|mittag|reception|registration|pauza|pausa)|pause\b",
    re.IGNORECASE,
)
_BREAK_KINDS = frozenset({"break", "pause", "coffee", "lunch", "social", "pausa", "pauza"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One row."""

    place: Place
    cells: Mapping[str, str]
    """What is given, by our field names."""
    day: str = ""
    """Its date in ISO form; empty where there is none, or it cannot be told."""

    def get(self, field: str) -> str:
        """What a field holds; empty where nothing is given."""
        return self.cells.get(field, "")

    @property
    def is_break(self) -> bool:
        """Whether it is a pause, not a talk."""
        if self.get("kind").lower() in _BREAK_KINDS:
            return True
        return not self.get("speakers") and bool(_BREAKS.search(self.get("title")))


def entries_of(
    sheet: Sheet, columns: Mapping[str, int], around: Circumstances
) -> tuple[Entry, ...]:
    """The rows as entries; what does not fit the header, or has no date, is a finding."""
    entries: list[Entry] = []
    top = Place(sheet.file, sheet.header.line)
    for row in sheet.rows:
        place = Place(sheet.file, row.line)
        _judge_width(sheet, row, place, around)
        cells = {
            field: row.cells[column]
            for field, column in columns.items()
            if column < len(row.cells) and row.cells[column]
        }
        name = " ".join(cells.pop(part, "") for part in ("first_name", "last_name")).strip()
        if name:
            cells.setdefault("speakers", name)
        if cells:
            entries.append(Entry(place, _in_words(cells, place, top, around)))
    return _dated(entries, around)


def _in_words(
    cells: dict[str, str], place: Place, top: Place, around: Circumstances
) -> dict[str, str]:
    """The cells with dates, times and lengths as people write them."""
    moments = {field: moment_in(cells[field]) for field in ("start", "end") if field in cells}
    if "date" in cells:
        at = moment_in(cells["date"])
        if at.day and at.clock != "00:00" and "start" not in cells:
            moments["start"] = at
        cells["date"] = day_in(cells["date"])
    for field, moment in moments.items():
        cells[field] = moment.clock
        if moment.day:
            cells.setdefault("date", moment.day)
    if "minutes" in cells:
        cells["minutes"] = length_in(cells["minutes"])
        _judge_length(cells, place, around)
    offset = next((moment.offset for moment in moments.values() if moment.offset), "")
    if offset:
        message = f"times have an offset from UTC ({offset}); they are read as the clocks show them"
        around.finding("offset-unused", Level.NOTE, message, top, "", "check them, and timezone:")
    return cells


def _judge_length(cells: dict[str, str], place: Place, around: Circumstances) -> None:
    try:
        parse_minutes(cells["minutes"])
    except ValueError as error:
        message, _, remedy = f"{error}".partition("; ")
        around.finding(
            "length-unreadable", Level.SOFT, f"{message}; it stays open", place, "", remedy
        )
        del cells["minutes"]


def _judge_width(sheet: Sheet, row: Row, place: Place, around: Circumstances) -> None:
    extra = [cell for cell in row.cells[len(sheet.header.cells) :] if cell]
    if extra:
        message = f"the row has more cells than the header; not used: {'; '.join(extra)}"
        around.finding("row-ragged", Level.SOFT, message, place, "", "quote cells with separators")
    elif len(row.cells) < len(sheet.header.cells) and sheet.file.lower().endswith((".csv", ".tsv")):
        message = f"the row has {len(row.cells)} cells, the header {len(sheet.header.cells)}"
        around.finding("row-ragged", Level.NOTE, message, place, "", "check that none is missing")


def _dated(entries: Sequence[Entry], around: Circumstances) -> tuple[Entry, ...]:
    """The entries with their dates, numbers read in the order that all dates of the table allow."""
    order = _order(entry.get("date") for entry in entries)
    dated, day = [], ""
    for entry in entries:
        if entry.get("date"):
            day = _day(entry, order, around)
        elif day and entry.get("start"):  # one cell for all of a day, or written only once
            message = f"rows without a date, from this one on, are taken to be of {day}"
            if not any(finding.code == "date-carried" for finding in around.findings):
                remedy = "give each its date if they are not"
                around.finding("date-carried", Level.NOTE, message, entry.place, "", remedy)
        own = day if entry.get("date") or entry.get("start") else ""
        dated.append(Entry(entry.place, entry.cells, own))
    return tuple(dated)


def _order(texts: Iterable[str]) -> Order | None:
    """Day first or month first, where one date of the table tells."""
    for text in texts:
        day_first, month_first = _reading(text, "dmy"), _reading(text, "mdy")
        if bool(day_first) != bool(month_first):
            return "dmy" if day_first else "mdy"
    return None


def _reading(text: str, order: Order | None, year: int | None = None) -> DateReading | None:
    try:
        return parse_date(text, year=year, order=order)
    except ValueError:
        return None


def _day(entry: Entry, order: Order | None, around: Circumstances) -> str:
    text = entry.get("date")
    if not text:
        return ""
    reading = _reading(text, order, around.year)
    if reading is None:
        _unclear("date-unreadable", f'"{text}" is no date', entry, around)
    elif reading.ambiguous:
        _unclear("date-ambiguous", f'"{text}" can mean two dates', entry, around)
    elif reading.date is None:
        _unclear("year-missing", f'"{text}" has no year', entry, around)
    else:
        _judge_weekday(reading, reading.date, text, entry, around)
        return reading.date.isoformat()
    return ""


def _unclear(code: str, message: str, entry: Entry, around: Circumstances) -> None:
    remedy = "write the date as 2024-09-30"
    around.finding(code, Level.SOFT, f"{message}; the day stays open", entry.place, "", remedy)


def _judge_weekday(
    reading: DateReading, day: date, text: str, entry: Entry, around: Circumstances
) -> None:
    if reading.weekday_differs:
        message = f'"{text}" is a {day:%A} in {day.year}'
        remedy = "correct the weekday or the date"
        around.finding("weekday-mismatch", Level.HARD, message, entry.place, "", remedy)
