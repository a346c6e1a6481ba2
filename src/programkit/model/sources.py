"""Where days, and what is in them, were read."""

from __future__ import annotations

from collections.abc import Iterator

from programkit.model.conference import Conference
from programkit.model.findings import Source
from programkit.model.timetable import TimedDay, TimedItem, TimedSlot


def day_source(conference: Conference, day: int | None) -> Source | None:
    """Where a day was read."""
    if day is None:
        return None
    return conference.source("days", _day_key(conference, conference.timetable.days[day]))


def _day_key(conference: Conference, day: TimedDay) -> str:
    """How the facts call a day: by its date or id, or by its number."""
    return day.id if f"days.{day.id}" in conference.sources else str(day.index + 1)


def item_source(conference: Conference, item: TimedItem | TimedSlot, *field: str) -> Source | None:
    """Where something in a day, or its field, was read; the day, where nothing nearer is known."""
    if item.day is None:
        return conference.source("sessions", item.id, *field)
    if f"days.{item.id}" in conference.sources:
        return conference.source("days", item.id, *field)
    day = conference.timetable.days[item.day]
    return conference.source("days", *_path(conference, day, item), *field)


def _path(conference: Conference, day: TimedDay, item: TimedItem | TimedSlot) -> Iterator[str]:
    """Where it is in the facts: by its id, or by its number, for which a block is one item."""
    whole = _block(item.session if isinstance(item, TimedSlot) else item.id)
    key = _day_key(conference, day)
    named = f"days.{key}.items.{whole}" in conference.sources
    numbers = list(dict.fromkeys(_block(other.id) for other in day.items))
    yield from (key, "items", whole if named else str(numbers.index(whole) + 1))
    if isinstance(item, TimedSlot):
        yield from ("slots", str(item.index + 1))


def _block(session: str) -> str:
    """The id of the block that a session was written in; its own where it was written itself."""
    return session.rpartition("@")[0] or session
