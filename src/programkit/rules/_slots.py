"""Talks in slots of the same time: what rules share that compare talks slot by slot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from programkit.model.interval import Interval
from programkit.model.program import Placed, Program

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


def shared_slots(program: Program, placed: Iterable[Placed]) -> Mapping[tuple[str, str], int]:
    """For each two talks in slots that overlap, how many do."""
    times: dict[str, dict[tuple[object, object], Interval]] = {}
    for place in placed:
        for slot in place.placement.slots:
            interval = program.timetable.slots[slot].interval
            if interval is not None:
                own = times.setdefault(place.talk.id, {})
                own[interval.first, interval.last] = interval
    found: dict[tuple[str, str], int] = {}
    for (one, mine), (other, theirs) in combinations(times.items(), 2):
        count = sum(a.overlaps(b) for a in mine.values() for b in theirs.values())
        if count:
            first, second = sorted((one, other))
            found[first, second] = count
    return found


def meetings(decisions: Decisions, one: str, other: str) -> Iterator[Literals]:
    """The pairs of literals that hold if two talks are in slots that overlap."""
    others = decisions.slot_times(other)
    for interval, here in decisions.slot_times(one).items():
        for other_interval, there in others.items():
            if interval.overlaps(other_interval):
                yield here, there
