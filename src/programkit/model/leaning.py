"""What a requirement says of one talk alone: where it may be, and what it costs there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from programkit.model.interval import Interval

Hours = tuple[Interval, ...]
"""Times, of which a talk lies in one."""


class Leaning(NamedTuple):
    """Where a talk may be, whatever other talks do.

    Talks of one length, one track and one leaning can stand for each other, as long as only rooms
    and days are chosen.
    """

    rooms: frozenset[str] | None = None
    """Ids of the rooms in which it may be; none given means any."""
    hours: tuple[Hours, ...] = ()
    """The talk lies in one of the times of each."""
    costs: tuple[tuple[str, int], ...] = ()
    """What it costs in rooms, by their ids."""
    apart: int = 0
    """What it costs about if the talks of its track are in one place more."""


def joined(leanings: Iterable[Leaning]) -> Leaning:
    """What several requirements say together."""
    rooms: frozenset[str] | None = None
    hours: dict[Hours, None] = {}
    costs: dict[str, int] = {}
    apart = 0
    for leaning in leanings:
        if leaning.rooms is not None:
            rooms = leaning.rooms if rooms is None else rooms & leaning.rooms
        hours |= dict.fromkeys(leaning.hours)
        for room, cost in leaning.costs:
            costs[room] = costs.get(room, 0) + cost
        apart += leaning.apart
    return Leaning(rooms, tuple(hours), tuple(sorted(costs.items())), apart)
