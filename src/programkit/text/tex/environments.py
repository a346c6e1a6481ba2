r"""``\begin`` and ``\end``: matrices, cases, arrays, equations in several lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from programkit.text.tex.reader import Reader
from programkit.text.tex.tree import (
    Fence,
    Fenced,
    FormulaError,
    Node,
    Row,
    Style,
    Table,
    lines,
)


class _Look(NamedTuple):
    """How an environment is set."""

    left: str = ""
    right: str = ""
    columns: str = "c"
    gaps: tuple[float, ...] = (1.0,)
    style: Style = "text"
    leading: float = 1.0


_ALIGNED = _Look(columns="rl", gaps=(0, 2), style="display", leading=1.25)
_GATHERED = _Look(columns="c", style="display", leading=1.25)
_SMALL = _Look(gaps=(0.5,), style="script", leading=1.0)
_LOOKS: dict[str, _Look] = {
    "matrix": _Look(),
    "pmatrix": _Look("(", ")"),
    "bmatrix": _Look("[", "]"),
    "Bmatrix": _Look("{", "}"),
    "vmatrix": _Look("|", "|"),
    "Vmatrix": _Look("‖", "‖"),
    "smallmatrix": _SMALL,
    "subarray": _SMALL,
    "array": _Look(),
    "darray": _Look(style="display"),
    "cases": _Look("{", columns="l", leading=1.2),
    "dcases": _Look("{", columns="l", style="display", leading=1.2),
    "rcases": _Look(right="}", columns="l", leading=1.2),
    "drcases": _Look(right="}", columns="l", style="display", leading=1.2),
    **dict.fromkeys(("align", "aligned", "split", "alignat", "alignedat", "eqnarray"), _ALIGNED),
    **dict.fromkeys(("flalign",), _ALIGNED),
    **dict.fromkeys(("gather", "gathered", "equation", "multline", "displaymath"), _GATHERED),
}
_ARGUED = {"array", "darray", "subarray", "alignat", "alignedat"}
"""Environments whose first argument says how many columns there are or how they are aligned."""
_PLAIN = ("matrix", "pmatrix", "cases")
"""Those that plain TeX writes with an argument."""

_COLUMN = re.compile(r"[lcr]|[|:]|@\{[^}]*\}|[pmb]\{[^}]*\}|\s+")


def _read(reader: Reader, _word: str) -> Node:
    """An environment, from after its ``begin`` to its ``end``."""
    name = reader.take_argument()
    look = _LOOKS.get(name.strip().removesuffix("*"))
    if not look:
        raise FormulaError(f"the environment {name} is not known")
    columns, bars = _given_columns(reader, name.strip(), look)
    table = _table(reader, look, columns, bars)
    end = reader.take_argument() if reader.skip("\\end") else ""
    if end != name:
        raise FormulaError(f"\\end{{{name}}} is missing")
    return _around(look, table)


def _given_columns(reader: Reader, name: str, look: _Look) -> tuple[str, tuple[int, ...]]:
    """How columns are aligned, and which have a rule at their left."""
    option = reader.option() if name.endswith(("matrix*", "ed", "array")) else None
    given = reader.take_argument() if name.rstrip("*") in _ARGUED else None
    if given and "align" not in name:
        return _columns(given)
    return (option if option and name.endswith("matrix*") else look.columns), ()


def _plain(reader: Reader, word: str) -> Node:
    """A table that plain TeX writes as an argument."""
    look = _LOOKS[word]
    inner = reader.over(reader.take_argument() + "\\end")
    return _around(look, _table(inner, look, look.columns, ()))


def stacked(row: Row) -> Node:
    """The lines of a row, one below the other, closely."""
    return Table(tuple((line,) for line in lines(row)), style="script")


def _around(look: _Look, table: Table) -> Node:
    if not look.left and not look.right:
        return table
    left, right = Fence(look.left, kind="open"), Fence(look.right, kind="close")
    return Fenced(left, Row((table,)), right)


def _columns(given: str) -> tuple[str, tuple[int, ...]]:
    """How columns are aligned, and before which there are rules."""
    columns = ""
    bars: list[int] = []
    at = 0
    while at < len(given):
        found = _COLUMN.match(given, at)
        if not found:
            raise FormulaError(f"{given} does not say how columns are aligned")
        at = found.end()
        if found[0] in "lcr":
            columns += found[0]
        elif found[0] in "|:":
            bars.append(len(columns))
        elif found[0][0] in "pmb":
            columns += "l"
    return columns or "c", tuple(bars)


@dataclass
class _Rows:
    """The rows of a table as they are read."""

    rows: list[tuple[Node, ...]] = field(default_factory=list)
    more: list[float] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)


def _table(reader: Reader, look: _Look, columns: str, bars: tuple[int, ...]) -> Table:
    read_rows = _Rows()
    while True:
        _rules(reader, read_rows)
        if reader.peek() in {"\\end", ""}:
            break
        cells = [reader.row("&", "\\\\", "\\cr", "\\end")]
        while reader.skip("&"):
            cells.append(reader.row("&", "\\\\", "\\cr", "\\end"))
        cells[-1] = Row((*cells[-1].nodes, *reader.tags))
        reader.tags.clear()
        read_rows.rows.append(_with_empty_bases(cells, columns))
        read_rows.more.append(_row_end(reader))
    if not read_rows.rows:
        raise FormulaError("a table is empty")
    return Table(
        tuple(read_rows.rows),
        columns,
        look.gaps,
        look.style,
        look.leading,
        tuple(read_rows.more),
        tuple(read_rows.rules),
        bars,
    )


def _rules(reader: Reader, read_rows: _Rows) -> None:
    while reader.peek() in {"\\hline", "\\hdashline"}:
        reader.take()
        read_rows.rules.append(len(read_rows.rows))


def _row_end(reader: Reader) -> float:
    """The room asked for after a row."""
    if not (reader.skip("\\\\") or reader.skip("\\cr")):
        return 0
    reader.skip("*")
    room = reader.option()
    if room is None:
        return 0
    try:
        return reader.over(room).length()
    except FormulaError:
        reader.at -= len(room) + 2
        return 0


def _with_empty_bases(cells: list[Row], columns: str) -> tuple[Node, ...]:
    """Cells of aligned equations: a relation at the beginning of one has its room before it."""
    if columns != "rl":
        return tuple(cells)
    return tuple(
        Row((Row(()), *cell.nodes)) if number % 2 else cell for number, cell in enumerate(cells)
    )


HANDLERS: dict[str, Callable[[Reader, str], Node]] = {
    "begin": _read,
    **dict.fromkeys(_PLAIN, _plain),
}
"""What reads the arguments of which word."""
