"""The one door through which rules post: hard, at a price, or under a name that can be dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from ortools.sat.python import cp_model, cp_model_helper

from programkit.errors import SolveError
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


TOO_MUCH = "what the rules cost together is too much to be added up; make weights smaller"
"""Says that the solver cannot count so far."""
_MOST = 2**60
"""The solver counts in 64 bits, and adds up."""


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
    costs: that is how the ones that clash are found. With a price, what hard rules want to be there
    may be missing at that price: that is how a program is built up. ``constants`` says that some
    literals are known to hold, which is used to say less.
    """

    def __init__(
        self, model: cp_model.CpModel, *, guarded: bool, constants: bool = False, price: int = 0
    ) -> None:
        self._model = model
        self._price = price
        self._always = model.new_constant(1) if constants else None  # its index is 0
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

    def settled(self, literal: Literal) -> bool | None:
        """Whether a literal always holds, or never does; nothing where that is open."""
        if self._always is None or literal.index not in {0, -1}:
            return None
        return literal.index == 0

    def _undecided(self, ways: Sequence[Literals]) -> Sequence[Literals]:
        """The sets of literals that can hold, without what always does."""
        if self._always is None:
            return ways
        possible = (way for way in ways if all(literal.index != -1 for literal in way))
        return [tuple(literal for literal in way if literal.index) for way in possible]

    def any_of(self, ways: Sequence[Literals]) -> Literal:
        """A literal that must hold where one of these sets of literals does."""
        ways = self._undecided(ways)
        if self._always is not None and () in ways:
            return self._always
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
        together = tuple(self._undecided(together))
        if () in together and rule.level is Level.SOFT and not hard:
            self.pay(rule, 1, times)
            return
        alone = len(together) == 1 and len(together[0]) == 1
        if alone and rule.level is Level.SOFT and not hard:
            self.pay(rule, together[0][0], times)
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

        ``hard`` makes it hard whatever the rule's level, and a part of what a program is: it is
        not among the requirements that can be dropped.
        """
        if self._always is not None:
            bound -= sum(count for literal, count in terms if literal.index == 0)
            terms = [(literal, count) for literal, count in terms if literal.index not in {0, -1}]
        if sum(count for _, count in terms) <= bound:
            return
        condition = () if hard else self._condition(rule, about)
        if condition is None:
            return
        if not terms:
            self._model.add_bool_or([~literal for literal in condition])
            return
        if bound == 1 and not condition and all(count == 1 for _, count in terms):
            self._model.add_at_most_one(literal for literal, _ in terms)
            return
        literals, counts = zip(*terms, strict=True)
        total = cp_model.LinearExpr.weighted_sum(literals, counts)
        self._model.add(total <= bound).only_enforce_if(*condition)

    def at_least(
        self,
        rule: Postable,
        literals: Sequence[Literal],
        count: int,
        about: tuple[str, ...],
        *,
        times: int = 1,
    ) -> cp_model.LinearExprT | None:
        """So many of the literals hold; each one missing is a violation.

        ``times`` is how often each costs. Returns how many are missing; nothing where any may be.
        """
        return self._at_least(rule, literals, count, about, price=self._price, times=times)

    def no_more(
        self, rule: Postable, literals: Sequence[Literal], count: int, about: tuple[str, ...]
    ) -> None:
        """No more than so many of the literals hold; each one more is a violation."""
        if len(literals) > count:
            self._at_least(rule, [~literal for literal in literals], len(literals) - count, about)

    def _at_least(
        self,
        rule: Postable,
        literals: Sequence[Literal],
        count: int,
        about: tuple[str, ...],
        price: int = 0,
        times: int = 1,
    ) -> cp_model.LinearExprT | None:
        """The same for both; a price makes what is hard cost so much for each one missing."""
        if self._always is not None:
            count -= sum(literal.index == 0 for literal in literals)
            literals = [literal for literal in literals if literal.index not in {0, -1}]
            if count <= 0:
                return 0
        total = cp_model.LinearExpr.sum(literals) if literals else 0
        if rule.level is Level.HARD and not price:
            condition = self._condition(rule, about)
            self._model.add_linear_constraint(total, count, count + len(literals)).only_enforce_if(
                *(condition or ())
            )
            return None if condition else 0
        if rule.level is not Level.NOTE and not self._guarded:
            missing = self._model.new_int_var(0, count, f"missing {' '.join(about)}")
            self._model.add(total + missing >= count)
            cost = price if rule.level is Level.HARD else rule.weight * times
            self._costs.append(cost * missing)
            return missing
        return None

    def exactly(self, rule: Postable, *cases: Case, about: tuple[str, ...]) -> None:
        """In each case the expression has its value; however many have not, it is one violation."""
        condition = self._condition(rule, about) if cases else None
        if condition is None:
            return
        for literals, expression, value in cases:
            self._model.add(expression == value).only_enforce_if(*literals, *condition)

    def no_wider(
        self,
        rule: Postable,
        cases: Sequence[tuple[Literal, int | Sequence[Literal]]],
        bound: int,
        about: tuple[str, ...],
        *,
        unit: int = 1,
    ) -> None:
        """The values of the cases that hold are no farther apart than the bound.

        A value is a number, or how many of some literals hold. Each unit more, begun or whole, is a
        violation.
        """
        possible = [(lit, value) for lit, value in cases if self.settled(lit) is not False]
        ranges = [(v, v) if isinstance(v, int) else (0, len(v)) for _, v in possible]
        least = min((low for low, _ in ranges), default=0)
        greatest = max((high for _, high in ranges), default=0)
        in_force = rule.level is Level.HARD or (rule.level is Level.SOFT and not self._guarded)
        if not in_force or greatest - least <= bound:
            return
        low = self._model.new_int_var(least, greatest, "")
        high = self._model.new_int_var(least, greatest, "")
        for literal, value in possible:
            total = value if isinstance(value, int) else cp_model.LinearExpr.sum(value)
            self._model.add(low <= total).only_enforce_if(literal)
            self._model.add(high >= total).only_enforce_if(literal)
        if rule.level is Level.HARD:
            condition = self._condition(rule, about) or ()
            self._model.add(high - low <= bound).only_enforce_if(*condition)
        else:
            more = self._model.new_int_var(0, greatest - least, f"wider {' '.join(about)}")
            self._model.add(high - low - unit * more <= bound)
            self.pay(rule, more)

    def one_of(self, count: int) -> Literals:
        """So many new literals of which at most one holds, whichever suits best."""
        found = tuple(self._model.new_bool_var("") for _ in range(count))
        self._model.add_at_most_one(found)
        return found

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

    def pay(self, rule: Postable, expression: cp_model.LinearExprT, times: int = 1) -> None:
        """The rule's weight is paid, so many times an expression; nothing unless the rule is soft.

        Raises:
            SolveError: That is more than the solver can count.
        """
        if rule.level is not Level.SOFT or self._guarded:
            return
        if rule.weight * times > _MOST:
            raise SolveError(TOO_MUCH)
        self._costs.append(rule.weight * times * expression)

    def _condition(
        self, rule: Postable, about: tuple[str, ...], *, hard: bool = False, times: int = 1
    ) -> Literals | None:
        """The literals under which a requirement is in force; nothing if it is not posted."""
        if hard or rule.level is Level.HARD:
            return (self._guard(rule, about),) if self._guarded else ()
        if rule.level is Level.NOTE or self._guarded:
            return None
        violated = self._model.new_bool_var(f"{rule.code} {' '.join(about)}")
        self.pay(rule, violated, times)
        return (~violated,)

    def _guard(self, rule: Postable, about: tuple[str, ...]) -> cp_model.IntVar:
        key = (id(rule), about)
        if key not in self._guards:
            literal = self._model.new_bool_var(f"{rule.code} {' '.join(about)}")
            self._guards[key] = Guard(rule, about, literal)
        return self._guards[key].literal
