"""What the solver answers."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pydantic import Field

from programkit.errors import InfeasibleError, NoProgramError
from programkit.model.base import Frozen
from programkit.model.findings import Finding, Level
from programkit.model.program import Program


class Status(StrEnum):
    """How the search ended."""

    OPTIMAL = "optimal"
    """A program was found, and none is cheaper."""
    FEASIBLE = "feasible"
    """A program was found; a cheaper one may exist."""
    INFEASIBLE = "infeasible"
    """It is proved that no program satisfies the hard rules."""
    UNKNOWN = "unknown"
    """Nothing was found and nothing proved within the effort."""


class RuleCost(Frozen):
    """What one rule costs in a program."""

    code: str
    """Code of the rule."""
    cost: int
    """Sum of its findings' costs."""


def costs_by_rule(findings: Iterable[Finding]) -> tuple[RuleCost, ...]:
    """The cost by rule, of the rules that cost something, in the order in which they are found."""
    costs: dict[str, int] = {}
    for finding in findings:
        costs[finding.code] = costs.get(finding.code, 0) + finding.cost
    return tuple(RuleCost(code=code, cost=cost) for code, cost in costs.items() if cost)


def cost_of(findings: Iterable[Finding]) -> int | None:
    """What a program costs in which these are found; nothing if something hard is violated."""
    cost = 0
    for finding in findings:
        if finding.level is Level.HARD:
            return None
        cost += finding.cost
    return cost


class Progress(Frozen):
    """How a search stands, while it goes on."""

    seconds: float
    """Since it was begun."""
    trying: str
    """What is being tried, in words."""
    cost: int | None = None
    """What the best program so far costs; none while there is none."""
    bound: int | None = None
    """No program of the whole problem costs less; none where nothing is proved."""
    costs: tuple[RuleCost, ...] = ()
    """The cost by rule of the best program that was looked at, of the rules that cost something.

    To look at a large program takes a while; not every one is.
    """
    placed: int = 0
    """How many talks have a place in that program."""
    unplaced: int = 0
    """How many should have a place and have none."""

    @property
    def gap(self) -> float | None:
        """How much cheaper a program could be, as a share of the cost; none where unknown."""
        return gap_between(self.cost, self.bound)


def gap_between(cost: int | None, bound: int | None) -> float | None:
    """How much cheaper a program could be, as a share of the cost; none where unknown."""
    if cost is None or bound is None:
        return None
    return 0.0 if cost == 0 else (cost - bound) / cost


class Result(Frozen):
    """The answer of ``solve``: a program or the reasons why not, and how good it is."""

    status: Status
    """How the search ended."""
    found: Program | None = None
    """The best program found, if any."""
    cost: int | None = None
    """What it costs: the sum over the soft rules."""
    bound: int | None = None
    """No program of the whole problem costs less; none where nothing is proved."""
    costs: tuple[RuleCost, ...] = ()
    """The cost by rule, of the rules that cost something."""
    reasons: tuple[Finding, ...] = ()
    """Why there is no program: requirements that cannot hold together."""
    seed: int = 0
    """The seed used."""
    effort: float | None = Field(default=None, ge=0)
    """The effort allowed, in deterministic units of the solver; none where seconds were."""
    spent: float = Field(default=0, ge=0)
    """The effort spent."""
    seconds: float = Field(default=0, ge=0)
    """The time spent."""
    variables: int = 0
    """How many variables the largest model had."""
    constraints: int = 0
    """How many constraints it had."""
    memory: int = 0
    """The most memory that this process has used so far, in MiB; 0 where unknown."""
    reproducible: bool = True
    """Whether the same call gives the same program again: nothing depended on the clock."""

    @property
    def gap(self) -> float | None:
        """How much cheaper a program could be, as a share of the cost; none where unknown."""
        return gap_between(self.cost, self.bound)

    @property
    def program(self) -> Program:
        """The program found.

        Raises:
            InfeasibleError: There is none; the message names the requirements that clash.
            NoProgramError: None was found within the effort.
        """
        if self.found is not None:
            return self.found
        if self.status is Status.INFEASIBLE:
            lines = [str(reason) for reason in self.reasons]
            raise InfeasibleError("\n".join(["no program satisfies the hard rules", *lines]))
        allowed = (
            f"in {self.seconds:.0f} s" if self.effort is None else f"with effort {self.effort:g}"
        )
        raise NoProgramError(f"no program was found {allowed}; allow more, or relax a rule")

    def __str__(self) -> str:
        """The status, cost, bound and gap in a line, then a line for each rule that costs."""
        if self.found is None:
            return "\n".join([f"{self.status}: no program", *(str(r) for r in self.reasons)])
        proof = "" if self.bound is None else f", bound {self.bound}, gap {self.gap:.1%}"
        lines = [f"  {rule.code}: {rule.cost}" for rule in self.costs]
        return "\n".join([f"{self.status}: cost {self.cost}{proof}", *lines])
