"""The language of a booklet, told by the names of weekdays and months in its headings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from programkit.files.readers.markdown.vocabulary import words
from programkit.text.locales import locale_of

LANGUAGES: Final = ("en", "de", "fr", "it", "es", "nl", "hr")
"""Those of which the names of weekdays and months are known."""


def language_of(headings: Iterable[str]) -> str:
    """The language whose names of weekdays and months are most frequent; English where none is."""
    found = [word for heading in headings for word in words(heading)]
    counts = {language: sum(word in _names(language) for word in found) for language in LANGUAGES}
    return max(LANGUAGES, key=lambda language: counts[language])


@cache
def _names(language: str) -> frozenset[str]:
    locale = locale_of(language)
    tables = (locale.days, locale.months)
    names = [
        name for table in tables for form in table["format"].values() for name in form.values()
    ]
    return frozenset(word for name in names for word in words(name))
