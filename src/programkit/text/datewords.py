"""The names of months and weekdays that dates are read with, from CLDR."""

from __future__ import annotations

from functools import cache
from typing import Literal

from programkit.text.folding import folded
from programkit.text.locales import locale_of

LANGUAGES = ("en", "en-US", "de", "de-AT", "fr", "it", "es", "nl", "hr")
"""The languages dates are read in."""

_ENDINGS = {"st", "nd", "rd", "th", "er", "e"}
_ARTICLES = {"the", "d", "de", "del", "dem", "den", "der", "el", "il", "la", "le", "lo"}
_PREPOSITIONS = {"of", "on", "from", "am", "vom", "von", "du", "dal", "od", "op", "van"}
_YEARS = {"g", "godine"}
FILLERS = frozenset(_ENDINGS | _ARTICLES | _PREPOSITIONS | _YEARS)
"""Words that say nothing about a date."""


@cache
def months() -> dict[str, int]:
    """Folded names and abbreviations of months, and their numbers."""
    return _names("months")


@cache
def weekdays() -> dict[str, int]:
    """Folded names and abbreviations of weekdays, Monday being 0."""
    return _names("days")


def _names(kind: Literal["months", "days"]) -> dict[str, int]:
    return {
        folded(name): number
        for language in LANGUAGES
        for forms in getattr(locale_of(language), kind).values()
        for width in ("wide", "abbreviated")
        for number, name in forms[width].items()
    }
