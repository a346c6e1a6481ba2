"""Calendars (RFC 5545, RFC 7986): an event for each time a talk is given."""

from __future__ import annotations

from collections.abc import Iterator
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
from programkit.outline.build import build_outline
from programkit.outline.nodes import (
    Occurrence,
    Outline,
    OutlineBreak,
    OutlineSession,
    OutlineTalk,
    When,
)
from programkit.outline.wording import (
    joint_work_text,
    person_text,
    plain_text,
    speakers_text,
    state_text,
    title_text,
)
from programkit.text.characters import clean, one_line
from programkit.text.folding import slug
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

    name: str = "ical"
    suffix: str = ".ics"
    media_type: str = "text/calendar"

    def write(self, program: Program, outline: Outline) -> bytes:
        """The calendar file."""
        events = _Events(program, outline)
        made = list(events.all())
        calendar = _calendar(outline)
        if events.zoned:
            first, last = min(events.zoned), max(events.zoned)
            calendar.add_component(vtimezone(program.conference.zone, first, last))
        for event in made:
            calendar.add_component(event)
        return bytes(calendar.to_ical(sorted=False))

    def left_out(self, program: Program) -> tuple[str, ...]:
        """The talks without a date and time."""
        untimed = (
            talk.id
            for talk in build_outline(program).talks
            if not any(_on_calendar(place.when) for place in talk.occurrences)
        )
        return tuple(f'talk "{talk}" has no date and time, and is not in it' for talk in untimed)


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
    """Makes the events of one program."""

    def __init__(self, program: Program, outline: Outline) -> None:
        self.program = program
        self.outline = outline
        self.language = outline.language
        self.zoned: list[datetime] = []
        """The moments written by the clocks of the zone, in UTC."""
        self.stamp = _stamp(outline, program.conference.zone)
        self.sessions = {
            item.id: item.plain_title
            for day in outline.days
            for item in day.items
            if isinstance(item, OutlineSession)
        }

    def all(self) -> Iterator[Event]:
        """Talks by time, then social events by time."""
        for talk in self.outline.talks:
            for occurrence in talk.occurrences:
                if _on_calendar(occurrence.when):
                    yield self._talk(talk, occurrence)
        for day in self.outline.days:
            for item in day.items:
                if (
                    isinstance(item, OutlineBreak)
                    and item.kind == SOCIAL
                    and _on_calendar(item.when)
                ):
                    yield self._break(item)

    def _talk(self, talk: OutlineTalk, occurrence: Occurrence) -> Event:
        first_id = (*self.program.conference.talk(talk.id).formerly, talk.id)[0]
        event = self._event(f"talk/{first_id}/{occurrence.part}", occurrence.when)
        event.add("summary", clean(self._summary(talk, occurrence)))
        self._place(event, _room_name(occurrence.room))
        event.add("description", clean("\n\n".join(self._description(talk, occurrence))))
        event.add("status", _STATUS[talk.state])
        if talk.track is not None:
            event.add("categories", [one_line(talk.track.name)])
        return event

    def _break(self, item: OutlineBreak) -> Event:
        event = self._event(f"break/{item.id}", item.when)
        event.add("summary", item.title)
        self._place(event, item.place)
        event.add("status", _STATUS[State.CONFIRMED])
        return event

    def _event(self, name: str, when: When) -> Event:
        event = Event()
        event.add("uid", clean(f"{name}@{_domain(self.outline)}"))
        event.add("dtstamp", self.stamp)
        event.add("sequence", 0)
        for key, moment in (("dtstart", when.start), ("dtend", when.end)):
            if moment is not None:
                event.add(key, self._written(moment))
        if self.outline.url:
            event.add("url", self.outline.url)
        return event

    def _written(self, moment: datetime) -> datetime:
        """By the clocks of the zone, or in UTC in the hour that they show a second time."""
        if isinstance(self.outline.timezone, Unknown):
            return moment.replace(tzinfo=None)
        if moment.fold:
            return moment.astimezone(UTC)
        self.zoned.append(moment.astimezone(UTC))
        return moment

    def _summary(self, talk: OutlineTalk, occurrence: Occurrence) -> str:
        title = title_text(talk, self.language)
        if occurrence.parts > 1 and not talk.repeated:
            part = word("part_of", self.language, n=occurrence.part, total=occurrence.parts)
            title = f"{title} ({part})"
        speakers = speakers_text(talk.speakers, self.language)
        cancelled = state_text(talk.state, self.language) if talk.state is State.CANCELLED else ""
        return ": ".join(part for part in (cancelled, speakers, title) if part)

    def _place(self, event: Event, nearer: str) -> None:
        place = ", ".join(part for part in (nearer, self.outline.place) if part)
        if place:
            event.add("location", one_line(place))

    def _description(self, talk: OutlineTalk, occurrence: Occurrence) -> Iterator[str]:
        if not isinstance(talk.speakers, Unknown) and talk.speakers:
            yield ", ".join(person_text(person) for person in talk.speakers)
        if talk.coauthors:
            yield joint_work_text(talk, self.language)
        if self.sessions.get(occurrence.session):
            yield self.sessions[occurrence.session]
        if isinstance(talk.abstract, Unknown):
            yield word("abstract_tbd", self.language)
        elif talk.abstract:
            yield plain_text(talk.abstract)
        yield from (
            " ".join(p for p in (link.title or link.kind, link.url) if p) for link in talk.links
        )
        yield from _joining(occurrence.room)


_STATUS = {
    State.CONFIRMED: "CONFIRMED",
    State.TENTATIVE: "TENTATIVE",
    State.CANCELLED: "CANCELLED",
}


def _on_calendar(when: When) -> bool:
    return when.start is not None and when.dated


def _room_name(room: Room | Unknown | None) -> str:
    return room.name if isinstance(room, Room) else ""


def _joining(room: Room | Unknown | None) -> Iterator[str]:
    """How to join online; the public projection has the link only where it is open."""
    if isinstance(room, Room) and room.online and (room.link or room.how_to_join):
        yield room.link or room.how_to_join


def _domain(outline: Outline) -> str:
    """What tells this conference's events from those of any other."""
    parts = urlsplit(outline.url)
    address = ((parts.hostname or "") + parts.path).strip("/")
    return address or slug(outline.plain_title)


def _stamp(outline: Outline, zone: ZoneInfo) -> datetime:
    """When the facts were last revised; without that the first moment of the first day."""
    if outline.revised is not None:
        return outline.revised.astimezone(UTC)
    if outline.first is not None:
        return datetime.combine(outline.first, time(), zone).astimezone(UTC)
    return datetime(1970, 1, 1, tzinfo=UTC)
