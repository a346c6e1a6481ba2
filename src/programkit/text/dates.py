"""Dates as people write them, read with the evidence for what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from programkit.text.characters import excerpt, one_line
from programkit.text.datewords import FILLERS, months, weekdays
from programkit.text.folding import folded

Order = Literal["dmy", "mdy"]
"""Whether numbers give the day or the month first."""

LONGEST = 200
"""Characters; what is longer is no date."""

_LEAP_YEAR = 2000
_LONGEST_OVER_NEW_YEAR = 183
_ISO = re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
_NUMBERS = re.compile(
    r"(?P<first>\d{1,2})\s?(?P<sign>[-/.])\s?(?P<second>\d{1,2})"
    r"(?:(?P=sign)\s?(?:(?P<year>\d{4}|\d{2})\.?)?)?"
)
_NUMBER_RANGE = re.compile(r"\d\W*[–—−-]\W*\d")
_TOKENS = re.compile(r"\d+|[^\W\d_]+")
_WORDS_THEN_NUMBERS = re.compile(r"(?P<words>[^\d]*)(?P<numbers>\d.*)", re.DOTALL)
_STRONG_RANGE = re.compile(
    r"\s*[–—−]\s*|\s(?:-|to|until|till|through|bis|au|al|alla|tot|t/m|do)\s", re.IGNORECASE
)
_WEAK_RANGE = re.compile("-")


@dataclass(frozen=True, slots=True)
class DateReading:
    """What a written date can mean."""

    days: tuple[tuple[int, int], ...]
    """Month and day of each meaning; more than one where nothing says which number is the month."""
    candidates: tuple[date, ...]
    """The dates it can be; none while the year is unknown."""
    weekday: int | None
    """The weekday that was written, Monday being 0."""
    year_stated: bool
    """Whether the year was written; otherwise it is the one that was passed."""

    @property
    def ambiguous(self) -> bool:
        """Whether day and month cannot be told apart."""
        return len(self.days) > 1

    @property
    def date(self) -> date | None:
        """The date, if it can be only one."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def weekday_differs(self) -> bool:
        """Whether the weekday that was written is not that of any candidate."""
        days = {candidate.weekday() for candidate in self.candidates}
        return bool(days) and self.weekday is not None and self.weekday not in days


@dataclass(frozen=True, slots=True)
class _Parts:
    """One way to read a date, or a part of one."""

    day: int | None
    month: int | None
    year: int | None = None
    weekday: int | None = None
    order: Order | None = None
    """The order of numbers this way needs; none where it does not matter."""


def parse_date(text: str, *, year: int | None = None, order: Order | None = None) -> DateReading:
    """Read a date such as ``Monday, 30 September``, ``30.9.2024``, ``Sep 30, 2024``.

    Names of months and weekdays may be English, German, French, Italian, Spanish, Dutch or
    Croatian. A stated weekday decides between two meanings where it fits only one.

    Args:
        text: The date.
        year: The year of a date that states none.
        order: What numbers such as 3/10/24 give first; none means it is not known.

    Raises:
        ValueError: It is no date, or no such day exists.
    """
    ways = [way for way in _ways(text, order) if way.day and way.month]
    dated = [replace(way, year=way.year or year) for way in ways]
    found = {(way.month, way.day): way for way in dated if _exists(way)}
    if not found:
        raise ValueError(f'"{excerpt(text)}" is no date; write 2024-09-30 or 30 September 2024')
    kept = _fitting_weekday(found.values())
    return DateReading(
        days=tuple((way.month or 0, way.day or 0) for way in kept),
        candidates=tuple(_date(way) for way in kept if way.year),
        weekday=kept[0].weekday,
        year_stated=ways[0].year is not None,
    )


def parse_date_range(
    text: str, *, year: int | None = None, order: Order | None = None
) -> tuple[date, date]:
    """Read first and last day of ``29/9/24 – 3/10/24``, ``1–5 October 2024``, ``30 Sep to 2 Oct``.

    What one side leaves out it takes from the other; both have one order, and the first is not
    after the last. A single date is a range of one day.

    Raises:
        ValueError: It is no range of dates, or it can mean more than one.
    """
    pairs = _pairs(text, year, order)
    if len(pairs) == 1:
        return pairs[0]
    fault = "can mean more than one range" if pairs else "is no range of dates"
    raise ValueError(f'"{excerpt(text)}" {fault}; write 2024-09-29 – 2024-10-03')


def years_matching(
    weekday: int, day: int, month: int, around: int, reach: int = 6
) -> tuple[int, ...]:
    """The years in which a day falls on a weekday (Monday being 0), up to so many from a year."""
    years = range(max(around - reach, 1), min(around + reach, 9999) + 1)
    ways = [_Parts(day, month, year) for year in years]
    return tuple(way.year or 0 for way in ways if _exists(way) and _date(way).weekday() == weekday)


def _ways(text: str, order: Order | None) -> Iterator[_Parts]:
    """The ways to read a date or a part of one."""
    line = one_line(text).replace("\xa0", " ").strip(" ,;")
    split = _WORDS_THEN_NUMBERS.fullmatch(line)
    if not split or len(line) > LONGEST:
        return
    if iso := _ISO.fullmatch(split["numbers"]):
        ways = [_Parts(int(iso["day"]), int(iso["month"]), int(iso["year"]))]
    elif written := _NUMBERS.fullmatch(split["numbers"]):
        ways = list(_from_numbers(written, order))
    else:
        yield from _from_words(line)
        return
    words = [word for word in folded(split["words"]).split() if word not in FILLERS]
    if not words:
        yield from ways
    elif len(words) == 1 and words[0] in weekdays():
        yield from (replace(way, weekday=weekdays()[words[0]]) for way in ways)


def _from_numbers(found: re.Match[str], order: Order | None) -> Iterator[_Parts]:
    """Day and month of 29/9/24 in each possible order; with full stops the day is always first."""
    first, second, year = int(found["first"]), int(found["second"]), _year(found["year"] or "")
    fixed: Order | None = "dmy" if found["sign"] == "." else order
    if first == second:
        yield _Parts(first, second, year)
        return
    if fixed in {None, "dmy"} and second <= 12:
        yield _Parts(first, second, year, order="dmy")
    if fixed in {None, "mdy"} and first <= 12:
        yield _Parts(second, first, year, order="mdy")


def _from_words(line: str) -> Iterator[_Parts]:
    """Day, month, year and weekday of 30 September 2024, each where it is there."""
    tokens = [folded(token) for token in _TOKENS.findall(line)]
    numbers = [token for token in tokens if token.isdecimal()]
    words = [token for token in tokens if token not in numbers]
    month = _only(words, months(), without=weekdays())
    if month:
        words.remove(month)
    weekday = _only(words, weekdays())
    others = [word for word in words if word != weekday and word not in FILLERS]
    years = [number for number in numbers if len(number) == 4] or _short_year(tokens, numbers)
    days = numbers.copy()
    for number in years:
        days.remove(number)
    if others or len(years) > 1 or len(days) != 1 or _NUMBER_RANGE.search(line):
        return
    yield _Parts(
        day=int(days[0]),
        month=months().get(month),
        year=_year("".join(years)),
        weekday=weekdays().get(weekday),
    )


def _short_year(tokens: list[str], numbers: list[str]) -> list[str]:
    """The year in 30 Sep 24: two digits, last, and not the only number."""
    return tokens[-1:] if len(numbers) > 1 and re.fullmatch(r"\d\d", tokens[-1]) else []


def _only(words: list[str], table: dict[str, int], without: Iterable[str] = ()) -> str:
    """The word of a table, preferably one that is in no other: mar is Tuesday in mar 30 sep."""
    known = [word for word in words if word in table]
    return next((word for word in known if word not in without), known[0] if known else "")


def _year(digits: str) -> int | None:
    """A year of four digits or two, which are of 1970 to 2069."""
    if not digits:
        return None
    number = int(digits)
    return number if len(digits) == 4 else number + (1900 if number >= 70 else 2000)


def _date(way: _Parts) -> date:
    return date(way.year or _LEAP_YEAR, way.month or 0, way.day or 0)


def _exists(way: _Parts) -> bool:
    try:
        _date(way)
    except ValueError:
        return False
    return True


def _fitting_weekday(ways: Iterable[_Parts]) -> list[_Parts]:
    """The ways in which the stated weekday is that of the date, or all if none is."""
    every = list(ways)
    fitting = [way for way in every if way.year and _date(way).weekday() == way.weekday]
    return fitting or every


def _pairs(text: str, year: int | None, order: Order | None) -> list[tuple[date, date]]:
    """The ranges a text can mean."""
    single = {_date(way) for way in _dated(_ways(text, order), year)}
    if single:
        return [(day, day) for day in sorted(single)]
    if len(text) > 2 * LONGEST:
        return []
    strong = list(_STRONG_RANGE.finditer(text))
    pairs: dict[tuple[date, date], bool] = {}
    for sign in strong or _WEAK_RANGE.finditer(text):
        for left in _ways(text[: sign.start()], order):
            for right in _ways(text[sign.end() :], order):
                pairs.update(_range(left, right, year))
    fitting = [pair for pair, fits in pairs.items() if fits]
    return fitting or list(pairs)


def _dated(ways: Iterable[_Parts], year: int | None) -> list[_Parts]:
    """The ways that are whole dates which exist."""
    whole = [replace(way, year=way.year or year) for way in ways]
    return _fitting_weekday(way for way in whole if way.year and way.month and _exists(way))


def _range(left: _Parts, right: _Parts, year: int | None) -> dict[tuple[date, date], bool]:
    """The range between two parts, if there is one, and whether it fits the stated weekdays."""
    if left.order and right.order and left.order != right.order:
        return {}
    last_year = right.year or left.year or year
    last = replace(right, month=right.month or left.month, year=last_year)
    first = replace(left, month=left.month or last.month, year=left.year or last_year)
    if not (last_year and last.month and _exists(first) and _exists(last)):
        return {}
    start, end = _date(first), _date(last)
    before = replace(first, year=last_year - 1)
    if start > end and not left.year and _exists(before):
        start = _date(before)
        if (end - start).days > _LONGEST_OVER_NEW_YEAR:
            return {}
    if start > end:
        return {}
    stated = ((left.weekday, start), (right.weekday, end))
    return {(start, end): all(number in {None, day.weekday()} for number, day in stated)}
