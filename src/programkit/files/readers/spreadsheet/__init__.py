"""Reads tables of talks: CSV as any program writes it, and XLSX. Formulas are never evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from programkit.errors import Fault, LoadError
from programkit.files.locate import Place, Rows, Table
from programkit.files.native.naming import resolve_names
from programkit.files.native.shapes import Shaper
from programkit.files.native.validate import conference_of
from programkit.files.readers.base import Reading
from programkit.files.readers.spreadsheet.agenda import agenda_of
from programkit.files.readers.spreadsheet.contributions import Contributions
from programkit.files.readers.spreadsheet.entries import entries_of
from programkit.files.readers.spreadsheet.headers import guess, mapped
from programkit.files.reading import Circumstances
from programkit.files.tables import SUFFIXES, TABLE_EMPTY, Sheet, is_table, read_sheet
from programkit.model.conference import Conference
from programkit.model.findings import Level
from programkit.text.characters import excerpt

CODES = {
    "affiliation-unmatched": "A row has another number of affiliations than of speakers.",
    "column-unused": "A column of the table is none of our fields.",
    "date-ambiguous": "A date can mean two days.",
    "date-carried": "A row without a date was taken to be of the day of the row above.",
    "date-unreadable": "A date cannot be read.",
    "email-unmatched": "A row has another number of addresses than of speakers.",
    "encoding-guessed": "The text is not UTF-8 and was read as Windows-1252.",
    "id-twice": "Two rows have one id.",
    "length-unreadable": "A length of time cannot be read.",
    "name-turned": "A name with the family name first was turned.",
    "name-variant": "A name is spelled in two ways.",
    "offset-unused": "Times state an offset from UTC, and are read as the clocks show them.",
    "row-ragged": "A row has another number of cells than the header.",
    "row-unused": "A row above the column names was not read.",
    "sheet-unused": "A further sheet of the workbook was not read.",
    "speaker-inferred": "The first author was taken for the speaker.",
    "state-unknown": "A state is not known.",
    TABLE_EMPTY: "A table has column names and no row below them.",
    "time-unreadable": "A time cannot be read.",
    "title-inferred": "The title of the conference was made of the file's name.",
    "url-unmatched": "A row has another number of web pages than of speakers.",
    "weekday-mismatch": "A stated weekday is not that of its date.",
    "year-missing": "A date states no year.",
}
"""Findings of this reader, by code."""


_TELLING = {"title", "speakers", "authors", "last_name"}
_MOST_ABOVE = 8


@dataclass(frozen=True, slots=True)
class SpreadsheetReader:
    """Reads a table with a row for each talk or break."""

    mapping: Mapping[str, str] | None = None
    """Headers by our field names; none given means all are guessed."""
    name: str = "spreadsheet"
    suffixes: tuple[str, ...] = SUFFIXES

    def recognizes(self, path: Path, head: bytes) -> bool:
        """Whether it is a workbook, or named as a table."""
        return is_table(path.name) and (not path.name.endswith(".xlsx") or head.startswith(b"PK"))

    def read(self, path: Path) -> Reading:
        """The talks, people and, where there are times, days of a table.

        Raises:
            LoadError: The file is no table, or has no column of titles or speakers.
        """
        around = Circumstances()
        sheet = _headed(read_sheet(path, any_encoding=True), self.mapping, around)
        columns = self._columns(sheet)
        _report_leftovers(sheet, columns, around)
        tree = _tree(sheet, columns, path, around)
        Shaper(around).shape(Conference, tree, "")
        resolve_names(tree, around)
        conference = conference_of(tree, around, "")
        return conference, conference.findings

    def _columns(self, sheet: Sheet) -> dict[str, int]:
        titles = sheet.header.cells
        if self.mapping is not None:
            return mapped(titles, self.mapping, sheet.file)
        columns = guess(titles)
        if not columns.keys() & _TELLING:
            message = "no column looks like titles or speakers"
            remedy = "name the columns in a mapping file: title: …"
            raise LoadError([Fault(message, sheet.file, sheet.header.line, remedy=remedy)])
        return columns


def _headed(sheet: Sheet, mapping: Mapping[str, str] | None, around: Circumstances) -> Sheet:
    """The table below a title that stands above its column names."""
    rows = (sheet.header, *sheet.rows)
    for number, row in enumerate(rows[:_MOST_ABOVE]):
        known = len(guess(row.cells)) > 1 and guess(row.cells).keys() & _TELLING
        if known or set((mapping or {}).values()) & set(row.cells):
            for above in rows[:number]:
                message = f'"{excerpt(" ".join(above.cells))}" stands above the column names'
                place = Place(sheet.file, above.line)
                around.finding("row-unused", Level.NOTE, message, place, "", "add what it says")
            return replace(sheet, header=row, rows=rows[number + 1 :])
    return sheet


def _tree(sheet: Sheet, columns: Mapping[str, int], path: Path, around: Circumstances) -> Table:
    """The conference that the rows make, as data."""
    top = Place(sheet.file, sheet.header.line)
    found = Contributions(around)
    rooms: dict[str, Table] = {}
    entries = entries_of(sheet, columns, around)
    talks = [(entry, "" if entry.is_break else found.add(entry)) for entry in entries]
    days = agenda_of(talks, rooms, around)
    tree = Table({"title": path.stem.replace("_", " ").strip() or "Untitled"}, top)
    around.finding(
        "title-inferred",
        Level.NOTE,
        f'the table does not name the conference; its file does: "{tree["title"]}"',
        top,
        "title",
        "write the title",
    )
    lists = {
        "rooms": Rows(rooms.values()),
        "people": found.people,
        "tracks": Rows(found.tracks.values()),
        "talks": found.talks,
        "days": days,
    }
    for kind, rows in lists.items():
        if rows:
            rows.places = [item.place for item in rows]
            tree.put(kind, rows)
    return tree


def _report_leftovers(sheet: Sheet, columns: Mapping[str, int], around: Circumstances) -> None:
    """Nothing is dropped silently: columns and sheets that are not used are findings."""
    place = Place(sheet.file, sheet.header.line)
    for number, title in enumerate(sheet.header.cells):
        if number not in columns.values() and (title or _filled(sheet, number)):
            message = f'column "{title or number + 1}" is not used'
            remedy = "map it to a field in a mapping file, if it is one"
            around.finding("column-unused", Level.NOTE, message, place, "", remedy)
    if not sheet.rows:
        empty = "the table has column names and no row below them"
        around.finding(TABLE_EMPTY, Level.SOFT, empty, place, "", "add a row for each talk")
    for other in sheet.others:
        message = f'sheet "{other}" was not read'
        around.finding("sheet-unused", Level.NOTE, message, place, "", "import it on its own")
    if sheet.encoding != "utf-8":
        message = f"the text is not UTF-8; it was read as {sheet.encoding}"
        remedy = "look at accented letters, or save the file as UTF-8"
        around.finding("encoding-guessed", Level.SOFT, message, place, "", remedy)


def _filled(sheet: Sheet, column: int) -> bool:
    return any(len(row.cells) > column and row.cells[column] for row in sheet.rows)
