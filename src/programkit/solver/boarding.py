"""Which poster hangs where, where the facts leave it open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from ortools.sat.python import cp_model

from programkit.model.boards import Place, PosterDecision, is_open, place_of, places_for
from programkit.model.conference import Conference
from programkit.model.program import Program
from programkit.solver.around import Around
from programkit.solver.components import Values

Places = Mapping[Place, cp_model.IntVar]
"""Where a poster may hang, each with the literal that it does."""


class Boarding:
    """At most one place for every poster that is shown."""

    def __init__(
        self, model: cp_model.CpModel, conference: Conference, around: Around | None = None
    ) -> None:
        self._model = model
        self._conference = conference
        shown = [poster for poster in conference.posters if poster.takes_place]
        self._open = frozenset(poster.id for poster in shown if is_open(conference, poster))
        decided = {} if around is None else around.program.hung
        self._of_posters: Mapping[str, Places] = {
            poster.id: self._stays(decided[poster.id])
            if around is not None and poster.id not in around.posters
            else self._choices(poster.id)
            for poster in shown
        }

    def _stays(self, place: Place | None) -> Places:
        return {} if place is None else {place: self._model.new_constant(1)}

    def _choices(self, poster: str) -> Places:
        places = places_for(self._conference, self._conference.poster(poster))
        if poster not in self._open:
            return {place: self._model.new_constant(1) for place in places}
        found = {
            place: self._model.new_bool_var(f"{poster} at {' '.join(place)}") for place in places
        }
        self._model.add_at_most_one(found.values())
        return found

    def places(self, poster: str) -> Places:
        """Where a poster may hang, each with the literal that it does; none if it is not shown."""
        return self._of_posters.get(poster, {})

    @cached_property
    def of_boards(self) -> Mapping[Place, Mapping[str, cp_model.IntVar]]:
        """For each board, the posters that may hang there, each with the literal that it does."""
        found: dict[Place, dict[str, cp_model.IntVar]] = {}
        for poster, places in self._of_posters.items():
            for place, literal in places.items():
                if place.board:
                    found.setdefault(place, {})[poster] = literal
        return found

    def chosen(self, program: Program) -> Iterator[tuple[cp_model.IntVar, bool]]:
        """The value that every literal has in a program."""
        for poster in self._of_posters:
            for place, literal in self._of_posters[poster].items():
                if poster in self._open:
                    yield literal, program.hung.get(poster) == place

    def missing(self, program: Program) -> Iterator[str]:
        """The posters of a program that hang where they cannot."""
        for poster, places in self._of_posters.items():
            hung = program.hung[poster]
            if hung not in places and hung != place_of(self._conference.poster(poster)):
                yield f'poster "{poster}" hangs where there is no board for it'

    def read(self, values: Values) -> Iterator[PosterDecision]:
        """Where the solver hung posters; where it hung one nowhere, nothing is decided."""
        for poster, places in self._of_posters.items():
            for place, literal in places.items() if poster in self._open else ():
                if values.boolean_value(literal):
                    yield PosterDecision(poster=poster, session=place.session, board=place.board)
