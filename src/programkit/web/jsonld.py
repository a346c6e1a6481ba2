"""What a page is about, for search engines and other machines: JSON-LD in the words of schema.org.

A page has one graph. Sessions and talks name what they belong to by its address; where the site has
no address, by title and time. Links that are withheld are not in an outline, and so not here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from markupsafe import Markup

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.model.venue import Room
from programkit.outline.nodes import (
    IndexEntry,
    Occurrence,
    OutlinePerson,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
    When,
)
from programkit.outline.wording import joining_text, plain_text
from programkit.text.characters import clean, excerpt
from programkit.web.assets import safe
from programkit.web.context import View
from programkit.web.history import History
from programkit.web.pages import Page
from programkit.web.serieslists import SeriesLists

Json = dict[str, Any]
_SCHEMA: Final = "https://schema.org"
_DESCRIPTION = 500
_WHOLE: Final = frozenset({"program", "series", "past", "single"})
"""The pages that are about the conference or series itself."""


class Graphs:
    """The graphs of a site's pages."""

    def __init__(self, view: View, history: History) -> None:
        self.view = view
        self.history = history
        self._places_of: dict[tuple[str, ...], Json] = {}
        self._of: Mapping[str, Callable[[Any], Json]] = {
            "talk": self.talk,
            "poster": self.poster,
            "session": self.session,
            "entry": self.person,
        }

    def of(self, page: Page) -> Markup:
        """The script element of a page's graph; empty for pages that are about nothing."""
        for name, node in page.nodes.items():
            if name in self._of:
                return _element(self._of[name](node))
        return _element(self.conference(page.name)) if page.name in _WHOLE else Markup()

    def conference(self, page: str = "program") -> Json:
        """The conference or series, with what a page lists of it by address, or title and time."""
        outline = self.view.outline
        return self._about("", outline.plain_title) | _given(
            {
                "@type": self._kind,
                "alternateName": outline.subtitle,
                "description": excerpt(plain_text(outline.welcome), _DESCRIPTION),
                "startDate": outline.first and outline.first.isoformat(),
                "endDate": outline.last and outline.last.isoformat(),
                "eventStatus": f"{_SCHEMA}/EventScheduled",
                "eventAttendanceMode": _mode(outline.rooms),
                "location": self._places(outline.rooms) or self._venue(),
                "inLanguage": self.view.language,
                "organizer": [_organization(host.name, host.url) for host in outline.hosts],
                "sponsor": [_organization(one.name, one.url) for one in outline.sponsors],
                "subEvent": list(self._parts(page)),
            }
        )

    @property
    def _kind(self) -> str:
        return "Event" if self.view.meetings is None else "EventSeries"

    def _parts(self, page: str) -> Iterator[Json]:
        """The sessions of a conference; of a series the meetings that a page lists."""
        meetings = self.view.meetings
        if meetings is None:
            sessions = [one for one in self.view.sessions.values() if self.view.has_page(one)]
            yield from (self._reference(one, one.when) for one in sessions)
            return
        titles = SeriesLists(self.view, meetings.series)
        for one in meetings.listed(page):
            if one.whole and one.day is not None:
                yield {"@type": "Event", "name": titles.title(one.day), **_times(one.when)}
            elif one.talk is not None:
                yield self._reference(one.talk, one.when)

    def session(self, session: OutlineSession) -> Json:
        """A session with its talks."""
        talks = [(row.talk, row.when) for row in session.rows if row.talk is not None]
        chairs = () if isinstance(session.chairs, Unknown) else session.chairs
        return self._about(self.view.to(session), self.view.session_name(session)) | _given(
            {
                "@type": "Event",
                **_times(session.when),
                "eventStatus": f"{_SCHEMA}/EventScheduled",
                **self._where(_known([session.room])),
                "contributor": [self._somebody(chair) for chair in chairs],
                "superEvent": self._conference,
                "subEvent": [self._reference(talk, when) for talk, when in talks],
            }
        )

    def talk(self, talk: OutlineTalk) -> Json:
        """A talk; of several parts each is an event in it."""
        whens = [found.when for found in talk.occurrences]
        several = len(whens) > 1
        return self._contribution(talk) | _given(
            {
                **(_times(_whole(whens)) if whens else {}),
                **self._status(talk),
                **self._where(_known(found.room for found in talk.occurrences)),
                "inLanguage": talk.language,
                "superEvent": self._super(talk),
                "subEvent": [self._part(talk, found) for found in talk.occurrences] * several,
            }
        )

    def poster(self, poster: OutlinePoster) -> Json:
        """A poster, at the time of its session."""
        session = self.view.sessions.get(poster.session)
        above = session and self.view.has_page(session)
        return self._contribution(poster) | _given(
            {
                **(_times(session.when) if session else {}),
                "eventStatus": _status(poster.state),
                **self._where(_known([session.room]) if session else []),
                "inLanguage": poster.language,
                "superEvent": self._reference(session, session.when)
                if session and above
                else self._conference,
            }
        )

    def person(self, entry: IndexEntry) -> Json:
        """Somebody, and what they present."""
        presents = [self.view.contribution(one) for one in entry.speaks]
        return self._somebody(entry.person) | _given(
            {
                "@context": _SCHEMA,
                "description": excerpt(plain_text(entry.person.bio), _DESCRIPTION),
                "performerIn": [self._reference(one, None) for one in presents],
            }
        )

    def _contribution(self, of: OutlineTalk | OutlinePoster) -> Json:
        speakers = () if isinstance(of.speakers, Unknown) else of.speakers
        abstract = "" if isinstance(of.abstract, Unknown) else plain_text(of.abstract)
        return self._about(self.view.to(of), self.view.title(of)) | _given(
            {
                "@type": "EducationEvent",
                "description": excerpt(abstract, _DESCRIPTION),
                "performer": [self._somebody(person) for person in speakers],
                "contributor": [self._somebody(person) for person in of.coauthors],
                "keywords": list(of.tags),
                "recordedIn": self._works(of, recordings=True),
                "subjectOf": self._works(of, recordings=False),
            }
        )

    def _works(self, of: OutlineTalk | OutlinePoster, *, recordings: bool) -> list[Json]:
        """What was recorded of it, or what else there is about it."""
        named = ((link, link.title or self.view.kind_name(link.kind)) for link in of.links)
        return [
            {"@type": "CreativeWork", "name": name, "url": link.url}
            for link, name in named
            if (link.kind in {"recording", "video"}) is recordings
        ]

    def _about(self, name: str, title: str) -> Json:
        address = self.view.absolute(name)
        named = {"@id": f"{address}#event", "url": address} if address else {}
        return {"@context": _SCHEMA, **named, "name": title}

    def _reference(
        self, of: OutlineTalk | OutlinePoster | OutlineSession, when: When | None
    ) -> Json:
        """By address alone if it has one, because its own page says the rest."""
        address = self.view.absolute(self.view.to(of))
        if address and not self.view.one_page:
            return {"@id": f"{address}#event"}
        name = self.view.session_name(of) if isinstance(of, OutlineSession) else self.view.title(of)
        return {"@type": "Event", "name": name, **(_times(when) if when else {})}

    @cached_property
    def _conference(self) -> Json:
        outline, address = self.view.outline, self.view.absolute()
        dates = {"startDate": outline.first and outline.first.isoformat()}
        named = {"@id": f"{address}#event", "url": address} if address else {}
        return {"@type": self._kind, **named, **_given({"name": outline.plain_title, **dates})}

    def _super(self, talk: OutlineTalk) -> Json:
        found = {one.session for one in talk.occurrences}
        session = self.view.sessions.get(found.pop()) if len(found) == 1 else None
        if session is None or not self.view.has_page(session):
            return self._conference
        return self._reference(session, session.when)

    def _part(self, talk: OutlineTalk, found: Occurrence) -> Json:
        name = " – ".join(filter(None, (self.view.title(talk), self.view.part(talk, found.part))))
        return _given({"@type": "Event", "name": name, **_times(found.when)})

    def _status(self, talk: OutlineTalk) -> Json:
        before = self.history.moved(talk)
        if talk.state is State.CANCELLED or before is None:
            return {"eventStatus": _status(talk.state)}
        return {
            "eventStatus": f"{_SCHEMA}/EventRescheduled",
            "previousStartDate": before.isoformat(timespec="minutes"),
        }

    def _where(self, rooms: list[Room]) -> Json:
        """The rooms; of an only room that the facts do not name, the venue. Few are different."""
        ids = tuple(room.id for room in rooms)
        if ids not in self._places_of:
            self._places_of[ids] = self._somewhere(rooms)
        return self._places_of[ids]

    def _somewhere(self, rooms: list[Room]) -> Json:
        shown = rooms or ([] if self.view.has_rooms else list(self.view.outline.rooms))
        return {
            "eventAttendanceMode": _mode(shown),
            "location": self._places(shown) or self._venue(),
        }

    def _places(self, rooms: Iterable[Room]) -> list[Json]:
        return [place for room in rooms for place in self._place(room)]

    def _place(self, room: Room) -> Iterable[Json]:
        if room.physical:
            yield _given({"@type": "Place", "name": room.name, "address": self.view.outline.place})
        if room.online:
            yield _given(
                {
                    "@type": "VirtualLocation",
                    "name": room.name,
                    "url": room.link or self.view.absolute(),
                    "description": "" if room.link else joining_text(room, self.view.language),
                }
            )

    def _venue(self) -> list[Json]:
        place = self.view.outline.place
        return [{"@type": "Place", "name": place, "address": place}] if place else []

    def _somebody(self, person: OutlinePerson) -> Json:
        address = self.view.absolute(self.view.to(person)) if self.view.has_page(person) else ""
        places = [{"@type": "Organization", "name": name} for name in person.affiliations]
        return _given(
            {
                "@type": "Person",
                "@id": address and f"{address}#person",
                "name": person.name,
                "url": address,
                "sameAs": person.url,
                "affiliation": places,
            }
        )


def _element(graph: Json) -> Markup:
    """A block of data: it is no script, and nothing in it ends the element."""
    written = safe(clean(json.dumps(graph, ensure_ascii=False, separators=(",", ":"))))
    return Markup(  # noqa: S704 - what could end the element is escaped
        f'<script type="application/ld+json">{written}</script>'
    )


def _given(facts: Json) -> Json:
    return {name: value for name, value in facts.items() if value}


def _known(rooms: Iterable[Room | Unknown | None]) -> list[Room]:
    return [room for room in dict.fromkeys(rooms) if isinstance(room, Room)]


def _whole(whens: list[When]) -> When:
    """From the first start to the last end."""
    return When(whens[0].start, whens[-1].end, dated=all(when.dated for when in whens))


def _times(when: When) -> Json:
    """Moments with their offset; a time of a day without a date is none."""
    if not when.dated:
        return {}
    named = {"startDate": when.start, "endDate": when.end}
    return {name: _moment(moment) for name, moment in named.items() if moment is not None}


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _status(state: State) -> str:
    name = "EventCancelled" if state is State.CANCELLED else "EventScheduled"
    return f"{_SCHEMA}/{name}"


def _mode(rooms: Iterable[Room]) -> str:
    """How it is attended: by what its rooms are, on site if there is none."""
    found = {(room.physical, room.online) for room in rooms}
    online, physical = any(on for _, on in found), any(on for on, _ in found) or not found
    name = "Mixed" if online and physical else "Online" if online else "Offline"
    return f"{_SCHEMA}/{name}EventAttendanceMode"


def _organization(name: str, url: str) -> Json:
    return _given({"@type": "Organization", "name": " ".join(name.split()), "url": url})
