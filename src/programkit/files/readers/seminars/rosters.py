"""Lists of people: where a list without a heading breaks, and what its parts are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from programkit.files.readers.markdown.people import Named
from programkit.files.readers.seminars.entries import Page, PeopleList
from programkit.files.readers.seminars.vocabulary import role_of
from programkit.text.folding import folded
from programkit.text.names import index_key

_FEWEST = 6
_MOST = 500
"""People of a list in which the alphabet can begin again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is for the series."""

    role: str
    ended: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """What another version of the page says of people."""

    file: str
    standing: Mapping[str, Standing]
    """By folded name."""
    affiliations: Mapping[str, tuple[str, ...]]
    """As printed there, by folded name."""


def earlier_of(file: str, page: Page) -> Earlier:
    """What a page with headings says of people."""
    standing: dict[str, Standing] = {}
    places: dict[str, tuple[str, ...]] = {}
    for people in page.lists:
        for person, _ in people.members:
            places[folded(person.name)] = person.affiliations
            if people.heading:
                standing[folded(person.name)] = Standing(*role_of(people.heading))
    return Earlier(file, standing, places)


def break_in(people: PeopleList) -> int:
    """Where the alphabet begins again: the index of the first one after it; 0 for nowhere.

    Sought is the place that leaves the fewest pairs out of order. It counts if the list as a whole
    is in no order, and its two parts nearly are.
    """
    keys = [_key(person) for person, _ in people.members]
    if not _FEWEST <= len(keys) <= _MOST:
        return 0
    before = _disorders(keys)
    after = _disorders(keys[::-1], backwards=True)
    rest = [before[cut] + after[len(keys) - cut] for cut in range(2, len(keys) - 1)]
    least, whole = min(rest), before[-1]
    if whole < len(keys) // 2 or least * 4 > whole:
        return 0
    return rest.index(least) + 2


def _key(person: Named) -> str:
    key = index_key(person.name)
    return folded(key.family)


def _disorders(keys: Sequence[str], *, backwards: bool = False) -> list[int]:
    """For each beginning of a list, the pairs in it that stand in the wrong order."""
    found = [0]
    for place, key in enumerate(keys):
        others = keys[:place]
        wrong = sum(one < key if backwards else one > key for one in others)
        found.append(found[-1] + wrong)
    return found


def recognized(parts: Sequence[Sequence[Named]], earlier: Earlier) -> tuple[Standing, ...] | None:
    """What the parts of a list are, by the people in them; nothing where that is not certain.

    Who was a former member stays one: the part with those people is that of former members. A part
    with current members and no former ones is that of the current ones.
    """
    found: list[Standing] = []
    for part in parts:
        known = [earlier.standing.get(folded(person.name)) for person in part]
        over = [one for one in known if one is not None and one.ended]
        current = [one for one in known if one is not None and not one.ended]
        if not over and not current:
            return None
        found.append(over[0] if over else current[0])
    kinds = [one.ended for one in found]
    return tuple(found) if len(set(kinds)) == len(kinds) else None
