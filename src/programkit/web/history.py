"""What changed from version to version, as pages tell it.

The versions come from the state of what is published, which belongs to the files; here only their
shape is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Final, NamedTuple, Protocol
from zoneinfo import ZoneInfo

from programkit.model.base import Unknown
from programkit.outline.nodes import OutlinePoster, OutlineTalk
from programkit.web.context import View

WORDS: Final = {
    "added": "change_added",
    "cancelled": "cancelled",
    "restored": "change_restored",
    "moved": "change_moved",
    "room": "change_room",
    "retitled": "change_title",
    "speakers": "change_speakers",
    "other": "change_other",
}
"""The word for each kind of news."""


class Glimpse(Protocol):
    """What is remembered of an event."""

    title: str
    speakers: str
    start: datetime
    room: str


class Change(Protocol):
    """What is new about one event."""

    kind: str
    about: str
    news: Sequence[str]
    before: Glimpse | None
    now: Glimpse


class Revision(Protocol):
    """One publish that changed something."""

    at: datetime
    changes: Sequence[Change]


class Glance(NamedTuple):
    """How something was or is, by the clocks of the conference."""

    start: datetime
    more: str
    """Where; and what it was called or by whom, where that is news."""


class Told(NamedTuple):
    """A change in words."""

    news: tuple[str, ...]
    """What happened, the weightiest first."""
    title: str
    talk: OutlineTalk | OutlinePoster | None
    """Where its page is; none if it is gone, or a break."""
    before: Glance | None
    """How it was; none for something new, and where what is told of it stayed the same."""
    now: Glance | None
    """How it is; none for what does not take place."""


class History:
    """The versions of a program, the newest first."""

    def __init__(self, view: View, revisions: Sequence[Revision] = ()) -> None:
        self.view = view
        self.revisions = revisions
        zone = view.outline.timezone
        self._zone: tzinfo = UTC if isinstance(zone, Unknown) else ZoneInfo(zone)
        self._moved = _moved(revisions)

    def moved(self, talk: OutlineTalk) -> datetime | None:
        """When a talk was to start before it was moved; none if it was not.

        Of a talk in several parts it is not known which was moved.
        """
        start = self._moved.get(talk.id) if len(talk.occurrences) == 1 else None
        if start is None or talk.occurrences[0].when.start == start:
            return None
        return self._local(start)

    def versions(self) -> Iterator[tuple[datetime, list[Told]]]:
        """When each version was published, and what was new in it."""
        for revision in self.revisions:
            if revision.changes:
                yield self._local(revision.at), [self._told(one) for one in revision.changes]

    def anchor(self, at: datetime) -> str:
        """The id of a version on the page of changes."""
        return anchor(at)

    def text(self, glance: Glance | None) -> str:
        """A day, a time and the rest in plain text; empty for none."""
        if glance is None:
            return ""
        clock = f"{self.view.date_short(glance.start)}, {self.view.clock(glance.start)}"
        return " · ".join(filter(None, (clock, glance.more)))

    def _told(self, change: Change) -> Told:
        before = None if change.before is None else self._glance(change.before, change)
        now = None if "cancelled" in change.news else self._glance(change.now, change)
        return Told(
            news=tuple(self.view.word(WORDS[str(one)]) for one in change.news),
            title=change.now.title,
            talk=self._node(change),
            before=None if before == now else before,
            now=now,
        )

    def _node(self, change: Change) -> OutlineTalk | OutlinePoster | None:
        if change.kind != "talk":
            return None
        return self.view.talks.get(change.about) or self.view.posters.get(change.about)

    def _glance(self, glimpse: Glimpse, change: Change) -> Glance:
        news = {str(one) for one in change.news}
        told = [glimpse.room]
        told += [glimpse.title] if "retitled" in news else []
        told += [glimpse.speakers] if "speakers" in news else []
        return Glance(self._local(glimpse.start), " · ".join(part for part in told if part))

    def _local(self, moment: datetime) -> datetime:
        """By the clocks of the conference."""
        return moment if moment.tzinfo is None else moment.astimezone(self._zone)


def anchor(at: datetime) -> str:
    """The id of a version on the page of changes."""
    return f"v{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _moved(revisions: Sequence[Revision]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for revision in revisions:
        for change in revision.changes:
            if "moved" in change.news and change.before is not None and change.kind == "talk":
                found.setdefault(change.about, change.before.start)
    return found
