"""Time zones as calendar files carry them: the offsets of one stretch of time, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from programkit.files.calendar.contentlines import line, moment, text

_STEP = timedelta(days=7)
"""No zone changes its clocks and changes them back within so short a time."""
_MARGIN = timedelta(days=1)
"""The first observance begins so long before anything that uses it."""
_SECOND = timedelta(seconds=1)


def vtimezone(zone: ZoneInfo, first: datetime, last: datetime) -> bytes:
    """The VTIMEZONE of a zone, right from the first moment to the last."""
    before = first.astimezone(UTC) - _MARGIN
    changes = _changes(before, last.astimezone(UTC), zone)
    observances = [_observance(change, change - _SECOND, zone) for change in changes]
    head = line("BEGIN", "VTIMEZONE") + line("TZID", zone.key)
    return b"".join(
        [head, _observance(before, before, zone), *observances, line("END", "VTIMEZONE")]
    )


def _observance(start: datetime, before: datetime, zone: ZoneInfo) -> bytes:
    """One stretch of constant offset; its start is told by the clocks as they were until then.

    RFC 5545 section 3.6.5 wants the old offset there; the icalendar package (measured on 7.3) uses
    the new one, so that summer time would come an hour late.
    """
    local = start.astimezone(zone)
    offset_before = before.astimezone(zone).utcoffset() or timedelta()
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    return b"".join(
        (
            line("BEGIN", kind),
            line("DTSTART", moment(start.replace(tzinfo=None) + offset_before)),
            line("TZOFFSETFROM", _offset(offset_before)),
            line("TZOFFSETTO", _offset(local.utcoffset() or timedelta())),
            line("TZNAME", text(local.tzname() or zone.key)),
            line("END", kind),
        )
    )


def _offset(offset: timedelta) -> str:
    """A UTC-OFFSET value (section 3.3.14); seconds only where there are some."""
    minutes, seconds = divmod(abs(offset) // _SECOND, 60)
    sign = "-" if offset < timedelta() else "+"
    rest = f"{seconds:02}" if seconds else ""
    return f"{sign}{minutes // 60:02}{minutes % 60:02}{rest}"


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
