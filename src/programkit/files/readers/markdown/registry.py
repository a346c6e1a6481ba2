"""People, affiliations and rooms, each once, with ids made from their names."""

from __future__ import annotations

from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.people import Named
from programkit.model.findings import Level, Source
from programkit.model.people import Affiliation, Alternative, Person
from programkit.model.venue import Room
from programkit.text.folding import folded, slug


class Ids:
    """Gives ids; a second thing of one name gets a number."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def new(self, name: str, otherwise: str) -> str:
        """An id from a name, or from another word where the name has no letter."""
        wanted = slug(name) or otherwise
        found = wanted
        while found in self._given:
            self._last[wanted] = self._last.get(wanted, 1) + 1
            found = f"{wanted}-{self._last[wanted]}"
        self._given.add(found)
        return found


class Registry:
    """Everybody and every institution and room the text names."""

    def __init__(self, notes: Notes, sources: dict[str, Source]) -> None:
        self._notes = notes
        self._sources = sources
        self._people: dict[str, Person] = {}
        self._by_folded: dict[str, str] = {}
        self._affiliations: dict[str, Affiliation] = {}
        self._rooms: dict[str, Room] = {}
        self._ids = {"people": Ids(), "affiliations": Ids(), "rooms": Ids()}

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody, in the order of the text."""
        return tuple(self._people.values())

    @property
    def affiliations(self) -> tuple[Affiliation, ...]:
        """Every institution, in the order of the text."""
        return tuple(self._affiliations.values())

    @property
    def rooms(self) -> tuple[Room, ...]:
        """Every room, in the order of the text."""
        return tuple(self._rooms.values())

    def person(self, named: Named, line: int) -> str:
        """The id of somebody; another spelling of a known name is noted."""
        key = folded(named.name) or named.name
        person_id = self._by_folded.get(key)
        if person_id is None:
            person_id = self._ids["people"].new(named.name, "person")
            self._people[person_id] = Person(id=person_id, name=named.name)
            self._by_folded[key] = person_id
            self._sources[f"people.{person_id}"] = self._notes.source(line, "name")
        self.spelled(person_id, named.name, line)
        self._affiliate(person_id, named, line)
        return person_id

    def name(self, person_id: str) -> str:
        """The name of somebody, as first read."""
        return self._people[person_id].name

    def spelled(self, person_id: str, name: str, line: int) -> None:
        """Note a spelling that differs from the first one."""
        person = self._people[person_id]
        if name == person.name or any(other.value == name for other in person.alternatives):
            return
        first = self._sources[f"people.{person_id}"].line
        self._notes.add(
            "name-variant",
            line,
            f'"{name}" is spelled "{person.name}" in line {first}',
            "keep the right one",
            about=(person_id,),
            field=f"people.{person_id}.name",
            level=Level.SOFT,
        )
        other = Alternative(field="name", value=name, source=self._notes.source(line, "name"))
        self._people[person_id] = person.replace(alternatives=(*person.alternatives, other))

    def line(self, key: str) -> int:
        """Where a thing was first read."""
        return self._sources[key].line

    def _affiliate(self, person_id: str, named: Named, line: int) -> None:
        person = self._people[person_id]
        if not named.affiliations:
            return
        ids = tuple(dict.fromkeys(self._affiliation(name, line) for name in named.affiliations))
        key = f"people.{person_id}.affiliations"
        if not person.affiliations:
            self._people[person_id] = person.replace(affiliations=ids)
            self._sources[key] = self._notes.source(line, "affiliations")
        elif ids != person.affiliations:
            printed = "; ".join(a.name for a in self.affiliations if a.id in person.affiliations)
            other = "; ".join(named.affiliations)
            source = self._notes.source(line, "affiliations")
            alternative = Alternative(field="affiliations", value=other, source=source)
            alternatives = (*person.alternatives, alternative)
            self._people[person_id] = person.replace(alternatives=alternatives)
            self._notes.add(
                "affiliation-differs",
                line,
                f'{person.name}: "{other}" here, "{printed}" in line {self._sources[key].line}',
                "keep the right one, or give the person both",
                about=(person_id,),
                field=key,
                level=Level.SOFT,
            )

    def _affiliation(self, name: str, line: int) -> str:
        key = slug(name) or name
        if key not in self._affiliations:
            found = self._ids["affiliations"].new(name, "affiliation")
            self._affiliations[key] = Affiliation(id=found, name=name)
            self._sources[f"affiliations.{found}"] = self._notes.source(line, "name")
        return self._affiliations[key].id

    def room(self, name: str, line: int) -> str:
        """The id of a room."""
        key = folded(name) or name
        if key not in self._rooms:
            found = self._ids["rooms"].new(name, "room")
            self._rooms[key] = Room(id=found, name=name)
            self._sources[f"rooms.{found}"] = self._notes.source(line, "name")
        return self._rooms[key].id
