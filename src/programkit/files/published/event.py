"""What calendars show of one time at which a talk is given, or of a social event."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from programkit.model.base import Frozen, Id
from programkit.model.contributions import State

_SHOWN = ("start", "end", "state", "summary", "location", "text", "categories", "url")
"""What calendars show."""


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
    """People, session, abstract and links; adopted from a feed, also how to join."""
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
    def key(self) -> tuple[str, str, int]:
        """What it is an event of."""
        return self.kind, self.about, self.part

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

    @property
    def text(self) -> str:
        """The description as calendars show it."""
        return "\n\n".join(part for part in (self.description, self.joining) if part)

    @property
    def adopted(self) -> bool:
        """Whether only a calendar told it: title, speakers and room are not known apart."""
        return not self.title

    def looks_like(self, other: Event) -> bool:
        """Whether calendars show no difference."""
        return all(getattr(self, name) == getattr(other, name) for name in _SHOWN)

    def called_off(self, cancelled: str) -> Event:
        """The event once it is gone from the program; how to join it is not told any more.

        Args:
            cancelled: The word to put in front.
        """
        quiet = self.replace(joining="", description="" if self.adopted else self.description)
        if self.cancelled:
            return quiet
        return quiet.replace(state=State.CANCELLED, summary=f"{cancelled}: {self.summary}")
