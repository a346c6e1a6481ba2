"""Talks of one sort at one time: what rules share that let only so many run side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from programkit.model.findings import Level
from programkit.model.interval import Interval
from programkit.model.program import Placed
from programkit.rules.base import Rule

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal


def crowds(placed: Iterable[Placed]) -> Iterator[tuple[datetime, tuple[Placed, ...]]]:
    """For each moment at which one of these begins, those that are under way."""
    timed = [(p.interval, p) for p in placed if p.interval is not None and not p.interval.empty]
    timed.sort(key=lambda one: one[0].first)
    here: list[tuple[Interval, Placed]] = []
    for moment, beginning in groupby(timed, key=lambda one: one[0].first):
        here = [one for one in here if one[0].last > moment] + list(beginning)
        yield moment, tuple(place for _, place in here)


def keep_few(
    rule: Rule, decisions: Decisions, talks: Iterable[str], most: int, about: tuple[str, ...]
) -> None:
    """Whenever one of the talks begins, so many are under way at most; each more is a violation."""
    for here in _moments(decisions, talks):
        if rule.level is Level.HARD:  # wherever there are too many, there were when the last began
            decisions.at_most(rule, [(there, 1) for there in here.under_way], most, about)
        elif len(here.under_way) > most:
            count = len(here.under_way)
            waived = [here.some_begins(decisions)] * (count - most) if here.lasting else []
            decisions.no_more(rule, [*here.under_way, *waived], most + len(waived), about)


def keep_enough(
    rule: Rule, decisions: Decisions, talks: Iterable[str], least: int, about: tuple[str, ...]
) -> None:
    """Whenever one of the talks begins, so many are under way; each one missing is a violation."""
    for here in _moments(decisions, talks):
        waived = [~here.some_begins(decisions)] * least
        decisions.at_least(rule, [*here.under_way, *waived], least, about)


class _Moment(NamedTuple):
    """A moment at which some of the talks may begin."""

    begin: list[Literal]
    """That one begins, for each place that begins then."""
    under_way: list[Literal]
    """That one is under way, for each place that lasts then; those that begin are among them."""

    @property
    def lasting(self) -> bool:
        """Whether some may have begun before."""
        return len(self.under_way) > len(self.begin)

    def some_begins(self, decisions: Decisions) -> Literal:
        """A literal that must hold if one of the talks begins."""
        return decisions.any_of([(there,) for there in self.begin])


def _moments(decisions: Decisions, talks: Iterable[str]) -> Iterator[_Moment]:
    spans = [
        (spot.first, spot.last, there)
        for talk in talks
        for spot, there in decisions.spots(talk).items()
        if spot.first is not None and spot.last is not None and spot.first < spot.last
    ]
    starts = sorted({first for first, _, _ in spans})
    found = {start: _Moment([], []) for start in starts}
    for first, last, there in spans:
        found[first].begin.append(there)
        for moment in starts[bisect_left(starts, first) : bisect_left(starts, last)]:
            found[moment].under_way.append(there)
    return iter(found.values())
