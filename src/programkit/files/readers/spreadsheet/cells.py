"""Dates, times and lengths as programs write them into cells, in the form that people write."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})[T ]+"
    r"(?P<clock>\d{1,2}:\d{2}(?: ?[ap]m)?)(?::\d{2}(?:\.\d+)?)?\s*(?P<offset>Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_WITH_SECONDS = re.compile(r"(\d{1,2}):(\d{2}):\d{2}(?:\.\d+)?")
_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:0+S)?", re.IGNORECASE)
_SERIAL = re.compile(r"(?P<days>[3-6]\d{4})(?P<part>\.\d+)?")
_PART_OF_DAY = re.compile(r"0?\.\d{2,}")
_FIRST = date(1899, 12, 30)
"""Day 0 of spreadsheets, whose day 60 does not exist."""
_DAY = 24 * 60


class Moment(NamedTuple):
    """A day and a time of day, as far as a cell has them."""

    day: str
    clock: str
    offset: str = ""
    """From UTC, where one is stated."""


def moment_in(text: str) -> Moment:
    """What a cell for a time has: ``2026-09-07T09:00:00+02:00``, ``09:00:00``, 0.375, 46272.375."""
    found = _MOMENT.fullmatch(text.strip())
    if found:
        return Moment(found["day"], found["clock"], found["offset"] or "")
    serial = _SERIAL.fullmatch(text)
    if serial and serial["part"]:
        return Moment(_day_of(serial["days"]), _clock_of(serial["part"]))
    if _PART_OF_DAY.fullmatch(text):
        return Moment("", _clock_of(text))
    return Moment("", _WITH_SECONDS.sub(r"\1:\2", text))


def day_in(text: str) -> str:
    """What a cell for a date has: ``2026-09-07 00:00:00``, 46272, or what people write."""
    found = _MOMENT.fullmatch(text.strip())
    if found:
        return found["day"]
    serial = _SERIAL.fullmatch(text)
    return _day_of(serial["days"]) if serial else text


def length_in(text: str) -> str:
    """What a cell for a length has: ``0:20:00``, ``PT20M``, a part of a day, or as people write."""
    timed = _WITH_SECONDS.fullmatch(text.strip())
    if timed:
        return str(int(timed[1]) * 60 + int(timed[2]))
    stated = _DURATION.fullmatch(text.strip())
    if stated and (stated[1] or stated[2]):
        return str(int(stated[1] or 0) * 60 + int(stated[2] or 0))
    return str(round(float(text) * _DAY)) if _PART_OF_DAY.fullmatch(text) else text


def _day_of(serial: str) -> str:
    return (_FIRST + timedelta(days=int(serial))).isoformat()


def _clock_of(part: str) -> str:
    hours, minutes = divmod(round(float(part) * _DAY) % _DAY, 60)
    return f"{hours:02}:{minutes:02}"
