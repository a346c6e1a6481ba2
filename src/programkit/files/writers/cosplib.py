"""Writes the workbook in which CoSPLib keeps solutions: tracks and talks by time and room."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.program import Program
from programkit.outline.nodes import Outline

_SHEET = "sol"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_CREATED = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_Row = list[str]


@dataclass(frozen=True, slots=True)
class CosplibWriter:
    """Writes a row for each time with the tracks, then one for each slot with the talks."""

    name: str = "cosplib"
    suffix: str = ".xlsx"
    media_type: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def write(self, program: Program, outline: Outline) -> bytes:  # noqa: ARG002 - every writer's signature
        """The workbook; all cells are texts, none is a formula."""
        import openpyxl  # noqa: PLC0415 - slow import, only for workbooks
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - as above

        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet(_SHEET)
        for row in _rows(program):
            cells = []
            for text in row:
                cell = WriteOnlyCell(sheet)
                if text:
                    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
                    cell.data_type = "s"  # else a text that begins with = would be a formula
                cells.append(cell)
            sheet.append(cells)
        buffer = io.BytesIO()
        book.save(buffer)
        return _without_clock(buffer.getvalue())

    def left_out(self, program: Program) -> tuple[str, ...]:
        """The workbook holds names only, and only of what is in slots."""
        conference = program.conference
        lost = ["The workbook holds no times, people, abstracts, breaks or posters."]
        in_slots = {p.talk.id for found in program.by_slot.values() for p in found}
        talks = [talk.id for talk in conference.talks if talk.takes_place]
        missing = [talk for talk in talks if talk not in in_slots]
        if missing:
            lost.append(f"It has no cell for the talks that are in no slot: {', '.join(missing)}.")
        return tuple(lost)


def _rows(program: Program) -> Iterator[_Row]:
    conference = program.conference
    rooms = [room.id for room in conference.rooms] or [""]
    yield ["", *(_room(conference, room) for room in rooms)]
    blocks = program.timetable.blocks
    tracks = _tracks(program)
    for block in blocks:
        by_room = {session.room: session.id for session in block}
        found = (by_room.get(room, "") for room in rooms)
        yield [block[0].session.title, *(tracks.get(session, "") for session in found)]
    yield [""] * (1 + len(rooms))
    for block in blocks:
        slots = {session.room: session.slots for session in block}
        for number in range(max(len(found) for found in slots.values())):
            here = (slots.get(room, ())[number : number + 1] for room in rooms)
            talks = (_talks(program, found[0].id) if found else "" for found in here)
            yield [block[0].session.title, *talks]


def _tracks(program: Program) -> Mapping[str, str]:
    """Names of the tracks whose talks sessions hold."""
    found: dict[str, str] = {}
    for session, placed in program.by_session.items():
        held = [p.talk.track for p in placed if p.talk.takes_place and p.talk.track is not None]
        if held:
            found[session] = program.conference.track(held[0]).name
    return found


def _talks(program: Program, slot: str) -> str:
    placed = [p.talk for p in program.by_slot.get(slot, ()) if p.talk.takes_place]
    return ", ".join(_name(talk) for talk in placed)


def _name(talk: Talk) -> str:
    return talk.id if isinstance(talk.title, Unknown) else talk.title


def _room(conference: Conference, room: str) -> str:
    found = conference.room(room)
    return "" if found is None else found.name


def _without_clock(data: bytes) -> bytes:
    """The same workbook without the moment at which it was made."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _CREATED.sub(b"", made.read(name)))
    return buffer.getvalue()
