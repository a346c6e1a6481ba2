"""Calendars (RFC 5545, RFC 7986): an event for each time a talk is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vDuration, vText

from programkit.files.vtimezone import vtimezone
from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.outline.nodes import (
    Occurrence,
    Outline,
    OutlineBreak,
    OutlinePerson,
    OutlineTalk,
    When,
)
from programkit.text.characters import clean, one_line
from programkit.text.markup import Paragraph
from programkit.text.names import slug
from programkit.text.words import word

REFRESH = timedelta(hours=12)
"""How often subscribers are asked to look again."""
SOCIAL = "social"
"""The kind of break that is an event of its own."""


@dataclass(frozen=True)
class ICalWriter:
    """Writes the talks and social events that have a date and time.

    The uid of an event is made of the talk's id (the first it had), its part, and the conference's
    address, or title where it has none: it stays the same when the talk moves. Where the time zone
    is unknown, times are those of the clocks on the spot.
    """

    name: str = "ics"
    suffix: str = ".ics"
    media_type: str = "text/calendar"

    def write(self, program: Program, outline: Outline) -> bytes:
        """The calendar file."""
        events = list(_Events(program, outline))
        calendar = _calendar(outline)
        times = [time for event in events for time in _zoned(event)]
        if times:
            calendar.add_component(vtimezone(program.conference.zone, min(times), max(times)))
        for event in events:
            calendar.add_component(event)
        return calendar.to_ical(sorted=False)


def _calendar(outline: Outline) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//programkit//programkit//EN")
    calendar.add("version", "2.0")
    title = vText(one_line(outline.plain_title))
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    if not isinstance(outline.timezone, Unknown):
        calendar.add("x-wr-timezone", vText(outline.timezone))
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    return calendar


class _Events:
    """The events of one program, by time within talks and within breaks."""

    def __init__(self, program: Program, outline: Outline) -> None:
        self.program = program
        self.outline = outline
        self.language = outline.language
        self.stamp = _stamp(outline, program.conference.zone)

    def __iter__(self) -> Iterator[Event]:
        for talk in self.outline.talks:
            for occurrence in talk.occurrences:
                if occurrence.when.start is not None and occurrence.when.dated:
                    yield self._talk(talk, occurrence)
        for day in self.outline.days:
            for item in day.items:
                if isinstance(item, OutlineBreak) and item.kind == SOCIAL and _has_time(item.when):
                    yield self._break(item)
'''
