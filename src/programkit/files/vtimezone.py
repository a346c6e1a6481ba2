"""Time zones as calendar files carry them: the offsets of one stretch of time, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_STEP = timedelta(days=7)
"""No zone changes its clocks and changes them back within so short a time."""
_MARGIN = timedelta(days=1)
"""The first observance begins so long before anything that uses it."""
_SECOND = timedelta(seconds=1)


def vtimezone(zone: ZoneInfo, first: datetime, last: datetime) -> Timezone:
    """The VTIMEZONE of a zone, right from the first moment to the last.

    The icalendar package (measured on 7.3) dates the start of summer time by the new offset where
    RFC 5545 section 3.6.5 wants the old one, so that it would come an hour late.
    """
    component = Timezone()
    component.add("tzid", zone.key)
    before = first.astimezone(UTC) - _MARGIN
    component.add_component(_observance(before, before, zone))
    for change in _changes(before, last.astimezone(UTC), zone):
        component.add_component(_observance(change, change - _SECOND, zone))
    return component


def _observance(
    start: datetime, before: datetime, zone: ZoneInfo
) -> TimezoneDaylight | TimezoneStandard:
    """One stretch of constant offset; its start is told by the clocks as they were until then."""
    local = start.astimezone(zone)
    offset_before = before.astimezone(zone).utcoffset() or timedelta()
    component = TimezoneDaylight() if local.dst() else TimezoneStandard()
    component.add("dtstart", start.replace(tzinfo=None) + offset_before)
    component.add("tzoffsetfrom", offset_before)
    component.add("tzoffsetto", local.utcoffset())
    component.add("tzname", local.tzname())
    return component


def _changes(first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The moments, in UTC, from which the clocks are other than before."""
    low = first
    while low < last:
        high = min(low + _STEP, last)
        if _clocks(low, zone) != _clocks(high, zone):
            yield _change_between(low, high, zone)
        low = high


def _change_between(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """The first moment with the clocks of ``high``, by halving."""
    while high - low > _SECOND:
        middle = low + timedelta(seconds=(high - low) // _SECOND // 2)
        if _clocks(middle, zone) == _clocks(low, zone):
            low = middle
        else:
            high = middle
    return high


def _clocks(moment: datetime, zone: ZoneInfo) -> tuple[timedelta | None, str | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.tzname()
