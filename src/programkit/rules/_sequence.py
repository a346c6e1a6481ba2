"""Whether one thing is over when another begins: what rules share that order the program."""

from __future__ import annotations

from datetime import datetime

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.program import Placed


def dates_are_mixed(conference: Conference) -> bool:
    """Whether some days have a date and some not: then only the order of days is certain."""
    return len({isinstance(day.date, Unknown) for day in conference.all_days}) > 1


def in_order(first: Placed, second: Placed, *, mixed: bool) -> bool:
    """Whether one is over when the other starts, or nobody knows."""
    if first.interval is None or second.interval is None:
        return True
    if not mixed:
        return first.interval.before(second.interval)
    days = [None if p.session is None else p.session.day for p in (first, second)]
    if days[0] is None or days[1] is None:
        return True
    end: tuple[int, datetime] = (days[0], first.interval.last)
    return end <= (days[1], second.interval.first)
