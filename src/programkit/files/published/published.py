"""What subscribers know, and what they know after another publish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cached_property

from pydantic import Field

from programkit.files.published.draft import Draft
from programkit.files.published.event import Event
from programkit.files.published.history import Change, Revision, change_of, remembered
from programkit.files.published.naming import named
from programkit.model.base import Frozen
from programkit.text.words import word

_SECOND = timedelta(seconds=1)


class Listed(Frozen):
    """One event as subscribers know it."""

    uid: str = Field(min_length=1)
    """Its name in every calendar, for as long as the talk lives."""
    sequence: int = Field(default=0, ge=0)
    """How often its time or state changed (RFC 5546 section 2.1.4)."""
    modified: datetime
    """When anything about it last changed, UTC."""
    event: Event
    """What was last published of it."""

    def after(self, event: Event, at: datetime) -> Listed:
        """The same, once an event is published in place of what was."""
        if event.looks_like(self.event):
            return self if event == self.event else self.replace(event=event)
        rises = event.times != self.event.times
        return Listed(uid=self.uid, sequence=self.sequence + rises, modified=at, event=event)


class Published(Frozen):
    """The state of the calendars: what each event was when it was last published."""

    placements: tuple[Listed, ...] = ()
    """Events in the order of the program, then those that are gone from it, by time."""
    revisions: tuple[Revision, ...] = ()
    """What changed each time, the newest first; as many as `history.MOST_CHANGES` allows."""

    @cached_property
    def by_uid(self) -> Mapping[str, Listed]:
        """The events by their UIDs."""
        return {listed.uid: listed for listed in self.placements}

    @property
    def latest(self) -> datetime | None:
        """When something was last published that changed anything; none if nothing ever was."""
        return max((listed.modified for listed in self.placements), default=None)

    def after(self, draft: Draft, now: datetime) -> Published:
        """What is known once a program is published; equal events change nothing.

        An event that the program has no more stays, called off, as it was last published. One
        that comes back keeps its UID.

        Args:
            draft: The events that the program has.
            now: The moment; what changes is dated by it, or just after the last publish if that is
                later, because calendars take the later of two for the truth.
        """
        at = self._moment(now)
        known = {listed.uid: listed.event for listed in self.placements}
        events = dict(named(draft.events, known, draft.domain))
        cancelled = word("cancelled", draft.language)
        gone = {
            uid: event.called_off(cancelled) for uid, event in known.items() if uid not in events
        }
        later = sorted(gone.items(), key=lambda item: (_place(item[1]), item[0]))
        placements = tuple(self._listed(uid, e, at) for uid, e in [*events.items(), *later])
        return Published(placements=placements, revisions=self._revisions(placements, at))

    def _moment(self, now: datetime) -> datetime:
        now = now.astimezone(UTC).replace(microsecond=0)
        return now if self.latest is None else max(now, self.latest + _SECOND)

    def _listed(self, uid: str, event: Event, at: datetime) -> Listed:
        known = self.by_uid.get(uid)
        return (
            Listed(uid=uid, modified=at, event=event) if known is None else known.after(event, at)
        )

    def _revisions(self, placements: tuple[Listed, ...], at: datetime) -> tuple[Revision, ...]:
        if not self.placements:
            return (Revision(at=at),) if placements else ()
        changes = tuple(self._changes(placements))
        if not changes:
            return self.revisions
        return tuple(remembered([Revision(at=at, changes=changes), *self.revisions]))

    def _changes(self, placements: tuple[Listed, ...]) -> Iterator[Change]:
        for listed in placements:
            known = self.by_uid.get(listed.uid)
            if known is None:
                yield change_of(listed.uid, None, listed.event)
            elif not known.event.looks_like(listed.event):
                yield change_of(listed.uid, known.event, listed.event)


def _place(event: Event) -> str:
    """What events that are gone are sorted by, those with and without a zone together."""
    return event.start.replace(tzinfo=None).isoformat()
