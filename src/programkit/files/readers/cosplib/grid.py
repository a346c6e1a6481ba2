"""The sheets of a workbook as grids of cells that know where they are and collect faults."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from programkit.errors import Fault
from programkit.text.times import parse_clock

_MOST = 10**9


@dataclass(frozen=True)
class Grid:
    """One sheet. Rows and columns count from 0; beyond the filled ones all cells are empty."""

    file: str
    sheet: str
    rows: Sequence[Sequence[object]]
    faults: list[Fault]
    """Where to collect what is wrong."""

    def value(self, row: int, column: int) -> object:
        """What a cell holds; nothing where it is empty."""
        found = self.rows[row] if row < len(self.rows) else ()
        value = found[column] if column < len(found) else None
        return None if isinstance(value, str) and not value.strip() else value

    def text(self, row: int, column: int) -> str:
        """A cell as text; empty where it is."""
        value = self.value(row, column)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else str(value).strip()

    def number(self, row: int, column: int, least: int = 0) -> int:
        """A cell as a whole number, an empty one as 0; a fault where it is none."""
        value = self.value(row, column) or 0
        if isinstance(value, str) and value.strip().removeprefix("-").isdecimal():
            value = int(value)
        whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        if whole and isinstance(value, int | float) and least <= value <= _MOST:
            return int(value)
        remedy = f"write a whole number from {least} to {_MOST}"
        self.fault(row, column, f'"{value}" is not allowed here', remedy)
        return least

    def clock(self, row: int, column: int) -> int:
        """A cell as minutes after midnight; a fault where it is no time of day."""
        value = self.value(row, column)
        if isinstance(value, time | datetime):
            return value.hour * 60 + value.minute
        try:
            return parse_clock(self.text(row, column))
        except ValueError:
            self.fault(row, column, f'"{self.text(row, column)}" is no time', "write it as 09:30")
            return 0

    def length(self) -> int:
        """How many rows there are before the first that has nothing in column A, the header too."""
        for row in range(1, len(self.rows)):
            if not self.text(row, 0):
                return row
        return len(self.rows)

    def width(self) -> int:
        """How many columns there are, up to the last that has a header."""
        header = self.rows[0] if self.rows else ()
        filled = [column for column in range(len(header)) if self.text(0, column)]
        return filled[-1] + 1 if filled else 0

    def names(self) -> list[str]:
        """What column A names below the header; a fault for each name given twice."""
        names = [self.text(row, 0) for row in range(1, self.length())]
        for number, name in enumerate(names):
            if name in names[:number]:
                self.fault(number + 1, 0, f'"{name}" stands there twice', "give each its own name")
        return names

    def fault(self, row: int, column: int, message: str, remedy: str) -> None:
        """Record something wrong with a cell, once."""
        where = f"{self.sheet}!{_letters(column)}{row + 1}"
        fault = Fault(message, self.file, row + 1, where, remedy)
        if fault not in self.faults:
            self.faults.append(fault)


def _letters(column: int) -> str:
    """A column as A to Z, then AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
