"""Which UID each event has: the one it was published with, for as long as its talk lives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from programkit.files.published.event import Event
from programkit.text.characters import one_line


def named(
    events: Iterable[Event], known: Mapping[str, Event], domain: str
) -> tuple[tuple[str, Event], ...]:
    """The events with their UIDs, in the same order.

    A UID is made of the talk's id (the first it had), its part, and the conference's domain; once
    published, it is kept whatever becomes of these. Who says that it was called otherwise comes
    first: a new talk with the old id of another one gets a UID of its own.

    Args:
        events: The events of today.
        known: Those published, by UID.
        domain: What tells this conference's events from those of any other.
    """
    events = tuple(events)
    naming = _Naming(known, domain)
    order = sorted(range(len(events)), key=lambda place: naming.turn(events[place]))
    uids = {place: naming.uid(events[place]) for place in order}
    return tuple((uids[place], event) for place, event in enumerate(events))


class _Naming:
    """Gives UIDs, each once."""

    def __init__(self, known: Mapping[str, Event], domain: str) -> None:
        self.domain = domain
        self.taken: set[str] = set()
        self.by_key: dict[tuple[str, str, int], list[str]] = {}
        self.breaks: dict[str, list[str]] = {}
        for uid, event in known.items():
            self.by_key.setdefault(event.key, []).append(uid)
            if event.kind == "break":
                self.breaks.setdefault(event.summary, []).append(uid)

    def turn(self, event: Event) -> tuple[bool, bool]:
        """Who comes first: published before new, and among these the renamed."""
        published = any((event.kind, about, event.part) in self.by_key for about in event.names)
        return not published, not event.formerly

    def uid(self, event: Event) -> str:
        """The first that is free of those it may have."""
        uid = next(uid for uid in self._candidates(event) if uid not in self.taken)
        self.taken.add(uid)
        return uid

    def _candidates(self, event: Event) -> Iterator[str]:
        for about in event.names:
            yield from self.by_key.get((event.kind, about, event.part), ())
        if event.kind == "break":
            # Without an id of its own a break is called by its position, which is not its identity.
            yield from self.breaks.get(event.summary, ())
        first = (*event.formerly, event.about)[0]
        yield self._made(event, first)
        number = 2
        while True:
            yield self._made(event, f"{first}~{number}")
            number += 1

    def _made(self, event: Event, name: str) -> str:
        part = f"/{event.part}" if event.kind == "talk" else ""
        return one_line(f"{event.kind}/{name}{part}@{self.domain}")
