"""What readers see, resolved and ordered, without any layout.

Every output is drawn from these nodes alone. Times are aware datetimes in the conference's zone;
a missing time, room or title is ``None`` or ``TBD`` and each output words it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from programkit.model.base import Unknown
from programkit.model.contributions import Link, State
from programkit.model.meetings import Why
from programkit.model.people import Role
from programkit.model.recurrence import Recurrence
from programkit.model.venue import Contact, Organization, Room
from programkit.text.markup import Paragraph, Run


@dataclass(frozen=True, slots=True)
class When:
    """A time span as readers see it."""

    start: datetime | None
    """In the conference's zone; none where unknown."""
    end: datetime | None
    """None where unknown, or for a moment."""
    dated: bool = True
    """Whether the date is known; if not, only the clock time of the datetimes counts."""


@dataclass(frozen=True, slots=True)
class OutlinePerson:
    """Somebody, with affiliations as printed."""

    id: str
    name: str
    affiliations: tuple[str, ...] = ()
    bio: tuple[Paragraph, ...] = ()
    """A few lines about the person."""
    url: str = ""
    """The person's web page."""
    stays: tuple[OutlineStay, ...] = ()
    """Affiliations over time, where the facts tell of them."""


@dataclass(frozen=True, slots=True)
class OutlineStay:
    """Where somebody worked, and from when to when."""

    affiliation: str
    """As printed."""
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class OutlineTrack:
    """A strand."""

    id: str
    name: str
    color: str
    """``#rrggbb``, or empty: by the theme."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time at which a talk is given."""

    day: str
    """Id of the day; empty where unknown."""
    when: When
    room: Room | Unknown | None
    """None for the implicit room."""
    session: str
    """Id of the session; empty off the grid."""
    part: int
    parts: int


@dataclass(frozen=True, slots=True)
class OutlineTalk:
    """A talk with everything readers may know about it."""

    id: str
    title: tuple[Run, ...] | Unknown
    plain_title: str | Unknown
    speakers: tuple[OutlinePerson, ...] | Unknown
    coauthors: tuple[OutlinePerson, ...]
    abstract: tuple[Paragraph, ...] | Unknown
    """Empty where there will be none."""
    kind: str
    track: OutlineTrack | None
    tags: tuple[str, ...]
    language: str
    """BCP 47 tag, the conference's where the talk says none."""
    links: tuple[Link, ...]
    state: State
    repeated: bool
    occurrences: tuple[Occurrence, ...]
    """By time; empty while it has no place."""
    hosts: tuple[OutlinePerson, ...] = ()
    """Who invited the speakers and looks after them."""
    reason: str = ""
    """Why it is cancelled; empty for what is not, and where nobody says."""


@dataclass(frozen=True, slots=True)
class OutlinePoster:
    """A poster with everything readers may know about it."""

    id: str
    title: tuple[Run, ...] | Unknown
    plain_title: str | Unknown
    speakers: tuple[OutlinePerson, ...] | Unknown
    coauthors: tuple[OutlinePerson, ...]
    abstract: tuple[Paragraph, ...] | Unknown
    track: OutlineTrack | None
    tags: tuple[str, ...]
    links: tuple[Link, ...]
    state: State
    session: str
    """Id of the session that shows it; empty where unknown."""
    board: str
    language: str
    reason: str = ""
    """Why it is cancelled; empty for what is not, and where nobody says."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a session: a talk at its time, or an open slot."""

    when: When
    talk: OutlineTalk | None
    """None for an open slot."""
    part: int = 1


@dataclass(frozen=True, slots=True)
class OutlineSession:
    """A session with its rows."""

    id: str
    title: tuple[Run, ...]
    """Empty for an untitled run of talks."""
    plain_title: str
    kind: str
    when: When
    room: Room | Unknown | None
    """None for the implicit room."""
    chairs: tuple[OutlinePerson, ...] | Unknown
    track: OutlineTrack | Unknown | None
    plenary: bool
    rows: tuple[Row, ...]
    posters: tuple[OutlinePoster, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineBreak:
    """A pause."""

    id: str
    title: str
    kind: str
    when: When
    place: str


@dataclass(frozen=True, slots=True)
class OutlineMarker:
    """A moment."""

    id: str
    title: str
    when: When


OutlineItem = OutlineSession | OutlineBreak | OutlineMarker


@dataclass(frozen=True, slots=True)
class OutlineDay:
    """A day with its items by time."""

    id: str
    date: date | None
    """None where unknown."""
    title: str
    number: int
    """Position among the days, from 1."""
    items: tuple[OutlineItem, ...]


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A person in the index, with where to find them."""

    person: OutlinePerson
    index_name: str
    """As an index has it: "da Silveira, Rava"."""
    letter: str
    """The heading it stands under."""
    speaks: tuple[str, ...]
    """Ids of the talks and posters the person presents, by time."""
    contributes: tuple[str, ...]
    """Ids of the talks and posters the person is a co-author of."""
    chairs: tuple[str, ...]
    """Ids of the sessions the person chairs."""


@dataclass(frozen=True, slots=True)
class OutlinePause:
    """Dates of a series' rule on which it does not meet: a break, a holiday, or one left out."""

    first: date
    last: date
    why: Why
    reason: str
    """As printed, such as "Whit Monday"; empty where nobody says."""


@dataclass(frozen=True, slots=True)
class OutlineTerm:
    """A term of a series, or the calendar year of days that are in none."""

    name: str
    """As printed: "Fall 2026", or "2026"; from when to when, where the facts give no name."""
    first: date
    last: date
    year: bool
    """Whether it is a calendar year; ``first`` and ``last`` then are of its days."""
    days: tuple[str, ...]
    """Ids of its days, by date."""
    pauses: tuple[OutlinePause, ...]
    """Dates of the rule in it on which there is no meeting, in order."""


@dataclass(frozen=True, slots=True)
class OutlineException:
    """What is not as usual about the meeting of a day."""

    day: str
    """Id of the day."""
    moved_from: date | None
    """The date of the rule that it stands for, if that is another."""
    other_time: bool
    """Whether it begins at another time than usual."""
    reason: str
    """As printed; empty where nobody says."""


@dataclass(frozen=True, slots=True)
class OutlineMember:
    """Somebody in an office."""

    person: OutlinePerson
    """With the affiliation of the last day in office, where that is told."""
    term: Role
    """Since when and until when; ``term.current(on)`` says whether still on a day."""


@dataclass(frozen=True, slots=True)
class OutlineOffice:
    """An office of a series, such as its board, with all who ever had it."""

    role: str
    """As the facts call it: "board", "organizer"."""
    members: tuple[OutlineMember, ...]
    """As the facts list them."""


@dataclass(frozen=True, slots=True)
class OutlineSeries:
    """What a series of meetings has beside what every conference has."""

    recurrence: Recurrence | None
    """Its rule; none where only its dates are known. ``text.recurring`` words it."""
    terms: tuple[OutlineTerm, ...]
    """By first day; together they have every dated day once."""
    exceptions: tuple[OutlineException, ...]
    """Meetings that are not as the rule has them, by date."""
    channels: tuple[Link, ...]
    """Mailing list, calendar, videos, chat, past talks, by ``kind``."""
    audience: tuple[str, ...]
    """IANA names of the time zones in which people listen."""
    offices: tuple[OutlineOffice, ...]
    """Board, organizers and others, in the order in which people are listed."""
    now: datetime | None
    """When outputs are made, else when the facts were revised: what is past, and who is in office.
    None where nobody says."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole program as readers see it."""

    title: str
    plain_title: str
    subtitle: str
    first: date | None
    last: date | None
    place: str
    timezone: str | Unknown
    language: str
    hours: Literal[12, 24] | None
    """Whether times are printed as 2:30 pm or 14:30; none means as the language does."""
    url: str
    """Its web page; empty for none."""
    site: str
    """Where its site is, at which calendars, codes and links between pages lead; empty for none."""
    welcome: tuple[Paragraph, ...]
    venue: tuple[Paragraph, ...]
    """How to get there and find one's way."""
    venue_map: str
    """Image file of a map, relative to the folder; empty where there is none."""
    hosts: tuple[Organization, ...]
    sponsors: tuple[Organization, ...]
    contacts: tuple[Contact, ...]
    revised: datetime | None
    """When the facts last changed; none where they do not say."""
    folder: str
    """Where logos and maps lie; for drawing only, never printed."""
    days: tuple[OutlineDay, ...]
    talks: tuple[OutlineTalk, ...]
    """By time of their first occurrence, those without a place last."""
    posters: tuple[OutlinePoster, ...]
    """By session and board."""
    tracks: tuple[OutlineTrack, ...]
    rooms: tuple[Room, ...]
    index: tuple[IndexEntry, ...]
    """People by index name."""
    floating: tuple[OutlineSession, ...] = ()
    """Sessions whose day is not known."""
    channels: tuple[Link, ...] = ()
    """Mailing list, calendar, chat and others, by kind."""
    series: OutlineSeries | None = None
    """None for a conference whose days belong together."""
