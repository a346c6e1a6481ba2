"""Windows of time as people write them: ``Mon 30 Sep 8:00-12:00``, ``from Tue 1 Oct``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from programkit.model.clock import moment
from programkit.model.interval import Interval, gaps
from programkit.text.times import parse_clock, parse_clock_range

DateOf = Callable[[str], date]
"""What date a text names; raises ValueError where it names none."""

CLOCK = r"(?:\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|(?:12\s)?noon|midnight)"
"""What looks like a time of day."""

_DAY = 24 * 60
_RANGE = re.compile(r"\s*\.\.\s*|\s+(?:to|until|–|—)\s+")
_WORD = re.compile(
    r"(?P<word>not|except|from|after|until|before)\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_DAY_AND_CLOCK = re.compile(
    rf"(?P<day>.*?\S)(?:,\s*|(?<=\d)T(?=\d)|\s+)(?P<clock>{CLOCK})(?:\s*[–—-]\s*(?P<end>{CLOCK}))?",
    re.IGNORECASE,
)


def signed_window(text: str, zone: ZoneInfo, date_of: DateOf) -> tuple[bool, Interval]:
    """Whether a text takes time out (``not Mon 30 Sep``), and the time that it names.

    Raises:
        ValueError: It names none.
    """
    found = _WORD.fullmatch(text.strip())
    if found and found["word"].lower() in {"not", "except"}:
        return True, window(found["rest"], zone, date_of)
    return False, window(text, zone, date_of)


def without_taken(windows: Iterable[tuple[bool, Interval]]) -> list[Interval]:
    """The time that windows name together: those that take time out, out of the others.

    Alone, they are taken out of all time.
    """
    signed = list(windows)
    given = [interval for negative, interval in signed if not negative]
    taken = [interval for negative, interval in signed if negative]
    if not taken:
        return given
    return [free for interval in given or [Interval()] for free in gaps(interval, taken)]


def window(text: str, zone: ZoneInfo, date_of: DateOf) -> Interval:
    """The time that a text names: a day, a part of it, several days, or one side of a moment.

    Raises:
        ValueError: It names none, or it ends before it starts.
    """
    found = _WORD.fullmatch(text.strip())
    if found:
        return _one_sided(found["word"].lower(), *_bounds(found["rest"], zone, date_of))
    hours_of_one_day = day_and_clocks(text)[2] is not None
    sides = [text] if hours_of_one_day else _RANGE.split(text.strip())
    if len(sides) > 2:
        raise ValueError(f'"{text}" is no time; write 2024-09-30 8:00 .. 2024-10-01 12:00')
    first, last = _bounds(sides[0], zone, date_of)[0], _bounds(sides[-1], zone, date_of)[1]
    if first > last:
        raise ValueError(f'"{text}" ends before it starts')
    return Interval(start=first, end=last)


def iso_moment(text: str) -> datetime | None:
    """A moment such as ``2024-09-30T08:30:00+02:00``; nothing for any other text.

    Without the T, 08:00-12:00 is a range of times, not an offset from UTC.
    """
    if "T" not in text:
        return None
    try:
        stated = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return None if stated.tzinfo is None else stated


def day_and_clocks(text: str) -> tuple[str, str | None, str | None]:
    """The day, the time and the end that a text such as ``Mon 30 Sep 8:00-12:00`` names."""
    found = _DAY_AND_CLOCK.fullmatch(text.strip())
    if not found:
        return text.strip(), None, None
    return found["day"], found["clock"], found["end"]


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


def _bounds(text: str, zone: ZoneInfo, date_of: DateOf) -> tuple[datetime, datetime]:
    """First and last moment of a day, of a range of times in it, or of a moment twice."""
    exact = iso_moment(text)
    if exact is not None:
        return exact.astimezone(UTC), exact.astimezone(UTC)
    day_text, start, end = day_and_clocks(text)
    day = date_of(day_text)
    if start is None:
        return moment(day, 0, zone), moment(day, _DAY, zone)
    if end is None:
        instant = moment(day, parse_clock(start), zone)
        return instant, instant
    first, last = parse_clock_range(f"{start}–{end}")
    return moment(day, first, zone), moment(day, last, zone)
