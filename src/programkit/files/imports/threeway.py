"""A second import into a project: what the source changed, what the organizer changed, and both."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from programkit.files.imports.facts import Key

_NOTHING = object()
_NONE = "nothing"
_WIDEST = 60


class Fate(Enum):
    """What becomes of a value that the source has anew."""

    TAKEN = "taken from the source"
    CONFLICT = "changed by you and by the source; yours stays, theirs becomes an alternative"
    GONE = "no longer in the source; yours stays"
    DELETED = "deleted by you; it stays deleted"


@dataclass(frozen=True, slots=True)
class Difference:
    """One value in which a new import differs from the project."""

    key: Key
    fate: Fate
    mine: str
    """The project's value, in short."""
    theirs: str
    """The source's value, in short."""

    def __str__(self) -> str:
        """A line: what, from what, to what, and what becomes of it."""
        return f"{'.'.join(self.key)}: {self.mine} → {self.theirs} ({self.fate.value})"


def told(differences: Sequence[Difference]) -> Iterator[str]:
    """A line for each difference, and one for all of a thing that is new in the source."""
    fields: dict[Key, list[str]] = {one.key[:2]: [] for one in differences if _begins(one)}
    for one in differences:
        thing, field = one.key[:2], ".".join(one.key[2:])
        if thing in fields and not _begins(one):
            fields[thing].append(field)
    for one in differences:
        if _begins(one):
            beside = ", ".join(fields[one.key[:2]])
            what = f"new, with {beside}" if beside else "new"
            yield f"{'.'.join(one.key[:2])}: {what} ({one.fate.value})"
        elif one.key[:2] not in fields:
            yield str(one)


def _begins(one: Difference) -> bool:
    """Whether it is the id of a thing that the project does not have."""
    return one.key[2:] == ("id",) and one.fate is Fate.TAKEN and one.mine == _NONE


@dataclass(frozen=True, slots=True)
class Merged:
    """What an update makes of the facts."""

    facts: Mapping[Key, Any]
    differences: tuple[Difference, ...]


def merge_facts(
    base: Mapping[Key, Any], mine: Mapping[Key, Any], theirs: Mapping[Key, Any]
) -> Merged:
    """Take over what only the source changed.

    Args:
        base: The values that the last import wrote.
        mine: The project's values now.
        theirs: The source's values now.
    """
    merged = dict(mine)
    differences: list[Difference] = []
    for key in dict.fromkeys([*theirs, *base]):
        old, own, new = (facts.get(key, _NOTHING) for facts in (base, mine, theirs))
        if new in (old, own):
            continue
        fate = _fate(old, own, new, deleted=_deleted(key, base, mine))
        if fate is Fate.TAKEN and new is not _NOTHING:
            merged[key] = new
        elif fate is Fate.TAKEN:
            merged.pop(key, None)
        differences.append(Difference(key, fate, _short(own), _short(new)))
    return Merged(merged, tuple(differences))


def _deleted(key: Key, base: Mapping[Key, Any], mine: Mapping[Key, Any]) -> bool:
    """Whether the organizer took the whole thing out after the last import."""
    thing = key[:2]
    was = any(other[:2] == thing for other in base)
    return len(key) > 1 and was and not any(other[:2] == thing for other in mine)


def _fate(old: object, own: object, new: object, *, deleted: bool) -> Fate:
    if deleted:
        return Fate.DELETED
    if own == old:
        return Fate.TAKEN if new is not _NOTHING or old is _NOTHING else Fate.GONE
    return Fate.CONFLICT if new is not _NOTHING else Fate.GONE


def _short(value: object) -> str:
    if value is _NOTHING:
        return _NONE
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
