"""Whether the weekly time of a series suits those who listen, and which would suit most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar
from zoneinfo import ZoneInfo

from programkit.model.clock import clock_text, zone_of
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.series import Series

_DAY = 24 * 60
_STEP = 30
"""Minutes between the times that are tried."""

Shifts = Counter[tuple[int, ...]]
"""How far the zones of the audience are ahead of that of the series, in minutes, and how often."""


@dataclass(frozen=True)
class Audience:
    """Zones in which it is night, or early, when a series meets."""

    first: int = 9 * 60
    """From when people listen, by their own clocks."""
    last: int = 22 * 60
    """Until when."""

    codes: ClassVar[Mapping[str, str]] = {
        "audience-asleep": "Where people listen it is early or late, and another time suits more.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """One finding, if another weekly time suits more of the zones on all dates."""
        if not isinstance(conference, Series) or not conference.audience:
            return
        rule, zones = conference.recurrence, conference.audience
        shifts = _shifts(conference)
        best = self.best(shifts, rule.start, rule.minutes)
        awake = self._served(shifts, rule.start, rule.minutes)
        if len(self._served(shifts, best, rule.minutes)) <= len(awake):
            return
        away = [self._told(zones[n], shifts, n, rule.start) for n in _others(zones, awake)]
        served = self._served(shifts, best, rule.minutes)
        left = ", ".join(zones[number] for number in _others(zones, served))
        yield Finding(
            code="audience-asleep",
            level=Level.SOFT,
            message=f"when the series meets at {clock_text(rule.start)}, it is outside "
            f"{clock_text(self.first)}–{clock_text(self.last)} for {len(away)} of {len(zones)} "
            f"zones of its audience: {', '.join(away)}",
            remedy=f"{clock_text(best)} suits {len(served)} of {len(zones)}"
            + (f", all but {left}" if left else ""),
            about=("recurrence",),
            source=conference.source("recurrence", "start"),
        )

    def best(self, shifts: Shifts, usual: int, minutes: int) -> int:
        """The time of day that suits most zones, then most dates, and is nearest to the usual."""
        return max(
            range(0, _DAY, _STEP),
            key=lambda start: (
                len(self._served(shifts, start, minutes)),
                self._attended(shifts, start, minutes),
                -abs(start - usual),
            ),
        )

    def _served(self, shifts: Shifts, start: int, minutes: int) -> set[int]:
        """Positions of the zones that it suits on all dates."""
        zones = range(len(next(iter(shifts), ())))
        return {n for n in zones if all(self._suits(start + by[n], minutes) for by in shifts)}

    def _attended(self, shifts: Shifts, start: int, minutes: int) -> int:
        """How many dates it suits, counted in each zone."""
        return sum(
            often * sum(self._suits(start + ahead, minutes) for ahead in by)
            for by, often in shifts.items()
        )

    def _suits(self, clock: int, minutes: int) -> bool:
        return self.first <= clock % _DAY and clock % _DAY + minutes <= self.last

    @staticmethod
    def _told(zone: str, shifts: Shifts, number: int, start: int) -> str:
        clocks = sorted({clock_text((start + by[number]) % _DAY) for by in shifts})
        return f"{zone} ({' or '.join(clocks)})"


def _others(zones: tuple[str, ...], served: set[int]) -> list[int]:
    return [number for number in range(len(zones)) if number not in served]


def _shifts(series: Series) -> Shifts:
    zones = (series.zone, *map(zone_of, series.audience))
    found: Shifts = Counter()
    for day in series.recurrence.dates():
        own, *others = (_offset(day, zone) for zone in zones)
        found[tuple((other - own) // timedelta(minutes=1) for other in others)] += 1
    return found


def _offset(day: date, zone: ZoneInfo) -> timedelta:
    noon = datetime.combine(day, time(12), zone)
    return noon.utcoffset() or timedelta()
