"""What it takes to have something: what it costs, and what would have to move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from programkit.answers.differences import differences
from programkit.answers.questions import Question
from programkit.model.changes import Changes
from programkit.model.explanation import Explanation
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.result import RuleCost, Status, costs_by_rule
from programkit.rules import Rule, StayPut, TalkPlacedOnce
from programkit.solver.limits import Limits

POSSIBLE, WOULD_CHANGE = "possible", "would-change"
_LIMITS = Limits(effort=10.0, workers=1)
"""For each of the searches that compare costs."""


@dataclass(frozen=True, slots=True)
class Possible:
    """Something that was not disproved, and the rules to obey."""

    question: Question
    rules: Sequence[Rule]
    program: Program
    """The facts; and, where there are any, the decisions to stay close to."""

    def any_program(self) -> Explanation:
        """That there is a program, and what it costs."""
        usual, proved = self._cheapest(Question())
        if usual is None:
            return _said("nothing clashes so far, and no program was found", Question())
        cost = sum(c.cost for c in self._costs(usual))
        about = "" if proved else "about "
        return _said(f"a program exists; it costs {about}{cost}", self.question, program=usual)

    def at_the_least_price(self) -> Explanation:
        """What it costs more than the cheapest program, if everything may be decided anew."""
        usual, exact = self._cheapest(Question())
        forced, exactly = self._cheapest(self.question)
        if usual is None or forced is None:
            return self._unknown()
        return self._compared(usual, forced, exact=exact and exactly)

    def with_the_fewest_moves(self) -> Explanation:
        """What it costs more than the program decided, if as little as possible moves."""
        from programkit.solver.least import least  # noqa: PLC0415 - slow import, only when solving

        stay = StayPut(placements=self.program.placements, sessions=self.program.sessions)
        before_all = [stay, *(rule for rule in self.rules if isinstance(rule, TalkPlacedOnce))]
        others = [rule for rule in self.rules if not isinstance(rule, TalkPlacedOnce)]
        found = least(
            self.program.conference,
            before_all,
            others,
            _LIMITS,
            before=self.program,
            freed=self.program.freed,
            force=self.question.post,
        )
        if found.program is None:
            return self._unknown()
        changes = differences(self.program, found.program)
        exact = found.status is Status.OPTIMAL and found.cheapest
        return self._compared(self.program, found.program, exact=exact, changes=changes)

    def _compared(
        self, usual: Program, forced: Program, *, exact: bool, changes: Changes | None = None
    ) -> Explanation:
        """What one program costs more than another."""
        costs = _more(self._costs(usual), self._costs(forced))
        more = sum(cost.cost for cost in costs)
        about = "" if exact else "about "
        said = f"costs {about}{more} more" if more > 0 else "costs nothing more"
        said = f"costs {about}{-more} less" if more < 0 and changes is not None else said
        joined = "but" if more > 0 else "and"
        before = self._findings(usual)
        return _said(
            f"{self.question.words} is possible {joined} {said}",
            self.question,
            beside=[f for f in self._findings(forced) if f not in before] if more > 0 else (),
            extra=costs,
            changes=changes or Changes(),
            program=forced,
        )

    def _unknown(self) -> Explanation:
        return _said(f"{self.question.words} was neither found nor disproved", self.question)

    def _cheapest(self, question: Question) -> tuple[Program | None, bool]:
        """The cheapest program found, and whether it is proved that none is cheaper."""
        from programkit.solver.least import least  # noqa: PLC0415 - slow import, only when solving

        conference, freed = self.program.conference, self.program.freed
        found = least(conference, self.rules, (), _LIMITS, freed=freed, force=question.post)
        return found.program, found.status is Status.OPTIMAL

    def _costs(self, program: Program) -> tuple[RuleCost, ...]:
        return costs_by_rule(self._findings(program))

    def _findings(self, program: Program) -> list[Finding]:
        return [finding for rule in self.rules for finding in rule.check(program)]


def _more(before: Sequence[RuleCost], after: Sequence[RuleCost]) -> tuple[RuleCost, ...]:
    """By rule, how much more the later one costs."""
    costs = {cost.code: -cost.cost for cost in before}
    for cost in after:
        costs[cost.code] = costs.get(cost.code, 0) + cost.cost
    return tuple(RuleCost(code=code, cost=cost) for code, cost in costs.items() if cost)


def _said(
    message: str,
    question: Question,
    *,
    beside: Sequence[Finding] = (),
    extra: tuple[RuleCost, ...] = (),
    changes: Changes | None = None,
    program: Program | None = None,
) -> Explanation:
    """The answer with a note at its head."""
    changes = changes or Changes()
    head = Finding(code=POSSIBLE, level=Level.NOTE, message=message, about=question.about)
    return Explanation(
        findings=(head, *beside, *_notes(changes)),
        asked=question.words,
        extra=extra,
        changes=changes,
        program=program,
    )


def _notes(changes: Changes) -> Iterator[Finding]:
    for change in changes.changes:
        yield Finding(
            code=WOULD_CHANGE,
            level=Level.NOTE,
            message=f"{change.kind} {change.about}: {change.message}",
            about=(change.about, *change.people),
        )
