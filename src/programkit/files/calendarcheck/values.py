"""Types of values (RFC 5545 section 3.3): what each has to look like, and moments read from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

_DATE = re.compile(r"[0-9]{8}")
_TIME = re.compile(r"[0-9]{6}Z?")
_DATE_TIME = re.compile(r"[0-9]{8}T[0-9]{6}Z?")
_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<weeks>[0-9]{1,9})W"
    r"|(?=[0-9T])(?:(?P<days>[0-9]{1,9})D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]{1,9})H)?"
    r"(?:(?P<minutes>[0-9]{1,9})M)?(?:(?P<seconds>[0-9]{1,9})S)?)?)"
)
_INTEGER = re.compile(r"[+-]?[0-9]{1,10}")
_FLOAT = re.compile(r"[+-]?[0-9]{1,20}(?:\.[0-9]{1,30})?")
_OFFSET = re.compile(
    r"(?P<sign>[+-])(?P<hours>[0-9]{2})(?P<minutes>[0-5][0-9])(?P<rest>[0-5][0-9])?"
)
_URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*"
)
_TEXT = re.compile(r"(?:[^\\;,]|\\[\\;,Nn])*+")
_BINARY = re.compile(r"(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_LONGEST_DAYS = 10**6


def date_of(value: str) -> date | None:
    """A DATE; none if it is none."""
    if not _DATE.fullmatch(value):
        return None
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:]))
    except ValueError:
        return None


def clock_of(value: str) -> time | None:
    """A TIME; a leap second counts as the one before. None if it is none."""
    if not _TIME.fullmatch(value):
        return None
    try:
        return time(int(value[:2]), int(value[2:4]), min(int(value[4:6]), 59 + (value[4:6] > "60")))
    except ValueError:
        return None


def moment_of(value: str) -> datetime | None:
    """A DATE-TIME by its clocks, whatever its zone; none if it is none."""
    if not _DATE_TIME.fullmatch(value):
        return None
    day, clock = date_of(value[:8]), clock_of(value[9:])
    return None if day is None or clock is None else datetime.combine(day, clock)


def duration_of(value: str) -> timedelta | None:
    """A DURATION; none if it is none."""
    found = _DURATION.fullmatch(value)
    if found is None:
        return None
    given = {k: int(v) for k, v in found.groupdict().items() if v and k != "sign"}
    if "hours" in given and "seconds" in given and "minutes" not in given:
        return None
    try:
        span = timedelta(**given)
    except OverflowError:
        return None
    return -span if found["sign"] == "-" else span


def offset_of(value: str) -> timedelta | None:
    """A UTC-OFFSET; none if it is none. There is no "-0000"."""
    found = _OFFSET.fullmatch(value)
    if found is None or int(found["hours"]) > 23:
        return None
    span = timedelta(
        hours=int(found["hours"]), minutes=int(found["minutes"]), seconds=int(found["rest"] or 0)
    )
    if found["sign"] == "-":
        return -span if span else None
    return span


def is_uri(value: str) -> bool:
    """Whether it is an absolute URI (RFC 3986)."""
    return bool(_URI.fullmatch(value))


def unescaped_at(value: str) -> int | None:
    """Where a TEXT is not escaped; none if all of it is."""
    end = _TEXT.match(value)
    return None if end is None or end.end() == len(value) else end.end()


def _is_integer(value: str) -> bool:
    return bool(_INTEGER.fullmatch(value)) and -(2**31) <= int(value) < 2**31


def _is_period(value: str) -> bool:
    start, _, end = value.partition("/")
    first, last, span = moment_of(start), moment_of(end), duration_of(end)
    if first is None or last is None:
        return first is not None and span is not None and span > timedelta()
    return last > first and start.endswith("Z") == end.endswith("Z")


TYPES: Final[Mapping[str, Callable[[str], bool]]] = {
    "BINARY": lambda value: bool(_BINARY.fullmatch(value)),
    "BOOLEAN": lambda value: value.upper() in {"TRUE", "FALSE"},
    "CAL-ADDRESS": is_uri,
    "DATE": lambda value: date_of(value) is not None,
    "DATE-TIME": lambda value: moment_of(value) is not None,
    "DURATION": lambda value: duration_of(value) is not None,
    "FLOAT": lambda value: bool(_FLOAT.fullmatch(value)),
    "INTEGER": _is_integer,
    "PERIOD": _is_period,
    "TIME": lambda value: clock_of(value) is not None,
    "URI": is_uri,
    "UTC-OFFSET": lambda value: offset_of(value) is not None,
}
"""Whether a value is of a type, by the type's name. TEXT and RECUR are judged apart."""

EXAMPLES: Final[Mapping[str, str]] = {
    "BINARY": "base64, and ENCODING=BASE64",
    "BOOLEAN": "TRUE or FALSE",
    "CAL-ADDRESS": "mailto:office@example.org",
    "DATE": "20260914",
    "DATE-TIME": "20260914T093000, with Z for UTC",
    "DURATION": "PT1H30M or P1D",
    "FLOAT": "1.5",
    "INTEGER": "0",
    "PERIOD": "20260914T093000Z/PT1H",
    "TIME": "093000",
    "URI": "https://example.org/page, other characters as %20",
    "UTC-OFFSET": "+0100",
}
"""What to write."""
