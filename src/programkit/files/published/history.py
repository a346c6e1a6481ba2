"""What changed from one publish to the next, in public terms: for a page and a feed of changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from programkit.files.published.event import Event
from programkit.model.base import Frozen, Id
from programkit.model.contributions import State

MOST_CHANGES = 1000
"""So many changes are remembered; the last revision is, however many it has."""


class News(StrEnum):
    """What happened to an event."""

    ADDED = "added"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    """It takes place after all."""
    MOVED = "moved"
    """Another time, and perhaps another room."""
    ROOM = "room"
    """Another room at the same time."""
    RETITLED = "retitled"
    SPEAKERS = "speakers"
    OTHER = "other"
    """Anything else that readers see: abstract, track, links, how certain it is."""


class Glimpse(Frozen):
    """What a list of changes says of an event."""

    title: str
    """Its title, in one line."""
    speakers: str = ""
    """Names of the speakers."""
    start: datetime
    """In UTC; by the clocks on the spot, without a zone, where the zone is not known."""
    end: datetime | None = None
    """The same of its end; none where unknown."""
    room: str = ""
    """Name of the room; adopted from a feed, the place with it."""
    state: State = State.CONFIRMED
    """How certain it is."""

    @classmethod
    def of(cls, event: Event) -> Glimpse:
        """A glimpse of an event."""
        return cls(
            title=event.title or event.summary,
            speakers=event.speakers,
            start=event.start,
            end=event.end,
            room=event.location if event.adopted else event.room,
            state=event.state,
        )


class Change(Frozen):
    """What is new about one event."""

    uid: str
    """UID of the event."""
    kind: str
    """Whether it is a "talk" or a "break"."""
    about: Id
    """Id of the talk or break; it may be gone."""
    news: tuple[News, ...]
    """What happened, the weightiest first."""
    before: Glimpse | None = None
    """What was known of it; none if it is new."""
    now: Glimpse
    """What is known of it."""


class Revision(Frozen):
    """One publish that changed something."""

    at: datetime
    """The moment that it was told, UTC."""
    changes: tuple[Change, ...] = ()
    """In the order of the calendar; none for the first publish, of which everything is new."""


def change_of(uid: str, before: Event | None, now: Event) -> Change:
    """What is new about an event that does not look as before."""
    return Change(
        uid=uid,
        kind=now.kind,
        about=now.about,
        news=tuple(_news(before, now)),
        before=None if before is None else Glimpse.of(before),
        now=Glimpse.of(now),
    )


def _news(before: Event | None, now: Event) -> Iterator[News]:
    """Where a talk would have been, or under which title, is no news once it is off."""
    if before is None:
        yield News.ADDED
    elif now.cancelled:
        yield News.OTHER if before.cancelled else News.CANCELLED
    else:
        told = [News.RESTORED] if before.cancelled else []
        told += _differences(before, now)
        yield from told or [News.OTHER]


def _differences(before: Event, now: Event) -> Iterator[News]:
    rooms, titles = (before.room, now.room), (before.title, now.title)
    if before.adopted:
        rooms, titles = (before.location, now.location), (before.summary, now.summary)
    if before.times[:3] != now.times[:3]:
        yield News.MOVED
    elif rooms[0] != rooms[1]:
        yield News.ROOM
    if titles[0] != titles[1]:
        yield News.RETITLED
    if not before.adopted and before.speakers != now.speakers:
        yield News.SPEAKERS


def remembered(revisions: Iterable[Revision]) -> Iterator[Revision]:
    """The newest revisions, as many as may be kept."""
    room = MOST_CHANGES
    for place, revision in enumerate(revisions):
        room -= len(revision.changes) + 1
        if place and room < 0:
            return
        yield revision
