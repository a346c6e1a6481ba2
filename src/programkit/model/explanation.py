"""Why something cannot be and what to do about it, or what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from programkit.model.base import Frozen
from programkit.model.changes import Changes
from programkit.model.findings import Finding, Report
from programkit.model.program import Program
from programkit.model.result import RuleCost

NOWHERE = "nothing is there that could hold it"
"""Why a talk cannot be in a place where there are no slots, and no session to pack it into."""


class Reason(Frozen):
    """Requirements that cannot hold together, whatever becomes of all others."""

    requirements: tuple[Finding, ...]
    """Each of them, in the organizers' words and with its place in the files; none where nothing
    that is required is to blame, because there is no such place."""
    irreducible: bool
    """Whether it is proved that without any one of them the others can hold together."""
    smallest: bool
    """Whether it is proved that no smaller set clashes, the other reasons apart."""

    @property
    def proof(self) -> str:
        """What is proved about the set, in words."""
        if self.smallest:
            return "no smaller set clashes"
        if self.irreducible:
            return "none of them can be left out"
        return "perhaps not all of them are needed"


class WayOut(Frozen):
    """What to give up so that everything else can hold. It was tried by solving."""

    steps: tuple[str, ...]
    """What to do, all of it."""
    cost: int
    """What the organizers lose, for comparing ways."""

    def __str__(self) -> str:
        """The steps in a line."""
        return "; and ".join(self.steps)


class Explanation(Report):
    """The answer of ``explain``: its findings, and the same in parts."""

    asked: str = ""
    """What was asked about, in words."""
    reasons: tuple[Reason, ...] = ()
    """Why it cannot be; several where they have nothing to do with each other."""
    ways_out: tuple[WayOut, ...] = ()
    """What to give up for it, the cheapest first."""
    extra: tuple[RuleCost, ...] = ()
    """If it can be: what it costs more, or less, by rule."""
    changes: Changes = Changes()
    """If it can be: what would change about the program asked about."""
    program: Program | None = None
    """If it can be: such a program."""

    def __str__(self) -> str:
        """The answer in lines to read."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        if not self.reasons:
            yield from (finding.message for finding in self.findings[:1])
            yield from (f"  {cost.code}: {cost.cost:+}" for cost in self.extra)
            if self.changes:
                yield "what would change:"
                yield from (f"  {line}" for line in str(self.changes).splitlines())
            return
        yield f"{self.asked} is impossible"
        for number, reason in enumerate(self.reasons, 1):
            which = f", reason {number} of {len(self.reasons)}" if len(self.reasons) > 1 else ""
            if not reason.requirements:
                yield f"  {NOWHERE}"
                continue
            yield f"these cannot hold together{which} ({reason.proof}):"
            yield from (f"  {_line(finding)}" for finding in reason.requirements)
        if self.ways_out:
            yield "ways out, the cheapest first, each tried:"
            yield from (line for way in self.ways_out for line in _steps(way))


def _line(finding: Finding) -> str:
    place = f"{finding.source}: " if finding.source else ""
    return f"{place}{finding.message} [{finding.code}]"


def _steps(way: WayOut) -> Iterator[str]:
    """A line for each step, the first one with the cost before it."""
    first, *more = way.steps
    yield f"  {way.cost:>4}  {first}"
    yield from (f"        and {step}" for step in more)
