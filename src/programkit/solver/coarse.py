"""A first look from afar: which room, which day, which session, before any slot is chosen.

Where there are very many talks, single ones are too many to decide at once. From afar many of them
are alike: they have one track, one length, and nothing keeps one from where another may be. So
first it is shared out how many of each kind go to each room; then, room by room, to each day; then,
day by day, to each session. Talks of a track are kept together, as far as rules say that it costs
when they are not. What comes out is a start: which talks belong to which few sessions. Slots are
chosen by the exact model, and the exact model alone says what a program costs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.solver.coarsecells import Cells
from programkit.solver.coarsesharing import Talks, shared
from programkit.solver.task import Task


class Region(NamedTuple):
    """Talks that belong to one room."""

    within: Mapping[str, frozenset[str]]
    """For each of them, the sessions in which it shall be."""
    thumb: Program
    """Places for most of them, about which no other talk was asked; and nothing else."""


_NEAR = 12
"""Among how many sessions the place of a talk is chosen."""


def regions(task: Task, program: Program) -> Iterator[Region]:
    """Room by room, the talks that have no place yet, each with the sessions for its track."""
    work = _Coarse(task, program)
    known = task.conference.timetable.sessions.values()
    sessions = [session.id for session in known if session.slots or session.session.packed]
    for room, talks in work.shared(work.cells.kinds, sessions, 0):
        region = work.region(talks, room)
        if region.within:
            yield region


class _Coarse:
    """Sharing out, level by level."""

    def __init__(self, task: Task, program: Program) -> None:
        self.cells = Cells(task, program)
        """What is empty."""
        self._program = program
        self._levels: Sequence[Callable[[str], str]] = (
            self.cells.of_room,
            self.cells.of_day,
            str,
        )

    def region(self, talks: Talks, room: Sequence[str]) -> Region:
        """Each talk with sessions of its track in a room, or which nobody has, the nearest ones."""
        held: dict[str | None, dict[str, None]] = {}
        own: dict[str, str] = {}
        thumb: list[Placement] = []
        for session, inside in self._sessions(talks, room, 1):
            thumb += self.cells.placed(session, inside)
            for kind, found in inside.items():
                held.setdefault(kind.track, {})[session] = None
                own |= dict.fromkeys(found, session)
        used = {session for sessions in held.values() for session in sessions}
        spare = [session for session in room if session not in used]
        order = {session: number for number, session in enumerate(room)}
        within = {
            talk: _nearest((*held.get(kind.track, ()), *spare), order, own.get(talk, room[0]))
            for kind, found in talks.items()
            for talk in found
        }
        alone = Program(
            conference=self._program.conference,
            placements=tuple(thumb),
            sessions=self._program.sessions,
        )
        return Region(within, alone)

    def shared(
        self, talks: Talks, sessions: Sequence[str], level: int
    ) -> Iterator[tuple[Sequence[str], Talks]]:
        """Talks shared out to the rooms, the days, or the sessions that there are."""
        parts: dict[str, list[str]] = {}
        for session in sessions:
            parts.setdefault(self._levels[level](session), []).append(session)
        full = level + 1 == len(self._levels)
        found = shared(self.cells, talks, list(parts.values()), full=full)
        yield from zip(parts.values(), found, strict=True)

    def _sessions(
        self, talks: Talks, sessions: Sequence[str], level: int
    ) -> Iterator[tuple[str, Talks]]:
        for part, inside in self.shared(talks, sessions, level):
            if len(part) > 1:
                yield from self._sessions(inside, part, level + 1)
            elif inside:
                yield part[0], inside


def _nearest(sessions: Iterable[str], order: Mapping[str, int], own: str) -> frozenset[str]:
    """The few sessions that are nearest to one in an order."""
    near = sorted(sessions, key=lambda session: (abs(order[session] - order[own]), order[session]))
    return frozenset(near[:_NEAR])
