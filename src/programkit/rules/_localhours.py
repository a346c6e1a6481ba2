"""The hours in which people are awake, by the clocks where they are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programkit.model.interval import Interval, union

_AROUND = tuple(timedelta(days=days) for days in (-2, -1, 0, 1, 2))


def local_hours(zone: ZoneInfo, days: Iterable[date], start: int, end: int) -> tuple[Interval, ...]:
    """The time from one hour to another, in minutes, on some days and those around them."""
    around = sorted({day + days_off for day in days for days_off in _AROUND})
    return union(
        Interval(start=_instant(day, start, zone), end=_instant(day, end, zone)) for day in around
    )


def _instant(day: date, clock: int, zone: ZoneInfo) -> datetime:
    """When the clocks of a zone show a time; where they skip it, as far after the change."""
    wall = datetime.combine(day, time()) + timedelta(minutes=clock)
    return wall.replace(tzinfo=zone).astimezone(UTC)
