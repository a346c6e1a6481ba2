"""What calendars show of one time at which a talk is given, or of a social event."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from programkit.model.base import Frozen, Id
from programkit.model.contributions import State

_HIDDEN = {"about", "part", "formerly", "title", "speakers", "room"}
"""What calendars do not show, or show as part of another field."""


class Event(Frozen):
    """An event as it is published: all of it is public, and told in the conference's language."""

    kind: Literal["talk", "break"] = "talk"
    """What it is in the facts."""
    about: Id
    """Id of the talk or break."""
    part: int = 1
    """Which part of the talk."""
    formerly: tuple[Id, ...] = ()
    """Ids the talk had before."""
    start: datetime
    """In UTC; by the clocks on the spot, without a zone, where the zone is not known."""
    end: datetime | None = None
    """The same of its end; none where unknown."""
    state: State = State.CONFIRMED
    """How certain it is."""
    summary: str
    """The line that calendars show."""
    location: str = ""
    """Room and place."""
    description: str = ""
    """People, session, abstract and links."""
    joining: str = ""
    """How to join online, where everybody may."""
    categories: tuple[str, ...] = ()
    """The track's name."""
    url: str = ""
    """Page on the web."""
    title: str = ""
    """Its title alone, for lists of changes; empty where only the summary is known."""
    speakers: str = ""
    """Names of the speakers."""
    room: str = ""
    """Name of the room."""

    @property
    def names(self) -> tuple[str, ...]:
        """The ids it has and had."""
        return (self.about, *self.formerly)

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.state is State.CANCELLED

    @property
    def times(self) -> tuple[datetime, datetime | None, bool, str]:
        """What makes a new revision of an event when it changes (RFC 5546 section 2.1.4)."""
        return self.start, self.end, self.start.tzinfo is None, self.state

    def looks_like(self, other: Event) -> bool:
        """Whether calendars show no difference."""
        return _shown(self) == _shown(other)

    def called_off(self, cancelled: str) -> Event:
        """The event once it is gone from the program; how to join it is not told any more.

        Args:
            cancelled: The word to put in front.
        """
        if self.cancelled:
            return self if not self.joining else self.replace(joining="")
        summary = f"{cancelled}: {self.summary}"
        return self.replace(state=State.CANCELLED, summary=summary, joining="")


def _shown(event: Event) -> dict[str, object]:
    return {name: value for name, value in event if name not in _HIDDEN}
