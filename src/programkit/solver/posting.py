"""The one door through which rules post: hard, at a price, or under a name that can be dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from ortools.sat.python import cp_model, cp_model_helper

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level, Source

Literal = cp_model_helper.Literal
"""Something that is decided to hold or not."""
Literals = tuple[Literal, ...]
"""Literals that hold together; none of them means always."""
Term = tuple[Literal, int]
"""A literal and what it counts."""
Case = tuple[Literals, cp_model.LinearExprT, int]
"""Under which literals an expression shall have which value."""


class Postable(Protocol):
    """What the solver knows of a rule."""

    @property
    def code(self) -> str:
        """Its stable name."""

    @property
    def level(self) -> Level:
        """Whether it must hold or costs."""

    @property
    def weight(self) -> int:
        """What a violation costs."""

    @property
    def source(self) -> Source | None:
        """Where it stands in the files."""

    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        """What it requires of the things named."""


class Guard(NamedTuple):
    """A requirement about certain things that can be dropped as a whole."""

    rule: Postable
    about: tuple[str, ...]
    literal: cp_model.IntVar
    """Holds as long as the requirement is in force."""

    def finding(self, conference: Conference) -> Finding:
        """The requirement as one of the reasons why there is no program."""
        return Finding(
            code=self.rule.code,
            level=Level.HARD,
            message=self.rule.requirement(conference, self.about),
            about=self.about,
            source=self.rule.source or self._where(conference),
        )

    def _where(self, conference: Conference) -> Source | None:
        """Where the first of the things concerned stands that stands anywhere."""
        named = [f"{kind}.{name}" for name in self.about for kind in ("people", "rooms", "talks")]
        found = (conference.sources.get(name) for name in named)
        return next((source for source in found if source is not None), None)


class Posting:
    """Collects constraints and costs.

    Guarded, every hard requirement can be dropped, rule by rule and subject by subject, and nothing
    costs: that is how the ones that clash are found.
    """

    def __init__(self, model: cp_model.CpModel, *, guarded: bool) -> None:
        self._model = model
        self._guarded = guarded
        self._guards: dict[tuple[int, tuple[str, ...]], Guard] = {}
        self._costs: list[cp_model.LinearExprT] = []

    @property
    def guards(self) -> tuple[Guard, ...]:
        """The requirements that can be dropped, in the order of posting."""
        return tuple(self._guards.values())

    @property
    def cost(self) -> cp_model.LinearExprT:
        """What is to be minimized."""
        return cp_model.LinearExpr.sum(self._costs) if self._costs else 0

    def must(self, literals: Sequence[Literal]) -> None:
        """One of the literals holds, whatever any rule says."""
        self._model.add_bool_or(literals)

    def any_of(self, ways: Sequence[Literals]) -> Literal:
        """A literal that must hold where one of these sets of literals does."""
        if len(ways) == 1 and len(ways[0]) == 1:
            return ways[0][0]
        found = self._model.new_bool_var("")
        for literals in ways:
            self._model.add_bool_or([found, *(~literal for literal in literals)])
        return found

    def never(
        self,
        rule: Postable,
        *together: Literals,
        about: tuple[str, ...],
        times: int = 1,
        hard: bool = False,
    ) -> None:
        """None of these sets of literals holds; however many do, it is one violation.

        ``times`` is how often it costs; ``hard`` makes it hard whatever the rule's level.
        """
        alone = len(together) == 1 and len(together[0]) == 1
        if alone and rule.level is Level.SOFT and not hard:
            self.pay(rule, together[0][0] * times)
            return
        condition = self._condition(rule, about, hard=hard, times=times) if together else None
        if condition is None:
            return
        for literals in together:
            self._model.add_bool_or([~literal for literal in (*literals, *condition)])

    def at_most(
        self,
        rule: Postable,
        terms: Sequence[Term],
        bound: int,
        about: tuple[str, ...],
        *,
        hard: bool = False,
    ) -> None:
        """The literals that hold count no more than the bound; more is one violation.

        ``hard`` makes it hard whatever the rule's level.
        """
        if sum(count for _, count in terms) <= bound:
            return
        condition = self._condition(rule, about, hard=hard)
        if condition is None:
            return
        if bound == 1 and not condition and all(count == 1 for _, count in terms):
            self._model.add_at_most_one(literal for literal, _ in terms)
            return
        literals, counts = zip(*terms, strict=True)
        total = cp_model.LinearExpr.weighted_sum(literals, counts)
        self._model.add(total <= bound).only_enforce_if(*condition)

    def at_least(
        self, rule: Postable, literals: Sequence[Literal], count: int, about: tuple[str, ...]
    ) -> None:
        """So many of the literals hold; each one missing is a violation."""
        total = cp_model.LinearExpr.sum(literals) if literals else 0
        if rule.level is Level.HARD:
            condition = self._condition(rule, about)
            self._model.add_linear_constraint(total, count, count + len(literals)).only_enforce_if(
                *(condition or ())
            )
        elif rule.level is Level.SOFT and not self._guarded:
            missing = self._model.new_int_var(0, count, f"missing {' '.join(about)}")
            self._model.add(total + missing >= count)
            self.pay(rule, missing)

    def no_more(
        self, rule: Postable, literals: Sequence[Literal], count: int, about: tuple[str, ...]
    ) -> None:
        """No more than so many of the literals hold; each one more is a violation."""
        if len(literals) > count:
            self.at_least(rule, [~literal for literal in literals], len(literals) - count, about)

    def exactly(self, rule: Postable, *cases: Case, about: tuple[str, ...]) -> None:
        """In each case the expression has its value; however many have not, it is one violation."""
        condition = self._condition(rule, about) if cases else None
        if condition is None:
            return
        for literals, expression, value in cases:
            self._model.add(expression == value).only_enforce_if(*literals, *condition)

    def counts(self, groups: Sequence[Sequence[Literal]]) -> Iterator[cp_model.LinearExprT]:
        """For each group of literals, how many of the groups before it hold."""
        before = self._model.new_constant(0)
        most = 0
        for group in groups:
            yield before
            most += len(group)
            after = self._model.new_int_var(0, most, "")
            self._model.add(after == cp_model.LinearExpr.sum([before, *group]))
            before = after

    def pay(self, rule: Postable, expression: cp_model.LinearExprT) -> None:
        """The rule's weight times an expression is paid; nothing unless the rule is soft."""
        if rule.level is Level.SOFT and not self._guarded:
            self._costs.append(rule.weight * expression)

    def _condition(
        self, rule: Postable, about: tuple[str, ...], *, hard: bool = False, times: int = 1
    ) -> Literals | None:
        """The literals under which a requirement is in force; nothing if it is not posted."""
        if hard or rule.level is Level.HARD:
            return (self._guard(rule, about),) if self._guarded else ()
        if rule.level is Level.NOTE or self._guarded:
            return None
        violated = self._model.new_bool_var(f"{rule.code} {' '.join(about)}")
        self.pay(rule, violated * times)
        return (~violated,)

    def _guard(self, rule: Postable, about: tuple[str, ...]) -> cp_model.IntVar:
        key = (id(rule), about)
        if key not in self._guards:
            literal = self._model.new_bool_var(f"{rule.code} {' '.join(about)}")
            self._guards[key] = Guard(rule, about, literal)
        return self._guards[key].literal
