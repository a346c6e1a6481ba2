"""Whether every id that is named exists, and no two things of a kind share one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from programkit.errors import Fault, did_you_mean
from programkit.model.contributions import Contribution, Talk
from programkit.model.days import Block, Break, Marker, Session
from programkit.model.timetable import TimedItem, TimedSession, Timetable

if TYPE_CHECKING:
    from programkit.model.conference import Conference

Path = tuple[str | int, ...]

_KINDS = {
    "talks": "talk",
    "posters": "poster",
    "people": "person",
    "tracks": "track",
    "rooms": "room",
    "affiliations": "affiliation",
}


class _Reference(NamedTuple):
    """An id named somewhere."""

    kind: str
    id: str
    path: Path
    by: str
    """What names it, for the message."""


def faults_of(conference: Conference) -> Iterator[Fault]:
    """Ids given twice, and ids that nothing has."""
    known: dict[str, set[str]] = {}
    for kind, singular in _KINDS.items():
        known[kind] = set()
        for number, thing in enumerate(getattr(conference, kind)):
            if thing.id in known[kind]:
                yield Fault(
                    f'{singular} "{thing.id}" is there twice',
                    path=(kind, number, "id"),
                    remedy="give each its own id",
                )
            known[kind].add(thing.id)
    for number, poster in enumerate(conference.posters):
        if poster.id in known["talks"]:
            yield Fault(
                f'"{poster.id}" is the id of a talk and of a poster',
                path=("posters", number, "id"),
                remedy="give each its own id",
            )
    yield from _twice_in_days(conference)
    timetable = conference.timetable
    known["places"] = {*timetable.slots, *timetable.sessions}
    known["sessions"] = {*timetable.sessions}
    for reference in _references(conference):
        if reference.id not in known[reference.kind]:
            yield _unknown(reference, known[reference.kind])


def _unknown(reference: _Reference, known: set[str]) -> Fault:
    what = {**_KINDS, "places": "slot or session", "sessions": "session"}[reference.kind]
    return Fault(
        f'{reference.by} names {what} "{reference.id}", which does not exist',
        path=reference.path,
        remedy=did_you_mean(reference.id, known) or f"add that {what}, or name one that exists",
    )


def _twice_in_days(conference: Conference) -> Iterator[Fault]:
    """Ids of days, sessions, slots, breaks and markers, which share one name space."""
    seen: set[str] = set()
    for path, place in _places(conference.timetable):
        if place in seen:
            yield Fault(
                f'"{place}" is the id of two places in the program',
                path=path,
                remedy="give days, sessions, slots and breaks different ids",
            )
        seen.add(place)


def _places(timetable: Timetable) -> Iterator[tuple[Path, str]]:
    for day in timetable.days:
        for place in (day.id, *_ids_in(day.items)):
            yield ("days", day.index), place
    for number, session in enumerate(timetable.floating):
        for place in _ids_in((session,)):
            yield ("sessions", number), place


def _ids_in(items: tuple[TimedItem, ...]) -> Iterator[str]:
    for item in items:
        yield item.id
        if isinstance(item, TimedSession):
            yield from (slot.id for slot in item.slots)


def _references(conference: Conference) -> Iterator[_Reference]:
    yield from _by_people(conference)
    for number, track in enumerate(conference.tracks):
        yield from _each(
            "people", track.chairs, ("tracks", number, "chairs"), f'track "{track.id}"'
        )
    for number, talk in enumerate(conference.talks):
        yield from _by_contribution(talk, ("talks", number), f'talk "{talk.id}"')
        yield from _each("people", talk.hosts, ("talks", number, "hosts"), f'talk "{talk.id}"')
        yield from _by_placing(talk, ("talks", number, "at"))
    for number, poster in enumerate(conference.posters):
        by = f'poster "{poster.id}"'
        yield from _by_contribution(poster, ("posters", number), by)
        yield from _one("sessions", poster.session, ("posters", number, "session"), by)
    for number, day in enumerate(conference.all_days):
        for position, item in enumerate(day.items):
            yield from _by_item(item, ("days", number, "items", position))
    for number, session in enumerate(conference.sessions):
        yield from _by_item(session, ("sessions", number))


def _by_people(conference: Conference) -> Iterator[_Reference]:
    """What people name, and attendees, who are not named themselves."""
    for number, person in enumerate(conference.people):
        base: Path = ("people", number)
        by = f'person "{person.id}"'
        yield from _each("affiliations", person.affiliations, (*base, "affiliations"), by)
        for place, stay in enumerate(person.stays):
            path = (*base, "stays", place, "affiliation")
            yield from _one("affiliations", stay.affiliation, path, by)
    for number, interest in enumerate(conference.interests):
        yield from _each("talks", interest.talks, ("interests", number, "talks"), "an attendee")


def _each(kind: str, ids: object, path: Path, by: str) -> Iterator[_Reference]:
    """A reference for each of several ids; none where they are unknown."""
    for place, found in enumerate(ids if isinstance(ids, tuple) else ()):
        yield _Reference(kind, found, (*path, place), by)


def _one(kind: str, found: object, path: Path, by: str) -> Iterator[_Reference]:
    """A reference for an id; none where it is unknown or not given."""
    if isinstance(found, str):
        yield _Reference(kind, found, path, by)


def _by_contribution(contribution: Contribution, base: Path, by: str) -> Iterator[_Reference]:
    yield from _each("people", contribution.speakers, (*base, "speakers"), by)
    yield from _one("tracks", contribution.track, (*base, "track"), by)
    for place, author in enumerate(contribution.coauthors):
        path: Path = (*base, "coauthors", place)
        yield from _one("people", author.person, (*path, "person"), by)
        yield from _each("affiliations", author.affiliations, (*path, "affiliations"), by)


def _by_placing(talk: Talk, base: Path) -> Iterator[_Reference]:
    for place, at in enumerate(talk.at):
        yield from _one("places", at.place, (*base, place), f'talk "{talk.id}"')
        yield from _one("rooms", at.room, (*base, place, "room"), f'talk "{talk.id}"')


def _by_item(item: Session | Block | Break | Marker, path: Path) -> Iterator[_Reference]:
    named = item.title or item.id
    by = f'"{named}"' if named else "a session"
    if isinstance(item, Session | Break):
        yield from _each("rooms", item.closes, (*path, "closes"), by)
    if isinstance(item, Block):
        yield from _each("rooms", item.rooms, (*path, "rooms"), by)
    if isinstance(item, Session):
        yield from _one("rooms", item.room, (*path, "room"), by)
        yield from _each("talks", item.talks, (*path, "talks"), by)
        for place, slot in enumerate(item.slots):
            yield from _one("talks", slot.talk, (*path, "slots", place, "talk"), by)
    if isinstance(item, Session | Block):
        yield from _one("tracks", item.track, (*path, "track"), by)
        yield from _each("people", item.chairs, (*path, "chairs"), by)
