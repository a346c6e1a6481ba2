"""What every check is, and how checks name things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import ClassVar, Protocol

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Contribution
from programkit.model.findings import Finding, Source
from programkit.model.timetable import TimedDay, TimedItem, TimedSession, TimedSlot
from programkit.text.formats import format_clock, format_date
from programkit.text.markup import plain
from programkit.text.subjects import kind_of, talk_text


class Check(Protocol):
    """Notices something in the facts or texts of a conference."""

    codes: ClassVar[Mapping[str, str]]
    """The codes of its findings, and what each means in one line."""

    def check(self, conference: Conference) -> Iterator[Finding]:
        """What it notices."""


def contributions(conference: Conference) -> Iterator[Contribution]:
    """The talks and posters that are to take place: nobody minds what is missing of others."""
    listed: tuple[Contribution, ...] = (*conference.talks, *conference.posters)
    return (contribution for contribution in listed if contribution.takes_place)


def source_of(conference: Conference, contribution: Contribution, field: str) -> Source | None:
    """Where a field of a talk or poster was read."""
    return conference.source(kind_of(contribution), contribution.id, field)


def place_text(conference: Conference, item: TimedItem | TimedSlot) -> str:
    """A slot, session, break or marker by its title or talk, and when it is."""
    return f"{_title(conference, item)} {time_text(conference, item)}".rstrip()


def time_text(conference: Conference, item: TimedItem | TimedSlot) -> str:
    """When something is, as the organizer has it: day and time of day, as far as known."""
    if item.day is None:
        return ""
    day = day_text(conference.timetable.days[item.day])
    if item.interval is None:
        return f"on {day}"
    return f"on {day} at {clock_at(conference, item, item.interval.first)}"


def clock_at(conference: Conference, item: TimedItem | TimedSlot, instant: datetime) -> str:
    """What the clocks show at a moment of an item; days of unknown date are counted in UTC."""
    undated = item.day is None or isinstance(conference.timetable.days[item.day].day.date, Unknown)
    local = instant if undated else instant.astimezone(conference.zone)
    return format_clock(60 * local.hour + local.minute)


def day_text(day: TimedDay) -> str:
    """A day by its date; by its id where the date is not known."""
    date = day.day.date
    return f'day "{day.id}"' if isinstance(date, Unknown) else format_date(date, style="day")


def _title(conference: Conference, item: TimedItem | TimedSlot) -> str:
    if isinstance(item, TimedSlot):
        talk = item.slot.talk
        named = f'slot "{item.id}"'
        if isinstance(talk, Unknown):
            return named
        return talk_text(conference, conference.talk(talk))
    if isinstance(item, TimedSession):
        title = plain(item.session.title)
        return f'session "{item.id}"' + (f" ({title})" if title else "")
    return f'"{plain(item.item.title)}"'
