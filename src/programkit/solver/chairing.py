"""Who chairs which session, where the facts leave it open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from ortools.sat.python import cp_model

from programkit.model.chairs import chairs_of, may_chair, sessions_that_seek
from programkit.model.conference import Conference
from programkit.model.program import Program, SessionDecision
from programkit.solver.around import Around
from programkit.solver.components import Values

Chairs = Mapping[str, cp_model.IntVar]
"""People, by their ids, each with the literal that they chair."""


class Chairing:
    """A literal for each person who may chair a session that seeks a chair."""

    def __init__(
        self, model: cp_model.CpModel, conference: Conference, around: Around | None = None
    ) -> None:
        self._model = model
        self._conference = conference
        self._candidates = may_chair(conference)
        self._known = {person: number for number, person in enumerate(self._candidates)}
        self._open: Mapping[str, Chairs] = {
            session.id: self._choices(session.id, around)
            for session in sessions_that_seek(conference)
        }

    def _choices(self, session: str, around: Around | None) -> Chairs:
        people: Iterable[str] = self._candidates
        if around is not None:
            decided = chairs_of(around.program.timetable.sessions[session])
            if session not in around.chaired:
                return {person: self._model.new_constant(1) for person in decided}
            if session in around.asked:
                asked = around.asked[session].union(decided)
                people = sorted(asked & self._known.keys(), key=self._known.__getitem__)
        return {person: self._model.new_bool_var(f"{person} chairs {session}") for person in people}

    def chairs(self, session: str) -> Chairs:
        """The people who chair a session, or may, each with the literal that they do."""
        return self._of_sessions[session]

    @cached_property
    def of_people(self) -> Mapping[str, Chairs]:
        """For each person who may chair anything, the sessions, each with the literal."""
        found: dict[str, dict[str, cp_model.IntVar]] = {}
        for session, chairs in self._of_sessions.items():
            for person, literal in chairs.items():
                found.setdefault(person, {})[session] = literal
        return found

    @cached_property
    def _of_sessions(self) -> Mapping[str, Chairs]:
        always = self._model.new_constant(1)
        return {
            session.id: self._open.get(session.id, dict.fromkeys(chairs_of(session), always))
            for session in self._conference.timetable.sessions.values()
        }

    def chosen(self, program: Program) -> Iterator[tuple[cp_model.IntVar, bool]]:
        """The value that every literal has in a program."""
        for session, choices in self._open.items():
            known = program.timetable.sessions.get(session)
            decided = () if known is None else chairs_of(known)
            for person, literal in choices.items():
                yield literal, person in decided

    def missing(self, program: Program) -> Iterator[str]:
        """The chairs of a program who are no candidates."""
        for session, choices in self._open.items():
            for person in chairs_of(program.timetable.sessions[session]):
                if person not in choices:
                    yield f'person "{person}" chairs session "{session}" and may not'

    def read(self, values: Values) -> Iterator[SessionDecision]:
        """The chairs that the solver chose; where it chose none, nothing is decided."""
        for session, choices in self._open.items():
            chosen = tuple(p for p, literal in choices.items() if values.boolean_value(literal))
            if chosen:
                yield SessionDecision(session=session, chairs=chosen)
