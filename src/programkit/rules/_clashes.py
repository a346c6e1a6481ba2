"""Two talks at one time: what rules share that keep talks apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from programkit.model.findings import Level
from programkit.model.program import Placed
from programkit.rules.base import Rule

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals

Pair = tuple[Placed, Placed]


def clashes(placed: Iterable[Placed], rest: int = 0) -> Mapping[tuple[str, str], Pair]:
    """The first meeting of each two talks that are under way at once, by their ids.

    ``rest`` is how many minutes there must be between them.
    """
    between = timedelta(minutes=rest)
    found: dict[tuple[str, str], Pair] = {}
    timed = [p for p in placed if p.interval is not None and not p.interval.empty]
    for first, second in combinations(timed, 2):
        assert first.interval is not None  # noqa: S101 - filtered above
        assert second.interval is not None  # noqa: S101 - filtered above
        early = first.interval.first < second.interval.last + between
        late = second.interval.first < first.interval.last + between
        if first.talk.id != second.talk.id and early and late:
            one, other = sorted((first.talk.id, second.talk.id))
            found.setdefault((one, other), (first, second))
    return found


def keep_apart(
    rule: Rule, decisions: Decisions, talks: Sequence[str], about: tuple[str, ...]
) -> None:
    """No two of the talks are at one time; each two that are is a violation."""
    if rule.level is Level.HARD:
        at_once: dict[datetime, list[Literal]] = {}
        for talk in talks:
            for moment, there in decisions.places_under_way(talk).items():
                at_once.setdefault(moment, []).extend(there)
        for literals in at_once.values():
            decisions.at_most(rule, [(there, 1) for there in literals], 1, about)
    else:
        for one, other in combinations(talks, 2):
            decisions.never(rule, *meetings(decisions, one, other), about=about)


def meetings(decisions: Decisions, one: str, other: str, rest: int = 0) -> Iterator[Literals]:
    """The ways in which two talks can be at one time, or with less than the rest between them."""
    others = decisions.under_way(other, rest)
    for moment, here in decisions.under_way(one, rest).items():
        if moment in others:
            yield here, others[moment]
