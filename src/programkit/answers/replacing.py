"""Somebody does not come: who steps in, with as few changes as possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from programkit.answers.questions import no_such
from programkit.answers.stepping_in import NoHole, SlotFilled
from programkit.errors import SolveError
from programkit.model.conference import Conference
from programkit.model.contributions import State
from programkit.model.findings import Finding
from programkit.model.program import Program
from programkit.model.result import Result, Status, costs_by_rule
from programkit.rules import Rule, StayPut, TalkPlacedOnce
from programkit.rules.binding import bind
from programkit.solver.limits import Limits

if TYPE_CHECKING:
    from programkit.solver.around import Around

_OWN = 5
"""That the slot stays open: less than a move, which would only leave another one open."""
_HOLE = 25
"""That it stays open in mid-session: as much as two talks that move."""
_ELSEWHERE = 30
"""That a slot of another session is left open instead."""
_LARGE = 200_000
"""Talks times slots, beyond which not everything may move."""


def cancelled(conference: Conference, talk: str) -> Conference:
    """The facts as they are if a talk does not take place.

    Raises:
        SolveError: There is no such talk, or it does not take place anyway.
    """
    known = conference.by_id.talks
    if talk not in known:
        raise SolveError(f"replace: {no_such('talk', talk, list(known))}")
    if not known[talk].takes_place:
        raise SolveError(f'replace: talk "{talk}" is {known[talk].state}; nobody is missed')
    gone = known[talk].replace(state=State.CANCELLED)
    return conference.replace(talks=tuple(gone if t.id == talk else t for t in conference.talks))


@dataclass(frozen=True, slots=True)
class NoShow:
    """Somebody who does not come, in a program that people know."""

    conference: Conference
    """The facts, in which the talk still takes place."""
    previous: Program
    """The program that people know."""
    talk: str
    """Id of the talk."""
    freed: tuple[str, ...] = ()
    """Ids of the talks that need not stay where the facts fix them."""

    def replaced(self, rules: Sequence[Rule], limits: Limits) -> Result:
        """The program without the talk: a reserve steps in, or a neighbor; little else moves.

        Raises:
            SolveError: There is no such talk, or it has no place in the program.
        """
        from programkit.solver.least import least  # noqa: PLC0415 - slow import, only when solving

        conference = cancelled(self.conference, self.talk)
        if self.talk not in self.previous.by_talk:
            where = f'talk "{self.talk}" has no place in the program'
            raise SolveError(f"replace: {where}; nothing is open")
        bound = bind(conference, rules)
        others = tuple(p for p in self.previous.placements if p.talk != self.talk)
        stay = StayPut(placements=others, sessions=self.previous.sessions)
        first = [stay, *self._filled(), *(r for r in bound if isinstance(r, TalkPlacedOnce))]
        then = [rule for rule in bound if not isinstance(rule, TalkPlacedOnce)]
        before = self.previous.replace(conference=conference, freed=self.freed)
        around = self._around(before)
        found = least(
            conference, first, then, limits, before=before, freed=self.freed, around=around
        )
        answer = Result(
            status=found.status,
            spent=found.spent,
            seed=limits.seed,
            variables=found.variables,
            constraints=found.constraints,
        )
        if found.program is None:
            return answer.replace(reasons=self._reasons(conference, bound, found.status))
        costs = costs_by_rule(f for rule in (*first, *then) for f in rule.check(found.program))
        proved = found.status is Status.OPTIMAL and found.cheapest and around is None
        return answer.replace(
            status=Status.OPTIMAL if proved else Status.FEASIBLE,
            found=found.program.with_cancelled(self.previous.replace(placements=others)),
            cost=sum(cost.cost for cost in costs),
            costs=costs,
            reproducible=limits.deterministic,
        )

    def _filled(self) -> Iterator[Rule]:
        """What it costs to leave slots open that had a talk."""
        slots = self.conference.timetable.slots
        taken = [slot for slot in slots if slot in self.previous.by_slot]
        own = tuple(slot for slot in taken if slots[slot].session in self._sessions)
        others = tuple(slot for slot in taken if slots[slot].session not in self._sessions)
        yield SlotFilled(slots=own, weight=_OWN)
        yield SlotFilled(slots=others, weight=_ELSEWHERE)
        yield NoHole(slots=own, weight=_HOLE)

    @property
    def _sessions(self) -> set[str]:
        """Ids of the sessions in which the talk was to be."""
        places = self.previous.by_talk[self.talk]
        return {placed.session.id for placed in places if placed.session is not None}

    def _around(self, before: Program) -> Around | None:
        """In a large conference, only its sessions and who has no place may change."""
        from programkit.solver.around import Around  # noqa: PLC0415 - as above

        talks = [talk for talk in before.conference.talks if talk.takes_place]
        if len(talks) * len(before.timetable.slots) <= _LARGE:
            return None
        inside = {p.talk.id for s in self._sessions for p in before.by_session.get(s, ())}
        free = frozenset(t.id for t in talks if t.id in inside or t.id not in before.by_talk)
        return Around(program=before, talks=free, name="who steps in")

    def _reasons(
        self, conference: Conference, rules: Sequence[Rule], status: Status
    ) -> tuple[Finding, ...]:
        """Why there is no program."""
        from programkit.solver.conflict import conflict  # noqa: PLC0415 - as above

        if status is not Status.INFEASIBLE:
            return ()
        return conflict(conference, rules, freed=self.freed).findings
