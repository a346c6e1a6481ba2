"""The tables of a project: ``people.csv``, ``talks.csv`` or ``.xlsx``, ``posters.csv``."""

from __future__ import annotations

from pathlib import Path

from programkit.errors import LoadError, did_you_mean
from programkit.files.limits import inside
from programkit.files.locate import Place, Rows, Table
from programkit.files.native.fieldshapes import shapes_of
from programkit.files.native.shortforms import ALIASES
from programkit.files.reading import Circumstances
from programkit.files.tables import TABLE_EMPTY, Row, is_table, read_sheet
from programkit.model.base import Frozen
from programkit.model.conference import Conference
from programkit.model.findings import Level


def spread_tables(tree: Table, folder: Path, around: Circumstances) -> None:
    """Put the rows of tables in place of their names: ``talks: talks.csv``."""
    for kind, shape in shapes_of(Conference).items():
        if not (shape.many and shape.models and kind in tree):
            continue
        value, place = tree[kind], tree.at(kind)
        if isinstance(value, str) and is_table(value):
            tree.put(kind, _rows_of(shape.models[0], value, folder, place, around))
        elif isinstance(value, Rows):
            tree.put(kind, _spread(shape.models[0], value, folder, around))


def _spread(model: type[Frozen], rows: Rows, folder: Path, around: Circumstances) -> Rows:
    """A list of which some entries name tables."""
    spread = Rows(place=rows.place)
    for number, item in enumerate(rows):
        if isinstance(item, str) and is_table(item):
            found = _rows_of(model, item, folder, rows.at(number), around)
            for position, row in enumerate(found):
                spread.add(row, found.at(position))
        else:
            spread.add(item, rows.at(number))
    return spread


def _rows_of(
    model: type[Frozen], name: str, folder: Path, place: Place, around: Circumstances
) -> Rows:
    try:
        sheet = read_sheet(inside(folder, name))
    except ValueError as error:
        around.fault(str(error), place)
        return Rows(place=place)
    except LoadError as error:
        around.faults.extend(error.faults)
        return Rows(place=place)
    file = str(folder / name)
    fields = _columns(model, sheet.header, file, around)
    rows = Rows(place=Place(file, 1))
    if not sheet.rows:
        empty = "the table has column names and no row below them"
        at = Place(file, sheet.header.line)
        around.finding(TABLE_EMPTY, Level.NOTE, empty, at, "", "add rows, or drop the table")
    for row in sheet.rows:
        here = Place(file, row.line)
        if len(row.cells) > len(fields) or (file.endswith(".csv") and len(row.cells) < len(fields)):
            around.fault(
                f"the row has {len(row.cells)} cells, the header {len(fields)}",
                here,
                remedy="quote cells that hold the separator; keep empty cells",
            )
            continue
        rows.add(_table_of(model, fields, row, here), here)
    return rows


def _columns(
    model: type[Frozen], header: Row, file: str, around: Circumstances
) -> tuple[str | None, ...]:
    """The field that each column is; nothing where it is none, which is a fault."""
    aliases = ALIASES.get(model, {})
    known = {*shapes_of(model), *aliases}
    place = Place(file, header.line)
    fields: list[str | None] = []
    for title in header.cells:
        name = title.strip().lower().replace(" ", "_").removesuffix("(s)")
        field = aliases.get(name, name)
        if field not in known:
            around.fault(f'column "{title}" is no field', place, "", did_you_mean(name, known))
            fields.append(None)
        elif field in fields:
            around.fault(f'column "{title}" is there twice', place, "", "keep one of them")
            fields.append(None)
        else:
            fields.append(field)
    return tuple(fields)


def _table_of(model: type[Frozen], fields: tuple[str | None, ...], row: Row, place: Place) -> Table:
    """A row as a mapping; empty cells say nothing, lists are separated by semicolons."""
    table = Table(place=place)
    shapes = shapes_of(model)
    for field, cell in zip(fields, row.cells, strict=False):
        if field is None or not cell:
            continue
        value: object = cell
        if shapes[field].many:
            parts = [part.strip() for part in cell.split(";") if part.strip()]
            value = Rows(parts, place)
        table.put(field, value)
    return table
