"""What differs about people: who has joined or left the board, and who works elsewhere now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from programkit.model.changes import Change, ChangeKind
from programkit.model.conference import Conference
from programkit.model.people import Person
from programkit.text.folding import folded


def of_people(old: Conference, new: Conference) -> Iterator[Change]:
    """Roles that ended, roles that began, and other affiliations, each in order of name.

    Two versions of a page may give somebody two ids: whoever has no namesake of that id is
    found by name. Nobody is told, because they know.
    """
    before, after = _by_identity(old, new), {person.id: person for person in new.people}
    left = list(_gained(new, after, old, before))
    joined = list(_gained(old, before, new, after))
    for kind, found in ((ChangeKind.LEFT, left), (ChangeKind.JOINED, joined)):
        for person, role in sorted(found, key=lambda one: (one[0].name, one[1])):
            yield Change(kind=kind, about=person.id, message=f"{person.name}, {role}")
    for identity, person in sorted(after.items(), key=lambda one: (one[1].name, one[0])):
        if identity in before:
            was, now = _affiliations(old, before[identity]), _affiliations(new, person)
            if was != now:
                message = f"{person.name}, from {was or 'none'} to {now or 'none'}"
                yield Change(kind=ChangeKind.AFFILIATION, about=identity, message=message)


def _by_identity(old: Conference, new: Conference) -> Mapping[str, Person]:
    """The people of the old facts by the ids that they have in the new ones."""
    names = {folded(person.name): person.id for person in new.people}
    return {
        person.id
        if person.id in new.by_id.people
        else names.get(folded(person.name), person.id): person
        for person in old.people
    }


def _gained(
    one: Conference, people: Mapping[str, Person], other: Conference, others: Mapping[str, Person]
) -> Iterator[tuple[Person, str]]:
    """Roles that people have in the other facts and not in the one."""
    for identity, person in others.items():
        had = _roles(one, people[identity]) if identity in people else set()
        yield from ((person, role) for role in sorted(_roles(other, person) - had))


def _roles(conference: Conference, person: Person) -> set[str]:
    """The roles that somebody has when the facts were revised, or on their last day."""
    on = _day(conference)
    return {role.role for role in person.roles if role.current(on)}


def _day(conference: Conference) -> date | None:
    revised = conference.revised
    if isinstance(revised, datetime):
        return revised.astimezone(conference.zone).date()
    return revised or (conference.dates[1] if conference.dates else None)


def _affiliations(conference: Conference, person: Person) -> str:
    names = (conference.affiliation(affiliation).name for affiliation in person.affiliations)
    return " and ".join(names)
