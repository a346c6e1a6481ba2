"""The calendars of one program: the whole one, and any part of it, each event written once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from zoneinfo import ZoneInfo

from programkit.files.calendar.contentlines import line, text, uri
from programkit.files.calendar.events import Events
from programkit.files.calendar.vtimezone import vtimezone
from programkit.files.published.event import Event
from programkit.files.published.published import Published
from programkit.model.base import Unknown
from programkit.model.program import Program
from programkit.outline.addresses import site_address
from programkit.outline.nodes import Outline, OutlineBreak
from programkit.text.characters import one_line

REFRESH = "PT12H"
"""How often subscribers are asked to look again."""
WHOLE = "program.ics"
"""The calendar that has everything, beside the site's pages."""
_HEAD = (
    line("BEGIN", "VCALENDAR")
    + line("VERSION", "2.0")
    + line("PRODID", "-//programkit//programkit//EN")
)
_TAIL = line("END", "VCALENDAR")


class Calendars:
    """Calendars of a program's events: of all, or of some.

    Events are written once and copied into every calendar that has them. Where the time zone is
    unknown, times are those of the clocks on the spot.

    Args:
        program: The public projection.
        outline: The same program as readers see it.
        published: What is known after this publish, ``known.after(draft, now)``; none given means
            that nobody keeps track: SEQUENCE is 0, and LAST-MODIFIED is not told.
        events: What writes events, and kept those of earlier facts; none given means nothing.
    """

    def __init__(
        self,
        program: Program,
        outline: Outline,
        published: Published | None = None,
        *,
        events: Events | None = None,
    ) -> None:
        self.outline = outline
        writer = events or Events()
        self.listed = (
            writer.untracked(program, outline) if published is None else published.placements
        )
        self.zone = None if isinstance(outline.timezone, Unknown) else ZoneInfo(outline.timezone)
        self._events = writer.of(self.listed, self.zone, tracked=published is not None)
        self._places: dict[str, list[int]] = {}
        for place, listed in enumerate(self.listed):
            self._places.setdefault(listed.event.about, []).append(place)

    def whole(self) -> bytes:
        """The calendar of everything: talks by time, social events, then what is gone."""
        source = site_address(self.outline.site, WHOLE)
        return self._calendar(self.outline.plain_title, range(len(self._events)), source)

    def of(
        self,
        ids: Iterable[str],
        name: str,
        *,
        file: str = "",
        gone: Callable[[Event], bool] | None = None,
    ) -> bytes | None:
        """The calendar of some talks and social events; none where they have no event.

        Args:
            ids: Ids of talks and breaks; those that have no event are passed over.
            name: What the calendar is called.
            file: The name of its file beside the site's pages, to tell subscribers its address.
            gone: Which events it has as well of those that are gone from the program; none given
                means none of them.
        """
        chosen = {place for one in ids for place in self._places.get(one, ())}
        if gone is not None:
            chosen |= {place for place in self._gone if gone(self.listed[place].event)}
        if not chosen:
            return None
        source = site_address(self.outline.site, file) if file else ""
        return self._calendar(name, sorted(chosen), source)

    @cached_property
    def _gone(self) -> tuple[int, ...]:
        """The events that subscribers know and the program has no more."""
        talks = {("talk", talk.id) for talk in self.outline.talks if talk.occurrences}
        items = (item for day in self.outline.days for item in day.items)
        now = talks | {("break", item.id) for item in items if isinstance(item, OutlineBreak)}
        events = (listed.event for listed in self.listed)
        return tuple(n for n, one in enumerate(events) if (one.kind, one.about) not in now)

    def _calendar(self, name: str, places: Iterable[int], source: str) -> bytes:
        title = text(one_line(name))
        told = [_HEAD, line("NAME", title), line("X-WR-CALNAME", title), self._settings]
        if source:
            told.append(line("SOURCE", uri(source), {"VALUE": "URI"}))
        events = [self._events[place].data for place in places]
        return b"".join([*told, self._timezone if events else b"", *events, _TAIL])

    @cached_property
    def _settings(self) -> bytes:
        zone = [] if self.zone is None else [line("X-WR-TIMEZONE", text(self.zone.key))]
        refresh = line("REFRESH-INTERVAL", REFRESH, {"VALUE": "DURATION"})
        return b"".join([*zone, refresh, line("X-PUBLISHED-TTL", REFRESH)])

    @cached_property
    def _timezone(self) -> bytes:
        """The zone's clocks over all events, the same in every calendar."""
        zoned = [moment for event in self._events for moment in event.zoned]
        return vtimezone(self.zone, min(zoned), max(zoned)) if self.zone and zoned else b""
