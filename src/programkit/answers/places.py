"""A place as a message to organizers says it."""

from __future__ import annotations

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.interval import Interval
from programkit.rules._wording import moment_words, room_words


def place_words(
    conference: Conference,
    interval: Interval | None,
    room: str | Unknown,
    day: int | None,
    name: str,
) -> str:
    """When and in which room; by its name where the time is unknown."""
    time = name if interval is None else moment_words(conference, interval.first, day)
    if isinstance(room, Unknown) or interval is None or conference.room(room) is None:
        return time
    return f"{time}, {room_words(conference, room)}"
