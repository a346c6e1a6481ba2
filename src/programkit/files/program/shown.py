"""Where and when readers see a talk: kept with a decision, so that later drift is noticed."""

from __future__ import annotations

from programkit.model.base import Frozen, Unknown
from programkit.model.program import Placed, Program


class Shown(Frozen):
    """What readers see of a placement."""

    start: str = ""
    """Local date and time; empty while it is not known."""
    room: str = ""
    """Name of the room; empty for the implicit room, or while it is not known."""

    def __str__(self) -> str:
        """As a message says it."""
        when = self.start or "a time not known yet"
        return f"{when} in {self.room}" if self.room else when


def shown_of(placed: Placed, program: Program) -> Shown:
    """What readers see of a talk's placement."""
    zone = program.conference.zone
    start = ""
    if (
        placed.interval is not None
        and placed.interval.start is not None
        and _dated(placed, program)
    ):
        start = f"{placed.interval.start.astimezone(zone):%Y-%m-%d %H:%M}"
    room = None if isinstance(placed.room, Unknown) else program.conference.room(placed.room)
    return Shown(start=start, room=room.name if room else "")


def _dated(placed: Placed, program: Program) -> bool:
    """Whether the day is known: days of unknown date have made-up times."""
    if placed.session is None or placed.session.day is None:
        return True
    return not isinstance(program.timetable.days[placed.session.day].day.date, Unknown)
