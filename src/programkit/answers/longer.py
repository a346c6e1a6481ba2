"""How much longer people would have to stay so that everything else can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from programkit.model.interval import Interval, covers, union
from programkit.model.program import Program
from programkit.rules._wording import windows

if TYPE_CHECKING:
    from programkit.solver.posting import Literal, Term
    from programkit.solver.remedies import Way
    from programkit.solver.requirements import Requirements


@dataclass(frozen=True, slots=True)
class LongerStay:
    """A program in which some people speak at times at which they are not available."""

    program: Program

    def words(self, person: str) -> str:
        """At which further times a person is needed; empty if at none."""
        hours = self.program.conference.person(person).available
        needed = [
            placed.interval
            for placed in self.program.placed
            if person in placed.talk.speaker_ids
            and placed.interval is not None
            and not covers(hours, placed.interval)
        ]
        return windows(self.program.conference, union(needed))


def longer_stay(requirements: Requirements, way: Way, known: dict[str, int]) -> LongerStay:
    """The program of a way out in which people need not stay much longer than they said.

    ``known`` holds how many minutes longer was enough for people before, and is added to: what was
    enough once is tried first.
    """
    people = [g.about[0] for g in way.given_up if g.rule.code == "speaker-available"]
    if not people:
        return LongerStay(way.program)
    kept = requirements.without(way.given_up)
    if all(person in known for person in people):
        bounds = [_no_longer(requirements, person, known[person]) for person in people]
        answer = requirements.ask(kept, also=(*way.also, *bounds))
        if answer.program is not None:
            return LongerStay(answer.program)
    terms = [term for person in people for term in _longer(requirements, person)]
    longer = sum(literal * minutes for literal, minutes in terms)
    answer = requirements.ask(kept, also=way.also, least=longer)
    program = way.program if answer.program is None else answer.program
    known.update({person: _longest(program, person) for person in people})
    return LongerStay(program)


def _longer(requirements: Requirements, person: str) -> list[Term]:
    """For each place of the person's talks out of hours, how many minutes longer that is."""
    found: list[Term] = []
    hours = union(requirements.conference.person(person).available)
    for talk in requirements.decisions.talks:
        if person in talk.speaker_ids:
            for spot, there in requirements.decisions.spots(talk.id).items():
                if not spot.within(hours) and spot.first is not None and spot.last is not None:
                    found.append((there, _minutes_longer(spot.first, spot.last, hours)))
    return found


def _no_longer(requirements: Requirements, person: str, most: int) -> Literal:
    """A literal under which the person need not stay longer than so many minutes."""
    places = _longer(requirements, person)
    return requirements.no_more_than(0, [there for there, minutes in places if minutes > most])


def _longest(program: Program, person: str) -> int:
    """How many minutes longer the person must stay for the worst of their talks."""
    hours = union(program.conference.person(person).available)
    intervals = [p.interval for p in program.placed if person in p.talk.speaker_ids]
    known = [interval for interval in intervals if interval is not None]
    return max((_minutes_longer(i.first, i.last, hours) for i in known), default=0)


def _minutes_longer(first: datetime, last: datetime, hours: Sequence[Interval]) -> int:
    """How long before or after the nearest of the hours one would have to be there, too."""
    more = [max(h.first - first, timedelta(0)) + max(last - h.last, timedelta(0)) for h in hours]
    return -(-min(more) // timedelta(minutes=1))
