"""Sessions of a program in which there is room for more talks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from random import Random  # noqa: TID251 - takes a seed

from programkit.model.contributions import Talk
from programkit.model.program import Program
from programkit.model.timetable import TimedSession, TimedSlot
from programkit.solver.task import Task

_SLOT = 30
"""Minutes of a slot that says nothing."""


class Roomy:
    """What is empty in the sessions of a program, and which sessions to offer to a talk."""

    def __init__(self, task: Task, program: Program, random: Random) -> None:
        self._task = task
        self._program = program
        self._usual = program.conference.minutes or _SLOT
        sessions = list(program.timetable.sessions.values())
        random.shuffle(sessions)
        self._sessions = sessions

    def sessions_for(self, talk: str, own: int, others: int) -> Sequence[str]:
        """Some sessions that hold talks of its track and have room for it, and some others.

        Of the others, those come first that hold nothing.
        """
        known = self._program.conference.by_id.talks[talk]
        needs = known.minutes or self._usual
        ranked: tuple[list[str], list[str], list[str]] = ([], [], [])
        for session, minutes in self._empty.items():
            if minutes >= needs:
                tracks = self._tracks.get(session)
                ranked[1 if tracks is None else 0 if known.track in tracks else 2].append(session)
        alike, *rest = ranked
        offered = self._possible(known, chain.from_iterable(rest))
        return *islice(self._possible(known, alike), own), *islice(offered, others)

    def _possible(self, talk: Talk, sessions: Iterable[str]) -> Iterator[str]:
        """Those of some sessions in which a talk may be alone."""
        for session in sessions:
            slots = self._program.timetable.sessions[session].slots
            spots = self._task.grid.spots_from(talk, (session, *(slot.id for slot in slots)))
            if any(spot.session == session for spot in self._task.possible(talk, spots)):
                yield session

    @cached_property
    def _empty(self) -> dict[str, int]:
        """The empty minutes of the sessions that may hold talks."""
        may_hold = (s for s in self._sessions if s.slots or s.session.packed)
        return {session.id: self._minutes(session) for session in may_hold}

    def _minutes(self, session: TimedSession) -> int:
        if session.slots:
            taken = self._program.by_slot
            return sum(self._lasting(slot) for slot in session.slots if slot.id not in taken)
        inside = self._program.by_session.get(session.id, ())
        used = sum(placed.talk.minutes or self._usual for placed in inside)
        return 0 if session.interval is None else session.interval.minutes - used

    def _lasting(self, slot: TimedSlot) -> int:
        known = slot.interval.minutes if slot.interval is not None else slot.slot.minutes
        return known or self._usual

    @cached_property
    def _tracks(self) -> dict[str, set[str | None]]:
        """The tracks of the talks in each session that holds any."""
        inside = self._program.by_session.items()
        return {session: {placed.talk.track for placed in held} for session, held in inside}
