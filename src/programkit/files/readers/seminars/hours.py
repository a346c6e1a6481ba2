"""The time of day of every meeting, and the zone it is in."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, Literal

from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.seminars.cover import Cover
from programkit.files.readers.seminars.entries import Entry, Page
from programkit.files.readers.seminars.statements import Rule
from programkit.files.readers.seminars.whens import When
from programkit.model.base import TBD, Unknown
from programkit.model.clock import clock_text, zone_of
from programkit.model.findings import Level
from programkit.text.zonenames import NamedZone

_TWELVE: Final = re.compile(r"[ap]\.?\s?m\b|noon", re.IGNORECASE)
_NOON: Final = re.compile(r"\b12(?:[:.]00)?\s?[ap]\.?\s?m\b", re.IGNORECASE)

_SEVERAL: Final = frozenset({"Europe/Berlin"})
"""Zones taken for a name that many others share."""


class Hours:
    """Finds times: an entry's own, or the one that a sentence gives to all."""

    def __init__(self, page: Page, cover: Cover, rule: Rule | None, notes: Notes) -> None:
        self._page = page
        self._rule = rule
        self._notes = notes
        self._first = cover.title_line or 1
        self.zone_line = 0
        """Where the zone was read; 0 for nowhere."""
        self._following = {
            id(entry)
            for before, entry in pairwise(page.entries)
            if before.when and entry.when and entry.when.line == before.when.line
        }
        self._note_readings()
        self._note_usual()

    def of(self, entry: Entry) -> tuple[int | Unknown | None, int | None]:
        """Start and end of an entry; the start is TBD where nothing says it."""
        when = entry.when
        if when is not None and when.start is not None:
            return when.start, when.end
        if self._follows(entry):
            return None, None
        time = self._rule.time if self._rule else None
        if time is None or time.start is None:
            return TBD, None
        return time.start, time.end

    def _follows(self, entry: Entry) -> bool:
        """Whether it is the second talk of a meeting, below the first one."""
        return id(entry) in self._following

    def clock(self) -> Literal[12] | None:
        """Twelve where most times say am or pm."""
        said = [bool(_TWELVE.search(when.written)) for when, _ in self._times()]
        return 12 if said and sum(said) * 2 > len(said) else None

    def _times(self) -> list[tuple[When, int]]:
        """All times with their lines."""
        whens = [entry.when for entry in self._page.entries if entry.when]
        found = [(when, when.line) for when in dict.fromkeys(whens) if when.start is not None]
        if self._rule and self._rule.time:
            found.append((self._rule.time, self._rule.line))
        return found

    def timezone(self) -> str | Unknown:
        """The IANA name of the zone; TBD where nothing says it."""
        stated, line = self._page.said("timezone")
        if stated:
            try:
                name = zone_of(stated).key
            except ValueError:
                self._notes.no_zone(line, f'"{stated}" is no IANA time zone')
                return TBD
            self.zone_line = line
            return name
        zones = [(when.zone, line) for when, line in self._times() if when.zone]
        if not zones:
            self._notes.no_zone(self._first, "the page names no time zone")
            return TBD
        (zone, self.zone_line), others = zones[0], zones[1:]
        self._note_zone(zone, [other for other, _ in others if other.name != zone.name])
        return zone.name

    def _note_zone(self, zone: NamedZone, others: list[NamedZone]) -> None:
        if others:
            names = ", ".join(dict.fromkeys(other.written for other in others))
            self._notes.add(
                "timezone-differs",
                self.zone_line,
                f'times are said to be in "{zone.written}" and in {names}; the first was taken for '
                "all",
                "convert the others",
                field="timezone",
                level=Level.SOFT,
            )
        elif zone.written != zone.name:
            several = "; other zones have the same clocks" if zone.name in _SEVERAL else ""
            self._notes.add(
                "timezone-inferred",
                self.zone_line,
                f'"{zone.written}" was read as {zone.name}{several}',
                "write timezone: with another one if that is wrong",
                field="timezone",
            )

    def _note_readings(self) -> None:
        """Times that are written in a way that some read differently."""
        for when, line in self._times():
            start = when.start or 0
            if _NOON.search(when.written):
                self._notes.add(
                    "noon-ambiguous",
                    line,
                    f'"{when.written}" was read as {clock_text(start)}; some write it for the '
                    "other end of the half day",
                    "write 12 noon, or 12:00 and 0:00",
                )
            if when.quarter:
                self._notes.add(
                    "quarter-added",
                    line,
                    f'"{when.written} c.t." was read as {clock_text(start)}',
                    "nothing, if that is right",
                )

    def _note_usual(self) -> None:
        """Entries without a time of their own."""
        entries = [e for e in self._page.entries if not e.off and not self._follows(e)]
        without = [e for e in entries if e.when is None or e.when.start is None]
        rule = self._rule
        if without and rule and rule.start is not None:
            self._notes.add(
                "time-inferred",
                rule.line,
                f"{len(without)} of the {len(entries)} meetings say no time; "
                f"{clock_text(rule.start)} comes from line {rule.line}",
                "give a talk its own time where that is wrong",
            )
        open_end = [e for e in entries if self.of(e)[1] is None]
        if open_end and not (rule and rule.frequency and len(open_end) == 0):
            self._notes.add(
                "length-missing",
                open_end[0].line,
                f"nothing says how long {len(open_end)} of the {len(entries)} meetings take",
                "write minutes: of the conference, or the end of each slot",
            )
