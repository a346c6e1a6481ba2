"""Dates, times and lengths as organizers write them, in the form the model reads."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from programkit.files.locate import Place
from programkit.files.reading import Circumstances
from programkit.model.clock import clock_text, moment
from programkit.model.findings import Level
from programkit.text.dates import DateReading, parse_date
from programkit.text.times import parse_clock, parse_clock_range, parse_minutes
from programkit.text.windows import day_and_clocks, iso_moment

_WEEKDAY = re.compile(
    r"(?:(?P<number>first|second|third|fourth|last)\s+)?"
    r"(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?s?\.?",
    re.IGNORECASE,
)
_NUMBERS = {"": "", "first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}


def clock_of(text: str) -> str:
    """A time of day as ``HH:MM``.

    Raises:
        ValueError: It is none.
    """
    return clock_text(parse_clock(text))


def clocks_of(text: str) -> tuple[str, str]:
    """Start and end of a range of times, as ``HH:MM``.

    Raises:
        ValueError: It is no range of times.
    """
    start, end = parse_clock_range(text)
    return clock_text(start), clock_text(end)


def weekday_of(text: str) -> str:
    """A weekday as iCalendar has it: ``MO``, ``1MO`` for the first Monday, ``-1FR`` for the last.

    What is no weekday stays as it is: the model judges it.
    """
    found = _WEEKDAY.fullmatch(text.strip())
    if found is None:
        return text
    number = _NUMBERS[(found["number"] or "").lower()]
    return f"{number}{found['day'][:2].upper()}"


def minutes_of(text: str) -> int:
    """A length of time.

    Raises:
        ValueError: It is none.
    """
    return parse_minutes(text)


def date_of(text: str, around: Circumstances, place: Place, where: str) -> date:
    """A date; its year is the conference's where it states none.

    A stated weekday that is not the date's becomes a finding.

    Raises:
        ValueError: It is no date, or can mean several.
    """
    reading = parse_date(text, year=around.year)
    found = _only(reading, text)
    if reading.weekday_differs:
        around.finding(
            "weekday-mismatch",
            Level.HARD,
            f'"{text}" is a {found:%A} in {found.year}',
            place,
            where,
            "correct the weekday or the date",
        )
    return found


def _only(reading: DateReading, text: str) -> date:
    if reading.date is not None:
        return reading.date
    if reading.ambiguous:
        raise ValueError(f'"{text}" can mean two dates; write it as 2024-09-30')
    raise ValueError(f'"{text}" has no year; write it, or say year: at the top of the file')


def moment_of(text: str, around: Circumstances, place: Place, where: str) -> str:
    """A moment, such as ``Mon 30 Sep 8:30``, in ISO form.

    A time that the clocks show twice that day becomes a finding; the first is meant.

    Raises:
        ValueError: It is none, or the clocks skip it.
    """
    exact = iso_moment(text)
    if exact is not None:
        return exact.isoformat()
    day_text, clock, end = day_and_clocks(text)
    if clock is None or end is not None:
        raise ValueError(f'"{text}" is no moment; write a day and a time: 2024-09-30 8:30')
    day = date_of(day_text, around, place, where)
    found = moment(day, parse_clock(clock), around.zone)
    local = found.astimezone(around.zone)
    if local.replace(fold=1).utcoffset() != local.utcoffset():
        around.finding(
            "time-ambiguous",
            Level.SOFT,
            f'the clocks show "{text}" twice, the first is meant',
            place,
            where,
            f"write it with its offset: {local.isoformat(timespec='minutes')}",
        )
    return found.isoformat()


def local_moment(instant: datetime, zone: ZoneInfo) -> str:
    """A moment as a person there would write it, or in ISO form where that is not the same."""
    text, around = f"{instant.astimezone(zone):%Y-%m-%d %H:%M}", Circumstances(zone=zone)
    try:
        same = moment_of(text, around, Place(), "")
    except ValueError:
        return instant.isoformat()
    clear = datetime.fromisoformat(same) == instant and not around.findings
    return text if clear else instant.isoformat()
