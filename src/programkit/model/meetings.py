"""The meetings that a series has by its rule, and the dates on which it has none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from programkit.model.base import TBD
from programkit.model.days import Day, Session, Slot

Why = Literal["exception", "break", "holiday", "term"]
"""Why a series does not meet on a date of its rule."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A date on which a series meets."""

    date: dt.date
    """When it meets."""
    start: int
    """Time of day, in minutes."""
    minutes: int
    """How long it takes."""
    room: str | None = None
    """Id of its room, if that does not go without saying."""
    ruled: dt.date | None = None
    """The date of the rule that it stands for; none if it is extra."""
    reason: str = ""
    """Why it is not as the rule has it, as printed."""

    @property
    def moved(self) -> bool:
        """Whether it is on another date than the rule has it."""
        return self.ruled is not None and self.ruled != self.date


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A date of the rule on which a series does not meet."""

    date: dt.date
    """The date that the rule gives."""
    why: Why
    """What takes it away. Dates between terms are not missed, and not listed."""
    reason: str = ""
    """As printed, such as "Whit Monday"; empty where nobody says, and for holidays."""


def day_of(meeting: Meeting) -> Day:
    """The day of a meeting, with one session of one open slot."""
    slot = Slot(start=meeting.start, minutes=meeting.minutes)
    room = TBD if meeting.room is None else meeting.room
    return Day(date=meeting.date, items=(Session(room=room, slots=(slot,)),))
