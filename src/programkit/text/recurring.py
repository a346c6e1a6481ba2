"""The rule of a series in words: "Monday, 16:00–17:00 · every two weeks"."""

from __future__ import annotations

from collections.abc import Iterator

from programkit.model.recurrence import Recurrence
from programkit.text.formats import Hours, format_clock, weekday_name
from programkit.text.names import join_names
from programkit.text.words import word

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def recurrence_words(rule: Recurrence, language: str = "en", hours: Hours | None = None) -> str:
    """When a series meets as a rule; terms, breaks and exceptions are not told.

    Args:
        rule: The rule.
        language: Of the words.
        hours: How many the clock has; none given means as is usual in the language.
    """
    days = join_names(list(_days(rule, language)), language)
    clocks = (format_clock(n, hours, language) for n in (rule.start, rule.start + rule.minutes))
    return f"{days[:1].upper()}{days[1:]}, {'–'.join(clocks)} · {_every(rule, language)}"


def _every(rule: Recurrence, language: str) -> str:
    unit = {"weekly": "week", "monthly": "month"}[rule.frequency]
    if rule.interval == 1:
        return word(f"every_{unit}", language)
    if (unit, rule.interval) == ("week", 2):
        return word("every_two_weeks", language)
    return word(f"every_{unit}s", language, n=rule.interval)


def _days(rule: Recurrence, language: str) -> Iterator[str]:
    """The days, in the order given; of a month without any, the day of the month is not told."""
    for day in rule.weekdays or (_CODES[rule.first.weekday()],):
        code, nth = day[-2:], day[:-2].lstrip("+")
        name = weekday_name(_CODES.index(code), language)
        yield _numbered(name, int(nth), language) if nth else name


def _numbered(name: str, nth: int, language: str) -> str:
    """The first Monday of the month, the last, the second to last."""
    if nth < -1:
        return word("nth_from_end", language, day=name, n=-nth)
    return word("nth_last" if nth < 0 else f"nth_{nth}", language, day=name)
