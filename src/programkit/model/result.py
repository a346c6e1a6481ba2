"""What the solver answers."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from programkit.errors import InfeasibleError, NoProgramError
from programkit.model.base import Frozen
from programkit.model.findings import Finding
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
    effort: float = Field(default=0, ge=0)
    """The effort allowed, in deterministic units of the solver."""
    spent: float = Field(default=0, ge=0)
    """The effort spent."""
    reproducible: bool = True
    """Whether the same call gives the same program again: false after a limit in seconds."""

    @property
    def gap(self) -> float | None:
        """How much cheaper a program could be, as a share of the cost; none where unknown."""
        if self.cost is None or self.bound is None:
            return None
        return 0.0 if self.cost == 0 else (self.cost - self.bound) / self.cost

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
        raise NoProgramError(
            f"no program was found with effort {self.effort:g}; allow more, or relax a rule"
        )

    def __str__(self) -> str:
        """The status, cost, bound and gap in a line, then a line for each rule that costs."""
        if self.found is None:
            return "\n".join([f"{self.status}: no program", *(str(r) for r in self.reasons)])
        proof = "" if self.bound is None else f", bound {self.bound}, gap {self.gap:.1%}"
        lines = [f"  {rule.code}: {rule.cost}" for rule in self.costs]
        return "\n".join([f"{self.status}: cost {self.cost}{proof}", *lines])
