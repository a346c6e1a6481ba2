"""Times that a text gives in two zones: "12 noon in New York (18:00 CET)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from programkit.model.base import Unknown
from programkit.model.clock import clock_text, zone_of
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.text.times import parse_clock
from programkit.text.windows import CLOCK
from programkit.text.zonenames import NamedZone, leading_zone

_TIME = re.compile(rf"(?<![\w:.])(?P<clock>{CLOCK})(?:\s*[–—-]\s*{CLOCK})?", re.IGNORECASE)
_EQUALS = re.compile(r"[\s(\[,;/|=]*(?:(?:or|i\.e\.|that is|which is|and)\s+)?[\s(\[]*")
"""What stands between two times that are said to be the same."""
_DAY = 24 * 60
_SAMPLE_YEAR = 2026


@dataclass(frozen=True)
class _Told:
    """A time of day in a zone, as a text has it."""

    words: str
    clock: int
    zone: NamedZone

    def elsewhere(self, other: _Told, day: date) -> int:
        """The time of day that clocks of the other zone show then."""
        wall = datetime.combine(day, time(), zone_of(self.zone.name))
        local = (wall + timedelta(minutes=self.clock)).astimezone(zone_of(other.zone.name))
        return local.hour * 60 + local.minute


@dataclass(frozen=True)
class TimeClaims:
    """Whether times that are said to be the same are, on the dates of the conference."""

    codes: ClassVar[Mapping[str, str]] = {
        "time-claim-seasonal": "A time that is given in two zones is right on some dates only.",
        "time-claim-wrong": "A time that is given in two zones is never the same moment.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """A finding for each two times of a text that are not one moment."""
        days = _days(conference)
        for field in ("subtitle", "welcome", "venue"):
            for one, other in _claims(getattr(conference, field)):
                wrong = [day for day in days if one.elsewhere(other, day) != other.clock % _DAY]
                if wrong:
                    yield _found(conference, field, (one, other), wrong, days)


def _days(conference: Conference) -> Sequence[date]:
    """The dates of the conference; of one without dates, one in each week of a year."""
    known = [day.date for day in conference.all_days if not isinstance(day.date, Unknown)]
    return known or [date(_SAMPLE_YEAR, 1, 7) + timedelta(weeks=week) for week in range(52)]


def _claims(text: str) -> Iterator[tuple[_Told, _Told]]:
    """Times beside each other that the text says are the same."""
    before: _Told | None = None
    end = 0
    for found in _TIME.finditer(text):
        named, clock = leading_zone(text[found.end() :]), _clock(found["clock"])
        if named is None or clock is None:
            before = None
            continue
        zone, rest = named
        told = _Told(f"{found['clock']} {zone.written}", clock, zone)
        if before is not None and _EQUALS.fullmatch(text[end : found.start()]):
            yield before, told
        before, end = told, len(text) - len(rest)


def _clock(text: str) -> int | None:
    """A time of day, in minutes; nothing for what only looks like one, such as 99:99."""
    try:
        return parse_clock(text)
    except ValueError:
        return None


def _found(
    conference: Conference,
    field: str,
    claim: tuple[_Told, _Told],
    wrong: Sequence[date],
    days: Sequence[date],
) -> Finding:
    one, other = claim
    right = clock_text(one.elsewhere(other, wrong[0]))
    never = len(wrong) == len(days)
    when = "" if never else f" on {wrong[0]}, and right on {len(days) - len(wrong)} other dates"
    return Finding(
        code="time-claim-wrong" if never else "time-claim-seasonal",
        level=Level.SOFT if never else Level.NOTE,
        message=f'the {field} says that "{one.words}" is "{other.words}"; it is {right} '
        f"({other.zone.name}){when}",
        remedy=f"write {right}" if never else "drop the second time; outputs convert it by date",
        source=conference.source(field),
    )
