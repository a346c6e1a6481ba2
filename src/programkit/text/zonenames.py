"""Time zones as people name them beside a time: "ET", "New York time", "Europe/Berlin"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from babel.core import get_global

from programkit.model.clock import zone_of
from programkit.text.folding import folded

_SPOKEN: Final = {
    **dict.fromkeys(
        ("et", "est", "edt", "eastern", "us eastern", "eastern us"), "America/New_York"
    ),
    **dict.fromkeys(("ct", "cst", "cdt", "us central"), "America/Chicago"),
    **dict.fromkeys(("mt", "mst", "mdt"), "America/Denver"),
    **dict.fromkeys(("pt", "pst", "pdt", "pacific", "us pacific"), "America/Los_Angeles"),
    **dict.fromkeys(("cet", "cest", "mez", "mesz", "central european"), "Europe/Berlin"),
    **dict.fromkeys(("bst", "uk", "british", "gmt/bst"), "Europe/London"),
    **dict.fromkeys(("utc", "gmt"), "UTC"),
    **dict.fromkeys(("jst", "japan"), "Asia/Tokyo"),
    **dict.fromkeys(("hkt",), "Asia/Hong_Kong"),
}
_WORDS: Final = "|".join(sorted((re.escape(word) for word in _SPOKEN), key=len, reverse=True))
_PHRASE: Final = re.compile(
    rf"[\s(\[]*(?P<written>(?P<spoken>{_WORDS})(?:\s(?:standard |daylight |summer )?time)?\b|"
    r"(?P<iana>(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[\w+/-]+)|"
    r"(?:in\s)?(?P<city>[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,2})\s(?:local )?time\b|"
    r"in\s(?P<place>[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*)?)\b|"
    r"(?:heure de|ora di|hora de)\s(?P<town>[^\W\d_][\w'’-]+))[)\]]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedZone:
    """A time zone, and how it was written."""

    name: str
    """IANA name."""
    written: str
    """The words for it."""


def leading_zone(text: str) -> tuple[NamedZone, str] | None:
    """The zone that a text begins with, and what follows; nothing where it names none."""
    found = _PHRASE.match(text)
    if found is None:
        return None
    if found["iana"]:
        try:
            name = zone_of(found["iana"]).key
        except ValueError:
            return None
    elif found["spoken"]:
        name = _SPOKEN[found["spoken"].lower()]
    else:
        name = _cities().get(folded(found["city"] or found["place"] or found["town"]), "")
    return (NamedZone(name, found["written"]), text[found.end() :]) if name else None


def country_of(zone: str) -> str:
    """The country (ISO 3166-1) that a zone is in; empty where it is in none in particular."""
    found = str(get_global("zone_territories").get(zone, ""))
    return found if re.fullmatch("[A-Z]{2}", found) and found != "ZZ" else ""


@cache
def _cities() -> dict[str, str]:
    """The zones by the folded name of their city."""
    regions = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Pacific")
    names = sorted(name for name in available_timezones() if name.partition("/")[0] in regions)
    return {folded(name.rpartition("/")[2].replace("_", " ")): name for name in names}
