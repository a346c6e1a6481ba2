"""Rows of the agenda: a time, a title, a speaker, in whatever order and manner."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from programkit.files.readers.markdown.clocks import Clocks, leading_clock
from programkit.files.readers.markdown.content import ITALIC, Content, from_one_text
from programkit.files.readers.markdown.escapes import shown
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.people import looks_like_names
from programkit.files.readers.markdown.vocabulary import COLUMN_OF, ROOM, break_kind, words

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the agenda taken apart."""

    line: Line
    clocks: Clocks
    cells: tuple[str, ...]
    """What stands beside the time; nothing is left out."""
    shape: str
    """How it is written, for comparing rows."""


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a table."""

    line: Line
    cells: tuple[str, ...]
    """All of them, that of the times included."""


def row_of(line: Line) -> Row | Header | None:
    """The row that a line is; a table's head; nothing for any other line."""
    if not line.text or len(line.text) > _LONGEST:
        return None
    if _is_table(line.text):
        return _of_table(line)
    clocks = leading_clock(line.text)
    if clocks is None:
        return _tabbed_header(line)
    cells = _cells(clocks.rest)
    clocks, cells = _end_in_cell(clocks, cells)
    return Row(line, clocks, cells, _shape(line, len(cells)))


def _is_table(text: str) -> bool:
    """Whether cells stand between bars; a row may lack the outer ones."""
    inner = "\t" not in text and text.count("|") >= 2
    return text.startswith("|") or (inner and leading_clock(text) is not None)


def _of_table(line: Line) -> Row | Header:
    inner = line.text.strip(" \t").removeprefix("|").removesuffix("|")
    cells = tuple(cell.strip(" \t") for cell in inner.split("|"))
    clocks = leading_clock(cells[0])
    if clocks is None or (clocks.rest and clocks.rest.strip("*_ ")):
        return Header(line, cells)
    clocks, rest = _end_in_cell(clocks, cells[1:])
    return Row(line, clocks, rest, f"table of {len(rest) + 1} columns")


def _tabbed_header(line: Line) -> Header | None:
    """The heads of columns between tabs: each must be a word for what a column holds."""
    cells = tuple(cell.strip(" ") for cell in line.text.split("\t"))
    heads = [words(shown(cell)) for cell in cells]
    known = all(len(head) == 1 and head[0] in COLUMN_OF for head in heads)
    return Header(line, cells) if len(cells) > 2 and known else None


def _cells(rest: str) -> tuple[str, ...]:
    rest = rest.strip(" ")
    parts = rest.split("\t") if "\t" in rest else re.split(r" {3,}", rest)
    return tuple(part.strip(" \t") for part in parts)


def _end_in_cell(clocks: Clocks, cells: tuple[str, ...]) -> tuple[Clocks, tuple[str, ...]]:
    """A second cell that is only a time is the end."""
    end = leading_clock(cells[0]) if cells and clocks.end is None else None
    if end is None or end.rest or end.end is not None or len(cells) == 1:
        return clocks, cells
    later = (end.start, end.start + 12 * 60)
    last = next((time for time in later if time > clocks.start), None)
    return Clocks(clocks.start, last, clocks.half, clocks.rest), cells[1:]


def _shape(line: Line, cells: int) -> str:
    first = line.source.lstrip()
    mark = "bold HTML" if first[:2].lower() == "<b" or first[:3].lower() == "<st" else "plain"
    mark = "bold Markdown" if first.startswith(("**", "__")) else mark
    mark = "bulleted" if line.bullet else mark
    return f"{mark} time, then " + ("tabs" if cells > 1 else "a space")


class Columns:
    """What the columns of the agenda hold, by their heads or by what is in them."""

    def __init__(self, rows: Sequence[Row], heads: Mapping[int, Header]) -> None:
        self._by_head = {number: _by_head(header) for number, header in heads.items()}
        widths = {len(row.cells) for row in rows if len(row.cells) > 1}
        self._by_width = {
            width: _by_content([row for row in rows if len(row.cells) == width])
            for width in sorted(widths)
        }

    def content(self, row: Row, header: Header | None) -> Content:
        """What a row says."""
        if len(row.cells) == 1 and header is None:
            return from_one_text(row.cells[0])
        roles = self._by_width.get(len(row.cells), ("title",))
        if header is not None:
            named = self._by_head[header.line.number]
            skipped = len(header.cells) - len(row.cells)
            roles = named[max(skipped, 0) :] if len(named) > 1 else roles
        return _with_roles(row.cells, roles)


def rooms_in(header: Header) -> tuple[str, ...]:
    """Rooms that the columns of a table stand for; none unless all but the time are rooms."""
    rooms = tuple(shown(cell) for cell in header.cells[1:])
    return rooms if len(rooms) > 1 and all(ROOM.match(room) for room in rooms) else ()


def _by_head(header: Header) -> tuple[str, ...]:
    roles = []
    for cell in header.cells:
        found = [COLUMN_OF[word] for word in words(shown(cell)) if word in COLUMN_OF]
        roles.append(found[0] if found else "")
    return tuple(roles) if any(roles) else ()


def _by_content(rows: Sequence[Row]) -> tuple[str, ...]:
    """The column with most names holds speakers, the longest of the others titles."""
    talks = [row for row in rows if not any(_is_aside(cell) for cell in row.cells)] or list(rows)
    columns = [[row.cells[place] for row in talks] for place in range(len(rows[0].cells))]
    roles = [""] * len(columns)
    names = [_share(column, looks_like_names) for column in columns]
    speaker = max(range(len(columns)), key=lambda place: (names[place], place))
    if names[speaker] >= 0.5:
        roles[speaker] = "speaker"
    others = [place for place in range(len(columns)) if not roles[place]]
    for place in others:
        if _share(columns[place], lambda cell: bool(ROOM.match(shown(cell)))) >= 0.5:
            roles[place] = "room"
    others = [place for place in others if not roles[place]]
    if others:
        roles[max(others, key=lambda place: (sum(map(len, columns[place])), -place))] = "title"
    if len(columns) == 2 and "speaker" not in roles:
        roles = ["title", "room" if roles[1] == "room" else "speaker"]
    return tuple(roles)


def _share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    filled = [test(cell) for cell in cells if cell]
    return sum(filled) / len(filled) if filled else 0.0


def _is_aside(cell: str) -> bool:
    return bool(ITALIC.match(cell)) or bool(break_kind(shown(cell)) and len(cell) < 60)


def _with_roles(cells: tuple[str, ...], roles: tuple[str, ...]) -> Content:
    found: dict[str, str] = {}
    leftovers = []
    for place, cell in enumerate(cells):
        role = roles[place] if place < len(roles) else ""
        if role in {"title", "speaker", "room", "chair"} and role not in found:
            found[role] = cell
        elif role == "affiliation" and found.get("speaker") and cell:
            found["speaker"] += f" ({cell})"
        elif cell:
            leftovers.append(cell)
    title = found.get("title", "")
    if not title and not leftovers and found.get("speaker") and break_kind(found["speaker"]):
        title, found["speaker"] = found["speaker"], ""
    if not title and leftovers:
        title = leftovers.pop(0)
    speakers = found.get("speaker", "")
    aside = bool(ITALIC.match(title)) and not speakers
    return Content(
        shown(title) if aside else title,
        speakers,
        room=shown(found.get("room", "")),
        chair=shown(found.get("chair", "")),
        aside=aside,
        leftovers=tuple(leftovers),
    )
