"""Times and dates as outputs print them, in the language of the conference.

The forms are those of CLDR, with two choices of ours: spaces are plain ones (layouts decide where a
line may break), and English marks are the lower-case ``am`` and ``pm`` of printed programs.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date as cldr_date
from babel.dates import format_skeleton, parse_pattern

from programkit.text.locales import locale_of
from programkit.text.times import DAY

Hours = Literal[12, 24]
DateStyle = Literal["full", "day", "long", "short", "dated", "month"]
"""Monday, 30 September 2024 · Monday, 30 September · 30 September 2024 · Mon, 30 Sept ·
Mon, 30 Sept 2024, and of the month Sept 2024."""

_SKELETONS = {"short": "MMMEd", "dated": "yMMMEd", "month": "yMMM"}
# With what CLDR writes around it: era, 'de', 'gada', a full stop.
_YEAR = re.compile(r"(?:'[^']*'\s*)?(?:G\s*)?y+(?:[年년]|\.?\s*'[^']*')?\.?")
_CLOCK = re.compile(r"'([^']+)'|HH?|m+")
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def format_clock(minutes: int, hours: Hours | None = None, language: str = "en") -> str:
    """The time of day that a clock shows so many minutes after midnight: ``08:30`` or ``8:30 am``.

    From 24:00 on, what the clock shows in the night after: 25:30 is ``01:30``.

    Args:
        minutes: Since the midnight that begins the day.
        hours: How many the clock has; none given means as is usual in the language.
        language: BCP 47 tag.
    """
    hour, minute = divmod(minutes % DAY, 60)
    form = clock_forms(hours, language)[hour >= 12]
    return form.format(h=(hour - 1) % 12 + 1, H=hour, HH=f"{hour:02d}", mm=f"{minute:02d}")


@lru_cache(maxsize=64)
def clock_forms(hours: Hours | None = None, language: str = "en") -> tuple[str, str]:
    """How times are written before noon, and from noon on: ``{HH}:{mm}``, or ``{h}:{mm} am``.

    Args:
        hours: How many the clock has; none given means as is usual in the language.
        language: BCP 47 tag.
    """
    locale = locale_of(language)
    if (hours or _usual_hours(locale)) == 12:
        marks = locale.day_periods["format"]["abbreviated"]
        am, pm = _plain(marks["am"]), _plain(marks["pm"])
        if locale.language == "en":
            am, pm = am.lower(), pm.lower()
        return f"{{h}}:{{mm}} {am}", f"{{h}}:{{mm}} {pm}"
    pattern = locale.time_formats["short"].pattern
    form = _CLOCK.sub(_field, _plain(pattern if "H" in pattern else "HH:mm"))
    return form, form


def _field(found: re.Match[str]) -> str:
    """A part of CLDR's pattern: quoted text as it is, a field by its name."""
    return found[1] or ("{mm}" if found[0].startswith("m") else f"{{{found[0]}}}")


def _usual_hours(locale: Locale) -> Hours:
    return 12 if "a" in locale.time_formats["short"].pattern else 24


@lru_cache(maxsize=4096)
def format_date(day: date, language: str = "en", style: DateStyle = "full") -> str:
    """A date in words."""
    locale = locale_of(language)
    if style in _SKELETONS:
        return _plain(format_skeleton(_SKELETONS[style], day, locale=locale))
    if style == "day":
        pattern = _YEAR.sub("", locale.date_formats["full"].pattern)
        return _plain(cldr_date(day, pattern, locale=locale)).strip(" ,،-")
    return _plain(cldr_date(day, style, locale=locale))


@lru_cache(maxsize=4096)
def format_dates(start: date, end: date, language: str = "en") -> str:
    """A range of days in words, what is equal said once: ``29 September – 3 October 2024``."""
    if start == end:
        return format_date(start, language, "long")
    locale = locale_of(language)
    same_month = (start.year, start.month) == (end.year, end.month)
    widest = "d" if same_month else "M" if start.year == end.year else "y"
    forms = locale.interval_formats
    patterns = forms.get("yMMMMd", forms["yMMMd"])[widest]
    parts = zip(patterns, (start, end), strict=True)
    return _plain("".join(parse_pattern(_spelled_out(p)).apply(day, locale) for p, day in parts))


def weekday_name(
    weekday: int, language: str = "en", width: Literal["wide", "abbreviated"] = "wide"
) -> str:
    """The name of a weekday, Monday being 0."""
    return str(locale_of(language).days["stand-alone"][width][weekday])


def _spelled_out(pattern: str) -> str:
    """A pattern with the name of the month in full, and the day without a zero before it."""
    return re.sub("M{3,}", "MMMM", re.sub("d+", "d", pattern))


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
