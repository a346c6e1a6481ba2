"""What Markdown holds of a program, field by field, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from programkit.files.readers.markdown.vocabulary import break_kind, is_end, is_remarks
from programkit.files.writers.markdown.losses import of_talks
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import State, Talk
from programkit.model.interval import Interval
from programkit.model.program import Placed, Program
from programkit.model.timetable import TimedBreak, TimedMarker, TimedSession
from programkit.text.characters import clean, one_line

Moments = tuple[datetime | None, datetime | None]


def kept(program: Program) -> dict[str, object]:
    """The value of each of `ROUND_TRIP_FIELDS`: equal before and after a round trip.

    Ids are not in it, because a reader makes its own; things are named as readers see them.
    Single-line texts are in one line, abstracts without control characters.
    """
    return {name: value(program) for name, value in _VALUES.items()}


def _line(text: str | Unknown) -> str | Unknown:
    return text if isinstance(text, Unknown) else one_line(text)


def _days(program: Program) -> object:
    return tuple((day.day.date, one_line(day.day.title)) for day in program.timetable.days)


def _breaks(program: Program) -> object:
    return tuple(
        (one_line(item.item.title), _moments(item.interval, open_end=item.open_end))
        for item in program.timetable.items
        if isinstance(item, TimedBreak)
    )


def _markers(program: Program) -> object:
    return tuple(
        (one_line(item.item.title), _moments(item.interval, open_end=True))
        for item in program.timetable.items
        if isinstance(item, TimedMarker)
    )


def _sessions(program: Program) -> object:
    """Titled sessions with rooms and chairs; untitled ones are only where talks are."""
    conference = program.conference
    return tuple(
        (one_line(session.session.title), _room(session, conference), _chairs(session, conference))
        for session in program.timetable.sessions.values()
        if session.session.title
    )


def _room(session: TimedSession, conference: Conference) -> str | Unknown:
    if isinstance(session.room, Unknown):
        return session.room
    room = conference.room(session.room)
    return "" if room is None else one_line(room.name)


def _chairs(session: TimedSession, conference: Conference) -> object:
    chairs = session.session.chairs
    return chairs if isinstance(chairs, Unknown) else _names(chairs, conference)


def _names(ids: tuple[str, ...], conference: Conference) -> tuple[str, ...]:
    return tuple(one_line(conference.person(person).name) for person in ids)


def _talks(value: Callable[[Talk, Program], object]) -> Callable[[Program], object]:
    """The values of all talks, in the order of the program, those without a place last."""

    def values(program: Program) -> object:
        placed = list(dict.fromkeys(p.talk.id for p in _in_order(program)))
        others = [talk.id for talk in program.conference.talks if talk.id not in placed]
        return tuple(value(program.conference.talk(talk), program) for talk in placed + others)

    return values


def _in_order(program: Program) -> list[Placed]:
    """Placements by day and position, as the agenda has them."""
    order = {session: place for place, session in enumerate(program.timetable.sessions)}
    found = [p for p in program.placed if p.interval is not None]
    return sorted(found, key=lambda p: order.get(p.session.id, -1) if p.session else len(order))


def _times(talk: Talk, program: Program) -> object:
    found = program.by_talk.get(talk.id, ())
    return tuple(_moments(p.interval, open_end=p.open_end) for p in found)


def _moments(interval: Interval | None, *, open_end: bool) -> Moments:
    if interval is None:
        return None, None
    return interval.start, None if open_end else interval.end


def _speakers(talk: Talk, program: Program) -> object:
    return _names(talk.speaker_ids, program.conference)


def _affiliations(talk: Talk, program: Program) -> object:
    conference = program.conference
    people = [conference.person(person) for person in talk.speaker_ids]
    return tuple(
        tuple(one_line(conference.affiliation(a).name) for a in person.affiliations)
        for person in people
    )


def _abstract(talk: Talk, _: Program) -> object:
    return talk.abstract if isinstance(talk.abstract, Unknown) else clean(talk.abstract)


def _organizations(field: str) -> Callable[[Program], object]:
    return lambda program: tuple(
        tuple(one_line(line) for line in organization.name.strip().splitlines() if line.strip())
        for organization in getattr(program.conference, field)
    )


def _own(field: str) -> Callable[[Program], object]:
    return lambda program: _line(getattr(program.conference, field))


_VALUES: Final[Mapping[str, Callable[[Program], object]]] = MappingProxyType(
    {
        "title": _own("title"),
        "subtitle": _own("subtitle"),
        "dates": lambda program: program.conference.dates,
        "place": _own("place"),
        "timezone": lambda program: program.conference.timezone,
        "language": _own("language"),
        "url": _own("url"),
        "welcome": lambda program: clean(program.conference.welcome),
        "hosts.name": _organizations("hosts"),
        "sponsors.name": _organizations("sponsors"),
        "days.date, days.title": _days,
        "sessions.title, sessions.room, sessions.chairs": _sessions,
        "breaks.title, breaks.start, breaks.end": _breaks,
        "markers.title, markers.start": _markers,
        "talks.title": _talks(lambda talk, _: _line(talk.title)),
        "talks.speakers": _talks(_speakers),
        "talks.speakers.affiliations": _talks(_affiliations),
        "talks.abstract": _talks(_abstract),
        "talks.start, talks.end": _talks(_times),
        "talks.cancelled": _talks(lambda talk, _: talk.state is State.CANCELLED),
    }
)
ROUND_TRIP_FIELDS: Final[tuple[str, ...]] = tuple(_VALUES)
"""What comes back from Markdown as it was written."""


def left_out(program: Program) -> tuple[str, ...]:
    """What the text does not hold of this program, a sentence each."""
    talks = ((talk.id, _losses(talk, program)) for talk in program.conference.talks)
    return (*_of_conference(program), *of_talks(talks), *dict.fromkeys(_of_days(program)))


def _of_conference(program: Program) -> Iterator[str]:
    conference = program.conference
    organizations = (*conference.hosts, *conference.sponsors)
    if any(o.logo or o.url or o.kind for o in organizations):
        yield "Logos, addresses and kinds of hosts and sponsors are left out."
    if conference.site:
        yield "The address of the site is left out."
    if conference.venue or conference.venue_map:
        yield "What is said of the venue is left out."
    if conference.tracks or conference.posters:
        yield "Tracks and posters are left out."
    if any(room.capacity or room.features or room.online or room.link for room in conference.rooms):
        yield "Of rooms only the names are written."
    if any(p.url or p.bio or p.roles or p.family for p in conference.people):
        yield "Of people only names and affiliations are written."
    yield "Ids are left out; a reader makes its own from the names."


def _losses(talk: Talk, program: Program) -> list[str]:
    return [what for what, found in _lost(talk, program) if found]


def _lost(talk: Talk, program: Program) -> Iterator[tuple[str, bool]]:
    title = "" if isinstance(talk.title, Unknown) else talk.title
    remarks = is_remarks(title)
    none_ever = not isinstance(talk.abstract, Unknown) and not talk.abstract.strip()
    placements = program.by_talk.get(talk.id, ())
    yield "its co-authors", bool(talk.coauthors)
    yield (
        "track, tags, language or links",
        bool(talk.track or talk.tags or talk.language or talk.links),
    )
    yield "that it is tentative", talk.state is State.TENTATIVE
    yield "why it is cancelled", bool(talk.reason)
    yield f'that it is a "{talk.kind}"', talk.kind != ("remarks" if remarks else "talk")
    yield "that it has no speaker", talk.speakers == ()
    yield "that it will have no abstract", none_ever and not remarks
    yield "that an abstract will follow", isinstance(talk.abstract, Unknown) and remarks
    yield "that it is repeated", talk.repeated
    yield "its session, as it has no time", any(p.interval is None for p in placements)


def _of_days(program: Program) -> Iterator[str]:
    for item in program.timetable.items:
        if isinstance(item, TimedBreak):
            if item.item.place or item.item.closes:
                yield f'Of "{item.item.title}" place and rooms are left out.'
            if item.item.kind != (break_kind(item.item.title) or "break"):
                yield f'That "{item.item.title}" is of kind "{item.item.kind}" is left out.'
        elif isinstance(item, TimedMarker):
            if not is_end(item.item.title):
                yield f'"{item.item.title}" is written as a break, not as a moment.'
        elif not item.session.slots and item.id not in program.by_session:
            yield f'"{item.session.title or item.id}" holds no talks and is written as a break.'
