"""The tables of penalties, whose rows and columns are found by name, in any order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from programkit.files.readers.cosplib.grid import Grid

Table = Mapping[str, Mapping[str, int]]
"""Costs above 0, by the names of row and column."""
_FIXED = 7
"""Columns of the submissions before those of sessions and rooms."""


def table_of(grid: Grid, rows: Sequence[str], columns: Sequence[str]) -> Table:
    """The costs of a sheet that holds nothing else."""
    header = {grid.text(0, column): column for column in range(1, grid.width())}
    return _costs(grid, header, rows, columns)


def part_of(
    grid: Grid, rows: Sequence[str], columns: Sequence[str], others: Sequence[str]
) -> Table:
    """The costs in columns of one kind beside the submissions, where others stand too."""
    width, expected = grid.width(), _FIXED + len(columns) + len(others)
    if width != expected:
        message = f"there are {width} columns in place of {expected}"
        grid.fault(0, width, message, "give one to each session, then one to each room")
    header = {grid.text(0, column): column for column in range(_FIXED, width)}
    kept = {name: column for name, column in header.items() if name not in others}
    return _costs(grid, kept, rows, columns)


def upper_of(grid: Grid, tracks: Sequence[str]) -> Table:
    """How alike tracks are: columns stand for the tracks of the rows, in the same order.

    Only what is right of the diagonal counts.
    """
    names = [grid.text(row, 0) for row in range(1, grid.length())]
    _refuse_strangers(grid, {name: (n + 1, 0) for n, name in enumerate(names)}, tracks, "row")
    table: dict[str, dict[str, int]] = {}
    for row, one in enumerate(names):
        for column in range(row + 1, len(names)):
            cost = grid.number(row + 1, column + 1)
            if cost:
                table.setdefault(one, {})[names[column]] = cost
    return table


def _costs(
    grid: Grid, header: Mapping[str, int], rows: Sequence[str], columns: Sequence[str]
) -> Table:
    places = {grid.text(row, 0): row for row in range(1, grid.length())}
    _refuse_strangers(grid, {n: (0, column) for n, column in header.items()}, columns, "column")
    _refuse_strangers(grid, {n: (row, 0) for n, row in places.items()}, rows, "row")
    table: dict[str, dict[str, int]] = {}
    for name, column, cost in _cells(grid, header, places):
        if cost and name in rows and column in columns:
            table.setdefault(name, {})[column] = cost
    return table


def _cells(
    grid: Grid, header: Mapping[str, int], places: Mapping[str, int]
) -> Iterator[tuple[str, str, int]]:
    for name, row in places.items():
        for title, column in header.items():
            yield name, title, grid.number(row, column)


def _refuse_strangers(
    grid: Grid, found: Mapping[str, tuple[int, int]], known: Sequence[str], what: str
) -> None:
    """Faults for names that are not those of the other sheets, and for those that lack."""
    for name, (row, column) in found.items():
        if name and name not in known:
            grid.fault(row, column, f'there is no "{name}"', "name it as the other sheets do")
    for name in known:
        if name not in found:
            grid.fault(0, 0, f'"{name}" has no {what}', f"add a {what}")
