"""Ways out: what to give up so that all other requirements can hold, the cheapest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from programkit.model.program import Program
from programkit.solver.conflict import Conflict, Conflicts, Member, with_reason
from programkit.solver.posting import Guard, Literal
from programkit.solver.requirements import Requirements

Price = Callable[[Guard], int]
"""What it costs the organizers to give up a requirement."""
_ROUNDS = 40
"""How many ways are tried."""
_PATIENCE = 12
"""How many of them in vain, before one is looked for at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Requirements that may be given up so that all others hold."""

    given_up: tuple[Guard, ...]
    """The requirements."""
    price: int
    """What that costs together."""
    program: Program
    """A program that obeys all others: the proof."""
    also: tuple[Literal, ...] = ()
    """Literals that hold besides, if more was asked for."""


class WaysOut:
    """The ways out, and the further reasons that trying them brings to light.

    Whatever makes a program possible gives up a member of each reason. So the cheapest choice of
    members is tried; if something clashes still, that is one more reason; else it is a way out, and
    no other way is cheaper. Then the next one is tried.
    """

    def __init__(self, requirements: Requirements, found: Conflicts, price: Price) -> None:
        self._requirements = requirements
        self._price = price
        self.reasons: list[Conflict] = list(found.reasons)
        """All reasons known so far."""
        self._tried: list[Sequence[Member]] = []

    def __iter__(self) -> Iterator[Way]:
        """Ways out, the cheapest first, each found by solving."""
        ways = 0
        for number in range(_ROUNDS):
            chosen = self._cheapest()
            if not chosen:
                return
            way = self._try(chosen)
            if way is not None:
                ways += 1
                yield way
            elif not ways and number + 1 == _PATIENCE:
                break
        if not ways:
            yield from self._at_once()

    def _at_once(self) -> Iterator[Way]:
        """One way, where there are too many reasons to go through."""
        blamed = {g.literal.index: g for reason in self.reasons for g in reason.guards}
        few, all_ = tuple(blamed.values()), self._requirements.guards
        found = [way for guards in (few, all_) if (way := self._giving_up_some(guards)) is not None]
        if found:
            yield min(found, key=lambda way: way.price)

    def _giving_up_some(self, guards: Sequence[Guard]) -> Way | None:
        """The cheapest way that can be found that gives up some of these requirements."""
        prices = [self._price(guard) for guard in guards]
        kept = self._requirements.without(guards)
        answer = self._requirements.ask(kept, least=_dropped(guards, prices))
        if answer.program is None:
            return None
        price = sum(map(self._price, answer.missed))
        return Way(given_up=answer.missed, price=price, program=answer.program)

    def _try(self, chosen: Sequence[Member]) -> Way | None:
        """What comes of giving up a member of each reason."""
        guards = [guard for member in chosen for guard in member.guards]
        left = self._requirements.without(guards)
        answer = self._requirements.ask(left)
        if answer.clash:
            self.reasons = with_reason(self._requirements, self.reasons, answer.core)
            return None
        self._tried.append(chosen)
        if any(len(member.guards) > 1 for member in chosen):
            answer = self._requirements.ask(left, least=_dropped(guards, map(self._price, guards)))
            missed = {guard.literal.index for guard in answer.missed}
            guards = [guard for guard in guards if guard.literal.index in missed]
        if answer.program is None:
            return None
        price = sum(self._price(guard) for guard in guards)
        return Way(given_up=tuple(guards), price=price, program=answer.program)

    def _cheapest(self) -> Sequence[Member]:
        """The cheapest choice of a member of each reason that nothing tried is a part of."""
        members = {_key(m): m for reason in self.reasons for m in reason.members}
        model = cp_model.CpModel()
        chosen = {key: model.new_bool_var("") for key in members}
        for reason in self.reasons:
            said = {guard.literal.index for guard in reason.guards}
            model.add_bool_or([chosen[key] for key in members if not said.isdisjoint(key)])
        for tried in self._tried:
            model.add_bool_or([~chosen[_key(member)] for member in tried])
        prices = [min(map(self._price, member.guards)) for member in members.values()]
        model.minimize(cp_model.LinearExpr.weighted_sum(list(chosen.values()), prices))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if solver.solve(model) != cp_model.OPTIMAL:
            return ()
        return [m for key, m in members.items() if solver.boolean_value(chosen[key])]


def _key(member: Member) -> tuple[int, ...]:
    """What tells two members apart."""
    return tuple(guard.literal.index for guard in member.guards)


def _dropped(guards: Sequence[Guard], prices: Iterable[int]) -> cp_model.LinearExprT:
    """What the requirements cost that are not in force."""
    return cp_model.LinearExpr.weighted_sum([~g.literal for g in guards], list(prices))
