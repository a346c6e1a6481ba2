"""What is decided block by block: where talks are in time, and where tracks are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from programkit.model.timetable import TimedSession


class Cell(NamedTuple):
    """Something to decide: a talk or a track in a block, or a track in a room in a block."""

    track: str
    block: int
    talk: str | None = None
    room: str | None = None


class Arrangement(NamedTuple):
    """What was decided block by block."""

    times: Mapping[str, int]
    """The block of each talk that has one."""
    sessions: Mapping[tuple[str, int], tuple[TimedSession, ...]]
    """The sessions that hold a track in a block, for each block that does; none without rooms."""

    @property
    def counts(self) -> Mapping[tuple[str, int], int]:
        """How many sessions hold a track in a block; known where rooms are."""
        return {place: len(sessions) for place, sessions in self.sessions.items()}

    def has(self, cell: Cell) -> bool:
        """Whether what a cell is about is there."""
        if cell.talk is not None:
            return self.times.get(cell.talk) == cell.block
        held = self.sessions.get((cell.track, cell.block))
        if held is None or cell.room is None:
            return held is not None
        return any(session.room == cell.room for session in held)


class Part(NamedTuple):
    """What is decided anew, while the rest stays as it was arranged."""

    arrangement: Arrangement
    is_open: Callable[[Cell], bool]
