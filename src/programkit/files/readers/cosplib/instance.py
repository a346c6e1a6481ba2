"""What a CoSPLib workbook says, under the names that it uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from programkit.errors import Fault, LoadError
from programkit.files.readers.cosplib.grid import Grid
from programkit.files.readers.cosplib.penalties import Table, part_of, table_of, upper_of
from programkit.files.readers.cosplib.zones import Hours, Span, offset_of
from programkit.files.tables import read_workbook

SHEETS: Final = (
    "submissions",
    "tracks",
    "sessions",
    "rooms",
    "tracks_sessions|penalty",
    "tracks_rooms|penalty",
    "similar tracks",
    "sessions_rooms|penalty",
    "parameters",
)
"""The sheets that every such workbook has."""
WEIGHTS: Final = (
    "tracks_sessions",
    "tracks_rooms",
    "sessions_rooms",
    "similar_tracks",
    "rooms_per_track",
    "parallel_tracks",
    "consecutive_tracks",
    "time_zones",
    "order",
    "submissions_sessions",
    "submissions_rooms",
    "presenters",
    "attendees",
    "chairs",
    "presenters_by_slot",
    "attendees_by_slot",
)
"""What the weights are of, in the order in which the sheet of parameters gives them."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A row of the submissions."""

    name: str
    row: int
    track: str
    slots: int
    order: int
    offset: int
    presenters: tuple[str, ...]
    attendees: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """A row of the sessions."""

    name: str
    row: int
    slots: int
    date: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Instance:
    """All of a workbook."""

    file: str
    submissions: tuple[Submission, ...]
    chairs: Mapping[str, tuple[str, ...]]
    """Chairs by track."""
    sessions: tuple[Time, ...]
    rooms: tuple[str, ...]
    tables: Mapping[str, Table]
    """The tables of costs, by the names of their weights."""
    weights: Mapping[str, int]
    hours: Hours


def read_instance(path: Path) -> Instance:
    """Read a workbook.

    Raises:
        LoadError: It is none of this kind, or its cells contradict each other; all faults at once.
    """
    book = read_workbook(path)
    faults = [
        Fault(f'sheet "{sheet}" is missing', str(path), remedy="start from the template")
        for sheet in SHEETS
        if sheet not in book
    ]
    if faults:
        raise LoadError(faults)
    grids = {sheet: Grid(str(path), sheet, book[sheet], faults) for sheet in SHEETS}
    instance = _instance(str(path), grids)
    _refuse_lack_of_room(instance, faults)
    if faults:
        raise LoadError(faults)
    return instance


def _instance(file: str, grids: Mapping[str, Grid]) -> Instance:
    tracks = grids["tracks"].names()
    rooms = grids["rooms"].names()
    sessions = _sessions(grids["sessions"])
    times = [session.name for session in sessions]
    submissions = _submissions(grids["submissions"], tracks)
    talks = [submission.name for submission in submissions]
    _refuse_idle(grids["tracks"], tracks, submissions)
    penalty = {
        "tracks_sessions": table_of(grids["tracks_sessions|penalty"], tracks, times),
        "tracks_rooms": table_of(grids["tracks_rooms|penalty"], tracks, rooms),
        "sessions_rooms": table_of(grids["sessions_rooms|penalty"], times, rooms),
        "similar_tracks": upper_of(grids["similar tracks"], tracks),
        "submissions_sessions": part_of(grids["submissions"], talks, times, rooms),
        "submissions_rooms": part_of(grids["submissions"], talks, rooms, times),
    }
    return Instance(
        file=file,
        submissions=submissions,
        chairs={track: _people(grids["tracks"], n + 1, 1) for n, track in enumerate(tracks)},
        sessions=sessions,
        rooms=tuple(rooms),
        tables=penalty,
        weights=_weights(grids["parameters"]),
        hours=_hours(grids["parameters"]),
    )


def _sessions(grid: Grid) -> tuple[Time, ...]:
    found = []
    for number, name in enumerate(grid.names()):
        row = number + 1
        stated = grid.value(row, 2)
        day = stated.date() if isinstance(stated, datetime) else None
        span = Span(grid.clock(row, 3), grid.clock(row, 4))
        found.append(Time(name, row, grid.number(row, 1, least=1), day, span))
    return tuple(found)


def _submissions(grid: Grid, tracks: Sequence[str]) -> tuple[Submission, ...]:
    found = []
    for number, name in enumerate(grid.names()):
        row = number + 1
        track = grid.text(row, 1)
        if track not in tracks:
            grid.fault(row, 1, f'there is no track "{track}"', "add it to the tracks")
        found.append(
            Submission(
                name=name,
                row=row,
                track=track,
                slots=grid.number(row, 2, least=1),
                order=grid.number(row, 3),
                offset=offset_of(grid, row, 4),
                presenters=_people(grid, row, 5),
                attendees=_people(grid, row, 6),
            )
        )
    return tuple(found)


def _people(grid: Grid, row: int, column: int) -> tuple[str, ...]:
    """The names in a cell, each once."""
    names = grid.text(row, column).split(", ")
    return tuple(dict.fromkeys(name for name in names if name))


def _weights(grid: Grid) -> Mapping[str, int]:
    """The weights; what is below 0 counts nothing, as if it were 0."""
    lowest = -(10**9)
    return {
        name: max(0, grid.number(number + 1, 4, least=lowest))
        for number, name in enumerate(WEIGHTS)
    }


def _hours(grid: Grid) -> Hours:
    return Hours(
        offset=offset_of(grid, 1, 1),
        suitable=Span(grid.clock(3, 1), grid.clock(4, 1)),
        tolerable=Span(grid.clock(6, 1), grid.clock(7, 1)),
        small=grid.number(8, 1),
        large=grid.number(10, 1),
    )


def _refuse_idle(grid: Grid, tracks: Sequence[str], submissions: Sequence[Submission]) -> None:
    """A fault for each track without a submission."""
    used = {submission.track for submission in submissions}
    for number, track in enumerate(tracks):
        if track not in used:
            grid.fault(number + 1, 0, f'track "{track}" has no submission', "drop it")


def _refuse_lack_of_room(instance: Instance, faults: list[Fault]) -> None:
    """A fault if there are fewer slots than the submissions need."""
    needed = sum(submission.slots for submission in instance.submissions)
    there = sum(session.slots for session in instance.sessions) * len(instance.rooms)
    if there < needed:
        message = f"the submissions need {needed} slots, and there are {there}"
        faults.append(Fault(message, instance.file, remedy="add sessions or rooms"))
