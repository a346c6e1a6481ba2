"""Tables of text out of CSV and XLSX files: a header, and rows that know their lines."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from programkit.errors import Fault, LoadError
from programkit.files.limits import decoded, read_bytes
from programkit.text.characters import excerpt

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SUFFIXES = (".csv", ".tsv", ".xlsx")
"""Endings of the files that are read as tables."""
TABLE_EMPTY = "table-empty"
"""The finding about a table that has column names alone."""
_DELIMITERS = (",", ";", "\t", "|")
_UNPACKED = 64 * 1024 * 1024
_ENDLESS, _WIDEST, _GAP = 100_000, 4096, 1000
"""Rows and columns that are read of a sheet, and how many empty rows end it: a mark that somebody
left in its last cell stands for 17 thousand million cells."""
_ZIP = b"PK\x03\x04"
_FALLBACK = "cp1252"
_HEAD = 4096
"""Bytes that are looked at to tell an encoding."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    line: int
    """Line of the text, or row of the sheet, from 1."""
    cells: tuple[str, ...]
    """Texts, without white space around them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as read: the rows that are not empty."""

    file: str
    """Path as given."""
    header: Row
    """The first row that is not empty."""
    rows: tuple[Row, ...]
    """The others, of any length."""
    encoding: str = "utf-8"
    """Encoding of a text file."""
    others: tuple[str, ...] = ()
    """Names of further sheets, which are not read."""


def is_table(name: str) -> bool:
    """Whether a file's name says that it is a table."""
    return name.lower().endswith(SUFFIXES)


def read_sheet(path: Path, *, any_encoding: bool = False) -> Sheet:
    """The table in a CSV or XLSX file.

    Args:
        path: The file.
        any_encoding: Whether a text that is not UTF-8 is read as Windows-1252 in place of an error.

    Raises:
        LoadError: It is missing, too large, damaged or empty.
    """
    data = read_bytes(path)
    if data.startswith(_ZIP):
        return _from_workbook(path, data)
    text, encoding = _text(path, data, any_encoding=any_encoding)
    rows = list(_csv_rows(path, text))
    if not rows:
        _refuse(path, "the table is empty", remedy="begin it with a row of column names")
    return Sheet(str(path), rows[0], tuple(rows[1:]), encoding)


def _text(path: Path, data: bytes, *, any_encoding: bool) -> tuple[str, str]:
    try:
        return decoded(path, data), "utf-8"
    except LoadError:
        if not any_encoding:
            raise
    wide = _wide(data)
    if wide is None and b"\x00" in data:
        return decoded(path, data), ""  # which says what is wrong
    encoding = wide or _FALLBACK
    try:
        return decoded(path, data.decode(encoding).encode()), encoding
    except UnicodeError:
        _refuse(path, "its encoding is not known", remedy="save it with the encoding UTF-8")


def _wide(data: bytes) -> str | None:
    """UTF-16, by its mark or by the zeros that letters have in it; none for other text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = data[:_HEAD]
    for encoding, zeros, others in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if zeros.count(0) * 2 > len(zeros) and not others.count(0):
            return encoding
    return None


def _csv_rows(path: Path, text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _refuse(path, f"this is no CSV: {error}", line, "close the quotes that open here")
        found = tuple(cell.strip() for cell in cells)
        if any(found):
            yield Row(line, found)
        line = reader.line_num + 1


def _delimiter(text: str) -> str:
    """What separates cells: the sign that the first row has most of, outside quotes."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(first.split('"')[::2])
    return max(_DELIMITERS, key=lambda sign: (bare.count(sign), -_DELIMITERS.index(sign)))


def _from_workbook(path: Path, data: bytes) -> Sheet:
    sheets = _unpacked(path, data)
    tables = {title: list(_sheet_rows(rows)) for title, rows in sheets.items()}
    filled = [title for title, rows in tables.items() if rows]
    if not filled:
        _refuse(path, "the table is empty", remedy="begin it with a row of column names")
    rows = tables[filled[0]]
    return Sheet(str(path), rows[0], tuple(rows[1:]), others=tuple(filled[1:]))


def read_workbook(path: Path) -> Mapping[str, Sequence[Sequence[object]]]:
    """The values in the sheets of an XLSX file, by the sheets' names, row by row.

    Of a formula, the value that was saved with it.

    Raises:
        LoadError: It is missing, too large or damaged.
    """
    data = read_bytes(path)
    if not data.startswith(_ZIP):
        _refuse(path, "this is no workbook", remedy="save it as XLSX")
    return _unpacked(path, data)


def _unpacked(path: Path, data: bytes) -> Mapping[str, Sequence[Sequence[object]]]:
    import openpyxl  # noqa: PLC0415 - slow import, only for workbooks

    try:
        _refuse_bombs(path, data)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return {sheet.title: list(_values(path, sheet)) for sheet in book.worksheets}
    except LoadError:
        raise
    except Exception as error:  # noqa: BLE001 - openpyxl raises anything on damaged files
        reason = excerpt(str(error))
        _refuse(path, f"this is no workbook: {reason}", remedy="save it as XLSX or CSV anew")


def _values(path: Path, sheet: Worksheet) -> Iterator[Sequence[object]]:
    """The rows of a sheet up to the last that holds something; those between may be empty."""
    empty = 0
    rows = sheet.iter_rows(values_only=True, max_col=_WIDEST, max_row=_ENDLESS + 1)
    for number, row in enumerate(rows):
        if number == _ENDLESS:
            _refuse(path, f"has more than {_ENDLESS} rows", number, "split it")
        if all(value is None for value in row):
            empty += 1
        else:
            yield from ((),) * empty
            yield row
            empty = 0
        if empty > _GAP:
            return


def _refuse_bombs(path: Path, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _UNPACKED:
            _refuse(path, "unpacks to more than 64 MB", remedy="save it as CSV")


def _sheet_rows(rows: Iterable[Sequence[object]]) -> Iterator[Row]:
    for number, row in enumerate(rows, start=1):
        cells = [_cell_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield Row(number, tuple(cells))


def _cell_text(value: object) -> str:
    """A cell as a person reads it; of a formula, the value that was saved with it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return str(value.date()) if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value).strip()


def _refuse(path: Path, message: str, line: int = 0, remedy: str = "") -> NoReturn:
    raise LoadError([Fault(message, file=str(path), line=line, remedy=remedy)])
