"""The times that rules are told: exact ones, and texts that are read with the conference's days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from programkit.model.base import Unknown
from programkit.model.clock import moment
from programkit.model.conference import Conference
from programkit.model.interval import Interval, union
from programkit.rules._several import Several
from programkit.text.dates import parse_date
from programkit.text.times import parse_clock_range, parse_minutes
from programkit.text.windows import signed_window, without_taken

Window = Annotated[
    Interval | str,
    BeforeValidator(lambda given: str(given) if isinstance(given, date) else given),
]
Windows = Several[Window]
"""Times, exact or in words: ``Mon 30 Sep``, ``from Tue 1 Oct``, ``8:00-12:00`` (on every day)."""

Minutes = Annotated[
    int,
    BeforeValidator(
        lambda given: parse_minutes(given) if isinstance(given, str) else given,
        json_schema_input_type=int | str,
    ),
]
"""A length of time, in minutes or in words: ``90``, ``1 h 30 min``."""


def times_of(conference: Conference, windows: Iterable[Interval | str]) -> tuple[Interval, ...]:
    """The time that windows name together, as sorted intervals. What cannot be read is left out."""
    signed: list[tuple[bool, Interval]] = []
    for one in windows:
        if isinstance(one, Interval):
            signed.append((False, one))
        elif fault_of(conference, one) is None:
            signed += _read(conference, one)
    return union(without_taken(signed))


def fault_of(conference: Conference, text: str) -> str | None:
    """Why a text names no time; nothing where it names one."""
    try:
        _read(conference, text)
    except ValueError as error:
        return str(error)
    return None


def _read(conference: Conference, text: str) -> list[tuple[bool, Interval]]:
    try:
        first, last = parse_clock_range(text)
    except ValueError:
        return [signed_window(text, conference.zone, lambda day: _date(conference, day))]
    return [(False, interval) for interval in _every_day(conference, first, last)]


def _every_day(conference: Conference, first: int, last: int) -> Iterator[Interval]:
    for day in conference.all_days:
        if not isinstance(day.date, Unknown):
            start = moment(day.date, first, conference.zone)
            yield Interval(start=start, end=moment(day.date, last, conference.zone))


def _date(conference: Conference, text: str) -> date:
    dates = conference.dates
    reading = parse_date(text, year=None if dates is None else dates[0].year)
    if reading.date is None:
        why = "can mean two dates" if reading.ambiguous else "has no year"
        raise ValueError(f'"{text}" {why}; write it as 2024-09-30')
    if reading.weekday_differs:
        raise ValueError(f'"{text}" is a {reading.date:%A} in {reading.date.year}')
    return reading.date
