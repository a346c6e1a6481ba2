"""What clocks show where people listen, beside a time of the series."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from programkit.model.base import Unknown
from programkit.text.localtimes import LocalTime, local_times
from programkit.web.context import View

_NEXT: Final = {1: "next_day", -1: "previous_day"}


def local_starts(view: View, start: datetime | None) -> tuple[LocalTime, ...]:
    """A start by the clocks of a series, and of each zone of its audience; none without one."""
    zone, series = view.outline.timezone, view.outline.series
    if start is None or isinstance(zone, Unknown) or not (series and series.audience):
        return ()
    return local_times(start, (zone, *series.audience), ZoneInfo(zone), view.language)


def day_of(view: View, local: LocalTime) -> str:
    """That it is another day there, and which; empty on the same day."""
    if not local.days_later:
        return ""
    name = _NEXT.get(local.days_later)
    date = view.date_short(local.moment.date())
    return f"{view.word(name)}, {date}" if name else date


def marks_of(view: View, local: LocalTime) -> str:
    """What a reader of a local time must not miss: another day, and summer time."""
    summer = view.word("summer_time") if local.summer else ""
    return ", ".join(filter(None, (day_of(view, local), summer)))
