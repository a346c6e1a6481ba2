"""Public holidays of a country or a part of it, as the package ``holidays`` knows them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator

_REGION = re.compile(r"(?P<country>[A-Z]{2})(?:-(?P<part>[A-Z0-9]{1,4}))?")


def _known(code: str) -> str:
    if code:
        holidays_of(code, 2000)
    return code


Region = Annotated[str, AfterValidator(_known)]
"""A country (ISO 3166-1, such as "NL") or a part of one (ISO 3166-2, "DE-BE"); empty for none."""


@lru_cache(maxsize=256)
def holidays_of(region: str, year: int, language: str = "") -> Mapping[date, str]:
    """The public holidays of a year with their names.

    Args:
        region: A ``Region``, not empty.
        year: A year of the Gregorian calendar.
        language: BCP 47 tag; where the names are not known in it they are in English, else in
            the region's own language.

    Raises:
        ValueError: No holidays are known of that region.
    """
    from holidays import country_holidays  # noqa: PLC0415 - takes 0.2 s, and few need it

    found = _REGION.fullmatch(region)
    if not found:
        raise ValueError(f'"{region}" is no code of a country; write one such as NL or DE-BE')
    country, part = found["country"], found["part"]
    try:
        known = country_holidays(country, subdiv=part).supported_languages
        spoken = _spoken(language, known)
        return dict(country_holidays(country, subdiv=part, years=year, language=spoken))
    except NotImplementedError:
        raise ValueError(f'no public holidays are known of "{region}"') from None


def holiday_on(region: str, day: date, language: str = "") -> str:
    """The name of the holiday of a day; empty if it is none, or if no region is given."""
    return holidays_of(region, day.year, language).get(day, "") if region else ""


def _spoken(language: str, known: tuple[str, ...]) -> str | None:
    """The tag, in the package's form, that comes closest."""
    wanted = language.partition("-")[0].lower()
    ours = [tag for tag in known if tag.partition("_")[0] == wanted]
    return next(iter([*ours, *(tag for tag in known if tag == "en_US")]), None)
