"""Which year dates are of that state none, by what the page itself shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from programkit.files.readers.markdown.lines import Line

REACH: Final = 6
"""Years after the newest one a page names within which its dates are sought."""
_YEAR: Final = re.compile(r"(?<![\d.,/-])(?:19[89]|20[0-4])\d(?![\d.,]*\d)")
_HALF: Final = 183


@dataclass(frozen=True, slots=True)
class Spot:
    """A date as far as it is written."""

    month: int
    day: int
    weekday: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The years that a list of dates can be of."""

    starts: tuple[int, ...]
    """The possible years of the first date; one where it is decided."""
    offsets: tuple[int, ...]
    """How many years after the first date's each date is."""
    evidence: str = ""
    """What decides, in words."""

    def date_of(self, place: int, spot: Spot) -> date | None:
        """One of the dates, if its year is decided and it exists."""
        if spot.year is None and len(self.starts) != 1:
            return None
        year = spot.year or self.starts[0] + self.offsets[place]
        return date_in(year, spot)

    def candidates(self, place: int, spot: Spot) -> tuple[date, ...]:
        """What one of the dates can be."""
        found = (date_in(start + self.offsets[place], spot) for start in self.starts)
        return tuple(day for day in found if day is not None)


def date_in(year: int, spot: Spot) -> date | None:
    """A date in some year, if it exists."""
    try:
        return date(year, spot.month, spot.day)
    except ValueError:
        return None


def newest_year(lines: Iterable[Line]) -> tuple[int, int, str] | None:
    """The newest year that lines name, the line, and the words around it."""
    found = [
        (int(year[0]), line.number, _around(line.text, year))
        for line in lines
        for year in _YEAR.finditer(line.text)
    ]
    return max(found, key=lambda one: (one[0], -one[1])) if found else None


def _around(text: str, year: re.Match[str]) -> str:
    before = text[: year.start()].split()[-1:]
    return " ".join([*before, year[0]]).strip("([,;")


def years_of(
    spots: Sequence[Spot],
    *,
    year: int | None = None,
    named: tuple[int, int, str] | None = None,
    usual: Sequence[int] = (),
    elsewhere: Mapping[int, tuple[int, str]] | None = None,
) -> Found:
    """The years of dates in the order of the page.

    Args:
        spots: The dates.
        year: That of the first date, if somebody says it.
        named: The newest year the page names, its line, and the words around it.
        usual: Weekdays on which the series meets: weaker evidence than weekdays beside dates.
        elsewhere: Years of some of the dates by their places, from another page, and which.
    """
    offsets = _offsets(spots)
    if year is not None:
        return Found((year,), offsets, "it was given with the import")
    for place, spot in enumerate(spots):
        if spot.year is not None:
            return Found((spot.year - offsets[place],), offsets, "another date of the list says it")
    for place, (found, page) in (elsewhere or {}).items():
        return Found((found - offsets[place],), offsets, f"{page} has one of the talks with it")
    return _by_weekdays(spots, offsets, named, usual)


def _by_weekdays(
    spots: Sequence[Spot],
    offsets: tuple[int, ...],
    named: tuple[int, int, str] | None,
    usual: Sequence[int],
) -> Found:
    first, last = (named[0], named[0] + REACH) if named else (2010, 2039)
    starts = range(first - max(offsets, default=0), last - min(offsets, default=0) + 1)
    stated = any(spot.weekday is not None for spot in spots)
    if not stated and not usual:
        return Found(tuple(starts) if named else (), offsets)
    wrong = {
        start: _contradicted(spots, offsets, start, () if stated else usual) for start in starts
    }
    least = min(wrong.values())
    if least * 2 > len(spots):
        return Found((), offsets)
    best = tuple(start for start in starts if wrong[start] == least)
    return Found(best, offsets, _evidence(named, stated=stated) if named else "")


def _evidence(named: tuple[int, int, str] | None, *, stated: bool) -> str:
    year, line, words = named or (0, 0, "")
    how = "the weekdays fit" if stated else "the usual weekday fits"
    return (
        f'the page names {year} ("{words}", line {line}), and from then to {year + REACH} {how} in '
        "no other year"
    )


def _contradicted(
    spots: Sequence[Spot], offsets: Sequence[int], start: int, usual: Sequence[int]
) -> int:
    """How many dates would not be on their weekday."""
    count = 0
    for spot, offset in zip(spots, offsets, strict=True):
        day = date_in(start + offset, spot)
        wanted = (spot.weekday,) if spot.weekday is not None else tuple(usual)
        count += day is None or (bool(wanted) and day.weekday() not in wanted)
    return count


def _offsets(spots: Sequence[Spot]) -> tuple[int, ...]:
    """New years between the dates of a list, whichever way it runs."""
    days = [spot.month * 31 + spot.day for spot in spots]
    steps = [after - before for before, after in pairwise(days)]
    forward = sum(0 < step <= _HALF for step in steps) >= sum(-_HALF <= step < 0 for step in steps)
    offsets = [0]
    for step in steps:
        turned = 1 if forward and step < -_HALF else -1 if not forward and step > _HALF else 0
        offsets.append(offsets[-1] + turned)
    return tuple(offsets[: len(spots)])
