"""The facts of a conference as single values by path, for comparing and merging them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from programkit.files.native.canonical import content
from programkit.model.conference import Conference

Key = tuple[str, ...]
"""``("title",)``, or ``("talks", "kempe", "title")``."""
_IDENTITIES = ("id", "date")
_ALTERNATIVES = "alternatives"


def facts_of(conference: Conference) -> dict[Key, Any]:
    """Every stated value, by what it belongs to; alternatives are not facts."""
    return dict(_facts(content(conference)))


def alternatives_of(conference: Conference) -> Iterator[Key]:
    """The values that a source gave differently elsewhere, where nobody has chosen yet."""
    for alternative in conference.alternatives:
        yield (alternative.field,)
    for kind in ("people", "talks", "posters"):
        for thing in getattr(conference, kind):
            for alternative in thing.alternatives:
                yield kind, thing.id, alternative.field


def _facts(stated: Mapping[str, Any]) -> Iterator[tuple[Key, Any]]:
    for kind, value in stated.items():
        if kind == _ALTERNATIVES:
            continue
        if not _is_identified(value):
            yield (kind,), value
            continue
        for thing in value:
            identity = identity_of(thing)
            for field, inner in thing.items():
                if field != _ALTERNATIVES:
                    yield (kind, identity, field), inner


def _is_identified(value: object) -> bool:
    if not isinstance(value, list) or not value:
        return False
    names = [identity_of(item) for item in value]
    return all(names) and len(set(names)) == len(names)


def identity_of(thing: object) -> str:
    """The id of a thing, or the date of a day; empty where it has neither."""
    if isinstance(thing, dict):
        for name in _IDENTITIES:
            found = thing.get(name)
            if found is not None and found != "TBD":
                return str(found)
    return ""


def nested(facts: Mapping[Key, Any]) -> dict[str, Any]:
    """The facts as a file holds them; the opposite of :func:`facts_of`."""
    stated: dict[str, Any] = {}
    things: dict[tuple[str, str], dict[str, Any]] = {}
    for key, value in facts.items():
        if len(key) == 1:
            stated[key[0]] = value
            continue
        kind, identity, field = key
        if (kind, identity) not in things:
            things[kind, identity] = {}
            stated.setdefault(kind, []).append(things[kind, identity])
        things[kind, identity][field] = value
    return stated
