"""Data that knows where it was read: mappings and lists that carry a place for each entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Path = Sequence[str | int]


class Place(NamedTuple):
    """A line in a file."""

    file: str = ""
    """Path as the organizer gave it."""
    line: int = 0
    """Line, from 1; 0 when not known."""


class Table(dict[str, Any]):
    """A mapping whose keys know their places."""

    def __init__(
        self,
        entries: Mapping[str, Any] | None = None,
        place: Place = Place(),  # noqa: B008 - immutable
        places: Mapping[str, Place] | None = None,
    ) -> None:
        super().__init__(entries or {})
        self.place = place
        self.places: dict[str, Place] = dict(places or {})

    def put(self, key: str, value: object, place: Place | None = None) -> None:
        """Set an entry, and where it was read: at the mapping's own place if not given."""
        self[key] = value
        self.places[key] = place or self.places.get(key, self.place)

    def drop(self, key: str) -> Any:  # noqa: ANN401 - whatever the file held
        """Take an entry out; nothing if there is none."""
        self.places.pop(key, None)
        return self.pop(key, None)

    def rename(self, old: str, new: str) -> None:
        """Give an entry its canonical key."""
        place = self.places.get(old, self.place)
        self.put(new, self.drop(old), place)

    def at(self, key: str | int) -> Place:
        """Where an entry was read."""
        return self.places.get(str(key), self.place)


class Rows(list[Any]):
    """A list whose items know their places."""

    def __init__(
        self,
        items: Iterable[Any] = (),
        place: Place = Place(),  # noqa: B008 - immutable
        places: Iterable[Place] | None = None,
    ) -> None:
        super().__init__(items)
        self.place = place
        self.places: list[Place] = list(places) if places is not None else [place] * len(self)

    def add(self, item: object, place: Place) -> None:
        """Append an item and where it was read."""
        self.append(item)
        self.places.append(place)

    def remove_at(self, index: int) -> None:
        """Take an item out."""
        del self[index]
        del self.places[index]

    def at(self, key: str | int) -> Place:
        """Where an item was read."""
        found = isinstance(key, int) and 0 <= key < len(self.places)
        return self.places[int(key)] if found else self.place


def has(container: object, key: str | int) -> bool:
    """Whether a mapping has a key, or a list a position."""
    if isinstance(container, Table):
        return isinstance(key, str) and key in container
    return isinstance(container, Rows) and isinstance(key, int) and 0 <= key < len(container)


def real_path(tree: Table, loc: Path) -> tuple[str | int, ...]:
    """The part of a validator's location that leads through the data.

    Validators add names of union members and validators; those lead nowhere and are left out.
    """
    path: list[str | int] = []
    value: Any = tree
    for key in loc:
        if has(value, key):
            path.append(key)
            value = value[key]
    return tuple(path)


def place_of(tree: Table, path: Path) -> Place:
    """The place of what a path leads to, or of the nearest thing above it."""
    place = tree.place
    value: Any = tree
    for key in path:
        if not has(value, key):
            break
        place, value = value.at(key), value[key]
    return place


def leads(tree: Table, path: Path) -> bool:
    """Whether there is something where a path leads to."""
    value: Any = tree
    for key in path:
        if not has(value, key):
            return False
        value = value[key]
    return True


def at_path(tree: Table, path: Path) -> Any:  # noqa: ANN401 - whatever the file held
    """What a path leads to."""
    value: Any = tree
    for key in path:
        value = value[key]
    return value


def dotted(tree: Table, path: Path) -> str:
    """A path in the organizer's words: ids instead of positions, ``talks.kempe.title``."""
    words: list[str] = []
    value: Any = tree
    for key in path:
        value = value[key] if has(value, key) else None
        words.append(_word(value, key))
    return ".".join(words)


def _word(value: object, key: str | int) -> str:
    if isinstance(key, int):
        name = value.get("id") or value.get("date") if isinstance(value, Table) else None
        return str(name or key + 1)
    return key
