"""What can be asked of ``explain``: a program at all, or one with a talk in a certain place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from programkit.errors import SolveError, meant_or_known
from programkit.model.conference import Conference
from programkit.rules.pinned import places_at, time_of

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


@dataclass(frozen=True, slots=True)
class Question:
    """A talk in a place, a talk anywhere, or any program at all."""

    talk: str | None = None
    """Id of the talk."""
    at: str | None = None
    """Id of a slot or session, or a time."""

    @property
    def about(self) -> tuple[str, ...]:
        """Ids of what is wanted."""
        return tuple(part for part in (self.talk, self.at) if part is not None)

    @property
    def words(self) -> str:
        """What is wanted, for a message."""
        if self.talk is None:
            return "a program"
        return f'placing talk "{self.talk}"' + (f" at {self.at}" if self.at else "")

    def post(self, decisions: Decisions) -> None:
        """Make the solver do it."""
        if self.talk is not None and self.at is not None:
            decisions.must(places_at(decisions, self.talk, self.at))
        elif self.talk is not None:
            decisions.must(list(decisions.spots(self.talk).values()))


def asked(conference: Conference, talk: str | None, at: str | None) -> Question:
    """The question, if there is what it is about.

    Raises:
        SolveError: There is no such talk or place.
    """
    if talk is None and at is not None:
        raise SolveError(f"at {at} stands alone; say which talk as well")
    if talk is not None:
        if talk not in conference.by_id.talks:
            raise SolveError(no_such("talk", talk, list(conference.by_id.talks)))
        if not conference.talk(talk).takes_place:
            raise SolveError(f'talk "{talk}" is {conference.talk(talk).state} and has no place')
    places = [*conference.timetable.slots, *conference.timetable.sessions]
    if at is not None and at not in places and time_of(conference, at) is None:
        how = "write a time like 2026-09-15T09:00"
        raise SolveError(f"{no_such('slot, session or time', at, places)}; {how}")
    return Question(talk, at)


def no_such(kind: str, name: str, known: Sequence[str]) -> str:
    """That there is no such thing, and which may be meant."""
    return f'there is no {kind} "{name}"; {meant_or_known(name, known)}'
