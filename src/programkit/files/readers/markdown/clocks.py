"""Times at the start of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from programkit.text.times import parse_clock, parse_clock_range

_HALF = r"(?:\s?[ap]\.?\s?m\b\.?)"
_CLOCK = (
    rf"(?:[0-4]?\d\s?[:.h]\s?[0-5]\d(?:{_HALF}|\s(?:noon|midnight)\b)?|[01]?\d{_HALF}|12\snoon|12\smidnight|noon|midnight|"
    r"[0-2]?\d\s?(?:h|Uhr)\b)"
)
_TO = r"\s?(?:–|—|-{1,2}|−|to|until|till|bis|à|a|al|do|tot)\s?"
_LEADING = re.compile(
    rf"[*_\s]*[\[(]?(?P<start>{_CLOCK}|[0-2]?\d(?={_TO}{_CLOCK}))(?:\s*Uhr\b|\s?h\b)?"
    rf"(?:{_TO}(?P<end>{_CLOCK})(?:\s*Uhr\b|\s?h\b)?)?(?P<close>[\])]?[*_]*)(?=[\s:,–—|\-]|$)",
    re.IGNORECASE,
)
_HALF_OF = re.compile(r"([ap])\.?\s?m\b", re.IGNORECASE)
_DIVIDER = re.compile(r"[ ]*[:,–—|-]?(?=\s)[ ]*|[ ]*[:,]$|[ ]+")


@dataclass(frozen=True, slots=True)
class Clocks:
    """A start, perhaps an end, and what follows on the line."""

    start: int
    """Minutes after midnight."""
    end: int | None
    half: bool
    """Whether the half of the day is certain: am, pm or noon was said, or it is 08:30 or 14:00."""
    rest: str
    twelve: bool = False
    """Whether am or pm was said."""


def leading_clock(text: str) -> Clocks | None:
    """The time that a line begins with; nothing where it begins with none."""
    match = _LEADING.match(text)
    if not match:
        return None
    times = _range(match["start"], match["end"]) if match["end"] else _single(match["start"])
    if times is None:
        return None
    twelve = bool(_HALF_OF.search(match[0]))
    start, end = times
    half = twelve or not re.match(r"[1-9]", match["start"]) or start >= 13 * 60
    return Clocks(start, end, half, _rest(text[match.end() :]), twelve)


def _rest(text: str) -> str:
    """What follows; a dash, colon or comma right after the time belongs to the time."""
    if text.startswith("\t"):
        return text[1:]
    divider = _DIVIDER.match(text)
    rest = text[divider.end() :] if divider else text
    return rest.removeprefix("\t")


def _range(start: str, end: str) -> tuple[int, int] | None:
    try:
        return parse_clock_range(f"{_written(start)} – {_written(end)}")
    except ValueError:
        return None


def _single(clock: str) -> tuple[int, None] | None:
    try:
        return parse_clock(_written(clock)), None
    except ValueError:
        return None


def _written(clock: str) -> str:
    """The time without spaces around its divider: ``8 : 30`` is 8:30."""
    return re.sub(r"\s?([:.])\s?(?=\d)", r"\1", clock.strip())
