"""Lines that say when: a date, perhaps with a time, a zone, a room, and what else follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from programkit.files.readers.markdown.clocks import Clocks, leading_clock
from programkit.files.readers.markdown.days import read_date
from programkit.files.readers.markdown.escapes import shown, unmasked
from programkit.files.readers.seminars.places import is_place
from programkit.text.dates import DateReading
from programkit.text.datewords import FILLERS, months, weekdays
from programkit.text.folding import folded
from programkit.text.zonenames import NamedZone, leading_zone

_LONGEST = 400
_DIVIDERS: Final = re.compile(
    r"\s*(?:[,;|(\t–—]|:(?!\d))\s*|\s+[-@·]\s+|\.\s+(?=[A-Z])"
    r"|\s+(?:at|um|à|alle|a las|om|u)\s+(?=\d)"
    r"|\s+(?=\d{1,2}(?:[:.h]\d\d\b|\s?(?:[ap]\.?\s?m\b|uhr\b|h\b|noon\b)))"
    r"|\s+(?=noon\b)",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"^(?:[\s,;:|)\]@·.–—-]|(?:at|um|à|alle|a las|om|u|from|von)\s(?=\d))+"
)
_QUARTER: Final = re.compile(r"\s*[(\[]?\s*(?P<which>[cs])\.\s?t\.\s*[)\]]?", re.IGNORECASE)
_ENCLOSED: Final = re.compile(r"^\s*[(\[](?P<inner>[^()\[\]]{1,60})[)\]]\s*[:–—,-]?\s*")
_NUMBERS = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class When:
    """What a line says about when and where."""

    line: int
    text: str
    """The line as printed."""
    reading: DateReading | None = None
    start: int | None = None
    """Minutes after midnight."""
    end: int | None = None
    written: str = ""
    """The time as it was written."""
    zone: NamedZone | None = None
    impossible: bool = False
    """Whether it is written as a date, and no such day exists."""
    quarter: bool = False
    """Whether it said c.t.: the start is a quarter of an hour later than written."""
    room: str = ""
    rest: str = ""
    """What follows; escaped characters are out of sight."""

    @property
    def odd_case(self) -> str:
        """The word that is written in neither small letters nor with one capital: JUNe."""
        words = (word for word in _WORD.findall(self.text[:60]) if folded(word) in months())
        odd = (word for word in words if word not in {word.lower(), word.capitalize()})
        return next(odd, "") if self.reading else ""


def dated(text: str, line: int) -> When | None:
    """What a line says that begins with a date; nothing where it begins with none."""
    plain = "\t".join(map(shown, text.split("\t"))).lstrip("*_| ")
    if not re.search(r"\d", plain[:60]) or len(plain) > _LONGEST:
        return None
    for before, after in _prefixes(plain):
        reading = read_date(before.strip(" ()"))
        if reading is not None:
            when = timed(after, line, whole=plain)
            return replace(when, reading=reading)
    return When(line, unmasked(plain), impossible=True) if _is_no_day(plain) else None


def _is_no_day(text: str) -> bool:
    """Whether a text has the parts of a date and nothing else, though it is none: 31 Feb."""
    if len(text) > 60:
        return False
    if _NUMBERS.fullmatch(text.strip(" .")):
        return True
    words = [folded(word) for word in _WORD.findall(text)]
    known = all(word in months() or word in weekdays() or word in FILLERS for word in words)
    return known and any(word in months() for word in words) and bool(re.search(r"\d", text))


def timed(text: str, line: int, whole: str = "") -> When:
    """Time, zone and room at the beginning of a text, and what follows."""
    rest, enclosed = _LEADING.sub("", text), _ENCLOSED.match(text)
    if enclosed and _is_moment(enclosed["inner"]):
        rest = f"{enclosed['inner']} {text[enclosed.end() :]}"
    clocks = leading_clock(rest)
    zone, quarter, written = None, False, ""
    if clocks is not None:
        written = rest[: len(rest) - len(clocks.rest)].strip(" ,:–—-|()\t")
        rest, zone, quarter = _after_clock(clocks)
    room, rest = _room(rest)
    return When(
        line,
        unmasked(whole or text),
        start=None if clocks is None else clocks.start + (15 if quarter else 0),
        end=None if clocks is None else clocks.end,
        written=written,
        zone=zone,
        quarter=quarter,
        room=room,
        rest=_LEADING.sub("", rest).strip(),
    )


def only_time(text: str, line: int) -> When | None:
    """What a line says that has a time and nothing else, but for a zone and a room."""
    when = timed(shown(text), line)
    return when if when.start is not None and not when.rest else None


def _prefixes(text: str) -> Iterator[tuple[str, str]]:
    """The beginnings that may be a date, the longest first, and what follows each."""
    cuts = [found.start() for found in _DIVIDERS.finditer(text[:120])]
    for cut in reversed([*cuts[:8], *([len(text)] if len(text) <= 60 else [])]):
        yield text[:cut], text[cut:]


def _is_moment(text: str) -> bool:
    return leading_clock(text) is not None


def _after_clock(clocks: Clocks) -> tuple[str, NamedZone | None, bool]:
    """What follows a time: the quarter of an hour that German universities add, and the zone."""
    rest, quarter, zone = clocks.rest, False, None
    said = _QUARTER.match(rest)
    if said:
        quarter, rest = said["which"].lower() == "c", rest[said.end() :]
    found = leading_zone(rest)
    if found:
        zone, rest = found
    return rest, zone, quarter


def _room(text: str) -> tuple[str, str]:
    """The room at the beginning of a text, in parentheses or up to a divider."""
    enclosed = _ENCLOSED.match(text)
    if enclosed and (is_place(enclosed["inner"]) or not text[enclosed.end() :].strip()):
        return unmasked(enclosed["inner"].strip()), text[enclosed.end() :]
    plain = _LEADING.sub("", text)
    plain = re.sub(r"^(?:in|im|en|dans|via|on)\s(?=\S)", "", plain)
    for cut in (len(plain), *(found.start() for found in re.finditer(r"[:,\t|–—]", plain[:90]))):
        if is_place(plain[:cut].strip(" )")):
            return unmasked(plain[:cut].strip(" )")), plain[cut:]
    return "", text
