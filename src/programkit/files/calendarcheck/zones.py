"""Time zones as a file defines them, held against those that there are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from programkit.files.calendarcheck.faults import Faults
from programkit.files.calendarcheck.recurrence import parts_of
from programkit.files.calendarcheck.tree import Component
from programkit.files.calendarcheck.values import moment_of, offset_of

_WEEKDAYS = {day: number for number, day in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_DAY = re.compile(r"([+-]?[0-9]{1,2})?([A-Z]{2})")
_SECOND = timedelta(seconds=1)
_MOST_ONSETS = 5000
"""More than any zone ever had."""
_YEARS = range(1800, 2200)


class Onset(NamedTuple):
    """From when the clocks show something else."""

    at: datetime
    """By the new or the old clocks, whichever are ahead: from then on only the new ones count."""
    offset: timedelta
    """What they show from then on, ahead of UTC."""
    start: datetime
    """The same moment by the old clocks."""
    before: timedelta
    """What these showed."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone as the file defines it."""

    name: str
    line: int
    onsets: tuple[Onset, ...]
    """By time; none if it cannot be judged, because a rule in it is unusual."""

    def offset(self, clock: datetime) -> timedelta | None:
        """How far the clocks are ahead of UTC when they first show a time; none if undefined."""
        begun = bisect_right(self.onsets, clock, key=lambda onset: onset.at)
        return self.onsets[begun - 1].offset if begun else None


@lru_cache(maxsize=256)
def real_zone(name: str) -> ZoneInfo | None:
    """The zone of that name; none if there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_of(component: Component, name: str, years: Iterable[int]) -> Zone:
    """The zone that a VTIMEZONE defines.

    Args:
        component: The VTIMEZONE.
        name: Its TZID.
        years: In which it is used.
    """
    wanted = [year for year in sorted(set(years)) if year in _YEARS]
    if wanted:
        wanted = list(range(wanted[0] - 1, wanted[-1] + 1))
    onsets: list[Onset] = []
    for observance in component.components:
        made = _onsets(observance, wanted)
        if made is None or len(onsets) > _MOST_ONSETS:
            return Zone(name, component.line, ())
        onsets += made
    return Zone(name, component.line, tuple(sorted(onsets)))


def judge_zone(zone: Zone, clocks: Iterable[datetime], faults: Faults) -> None:
    """Report a zone whose clocks are not those of the real one, where the file uses it."""
    real = real_zone(zone.name)
    if real is None or not zone.onsets:
        return
    used = sorted({clock for clock in clocks if clock.year in _YEARS})
    wrong = next(_wrong_clocks(zone, real, used), None) or next(
        _wrong_changes(zone, real, {clock.year for clock in used}), None
    )
    if wrong is not None:
        remedy = "write the VTIMEZONE that the zone has"
        faults.fault("ical-zone-wrong", zone.line, wrong, remedy, "VTIMEZONE")


def _wrong_clocks(zone: Zone, real: ZoneInfo, clocks: Iterable[datetime]) -> Iterator[str]:
    """The times in use at which the zone is another one than defined."""
    for clock in clocks:
        told, right = zone.offset(clock), clock.replace(tzinfo=real).utcoffset()
        if told != right:
            said = "nothing" if told is None else _written(told)
            yield f"{zone.name} is {_written(right)} at {clock}, and {said} as defined here"


def _wrong_changes(zone: Zone, real: ZoneInfo, years: set[int]) -> Iterator[str]:
    """The changes of the clocks in the years of use that the zone does not make, or not then."""
    for onset in zone.onsets:
        if onset.start.year not in years:
            continue
        at = onset.start.replace(tzinfo=UTC) - onset.before
        after, before = at.astimezone(real), (at - _SECOND).astimezone(real)
        changes = onset.before != onset.offset
        if after.utcoffset() != onset.offset or (changes and before.utcoffset() != onset.before):
            yield f"the clocks of {zone.name} do not change at {onset.start} as defined here"


def _written(offset: timedelta | None) -> str:
    minutes = int((offset or timedelta()).total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _onsets(observance: Component, years: list[int]) -> list[Onset] | None:
    """When an observance begins; none if its rule is none that zones have."""
    values = {name: observance.one(name) for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")}
    start, before, after = (found.value if found else "" for found in values.values())
    first, old, new = moment_of(start), offset_of(before), offset_of(after)
    if first is None or old is None or new is None:
        return None
    begun = [first]
    for more in observance.all("RDATE"):
        begun += [at for value in more.value.split(",") if (at := moment_of(value)) is not None]
    rule = observance.one("RRULE")
    if rule is not None:
        repeated = _repeated(first, parts_of(rule.value), old, years)
        if repeated is None:
            return None
        begun += repeated
    later = max(timedelta(), new - old)
    return [Onset(_shifted(at, later), new, at, old) for at in begun[:_MOST_ONSETS]]


def _shifted(at: datetime, later: timedelta) -> datetime:
    try:
        return at + later
    except OverflowError:
        return at


def _repeated(
    first: datetime, parts: dict[str, str], old: timedelta, years: list[int]
) -> list[datetime] | None:
    """The yearly onsets after the first; none for a rule of another kind."""
    known = {"FREQ", "BYMONTH", "BYDAY", "BYMONTHDAY", "UNTIL", "INTERVAL", "WKST"}
    if parts.get("FREQ") != "YEARLY" or parts.get("INTERVAL", "1") != "1" or parts.keys() - known:
        return None
    until = moment_of(parts["UNTIL"]) if "UNTIL" in parts else None
    last = None if until is None else _shifted(until, old)
    found = []
    for year in years:
        for day in _days(year, first, parts):
            at = datetime.combine(day, first.time())
            if first < at and (last is None or at <= last):
                found.append(at)
    return found


def _days(year: int, first: datetime, parts: dict[str, str]) -> Iterator[date]:
    months = [
        int(one) for one in parts.get("BYMONTH", str(first.month)).split(",") if one.isdecimal()
    ]
    for month in months:
        if not 1 <= month <= 12:
            continue
        days = _days_of(year, month)
        for day in days:
            if _is_meant(day, days, first, parts):
                yield day


def _days_of(year: int, month: int) -> list[date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    count = (following - date(year, month, 1)).days
    return [date(year, month, number) for number in range(1, count + 1)]


def _is_meant(day: date, month: list[date], first: datetime, parts: dict[str, str]) -> bool:
    if "BYDAY" not in parts and "BYMONTHDAY" not in parts:
        return day.day == first.day
    if "BYMONTHDAY" in parts:
        numbers = set(parts["BYMONTHDAY"].split(","))
        if not numbers & {str(day.day), f"+{day.day}", str(day.day - len(month) - 1)}:
            return False
    return "BYDAY" not in parts or any(
        _is_weekday(day, len(month), one) for one in parts["BYDAY"].split(",")
    )


def _is_weekday(day: date, length: int, written: str) -> bool:
    found = _DAY.fullmatch(written)
    if found is None or _WEEKDAYS.get(found[2]) != day.weekday():
        return False
    count = int(found[1] or 0)
    from_start, from_end = (day.day + 6) // 7, -((length - day.day + 7) // 7)
    return count in {0, from_start, from_end}
