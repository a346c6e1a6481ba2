"""When somebody is there: ``Mon 30 Sep 8:00-12:00``, ``from Tue 1 Oct``, ``not 2024-10-02``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from programkit.files.locate import Place
from programkit.files.moments import date_of
from programkit.files.reading import Circumstances
from programkit.model.interval import Interval
from programkit.text.windows import signed_window, without_taken


def intervals_of(
    texts: Iterable[tuple[str, Place]], around: Circumstances, where: str
) -> list[Interval]:
    """The time that several short forms name together.

    Entries that begin with ``not`` are taken out of the others; alone, out of all time.

    Args:
        texts: The short forms, and where each stands. A faulty one is left out.
        around: The year and time zone that they leave out.
        where: The field, for faults.
    """
    signed: list[tuple[bool, Interval]] = []
    for text, place in texts:
        on = partial(date_of, around=around, place=place, where=where)
        try:
            signed.append(signed_window(text, around.zone, on))
        except ValueError as error:
            around.fault(str(error), place, where)
    return without_taken(signed)


def written(intervals: Iterable[Interval], zone: ZoneInfo) -> list[Any]:
    """Intervals as a person would write them, in local time, or exactly if that differs."""
    found = list(intervals)
    texts = [_short(interval, zone) for interval in found]
    around = Circumstances(zone=zone)
    if all(texts) and intervals_of([(text, Place()) for text in texts], around, "") == found:
        return texts
    return [_exact(interval) for interval in found]


def _exact(interval: Interval) -> dict[str, str]:
    bounds = (("start", interval.start), ("end", interval.end))
    return {name: bound.isoformat() for name, bound in bounds if bound is not None}


def _short(interval: Interval, zone: ZoneInfo) -> str:
    start, end = (_local(bound, zone) for bound in (interval.start, interval.end))
    if start is None or end is None:
        return f"from {start}" if start else f"until {end}" if end else ""
    whole_days = start.endswith(" 00:00") and end.endswith(" 00:00") and start != end
    if not whole_days:
        same_day = start[:10] == end[:10]
        return f"{start}-{end[11:]}" if same_day else f"{start} .. {end}"
    first, last = start[:10], _day_before(end[:10])
    return first if first == last else f"{first} .. {last}"


def _day_before(day: str) -> str:
    return str(datetime.fromisoformat(day).date() - timedelta(days=1))


def _local(instant: datetime | None, zone: ZoneInfo) -> str | None:
    return None if instant is None else f"{instant.astimezone(zone):%Y-%m-%d %H:%M}"
