"""The conference: everything that is known, checked for consistency as a whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property
from typing import Any, Self
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationInfo, model_validator

from programkit.errors import ConferenceError, Fault
from programkit.model.addresses import OptionalUrl
from programkit.model.base import TBD, Model, OrTBD, Private, Public, Unknown
from programkit.model.clock import Hours, ZoneName
from programkit.model.contributions import Link, Poster, State, Talk, Track
from programkit.model.days import Day, Session
from programkit.model.decided import with_decisions
from programkit.model.findings import Finding, Source
from programkit.model.interests import Interest, Stars
from programkit.model.interval import Moment
from programkit.model.people import Affiliation, Alternative, Person
from programkit.model.references import faults_of
from programkit.model.timeline import Frame, lay_out
from programkit.model.timetable import Timetable
from programkit.model.venue import Contact, Organization, Room


class Requirement(Model):
    """A rule that the organizers state: its name, and what it is told."""

    rule: Private[str]
    """Code of the rule, such as ``order``."""
    given: Private[Any] = None
    """What the rule is told: the rule's own fields, or its short form."""
    source: Private[Source | None] = Field(default=None, exclude=True)
    """Where it stands in the files; not a fact."""


class Ignore(Model):
    """A finding that the organizers accept, and why."""

    code: Private[str]
    """Code of the finding."""
    about: Private[str] = ""
    """Id of a thing concerned; empty accepts every finding of that code."""
    reason: Private[str] = Field(min_length=1)
    """Why it is accepted."""


class Conference(Model):
    """All facts of a conference, symposium or workshop.

    Raises:
        ConferenceError: Ids that nothing has, ids given twice, or times that cannot be; all of
            them at once.
    """

    title: Public[str]
    """As printed on the cover."""
    subtitle: Public[str] = ""
    """As printed below the title."""
    start: Public[date | None] = None
    """First day; none given means the first dated day."""
    end: Public[date | None] = None
    """Last day; none given means the last dated day."""
    place: Public[str] = ""
    """Town and country, or building, as printed."""
    timezone: Public[OrTBD[ZoneName]] = TBD
    """IANA name; TBD counts times as UTC and is a finding."""
    language: Public[str] = "en"
    """BCP 47 tag of the texts and of the labels printed."""
    hours: Public[Hours | None] = None
    """Whether times are printed as 2:30 pm or 14:30; none given means as the language does."""
    url: Public[OptionalUrl] = ""
    """Where readers find it on the web."""
    site: Public[OptionalUrl] = ""
    """Where the site that is built is put; none given means at ``url``."""
    channels: Public[tuple[Link, ...]] = ()
    """Mailing list, calendar, video channel, chat, past talks, by ``kind``."""
    welcome: Public[str] = ""
    """A text for readers, CommonMark."""
    venue: Public[str] = ""
    """How to get there and find one's way, CommonMark."""
    venue_map: Public[str] = ""
    """Image file of a map, relative to the conference's folder."""
    hosts: Public[tuple[Organization, ...]] = ()
    """Who hosts it, in order."""
    sponsors: Public[tuple[Organization, ...]] = ()
    """Who pays, in order."""
    contacts: Public[tuple[Contact, ...]] = ()
    """Whom readers may ask."""
    revised: Public[date | datetime | None] = None
    """When the facts last changed: the time stamp of outputs, which never ask the clock."""
    minutes: Public[int | None] = Field(default=None, ge=1)
    """Usual length of a talk, for talks packed into a session; none given means each says."""
    rooms: Public[tuple[Room, ...]] = ()
    """Rooms; none declared means one implicit room."""
    affiliations: Public[tuple[Affiliation, ...]] = ()
    """Institutions."""
    people: Public[tuple[Person, ...]] = ()
    """Everybody named."""
    tracks: Public[tuple[Track, ...]] = ()
    """Strands."""
    talks: Public[tuple[Talk, ...]] = ()
    """Contributions on stage."""
    posters: Public[tuple[Poster, ...]] = ()
    """Contributions on boards."""
    days: Public[tuple[Day, ...]] = ()
    """Days in order."""
    sessions: Public[tuple[Session, ...]] = ()
    """Sessions whose day is not known."""
    interests: Private[tuple[Interest, ...]] = ()
    """Which talks attendees want to hear."""
    times: Public[Mapping[str, Moment]] = Field(default={}, exclude=True)
    """When sessions start that a program gave a time, by their ids; not a fact."""
    requirements: Private[tuple[Requirement, ...]] = ()
    """Rules beyond the default ones."""
    ignore: Private[tuple[Ignore, ...]] = ()
    """Findings that are accepted."""
    alternatives: Private[tuple[Alternative, ...]] = ()
    """Other values that a source gave for the conference's own fields."""
    notes: Private[str] = ""
    """For the organizers only."""
    folder: Private[str] = Field(default="", exclude=True)
    """Folder that logos are relative to; not a fact."""
    sources: Private[Mapping[str, Source]] = Field(default={}, exclude=True, repr=False)
    """Where each thing and field was read, by ``talks.kempe.title``; not a fact."""
    findings: Private[tuple[Finding, ...]] = Field(default=(), exclude=True, repr=False)
    """What was noticed while reading; ``check`` repeats it; not a fact."""

    @model_validator(mode="after")
    def _consistent(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, Conference):  # what this is the projection of
            self._follow(info.context)
        if self.contradictions:
            raise ConferenceError(self.contradictions)
        return self

    @cached_property
    def contradictions(self) -> tuple[Fault, ...]:
        """What cannot be: none, or it would not have been made.

        Kept, because every program made from the facts validates them again.
        """
        faults = [*faults_of(self), *self.timetable.faults]
        if self.start and self.end and self.end < self.start:
            message = f"the last day, {self.end}, is before the first, {self.start}"
            faults.append(Fault(message, path=("end",), remedy="correct one of the two"))
        return tuple(faults)

    @property
    def all_days(self) -> tuple[Day, ...]:
        """The days, those that a rule gives included."""
        return self.days

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone; UTC while it is unknown."""
        return ZoneInfo("UTC" if isinstance(self.timezone, Unknown) else self.timezone)

    @cached_property
    def timetable(self) -> Timetable:
        """The days on the line of time, as the facts alone have them."""
        return self.timetable_with({})

    def timetable_with(self, decided: Mapping[str, Any]) -> Timetable:
        """The days on the line of time, with what a program decides about sessions."""
        rooms = tuple(room.id for room in self.rooms)
        if decided and all(d.start in {None, self.times.get(s)} for s, d in decided.items()):
            return with_decisions(self.timetable, decided, rooms)
        frame = Frame(self.zone, rooms, decided, self.times)
        return lay_out(self.all_days, self.sessions, frame)

    def talk(self, talk_id: str) -> Talk:
        """The talk of that id."""
        return self.by_id.talks[talk_id]

    def poster(self, poster_id: str) -> Poster:
        """The poster of that id."""
        return self.by_id.posters[poster_id]

    def person(self, person_id: str) -> Person:
        """The person of that id."""
        return self.by_id.people[person_id]

    def affiliation(self, affiliation_id: str) -> Affiliation:
        """The affiliation of that id."""
        return self.by_id.affiliations[affiliation_id]

    def track(self, track_id: str) -> Track:
        """The track of that id."""
        return self.by_id.tracks[track_id]

    def room(self, room_id: str) -> Room | None:
        """The room of that id; nothing for the implicit room."""
        return self.by_id.rooms.get(room_id)

    @cached_property
    def by_id(self) -> Index:
        """Look-ups by id."""
        return Index(self)

    @cached_property
    def stars(self) -> Stars:
        """The interests of all attendees, counted."""
        return Stars(self.interests)

    @cached_property
    def dates(self) -> tuple[date, date] | None:
        """First and last day: as given, else as the dated days show; nothing where unknown."""
        known = [day.date for day in self.all_days if not isinstance(day.date, Unknown)]
        given = [day for day in (self.start, self.end) if day is not None]
        if not known + given:
            return None
        return self.start or min(known + given), self.end or max(known + given)

    @cached_property
    def digest(self) -> str:
        """A fingerprint of the facts: equal facts have equal digests in every process."""
        facts = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(facts.encode()).hexdigest()[:16]

    def source(self, *path: str) -> Source | None:
        """Where a thing or its field was read, the nearest known: ``"talks", "kempe", "title"``."""
        for length in range(len(path), 0, -1):
            found = self.sources.get(".".join(path[:length]))
            if found is not None:
                return found
        return None

    def _follow(self, facts: Conference) -> None:
        """Take from what this is the projection of: it has no contradictions, and mostly its days.

        To lay the days out again would take most of the time of a projection.
        """
        self.__dict__["contradictions"] = ()
        if self.framework == facts.framework:
            self.__dict__["timetable"] = facts.timetable

    @property
    def framework(self) -> tuple[object, ...]:
        """All that the timetable depends on."""
        rooms = tuple(room.id for room in self.rooms)
        return (self.days, self.sessions, self.times, self.timezone, rooms)

    def _public_fields(self) -> dict[str, Any]:
        """Withdrawn contributions and unused reserves were never announced: nobody sees them."""
        fields = super()._public_fields()
        fields["talks"] = tuple(t.public() for t in self.talks if t.state is not State.WITHDRAWN)
        fields["posters"] = tuple(
            p.public() for p in self.posters if p.state is not State.WITHDRAWN
        )
        gone = {t.id for t in self.talks if t.state is State.WITHDRAWN}
        if gone:
            fields["days"] = tuple(_without(day, gone) for day in fields["days"])
            fields["sessions"] = tuple(_session_without(s, gone) for s in fields["sessions"])
        return fields


class Index:
    """Look-ups by id for each kind of thing."""

    def __init__(self, conference: Conference) -> None:
        self.talks: Mapping[str, Talk] = {talk.id: talk for talk in conference.talks}
        self.posters: Mapping[str, Poster] = {poster.id: poster for poster in conference.posters}
        self.people: Mapping[str, Person] = {person.id: person for person in conference.people}
        self.tracks: Mapping[str, Track] = {track.id: track for track in conference.tracks}
        self.rooms: Mapping[str, Room] = {room.id: room for room in conference.rooms}
        self.affiliations: Mapping[str, Affiliation] = {a.id: a for a in conference.affiliations}


def _without(day: Day, gone: set[str]) -> Day:
    items = tuple(
        _session_without(item, gone) if isinstance(item, Session) else item for item in day.items
    )
    return day.replace(items=items)


def _session_without(session: Session, gone: set[str]) -> Session:
    slots = tuple(s.replace(talk=TBD) if s.talk in gone else s for s in session.slots)
    talks = tuple(talk for talk in session.talks if talk not in gone)
    return session.replace(slots=slots, talks=talks)
