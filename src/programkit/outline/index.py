"""The index of people: under which name and letter, and where to find them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from programkit.model.base import Unknown
from programkit.outline.nodes import (
    IndexEntry,
    OutlineItem,
    OutlinePerson,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
)
from programkit.outline.resolve import Resolver
from programkit.text.names import index_key

OTHER = "#"
"""The heading of names that begin with no letter."""


def index_of(
    resolver: Resolver,
    contributions: Sequence[OutlineTalk | OutlinePoster],
    items: Sequence[OutlineItem],
) -> tuple[IndexEntry, ...]:
    """Everybody who presents, contributes or chairs, by index name.

    Args:
        resolver: Finds people by id.
        contributions: Talks and posters, in the order in which an entry lists them.
        items: What fills the days, in the order in which an entry lists the sessions chaired.
    """
    speaks = _places((c.id, _known(c.speakers)) for c in contributions)
    contributes = _places((c.id, c.coauthors) for c in contributions)
    sessions = [item for item in items if isinstance(item, OutlineSession)]
    chairs = _places((session.id, _known(session.chairs)) for session in sessions)
    entries = []
    for person_id in dict.fromkeys((*speaks, *contributes, *chairs)):
        name = index_key(
            resolver.conference.person(person_id).name,
            family=resolver.conference.person(person_id).family or None,
        )
        entry = IndexEntry(
            person=resolver.person(person_id),
            index_name=name.display,
            letter=_letter(name.sort[0]),
            speaks=speaks.get(person_id, ()),
            contributes=contributes.get(person_id, ()),
            chairs=chairs.get(person_id, ()),
        )
        entries.append((name.sort, person_id, entry))
    return tuple(entry for *_, entry in sorted(entries, key=lambda e: e[:2]))


def by_letter(index: Iterable[IndexEntry]) -> Iterator[tuple[str, tuple[IndexEntry, ...]]]:
    """The entries of an index under their headings."""
    letters: dict[str, tuple[IndexEntry, ...]] = {}
    for entry in index:
        letters[entry.letter] = (*letters.get(entry.letter, ()), entry)
    yield from letters.items()


def _known(people: tuple[OutlinePerson, ...] | Unknown) -> tuple[OutlinePerson, ...]:
    return () if isinstance(people, Unknown) else people


def _places(
    people: Iterable[tuple[str, tuple[OutlinePerson, ...]]],
) -> dict[str, tuple[str, ...]]:
    """For each person the ids of the things that name them, each once."""
    found: dict[str, dict[str, None]] = {}
    for place, names in people:
        for person in names:
            found.setdefault(person.id, {})[place] = None
    return {person: tuple(places) for person, places in found.items()}


def _letter(folded_name: str) -> str:
    first = folded_name[:1].upper()
    return first if first.isalpha() else OTHER
