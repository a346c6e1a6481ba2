"""Ids turned into what they stand for: people with affiliations, rooms, tracks, times."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from programkit.model.base import TBD, Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Contribution
from programkit.model.interval import Interval
from programkit.model.people import Affiliation, Person
from programkit.model.venue import Room
from programkit.outline.nodes import OutlinePerson, OutlineStay, OutlineTrack, When
from programkit.text.characters import one_line
from programkit.text.markup import Run, inline, parse, plain

_FIRST_REAL_YEAR = 1000
"""The model lays days of unknown date out from year 1 on."""


class Resolver:
    """Look-ups in one conference, as readers see what is found."""

    def __init__(self, conference: Conference) -> None:
        self.conference = conference
        self._people: dict[tuple[str, tuple[str, ...]], OutlinePerson] = {}
        self._tracks: dict[str, OutlineTrack] = {}

    def person(self, person_id: str, affiliations: Iterable[str] = ()) -> OutlinePerson:
        """Somebody, with the affiliations named, or else the person's own."""
        person = self.conference.person(person_id)
        places = tuple(affiliations) or person.affiliations
        if (person_id, places) not in self._people:
            self._people[person_id, places] = self._person(person, places)
        return self._people[person_id, places]

    def _person(self, person: Person, places: tuple[str, ...]) -> OutlinePerson:
        return OutlinePerson(
            id=person.id,
            name=one_line(person.name),
            affiliations=tuple(_printed(self.conference.affiliation(place)) for place in places),
            bio=parse(person.bio),
            url=person.url,
            stays=tuple(self._stays(person)),
        )

    def person_on(self, person_id: str, day: date | None) -> OutlinePerson:
        """Somebody, with the affiliations of a day; of none in particular, with those now."""
        if day is None:
            return self.person(person_id)
        return self.person(person_id, self.conference.person(person_id).affiliations_on(day))

    def people(
        self, ids: tuple[str, ...] | Unknown, day: date | None = None
    ) -> tuple[OutlinePerson, ...] | Unknown:
        """Several people as they were on a day, or that they are to be announced."""
        if isinstance(ids, Unknown):
            return TBD
        return tuple(self.person_on(person_id, day) for person_id in ids)

    def _stays(self, person: Person) -> Iterable[OutlineStay]:
        for stay in person.stays:
            name = _printed(self.conference.affiliation(stay.affiliation))
            yield OutlineStay(affiliation=name, since=stay.since, until=stay.until)

    def coauthors(self, contribution: Contribution) -> tuple[OutlinePerson, ...]:
        """The authors who are not on stage, each once."""
        others = {author.person: author.affiliations for author in contribution.coauthors}
        return tuple(
            self.person(person_id, affiliations)
            for person_id, affiliations in others.items()
            if person_id not in contribution.speaker_ids
        )

    def track(self, track_id: str) -> OutlineTrack:
        """The track of that id."""
        if track_id not in self._tracks:
            track = self.conference.track(track_id)
            made = OutlineTrack(id=track.id, name=one_line(track.name), color=track.color)
            self._tracks[track_id] = made
        return self._tracks[track_id]

    def room(self, room_id: str | Unknown) -> Room | Unknown | None:
        """The room of that id; none where there is only the implicit one."""
        if isinstance(room_id, Unknown):
            return TBD
        if room_id or not self.conference.rooms:
            return self.conference.room(room_id)
        return self.conference.rooms[0] if len(self.conference.rooms) == 1 else TBD

    def when(self, interval: Interval | None, *, open_end: bool = False) -> When:
        """A time span in the conference's zone; of a day without a date, by its clock alone."""
        if interval is None:
            return When(start=None, end=None)
        dated = interval.first.year >= _FIRST_REAL_YEAR
        start, end = interval.first, interval.last
        if dated:
            start, end = (moment.astimezone(self.conference.zone) for moment in (start, end))
        return When(start=start, end=None if open_end or interval.empty else end, dated=dated)


def title_of(source: str | Unknown) -> tuple[tuple[Run, ...] | Unknown, str | Unknown]:
    """The runs and the plain text of a title; a blank one is to be announced."""
    text = source if isinstance(source, Unknown) else plain(source)
    if isinstance(source, Unknown) or isinstance(text, Unknown) or not text.strip():
        return TBD, TBD
    return inline(source), text


def _printed(affiliation: Affiliation) -> str:
    parts = (affiliation.name, affiliation.place)
    return ", ".join(one_line(part) for part in parts if part)
