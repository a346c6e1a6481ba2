"""The events that a program has now, from its outline: what a publish would make known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from programkit.files.published.event import Event
from programkit.model.base import Id, Unknown
from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.outline.addresses import PAGE, key, site_address
from programkit.outline.nodes import (
    Occurrence,
    Outline,
    OutlineBreak,
    OutlineSession,
    OutlineTalk,
    When,
)
from programkit.outline.wording import (
    joining_text,
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

SOCIAL = "social"
"""The kind of break that is an event of its own."""


@dataclass(frozen=True)
class Draft:
    """The events of a program, not yet compared with what was published."""

    events: tuple[Event, ...]
    """Talks by time, then social events by time."""
    domain: str
    """What tells this conference's events from those of any other."""
    language: str
    """Of the conference."""
    stamp: datetime
    """When the facts were last revised; without that the first moment of the first day, UTC."""
    revised: bool
    """Whether the facts say when they were revised."""
    drawn: _Drawn | None = field(default=None, repr=False, compare=False)
    """What drew the events, for the next draft."""

    @property
    def keys(self) -> frozenset[tuple[str, str, int]]:
        """What its events are of."""
        return frozenset(event.key for event in self.events)

    @classmethod
    def of(cls, program: Program, outline: Outline, before: Self | None = None) -> Self:
        """The draft of a program.

        Args:
            program: What is decided; only the former ids of its talks are read.
            outline: Its public projection as readers see it.
            before: The draft of earlier facts, whose events are used again where talks are the
                same objects; none given means that there is none.
        """
        drawn = _Drawn(program, outline, before.drawn if before is not None else None)
        return cls(
            events=tuple(drawn.all()),
            domain=_domain(outline),
            language=outline.language,
            stamp=_stamp(outline, program.conference.zone),
            revised=outline.revised is not None,
            drawn=drawn,
        )


def on_calendar(when: When) -> bool:
    """Whether a time is certain enough for a calendar: with a date."""
    return when.start is not None and when.dated


_Told = tuple[OutlineTalk, tuple[Id, ...], tuple[Event, ...]]
"""A talk, its former ids, and its events."""


class _Drawn:
    """Draws the events of one outline."""

    def __init__(self, program: Program, outline: Outline, before: _Drawn | None = None) -> None:
        self.talks = program.conference.by_id.talks
        self.outline = outline
        self.language = outline.language
        self.zoned = not isinstance(outline.timezone, Unknown)
        self.sessions = {
            item.id: item.plain_title
            for day in outline.days
            for item in day.items
            if isinstance(item, OutlineSession)
        }
        self.frame = (self.language, self.zoned, self.sessions, outline.place, outline.site)
        """What events tell beside their talk."""
        self._known = before.told if before is not None and before.frame == self.frame else {}
        self.told: dict[int, _Told] = {}
        """What was drawn, by the place of the talk in memory."""

    def all(self) -> Iterator[Event]:
        for talk in self.outline.talks:
            formerly = self.talks[talk.id].formerly
            known = self._known.get(id(talk))
            if known is None or known[1] != formerly:
                known = talk, formerly, tuple(self._of(talk))
            self.told[id(talk)] = known
            yield from known[2]
        for day in self.outline.days:
            for item in day.items:
                if not isinstance(item, OutlineBreak) or item.kind != SOCIAL:
                    continue
                if item.when.start is not None and item.when.dated:
                    yield self._break(item, item.when.start)
        self._known = {}

    def _of(self, talk: OutlineTalk) -> Iterator[Event]:
        for occurrence in talk.occurrences:
            if occurrence.when.start is not None and occurrence.when.dated:
                yield self._talk(talk, occurrence, occurrence.when.start)

    def _talk(self, talk: OutlineTalk, occurrence: Occurrence, start: datetime) -> Event:
        room = occurrence.room
        title, speakers = self._title(talk, occurrence), speakers_text(talk.speakers, self.language)
        off = state_text(talk.state, self.language) if talk.state is State.CANCELLED else ""
        return Event(
            about=talk.id,
            part=occurrence.part,
            formerly=self.talks[talk.id].formerly,
            start=self._moment(start),
            end=self._end(occurrence.when),
            state=talk.state,
            summary=clean(": ".join(part for part in (off, speakers, title) if part)),
            location=self._location(room.name if isinstance(room, Room) else ""),
            description=clean("\n\n".join(self._description(talk, occurrence))),
            joining="" if off else joining_text(room, self.language),
            categories=(one_line(talk.track.name),) if talk.track is not None else (),
            url=self._page(talk.id),
            title=one_line(title),
            speakers=one_line(speakers),
            room=one_line(room.name) if isinstance(room, Room) else "",
        )

    def _break(self, item: OutlineBreak, start: datetime) -> Event:
        return Event(
            kind="break",
            about=item.id,
            start=self._moment(start),
            end=self._end(item.when),
            summary=clean(item.title),
            location=self._location(item.place),
            url=self.outline.site,
            title=one_line(item.title),
            room=one_line(item.place),
        )

    def _end(self, when: When) -> datetime | None:
        return None if when.end is None else self._moment(when.end)

    def _moment(self, moment: datetime) -> datetime:
        return moment.astimezone(UTC) if self.zoned else moment.replace(tzinfo=None)

    def _page(self, talk: str) -> str:
        return site_address(self.outline.site, key("talk", talk) + PAGE) or self.outline.site

    def _title(self, talk: OutlineTalk, occurrence: Occurrence) -> str:
        title = title_text(talk, self.language)
        if occurrence.parts == 1 or talk.repeated:
            return title
        part = word("part_of", self.language, n=occurrence.part, total=occurrence.parts)
        return f"{title} ({part})"

    def _location(self, nearer: str) -> str:
        return one_line(", ".join(part for part in (nearer, self.outline.place) if part))

    def _description(self, talk: OutlineTalk, occurrence: Occurrence) -> Iterator[str]:
        if talk.reason:
            yield talk.reason
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


def _domain(outline: Outline) -> str:
    parts = urlsplit(outline.site)
    address = ((parts.hostname or "") + parts.path).strip("/")
    return address or slug(outline.plain_title)


def _stamp(outline: Outline, zone: ZoneInfo) -> datetime:
    if outline.revised is not None:
        return outline.revised.astimezone(UTC)
    if outline.first is not None:
        return datetime.combine(outline.first, time(), zone).astimezone(UTC)
    return datetime(1970, 1, 1, tzinfo=UTC)
