"""The words that outputs print, in the language of the conference.

One file a language, in ``languages/``; English has every word.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from programkit.text.locales import primary_of

LANGUAGES = ("de", "en", "es", "fr", "hr", "it", "nl")
"""The languages there are words for."""

FALLBACK = "en"
"""The language printed where there are no words for another."""


def word(key: str, language: str = FALLBACK, **values: object) -> str:
    """A word or phrase in a language, such as "Title to be announced" for ``title_tbd``.

    Args:
        key: The word's name in ``languages/en.toml``.
        language: A language tag; for ``de-AT`` it is German, for one without words English.
        **values: What a phrase has in braces: ``word("part_of", "en", n=1, total=2)``.

    Raises:
        KeyError: There is no such word, or a value is missing.
    """
    return words(language)[key].format(**values)


def words(language: str = FALLBACK) -> Mapping[str, str]:
    """All words of a language, phrases with their braces."""
    primary = primary_of(language)
    return _table(primary if primary in LANGUAGES else FALLBACK)


@cache
def _table(language: str) -> Mapping[str, str]:
    source = files("programkit.text").joinpath("languages", f"{language}.toml")
    return MappingProxyType(tomllib.loads(source.read_text(encoding="utf-8")))
