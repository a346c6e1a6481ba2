"""Times at the start of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from programkit.text.times import parse_clock

_HALF = r"(?:\s?[ap]\.?\s?m\b\.?)"
_CLOCK = (
    rf"(?:[0-4]?\d\s?[:.h]\s?[0-5]\d{_HALF}?|[01]?\d{_HALF}|12\snoon|12\smidnight|noon|midnight|"
    r"[0-2]?\d\s?(?:h|Uhr)\b)"
)
_TO = r"\s?(?:–|—|-{1,2}|−|to|until|till|bis|à|a|al|do|tot)\s?"
_LEADING = re.compile(
    rf"[*_\s]*[\[(]?(?P<start>{_CLOCK}|[0-2]?\d(?={_TO}{_CLOCK}))(?:\s*Uhr\b|\s?h\b)?"
    rf"(?:{_TO}(?P<end>{_CLOCK})(?:\s*Uhr\b|\s?h\b)?)?(?P<close>[\])]?[*_]*)(?=[\s:,–—|\-]|$)",
    re.IGNORECASE,
)
_HALF_OF = re.compile(r"([ap])\.?\s?m\b", re.IGNORECASE)
_DIVIDER = re.compile(r"[ ]*(?:[:,–—|-](?=\s|$))?[ ]*[*_]*[ ]?")


@dataclass(frozen=True, slots=True)
class Clocks:
    """A start, perhaps an end, and what follows on the line."""

    start: int
    """Minutes after midnight."""
    end: int | None
    half: bool
    """Whether am, pm, noon or midnight was said, or the time leaves no doubt."""
    rest: str


def leading_clock(text: str) -> Clocks | None:
    """The time that a line begins with; nothing where it begins with none."""
    match = _LEADING.match(text)
    if not match:
        return None
    end = _minutes(match["end"]) if match["end"] else None
    start = _start(match["start"], match["end"] or "", end)
    if start is None or (match["end"] and end is None):
        return None
    half = not re.fullmatch(r"[\d\s:.h]+", match["start"]) or bool(_HALF_OF.search(match[0]))
    return Clocks(start, end, half or start >= 13 * 60, _rest(text[match.end() :], match["close"]))


def _rest(text: str, closing: str) -> str:
    """What follows; a dash, colon or comma right after the time belongs to the time."""
    if text.startswith("\t"):
        return text[1:]
    divider = re.match(r"[ ]*[:,–—|-]?(?=\s)[ ]*|[ ]*[:,]$|[ ]+", text)
    rest = text[divider.end() :] if divider else text
    return rest.removeprefix("\t") if closing or "\t" not in rest[1:] else rest.lstrip("\t")


def _start(start: str, end: str, last: int | None) -> int | None:
    """The start; without am or pm it shares the end's, where that puts it first."""
    half = _HALF_OF.search(end)
    if half and not _HALF_OF.search(start) and "n" not in start.lower():
        shared = _minutes(f"{start} {half[0]}")
        if shared is not None and last is not None and shared < last:
            return shared
        return _minutes(f"{start} am")
    return _minutes(start)


def _minutes(clock: str) -> int | None:
    clock = re.sub(r"\s*(?:Uhr|h)\s*$", "", clock.strip(), flags=re.IGNORECASE)
    clock = re.sub(r"\s?([:.h])\s?(?=\d)", r"\1", clock)
    try:
        return parse_clock(f"{clock}:00" if clock.isdecimal() else clock)
    except ValueError:
        return None
