"""Why there is no program: sets of requirements that cannot hold together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.result import Status
from programkit.solver.decisions import Decisions
from programkit.solver.posting import Guard
from programkit.solver.requirements import Requirements
from programkit.solver.search import Posts

MOST_REASONS = 12
"""How many are looked for."""
_MANY = 24
"""More requirements than these are taken together, rule by rule: nobody reads a longer list."""


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """One of the requirements of a reason: about some things, or all that one rule says of them."""

    guards: tuple[Guard, ...]

    def finding(self, conference: Conference) -> Finding:
        """The requirement in the organizers' words."""
        first = self.guards[0].finding(conference)
        if len(self.guards) == 1:
            return first
        message = f"{len(self.guards)} things like this one: {first.message}"
        about = dict.fromkeys(name for guard in self.guards for name in guard.about)
        return first.replace(message=message, about=tuple(about))


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """Requirements that cannot hold together, whatever becomes of the others."""

    members: tuple[Member, ...]
    """The requirements."""
    irreducible: bool
    """Whether it is proved that without any one of them the others can hold together."""
    smallest: bool = False
    """Whether it is proved that no smaller set clashes, the other reasons apart."""

    @property
    def guards(self) -> tuple[Guard, ...]:
        """All that its members say."""
        return tuple(guard for member in self.members for guard in member.guards)

    def findings(self, conference: Conference) -> tuple[Finding, ...]:
        """Each requirement in the organizers' words."""
        return tuple(member.finding(conference) for member in self.members)


@dataclass(frozen=True, slots=True)
class Conflicts:
    """All reasons that were found."""

    conference: Conference
    """The facts."""
    reasons: tuple[Conflict, ...] = ()
    """In the order in which they were found; no two have a requirement in common."""
    complete: bool = True
    """Whether there is a program that obeys everything but what the reasons name."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The requirements of all reasons, in the organizers' words."""
        return tuple(f for reason in self.reasons for f in reason.findings(self.conference))

    def __bool__(self) -> bool:
        """Whether anything clashes."""
        return bool(self.reasons)


def conflicts(requirements: Requirements) -> Conflicts:
    """Why there is no program; no reasons if there is one, or nothing could be disproved.

    One reason after the other is found and set aside, until what is left can hold together.
    """
    found: list[Conflict] = []
    complete = False
    while len(found) < MOST_REASONS:
        left = requirements.without(guard for reason in found for guard in reason.guards)
        answer = requirements.ask(left)
        complete = answer.holds
        if not answer.clash:
            break
        found = with_reason(requirements, found, answer.core)
        if not found[-1].members:
            break
    proved = tuple(_proved(requirements, found))
    return Conflicts(requirements.conference, proved, complete=complete)


def with_reason(
    requirements: Requirements, found: Sequence[Conflict], core: Sequence[Guard]
) -> list[Conflict]:
    """The reasons found so far, and last an irreducible one out of requirements that clash."""
    reason = irreducible(requirements, core)
    same = [other for other in found if _counts_talks(other) and _counts_talks(reason)]
    others = [other for other in found if other not in same]
    return [*others, _merged(requirements, reason) if same else reason]


def _counts_talks(reason: Conflict) -> bool:
    """Whether it says only that there are too many talks: then there are countless like it."""
    return {guard.rule.code for guard in reason.guards} == {"talk-placed"}


def _merged(requirements: Requirements, reason: Conflict) -> Conflict:
    """All that the rules of a reason say as one reason."""
    rules = {id(guard.rule) for guard in reason.guards}
    said = tuple(guard for guard in requirements.guards if id(guard.rule) in rules)
    return Conflict((Member(said),), irreducible=True)


def irreducible(requirements: Requirements, core: Sequence[Guard]) -> Conflict:
    """A set of requirements out of some that clash, none of which could be left out."""
    if len(core) > _MANY:
        by_rule = _reduced(requirements, _by_rule(core))
        if len(by_rule.guards) > _MANY:
            return by_rule
        core = by_rule.guards
    return _reduced(requirements, [Member((guard,)) for guard in core])


def _reduced(requirements: Requirements, members: Sequence[Member]) -> Conflict:
    """The members that are left when each was left out in turn, if the others still clashed."""
    needed, certain = list(members), True
    for member in members:
        if member not in needed:
            continue
        without = [other for other in needed if other is not member]
        answer = requirements.ask(_guards(without))
        if answer.clash:
            blamed = _indexes(answer.core)
            needed = [m for m in without if any(g.literal.index in blamed for g in m.guards)]
        certain = certain and answer.status is not Status.UNKNOWN
    return Conflict(tuple(needed), certain)


def _by_rule(core: Sequence[Guard]) -> list[Member]:
    """All that a rule says in a core as one member."""
    said: dict[int, list[Guard]] = {}
    for guard in core:
        said.setdefault(id(guard.rule), []).append(guard)
    return [Member(tuple(found)) for found in said.values()]


def _proved(requirements: Requirements, found: Sequence[Conflict]) -> Iterator[Conflict]:
    """The reasons, each with whether it is the smallest, once the other reasons are set aside.

    It is if each of its requirements is needed for any clash: then no clash is without them all.
    """
    needed = _needed(requirements, found)
    for reason in found:
        alone = reason.irreducible and len(reason.guards) == 1
        yield replace(reason, smallest=alone or needed.issuperset(_indexes(reason.guards)))


def _needed(requirements: Requirements, found: Sequence[Conflict]) -> set[int]:
    """Those of the requirements without which all others of their reason can hold.

    A program that obeys everything but one requirement of each reason says so of all of these at
    once. Only where there is none, they are asked about one by one.
    """
    few = [reason for reason in found if reason.irreducible and len(reason.guards) <= _MANY]
    apart = [guard for reason in found if reason not in few for guard in reason.guards]
    needed: set[int] = set()
    for number in range(max((len(reason.guards) for reason in few), default=0)):
        row = [reason.guards[min(number, len(reason.guards) - 1)] for reason in few]
        if requirements.ask(requirements.without([*apart, *row])).holds:
            needed |= _indexes(row)
    for reason in few:
        own = _indexes(reason.guards)
        others = [g for other in few for g in other.guards if g.literal.index not in own]
        for guard in reason.guards:
            left = requirements.without([*apart, *others, guard])
            if guard.literal.index not in needed and requirements.ask(left).holds:
                needed.add(guard.literal.index)
    return needed


def _indexes(guards: Iterable[Guard]) -> set[int]:
    return {guard.literal.index for guard in guards}


def _guards(members: Iterable[Member]) -> list[Guard]:
    return [guard for member in members for guard in member.guards]


def conflict(
    conference: Conference,
    rules: Sequence[Posts],
    *,
    freed: Sequence[str] = (),
    force: Callable[[Decisions], None] | None = None,
    briefly: bool = False,
) -> Conflicts:
    """The reasons why a conference has no program, as ``conflicts`` finds them.

    Briefly, they are looked for only if it shows at once that there are any.
    """
    requirements = Requirements(conference, rules, freed=freed, force=force)
    if briefly and not requirements.ask(requirements.guards, briefly=True).clash:
        return Conflicts(conference)
    return conflicts(requirements)
