"""Reads CoSPLib's workbooks of solutions: which track and which submission is where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from programkit.errors import Fault, LoadError, did_you_mean
from programkit.files.readers.cosplib.grid import Grid
from programkit.files.tables import read_workbook
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.model.timetable import TimedSession

_Block = tuple[TimedSession, ...]


def read_solution(conference: Conference, path: Path) -> Program:
    """The program that a solution workbook makes of a conference.

    The first sheet has a row for each time with the tracks in the rooms, a row of no matter, then
    a row for each slot of each time with the submissions.

    Raises:
        LoadError: It does not fit the conference: rooms, tracks or submissions that it does not
            have, or another number of rows; all faults at once.
    """
    book = read_workbook(path)
    title = next(iter(book))
    grid = Grid(str(path), title, book[title], [])
    blocks = conference.timetable.blocks
    columns = _columns(grid, conference)
    rows = 2 + len(blocks) + sum(len(block[0].slots) for block in blocks)
    filled = [n for n, row in enumerate(grid.rows) if any(v is not None for v in row)]
    if not filled or filled[-1] >= rows or filled[-1] < len(blocks):
        message = f"there are {len(grid.rows)} rows in place of {rows}"
        grid.faults.append(Fault(message, str(path), remedy="is it of another conference?"))
    decided = tuple(_tracks(grid, conference, blocks, columns))
    placed = tuple(_placements(grid, conference, blocks, columns))
    if grid.faults:
        raise LoadError(grid.faults)
    return Program(conference=conference, placements=_numbered(placed), sessions=decided)


def _columns(grid: Grid, conference: Conference) -> Mapping[int, str]:
    """Ids of the rooms by their columns."""
    known = {room.name: room.id for room in conference.rooms} or {"": ""}
    found = {column: grid.text(0, column) for column in range(1, grid.width())}
    for column, name in found.items():
        if name not in known:
            remedy = did_you_mean(name, known) or "name the rooms as the conference does"
            grid.fault(0, column, f'there is no room "{name}"', remedy)
    return {column: known[name] for column, name in found.items() if name in known}


def _tracks(
    grid: Grid, conference: Conference, blocks: Sequence[_Block], columns: Mapping[int, str]
) -> Iterator[SessionDecision]:
    known = {track.name: track.id for track in conference.tracks}
    for number, block in enumerate(blocks):
        rooms = {session.room: session for session in block}
        for column, room in columns.items():
            name = grid.text(number + 1, column)
            if not name:
                continue
            if name not in known or room not in rooms:
                remedy = did_you_mean(name, known) or "name the tracks as the conference does"
                grid.fault(number + 1, column, f'there is no track "{name}" here', remedy)
            elif isinstance(rooms[room].session.track, Unknown):
                yield SessionDecision(session=rooms[room].id, track=known[name])


def _placements(
    grid: Grid, conference: Conference, blocks: Sequence[_Block], columns: Mapping[int, str]
) -> Iterator[Placement]:
    known = {name_of(talk): talk.id for talk in conference.talks}
    first = 2 + len(blocks)
    for block in blocks:
        rooms = {session.room: session for session in block}
        for column, room in columns.items():
            count = len(block[0].slots)
            names = [grid.text(first + n, column) for n in range(count)]
            for number, name in enumerate(names):
                if name and (name not in known or room not in rooms):
                    remedy = did_you_mean(name, known) or "name the submissions as there"
                    grid.fault(first + number, column, f'there is no "{name}" here', remedy)
            for name, run in groupby(range(count), key=names.__getitem__):
                if name in known and room in rooms:
                    slots = tuple(rooms[room].slots[n].id for n in run)
                    yield Placement(talk=known[name], slots=slots)
        first += len(block[0].slots)


def _numbered(placements: Sequence[Placement]) -> tuple[Placement, ...]:
    """Several placements of a talk as its parts."""
    parts: dict[str, int] = {}
    numbered = []
    for placement in placements:
        parts[placement.talk] = parts.get(placement.talk, 0) + 1
        numbered.append(placement.replace(part=parts[placement.talk]))
    return tuple(numbered)


def name_of(talk: Talk) -> str:
    """What a workbook calls a talk: its title, which was the submission's name."""
    return talk.id if isinstance(talk.title, Unknown) else talk.title
