"""Which room a session is in, where the facts leave it open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ortools.sat.python import cp_model

from programkit.model.base import TBD, Unknown
from programkit.model.conference import Conference
from programkit.model.program import Program, SessionDecision
from programkit.solver.around import Around
from programkit.solver.components import Values
from programkit.solver.posting import Literals
from programkit.solver.spots import Spot


class Rooming:
    """One room for every session whose room is open."""

    def __init__(
        self, model: cp_model.CpModel, conference: Conference, around: Around | None = None
    ) -> None:
        self._conference = conference
        self._model = model
        self.open: Mapping[str, Mapping[str, cp_model.IntVar]] = {
            session.id: self._choices(session.id, around)
            for session in conference.timetable.sessions.values()
            if session.room is TBD
        }
        """A literal for each room of each session whose room is open."""

    def _choices(self, session: str, around: Around | None) -> Mapping[str, cp_model.IntVar]:
        if around is not None and session not in around.sessions:
            room = around.program.timetable.sessions[session].room
            return {} if isinstance(room, Unknown) else {room: self._model.new_constant(1)}
        rooms = [room.id for room in self._conference.rooms]
        choices = {room: self._model.new_bool_var(f"{session} in {room}") for room in rooms}
        self._model.add_exactly_one(choices.values())
        return choices

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

    def missing(self, program: Program) -> Iterator[str]:
        """The sessions of a program that have no room yet."""
        for session in self.open:
            if program.timetable.sessions[session].room is TBD:
                yield f'session "{session}" has no room yet'

    def read(self, values: Values) -> tuple[SessionDecision, ...]:
        """The rooms that the solver chose."""
        return tuple(
            SessionDecision(session=session, room=room)
            for session, choices in self.open.items()
            for room, there in choices.items()
            if values.boolean_value(there)
        )
