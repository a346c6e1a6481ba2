"""Names written in place of ids: people, affiliations, rooms and tracks by what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from programkit.files.locate import Place, Rows, Table
from programkit.files.native.shortforms import STRINGS
from programkit.files.reading import Circumstances
from programkit.model.findings import Level
from programkit.model.people import Affiliation, Person
from programkit.text.folding import folded, slug

_Make = Callable[[str], dict[str, object]]


def resolve_names(conference: Table, around: Circumstances) -> None:
    """Put ids in place of names; people and affiliations that are new are added to the lists."""
    people = _Register(conference, "people", STRINGS[Person], around)
    affiliations = _Register(conference, "affiliations", STRINGS[Affiliation], around)
    rooms = _Register(conference, "rooms", None, around)
    tracks = _Register(conference, "tracks", None, around)
    _resolve_contributions(conference, people, affiliations, rooms, tracks)
    for item in _items(conference):
        people.resolve_list(item, "chairs")
        tracks.resolve(item, "track")
        rooms.resolve(item, "room")
        rooms.resolve_list(item, "rooms")
        rooms.resolve_list(item, "closes")
    for track in _tables(conference, "tracks"):
        people.resolve_list(track, "chairs")
    for person in _tables(conference, "people"):
        affiliations.resolve_list(person, "affiliations")
        for stay in _tables(person, "stays"):
            affiliations.resolve(stay, "affiliation")
    for exception in _exceptions(conference):
        rooms.resolve(exception, "room")


def _resolve_contributions(
    conference: Table,
    people: _Register,
    affiliations: _Register,
    rooms: _Register,
    tracks: _Register,
) -> None:
    for talk in [*_tables(conference, "talks"), *_tables(conference, "posters")]:
        people.resolve_list(talk, "speakers")
        people.resolve_list(talk, "hosts")
        tracks.resolve(talk, "track")
        for author in _tables(talk, "coauthors"):
            people.resolve(author, "person")
            affiliations.resolve_list(author, "affiliations")
        for at in _tables(talk, "at"):
            rooms.resolve(at, "room")


def _exceptions(conference: Table) -> list[Table]:
    """The exceptions to the rule of a series."""
    recurrence = conference.get("recurrence")
    return _tables(recurrence, "exceptions") if isinstance(recurrence, Table) else []


def _items(conference: Table) -> Iterator[Table]:
    for day in _tables(conference, "days"):
        yield from _tables(day, "items")
    yield from _tables(conference, "sessions")


def _tables(table: Table, key: str) -> list[Table]:
    """The mappings in a list; none where there is no list."""
    rows = table.get(key)
    found = rows if isinstance(rows, Rows) else []
    return [row for row in found if isinstance(row, Table)]


class _Register:
    """The things of one kind, by id and by name."""

    def __init__(
        self, conference: Table, kind: str, make: _Make | None, around: Circumstances
    ) -> None:
        self.conference = conference
        self.kind = kind
        self.make = make
        self.around = around
        self.ids: set[str] = set()
        self.by_name: dict[str, list[str]] = {}
        self.things: dict[str, Table] = {}
        for thing in _tables(conference, kind):
            self._identify(thing)
            self._remember(thing)

    def _identify(self, thing: Table) -> None:
        """Somebody written without an id gets one from the name."""
        if "id" not in thing and isinstance(thing.get("name"), str):
            thing.put("id", self._free_id(str(thing["name"])))

    def _remember(self, thing: Table) -> None:
        identity, name = thing.get("id"), thing.get("name")
        if isinstance(identity, str):
            self.ids.add(identity)
            self.things.setdefault(identity, thing)
            if isinstance(name, str):
                same = self.by_name.setdefault(folded(name) or name, [])
                if identity not in same:
                    same.append(identity)

    def resolve(self, table: Table, key: str) -> None:
        """Put an id in place of the name that an entry holds."""
        if key in table and table[key] != "TBD":
            table.put(key, self._id_of(table[key], table.at(key)))

    def resolve_list(self, table: Table, key: str) -> None:
        """Put ids in place of the names in a list."""
        rows = table.get(key)
        if isinstance(rows, Rows):
            ids = [self._id_of(item, rows.at(number)) for number, item in enumerate(rows)]
            table.put(key, Rows(ids, rows.place, rows.places))

    def _id_of(self, named: Any, place: Place) -> Any:  # noqa: ANN401 - what cannot be resolved stays as it is
        if isinstance(named, Table):
            return self._inline(named, place)
        if not isinstance(named, str) or named in self.ids:
            return named
        return self._by_name(named, place) or self._new(named, place) or named

    def _by_name(self, name: str, place: Place) -> str | None:
        described = self.make(name) if self.make else {"name": name}
        called = str(described["name"])
        ids = self.by_name.get(folded(called) or called, [])
        if len(ids) > 1:
            remedy = f"name one by its id: {', '.join(ids)}"
            self.around.fault(f'"{called}" is the name of several {self.kind}', place, "", remedy)
        if not ids:
            return None
        self._join_affiliations(ids[0], described.get("affiliations"), place)
        return ids[0]

    def _join_affiliations(self, identity: str, given: object, place: Place) -> None:
        """What stands in parentheses after a known name is not lost."""
        thing = self.things[identity]
        if not isinstance(given, list) or not given:
            return
        known = thing.get("affiliations")
        if not isinstance(known, Rows):
            thing.put("affiliations", Rows(given, place), place)
            return
        slugs = {slug(str(name)) for name in known}
        for name in given:
            if slug(str(name)) not in slugs:
                self.around.finding(
                    "affiliation-differs",
                    Level.SOFT,
                    f'"{thing.get("name")}" is of "{name}" here, and not where people are listed',
                    place,
                    f"people.{identity}.affiliations",
                    "keep the right one, or give the person both",
                )

    def _new(self, name: str, place: Place) -> str | None:
        """Add somebody whose full name is written; a word that looks like an id is not a name."""
        if self.make is None or _looks_like_id(name, self.kind):
            return None
        described = Table(self.make(name), place)
        described.put("id", self._free_id(str(described["name"])))
        self._add(described, place)
        return str(described["id"])

    def _inline(self, thing: Table, place: Place) -> Any:  # noqa: ANN401 - what cannot be resolved stays as it is
        name = thing.get("name")
        if thing.keys() == {"name"} and isinstance(name, str):
            known = self._by_name(name, place)
            if known is not None:
                return known
        self._identify(thing)
        return self._add(thing, place)

    def _add(self, thing: Table, place: Place) -> Any:  # noqa: ANN401 - an id, if the thing has one
        rows = self.conference.get(self.kind)
        if not isinstance(rows, Rows):
            rows = Rows(place=place)
            self.conference.put(self.kind, rows, place)
        rows.add(thing, place)
        self._remember(thing)
        return thing.get("id")

    def _free_id(self, name: str) -> str:
        """An id made of the name that nothing has yet."""
        base = slug(name) or self.kind
        found, number = base, 2
        while found in self.ids:
            found, number = f"{base}-{number}", number + 1
        return found


def _looks_like_id(name: str, kind: str) -> bool:
    """People's names have spaces; institutions' have spaces or capitals.

    Scripts without capitals, such as Chinese and Japanese, put no spaces into names either.
    """
    if " " in name.strip():
        return False
    if name.lower() == name.upper() and any(map(str.isalpha, name)):
        return False
    return kind == "people" or name == name.lower()
