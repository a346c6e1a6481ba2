"""Whether one thing is over when another begins: what rules share that order the program."""

from __future__ import annotations

from datetime import datetime

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.program import Placed

Moment = tuple[int, datetime]
"""Where a moment stands in the order of the program."""


def dates_are_mixed(conference: Conference) -> bool:
    """Whether some days have a date and some not: then only the order of days is certain."""
    return len({isinstance(day.date, Unknown) for day in conference.all_days}) > 1


def in_order(first: Placed, second: Placed, *, mixed: bool) -> bool:
    """Whether one is over when the other starts, or nobody knows."""
    end, start = ends(first, mixed=mixed), begins(second, mixed=mixed)
    return end is None or start is None or end <= start


def begins(placed: Placed, *, mixed: bool) -> Moment | None:
    """Where its start stands in the order of the program; nothing where unknown."""
    return None if placed.interval is None else _at(placed, placed.interval.first, mixed=mixed)


def ends(placed: Placed, *, mixed: bool) -> Moment | None:
    """Where its end stands in the order of the program; nothing where unknown."""
    return None if placed.interval is None else _at(placed, placed.interval.last, mixed=mixed)


def _at(placed: Placed, moment: datetime, *, mixed: bool) -> Moment | None:
    if not mixed:
        return 0, moment
    day = None if placed.session is None else placed.session.day
    return None if day is None else (day, moment)
