"""When somebody is there: ``Mon 30 Sep 8:00-12:00``, ``from Tue 1 Oct``, ``not 2024-10-02``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from programkit.files.locate import Place
from programkit.files.moments import date_of, day_and_clocks, iso_moment
from programkit.files.reading import Circumstances
from programkit.model.clock import moment
from programkit.model.interval import Interval, gaps
from programkit.text.times import parse_clock, parse_clock_range

_DAY = 24 * 60
_RANGE = re.compile(r"\s*\.\.\s*|\s+(?:to|until|–|—)\s+")
_WORD = re.compile(
    r"(?P<word>not|except|from|after|until|before)\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)


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
    given: list[Interval] = []
    taken: list[Interval] = []
    for text, place in texts:
        try:
            negative, interval = _signed(text, around, place, where)
        except ValueError as error:
            around.fault(str(error), place, where)
            continue
        (taken if negative else given).append(interval)
    if not taken:
        return given
    return [free for interval in given or [Interval()] for free in gaps(interval, taken)]


def _signed(text: str, around: Circumstances, place: Place, where: str) -> tuple[bool, Interval]:
    found = _WORD.fullmatch(text.strip())
    if found and found["word"].lower() in {"not", "except"}:
        return True, _interval(found["rest"], around, place, where)
    return False, _interval(text, around, place, where)


def _interval(text: str, around: Circumstances, place: Place, where: str) -> Interval:
    def bounds(part: str) -> tuple[datetime, datetime]:
        return _bounds(part, around, place, where)

    found = _WORD.fullmatch(text.strip())
    if found:
        return _one_sided(found["word"].lower(), *bounds(found["rest"]))
    sides = _RANGE.split(text.strip())
    if len(sides) > 2:
        raise ValueError(f'"{text}" is no time; write 2024-09-30 8:00 .. 2024-10-01 12:00')
    first, last = bounds(sides[0])[0], bounds(sides[-1])[1]
    if first > last:
        raise ValueError(f'"{text}" ends before it starts')
    return Interval(start=first, end=last)


def _one_sided(word: str, first: datetime, last: datetime) -> Interval:
    """What lies on one side of a time: from its start, after its end, until its end, before it."""
    match word:
        case "from":
            return Interval(start=first)
        case "after":
            return Interval(start=last)
        case "until":
            return Interval(end=last)
        case "before":
            return Interval(end=first)
        case _:
            raise ValueError(f'"{word}" stands at the beginning only')


def _bounds(
    text: str, around: Circumstances, place: Place, where: str
) -> tuple[datetime, datetime]:
    """First and last moment of a day, of a range of times in it, or of a moment twice."""
    exact = iso_moment(text)
    if exact is not None:
        instant = datetime.fromisoformat(exact).astimezone(UTC)
        return instant, instant
    day_text, start, end = day_and_clocks(text)
    day = date_of(day_text, around, place, where)
    if start is None:
        return moment(day, 0, around.zone), moment(day, _DAY, around.zone)
    if end is None:
        instant = moment(day, parse_clock(start), around.zone)
        return instant, instant
    first, last = parse_clock_range(f"{start}–{end}")
    return moment(day, first, around.zone), moment(day, last, around.zone)


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
