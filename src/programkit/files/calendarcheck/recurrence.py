"""Recurrence rules (RFC 5545 section 3.3.10): their syntax, and what may stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from programkit.files.calendarcheck.values import date_of, moment_of

_PART = re.compile(r"(?P<name>[A-Za-z-]+)=(?P<value>[^;=]+)")
_DAY = re.compile(r"(?P<count>[+-]?[0-9]{1,2})?(?P<day>MO|TU|WE|TH|FR|SA|SU)")
_FREQUENCIES = ("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_RANGES: Final = {
    "BYSECOND": (0, 60),
    "BYMINUTE": (0, 59),
    "BYHOUR": (0, 23),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYMONTH": (1, 12),
    "BYSETPOS": (-366, 366),
}
_FROM_ZERO = {"BYSECOND", "BYMINUTE", "BYHOUR"}
_NOT_WITH: Final = {
    "BYMONTHDAY": {"WEEKLY"},
    "BYYEARDAY": {"DAILY", "WEEKLY", "MONTHLY"},
    "BYWEEKNO": set(_FREQUENCIES) - {"YEARLY"},
}
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}")


def parts_of(rule: str) -> dict[str, str]:
    """The parts of a rule by name, as far as they can be read."""
    found = (_PART.fullmatch(part) for part in rule.upper().split(";"))
    return {part["name"]: part["value"] for part in found if part is not None}


def rule_faults(rule: str) -> Iterator[str]:
    """What is wrong with a rule, a sentence each."""
    names = []
    for part in rule.split(";"):
        found = _PART.fullmatch(part)
        if found is None:
            yield "a part of the rule is not NAME=value"
        else:
            names.append(found["name"].upper())
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield f"{name} is there twice"
    parts = parts_of(rule)
    if parts.get("FREQ") not in _FREQUENCIES:
        yield "FREQ is missing or unknown"
    if "COUNT" in parts and "UNTIL" in parts:
        yield "COUNT and UNTIL are both there"
    for name, value in parts.items():
        yield from _part_faults(name, value, parts)


def _part_faults(name: str, value: str, parts: dict[str, str]) -> Iterator[str]:
    if name in _NOT_WITH and parts.get("FREQ") in _NOT_WITH[name]:
        yield f"{name} does not go with FREQ={parts['FREQ']}"
    if name == "BYSETPOS" and not any(p.startswith("BY") and p != name for p in parts):
        yield "BYSETPOS needs another BY… part"
    if name == "FREQ" or name.startswith("X-"):
        return
    if not _is_known(name, value, parts.get("FREQ", "")):
        yield f"{name} has a value it cannot have, or is unknown"


def _is_known(name: str, value: str, frequency: str) -> bool:
    match name:
        case "COUNT" | "INTERVAL":
            return value.isascii() and value.isdecimal() and int(value[:9]) > 0
        case "UNTIL":
            return date_of(value) is not None or moment_of(value) is not None
        case "WKST":
            return bool(_DAY.fullmatch(value)) and len(value) == 2
        case "BYDAY":
            return all(_is_day(day, frequency) for day in value.split(","))
        case _:
            return name in _RANGES and all(_in_range(name, one) for one in value.split(","))


def _is_day(day: str, frequency: str) -> bool:
    found = _DAY.fullmatch(day)
    if found is None:
        return False
    counted = found["count"] is not None
    return not counted or (
        frequency in {"MONTHLY", "YEARLY"} and 1 <= abs(int(found["count"])) <= 53
    )


def _in_range(name: str, one: str) -> bool:
    if not _NUMBER.fullmatch(one):
        return False
    low, high = _RANGES[name]
    return low <= int(one) <= high and (name in _FROM_ZERO or int(one) != 0)
