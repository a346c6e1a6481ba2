"""Which track a session has, where the facts leave it open: the one that its talks share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ortools.sat.python import cp_model

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.placement import Placement
from programkit.model.program import Program, SessionDecision
from programkit.solver.components import Values
from programkit.solver.placing import Placing


class Tracking:
    """What follows from where talks are: it has no literals of its own."""

    def __init__(self, conference: Conference, placing: Placing) -> None:
        self._conference = conference
        self._placing = placing
        sessions = conference.timetable.sessions.values()
        self._open = tuple(s.id for s in sessions if s.session.track is TBD)

    def chosen(self, program: Program) -> Iterator[tuple[cp_model.IntVar, bool]]:  # noqa: ARG002 - every component has it
        """No literals."""
        return iter(())

    def missing(self, program: Program) -> Iterator[str]:
        """The sessions of a program that have another track than their talks."""
        held = self._held(program.placements)
        for session in self._open:
            decided = program.timetable.sessions[session].session.track
            others = [track for track in held.get(session, ()) if track != decided]
            if decided is not TBD and others:
                yield f'session "{session}" has the track {decided} and talks of {others[0]}'

    def read(self, values: Values) -> Iterator[SessionDecision]:
        """The track of each session whose talks share one; talks without a track do not matter."""
        held = self._held(self._placing.read(values)) if self._open else {}
        for session in self._open:
            if len(held.get(session, ())) == 1:
                (track,) = held[session]
                yield SessionDecision(session=session, track=track)

    def _held(self, placements: Iterable[Placement]) -> Mapping[str, Mapping[str, None]]:
        """The tracks of the talks that take place in each session."""
        found: dict[str, dict[str, None]] = {}
        slots = self._conference.timetable.slots
        for placement in placements:
            session = slots[placement.slots[0]].session if placement.slots else placement.session
            talk = self._conference.talk(placement.talk)
            if session is not None and talk.track is not None and talk.takes_place:
                found.setdefault(session, {})[talk.track] = None
        return found
