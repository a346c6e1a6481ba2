"""What the languages of outputs are in CLDR, the world's table of date and time forms."""

from __future__ import annotations

from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError, localedata

_INTERNATIONAL_ENGLISH = "en-150"


@cache
def locale_of(language: str) -> Locale:
    """The CLDR locale of a language tag such as ``en``, ``de-AT`` or ``pt_BR``.

    Plain ``en`` writes dates as the rest of the world does, day first; ``en-US`` month first. A
    language that CLDR does not know is treated as plain English.
    """
    tag = language.strip().replace("_", "-")
    for candidate in (tag, primary_of(tag)):
        chosen = _INTERNATIONAL_ENGLISH if candidate == "en" else candidate
        try:
            return _alone(Locale.parse(chosen, sep="-"))
        except (ValueError, UnknownLocaleError):
            continue
    return _alone(Locale.parse(_INTERNATIONAL_ENGLISH, sep="-"))


def _alone(locale: Locale) -> Locale:
    """The locale, with data of its own.

    Babel's locales share what they inherit, and what one of them looks up through an alias stays
    there: a Hebrew Sunday was "Sun" wherever an English one had been asked for before.
    """
    data = localedata.load(str(locale))
    data.update(_copied(data))
    return locale


def _copied(data: Any) -> Any:  # noqa: ANN401 - Babel's data has no types
    return {key: _copied(data[key]) for key in data} if type(data) is dict else data


def locale_tag(language: str) -> str:
    """The tag of a language's CLDR locale, by which browsers know it: "en-150" for ``en``."""
    return str(locale_of(language)).replace("_", "-")


def primary_of(language: str) -> str:
    """The language of a tag without its region or script, in lower case: ``de`` of ``de-AT``."""
    return language.strip().replace("_", "-").partition("-")[0].lower()


def language_name(tag: str, language: str) -> str:
    """What a language is called in another: "German" for ``de``; an unknown tag as it is.

    Args:
        tag: The language that is named, a language tag.
        language: The language it is named in.
    """
    name: str = locale_of(language).languages.get(primary_of(tag), tag)
    return name
