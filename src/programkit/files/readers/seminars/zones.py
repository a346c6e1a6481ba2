"""Time zones as people name them beside a time: "ET", "New York time", "Europe/Berlin"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final
from zoneinfo import available_timezones

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
    r"(?P<city>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,2})\s(?:local )?time\b|"
    r"(?:heure de|ora di|hora de)\s(?P<town>[A-Z][\w'’-]+))[)\]]?",
    re.IGNORECASE,
)
_UNSURE: Final = frozenset({"Europe/Berlin"})


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone, and how it was written."""

    name: str
    """IANA name."""
    written: str
    stated: bool
    """Whether the IANA name itself was written."""

    @property
    def several(self) -> bool:
        """Whether other zones have the same clocks and may be meant."""
        return self.name in _UNSURE and not self.stated


def leading_zone(text: str) -> tuple[Zone, str] | None:
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
        name = _cities().get(folded(found["city"] or found["town"]), "")
    if not name:
        return None
    return Zone(name, found["written"], found["iana"] is not None), text[found.end() :]


@cache
def _cities() -> dict[str, str]:
    """The zones by the folded name of their city."""
    regions = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Pacific")
    names = sorted(name for name in available_timezones() if name.partition("/")[0] in regions)
    return {folded(name.rpartition("/")[2].replace("_", " ")): name for name in names}
