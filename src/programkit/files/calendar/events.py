"""Events as calendars have them, each written once for all calendars and builds that have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from programkit.files.calendar.contentlines import line, moment, text, texts, uri
from programkit.files.published.draft import Draft
from programkit.files.published.event import Event
from programkit.files.published.naming import named
from programkit.files.published.published import Listed
from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.outline.nodes import Outline

_STATUS = {
    State.CONFIRMED: "CONFIRMED",
    State.TENTATIVE: "TENTATIVE",
    State.CANCELLED: "CANCELLED",
}
_BEGIN, _END = line("BEGIN", "VEVENT"), line("END", "VEVENT")


class Written(NamedTuple):
    """An event as its lines."""

    listed: Listed
    """What was written."""
    data: bytes
    """Its lines."""
    zoned: tuple[datetime, ...]
    """The moments that are told by the clocks of the zone."""


class Events:
    """Writes events, and keeps them for the next time."""

    def __init__(self) -> None:
        self._zone: ZoneInfo | None = None
        self._tracked = False
        self._kept: dict[str, Written] = {}
        self._draft: Draft | None = None

    def untracked(self, program: Program, outline: Outline) -> tuple[Listed, ...]:
        """The events of a program where nobody keeps track of what subscribers know.

        Args:
            program: The public projection.
            outline: The same program as readers see it.
        """
        draft = self._draft = Draft.of(program, outline, self._draft)
        return tuple(
            self._listed(uid, event, draft.stamp)
            for uid, event in named(draft.events, {}, draft.domain)
        )

    def _listed(self, uid: str, event: Event, stamp: datetime) -> Listed:
        known = self._kept[uid].listed if uid in self._kept else None
        if known is not None and (known.event, known.modified, known.sequence) == (event, stamp, 0):
            return known
        return Listed(uid=uid, modified=stamp, event=event)

    def of(
        self, listed: Iterable[Listed], zone: ZoneInfo | None, *, tracked: bool
    ) -> tuple[Written, ...]:
        """The events, in the same order; those that are as before are not written again.

        Args:
            listed: What subscribers know of each.
            zone: Of the conference; none where it is unknown.
            tracked: Whether somebody keeps track of when events are modified.
        """
        if (zone, tracked) != (self._zone, self._tracked):
            self._zone, self._tracked, self._kept = zone, tracked, {}
        made = tuple(self._as_before(one) or self._written(one) for one in listed)
        self._kept = {one.listed.uid: one for one in made}
        return made

    def _as_before(self, listed: Listed) -> Written | None:
        known = self._kept.get(listed.uid)
        if known is None or not (known.listed is listed or known.listed == listed):
            return None
        return known

    def _written(self, listed: Listed) -> Written:
        event, zoned = listed.event, []
        lines = [_BEGIN, *self._head(listed)]
        for name, value in (("DTSTART", event.start), ("DTEND", event.end)):
            if value is not None:
                local = self._local(value)
                lines.append(self._moment(name, value, local))
                zoned += [value] if local is not None else []
        return Written(listed, b"".join([*lines, *_described(event), _END]), tuple(zoned))

    def _head(self, listed: Listed) -> Iterator[bytes]:
        modified = moment(listed.modified.astimezone(UTC))
        yield line("UID", text(listed.uid))
        yield line("DTSTAMP", modified)
        if self._tracked:
            yield line("LAST-MODIFIED", modified)
        yield line("SEQUENCE", str(listed.sequence))

    def _local(self, value: datetime) -> datetime | None:
        """By the clocks of the zone; none where they do not say which moment is meant."""
        if value.tzinfo is None or self._zone is None:
            return None
        local = value.astimezone(self._zone)
        return None if local.fold else local

    def _moment(self, name: str, value: datetime, local: datetime | None) -> bytes:
        """By the clocks of the zone, or in UTC in the hour that they show a second time."""
        if value.tzinfo is None:
            return line(name, moment(value))
        if local is None or self._zone is None:
            return line(name, moment(value.astimezone(UTC)))
        return line(name, f"{local.year:04}{local:%m%dT%H%M%S}", {"TZID": self._zone.key})


def _described(event: Event) -> Iterator[bytes]:
    yield line("SUMMARY", text(event.summary))
    if event.location:
        yield line("LOCATION", text(event.location))
    if event.text:
        yield line("DESCRIPTION", text(event.text))
    yield line("STATUS", _STATUS[event.state])
    if event.categories:
        yield line("CATEGORIES", texts(event.categories))
    if event.url:
        yield line("URL", uri(event.url))
    if event.joining.startswith(("https://", "http://")):
        yield line("CONFERENCE", uri(event.joining), {"VALUE": "URI"})
