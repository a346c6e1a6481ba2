"""Calendars (RFC 5545, RFC 7986): an event for each time a talk is given."""

from __future__ import annotations

from dataclasses import dataclass

from programkit.files.calendar.calendars import Calendars
from programkit.files.published.draft import on_calendar
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.outline.nodes import Outline


@dataclass(frozen=True)
class ICalWriter:
    """Writes the talks and social events that have a date and time.

    The uid of an event is made of the talk's id (the first it had), its part, and the conference's
    address, or title where it has none: it stays the same when the talk moves.
    """

    name: str = "ical"
    suffix: str = ".ics"
    media_type: str = "text/calendar"

    def write(self, program: Program, outline: Outline) -> bytes:
        """The calendar file."""
        return Calendars(program, outline).whole()

    def left_out(self, program: Program) -> tuple[str, ...]:
        """The talks without a date and time."""
        untimed = (
            talk.id
            for talk in build_outline(program).talks
            if not any(on_calendar(place.when) for place in talk.occurrences)
        )
        return tuple(f'talk "{talk}" has no date and time, and is not in it' for talk in untimed)
