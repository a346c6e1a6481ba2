"""All hard requirements of a conference, any of which may be left out, to see what can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.posting import Guard, Literal, Term
from programkit.solver.search import Posts, post_all, run, solver_with

_EFFORT = 0.5
"""For a first answer about a small conference, in the solver's deterministic units."""
_PER_VARIABLE = 1e-5
"""More of it for each variable: reading a model is work, too."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether some requirements can hold together."""

    status: Status
    """Optimal or feasible if they can; unknown where it was not found out.

    Optimal if, besides, nothing less is possible of what should be as little as can be.
    """
    core: tuple[Guard, ...] = ()
    """If they cannot: those of them that are to blame, perhaps with some that are not."""
    read: Callable[[], Program] | None = None
    """If they can: makes a program that obeys them, which not everybody who asks wants to see."""
    missed: tuple[Guard, ...] = ()
    """If they can: the requirements that nobody asked for, and that this program need not obey."""
    value: float = 0.0
    """What was to be as little as can be."""

    @property
    def clash(self) -> bool:
        """Whether it is proved that they cannot hold together."""
        return self.status is Status.INFEASIBLE

    @property
    def holds(self) -> bool:
        """Whether it is proved that they can."""
        return self.read is not None

    @property
    def program(self) -> Program | None:
        """If they can hold together: a program that obeys them."""
        return None if self.read is None else self.read()


class Requirements:
    """The requirements of a conference, and which of them can hold together.

    What a program is, such as that a talk is in one place and a slot holds one talk, cannot be left
    out. The same question has the same answer every time. ``force`` may post what must hold
    besides, such as a talk in a certain slot.
    """

    def __init__(
        self,
        conference: Conference,
        rules: Sequence[Posts],
        *,
        freed: Sequence[str] = (),
        force: Callable[[Decisions], None] | None = None,
    ) -> None:
        self.conference = conference
        """The facts."""
        self.rules = rules
        """Who requires."""
        self.freed = freed
        """Ids of the talks that need not stay where the facts fix them."""
        self.decisions = Decisions(conference, freed=freed, guarded=True)
        """What is open."""
        post_all(self.decisions, rules)
        if force is not None:
            force(self.decisions)
        self.guards = self.decisions.guards
        """The requirements that can be left out, in the order of the rules."""
        always = self.decisions.model.new_constant(1)
        self._fewer_slots(always, 0)

    def ask(
        self,
        guards: Iterable[Guard],
        *,
        also: Sequence[Literal] = (),
        least: cp_model.LinearExprT | None = None,
        briefly: bool = False,
    ) -> Answer:
        """Whether these requirements can hold together.

        Args:
            guards: The requirements; all others are left out.
            also: Literals that hold besides.
            least: Of the programs that obey, one for which this is as little as can be found.
            briefly: Whether to give up soon.
        """
        wanted, model = tuple(guards), self.decisions.model
        model.clear_assumptions()
        model.add_assumptions([*(guard.literal for guard in wanted), *also])
        if least is not None:
            model.minimize(least)
        attempts = _ATTEMPTS if least is None and not also else _ATTEMPTS[1:]
        attempts = attempts[:1] if briefly else attempts
        answer = Answer(_UNKNOWN)
        for attempt in attempts:
            found = self._ask(wanted, attempt)
            worse = answer.holds and found.value >= answer.value
            answer = answer if found.status is _UNKNOWN or worse else found
            if answer.clash or answer.status is Status.OPTIMAL:
                break
        if least is not None:
            model.clear_objective()  # type: ignore[no-untyped-call]  # of ortools
        return answer

    def without(self, left_out: Iterable[Guard]) -> tuple[Guard, ...]:
        """All requirements but some."""
        names = {guard.literal.index for guard in left_out}
        return tuple(guard for guard in self.guards if guard.literal.index not in names)

    def no_more_than(self, count: int, literals: Sequence[Literal]) -> Literal:
        """A literal under which no more of these hold: for asking what is possible with so few."""
        found = self.decisions.model.new_bool_var("")
        if len(literals) > count:
            total = cp_model.LinearExpr.sum(literals)
            self.decisions.model.add(total <= count).only_enforce_if(found)
        return found

    def no_more_slots_than(self, count: int, slots: Sequence[str]) -> Literal:
        """A literal under which talks take no more of these slots."""
        inside = [there for slot in slots for there in self.decisions.slot(slot)]
        found = self.no_more_than(count, inside)
        if len(slots) > count:
            self._fewer_slots(found, len(slots) - count)
        return found

    def _ask(self, guards: Sequence[Guard], attempt: Callable[[cp_model.CpSolver], None]) -> Answer:
        effort = _EFFORT + _PER_VARIABLE * len(self.decisions.model.proto.variables)
        solver = solver_with(Limits(effort=effort, workers=1))
        attempt(solver)
        status, interrupted = run(solver, self.decisions.model)
        if interrupted:
            raise KeyboardInterrupt
        if status == cp_model.INFEASIBLE:
            named = set(solver.sufficient_assumptions_for_infeasibility())
            core = tuple(guard for guard in guards if guard.literal.index in named)
            return Answer(Status.INFEASIBLE, core=core)
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            return Answer(_UNKNOWN)
        return Answer(
            Status.OPTIMAL if status == cp_model.OPTIMAL else Status.FEASIBLE,
            read=lambda: self.decisions.read(solver),
            missed=tuple(g for g in self.guards if not solver.boolean_value(g.literal)),
            value=solver.objective_value,
        )

    @cached_property
    def _slots_needed(self) -> cp_model.LinearExprT:
        """How many slots the talks take at least that must have a place."""
        needs: list[Term] = []
        for guard in self.guards:
            spots = self.decisions.spots(guard.about[0]) if guard.about else {}
            if guard.rule.code == "talk-placed" and all(spot.slots for spot in spots):
                needs.append((guard.literal, min((len(spot.slots) for spot in spots), default=0)))
        return cp_model.LinearExpr.weighted_sum([n[0] for n in needs], [n[1] for n in needs])

    def _fewer_slots(self, condition: Literal, fewer: int) -> None:
        """More talks than slots cannot be placed, which to prove talk by talk takes for ever."""
        slots = len(self.conference.timetable.slots)
        needed = cp_model.LinearExpr.sum([self._slots_needed, fewer * condition])
        self.decisions.model.add(needed <= slots)


_UNKNOWN = Status.UNKNOWN


def _as_it_is(solver: cp_model.CpSolver) -> None:
    """Most answers follow at once; to simplify the model first takes ten times as long."""
    solver.parameters.cp_model_presolve = False
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.symmetry_level = 0
    solver.parameters.linearization_level = 0


def _by_counting(solver: cp_model.CpSolver) -> None:
    """Too many talks for too few places are found by a linear program."""
    _as_it_is(solver)
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time *= 2


def _by_counting_later(solver: cp_model.CpSolver) -> None:
    """The same with a model that was simplified first."""
    solver.parameters.linearization_level = 2
    solver.parameters.max_deterministic_time *= 8


def _thoroughly(solver: cp_model.CpSolver) -> None:
    """Simplify the model first."""
    solver.parameters.max_deterministic_time *= 8


_Attempt = Callable[[cp_model.CpSolver], None]
_ATTEMPTS: tuple[_Attempt, ...] = (_as_it_is, _by_counting, _by_counting_later, _thoroughly)
"""Ways to search, the quickest first."""
