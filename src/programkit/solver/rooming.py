"""Which room a session is in, where the facts leave it open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ortools.sat.python import cp_model

from programkit.model.base import TBD, Unknown
from programkit.model.conference import Conference
from programkit.model.program import Program, SessionDecision
from programkit.solver.posting import Literals
from programkit.solver.spots import Spot


class Rooming:
    """One room for every session whose room is open."""

    def __init__(self, model: cp_model.CpModel, conference: Conference) -> None:
        self._conference = conference
        rooms = [room.id for room in conference.rooms]
        self.open: Mapping[str, Mapping[str, cp_model.IntVar]] = {
            session.id: {room: model.new_bool_var(f"{session.id} in {room}") for room in rooms}
            for session in conference.timetable.sessions.values()
            if session.room is TBD
        }
        """A literal for each room of each session whose room is open."""
        for choices in self.open.values():
            model.add_exactly_one(choices.values())

    def rooms(self, spot: Spot) -> Iterator[tuple[str, Literals]]:
        """The rooms that a spot may be in, and the literals under which it is."""
        if isinstance(spot.room, Unknown):
            return iter(()) if spot.session is None else self.session_rooms(spot.session)
        return iter(((spot.room, ()),))

    def session_rooms(self, session: str) -> Iterator[tuple[str, Literals]]:
        """The room of a session, or those among which it is chosen, and under which literals."""
        if session in self.open:
            return ((room, (there,)) for room, there in self.open[session].items())
        known = self._conference.timetable.sessions[session].room
        return iter(() if isinstance(known, Unknown) else ((known, ()),))

    def chosen(self, program: Program) -> Iterator[tuple[cp_model.IntVar, bool]]:
        """The value that every literal has in a program."""
        for session, choices in self.open.items():
            known = program.timetable.sessions.get(session)
            for name, there in choices.items():
                yield there, known is not None and known.room == name

    def read(self, solver: cp_model.CpSolver) -> tuple[SessionDecision, ...]:
        """The rooms that the solver chose."""
        return tuple(
            SessionDecision(session=session, room=room)
            for session, choices in self.open.items()
            for room, there in choices.items()
            if solver.boolean_value(there)
        )
