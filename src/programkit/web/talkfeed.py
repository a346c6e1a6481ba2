"""The feed of a series' talks (Atom, RFC 4287): an entry for each, the newest date first.

An entry is about a talk, not about what changed: its id is the address of the talk's page, and it
is updated when what subscribers of the calendars know of the talk was last changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from programkit.model.base import Unknown
from programkit.model.venue import Room
from programkit.outline.nodes import OutlineTalk
from programkit.outline.wording import person_text, plain_text
from programkit.text.characters import clean, excerpt
from programkit.text.formats import format_date
from programkit.web.atom import add_text, feed_of, written
from programkit.web.context import View
from programkit.web.course import Course
from programkit.web.meetings import Meeting
from programkit.web.serieslists import TALKS

MOST: Final = 50
"""Entries of a feed."""
AHEAD: Final = 25
"""Entries of it that are of talks to come, at most."""
_LONGEST: Final = 200


def talk_feed(view: View, meetings: Course, modified: Mapping[str, datetime]) -> bytes:
    """The feed, for a site whose address is known.

    Args:
        view: The outline in its language.
        meetings: Those of the series; one at least has a talk.
        modified: When calendars last changed what they say of a talk, by its key; of others it is
            when the facts were revised, or their own date where nobody says that.
    """
    found = _listed(meetings)
    dates = [_updated(view, one, modified) for one in found]
    root = feed_of(view, TALKS, view.outline.plain_title, max(dates))
    for one, updated in zip(found, dates, strict=True):
        _entry(SubElement(root, "entry"), view, one, updated)
    return written(root)


class _Dated(NamedTuple):
    """A talk at the first of its times."""

    meeting: Meeting
    talk: OutlineTalk
    until: datetime


def _listed(meetings: Course) -> list[_Dated]:
    """The talks of the feed, each at its first time; the newest date first."""
    seen: dict[str, _Dated] = {}
    for one in meetings.talks:
        if one.talk is not None and one.until is not None:
            seen.setdefault(one.talk.id, _Dated(one, one.talk, one.until))
    found = list(seen.values())
    over = sum(meetings.is_over(one.meeting) for one in found)
    last = len(found) if meetings.now is None else min(len(found), over + AHEAD)
    return found[max(0, last - MOST) : last][::-1]


def _updated(view: View, one: _Dated, modified: Mapping[str, datetime]) -> datetime:
    known = modified.get(view.key(one.talk)) or view.outline.revised
    return known or one.meeting.when.start or one.until


def _entry(entry: Element, view: View, one: _Dated, updated: datetime) -> None:
    talk, address = one.talk, view.absolute(view.to(one.talk))
    parts = (view.state(talk.state), view.names(talk), view.title(talk))
    add_text(entry, "id", address)
    add_text(entry, "title", excerpt(": ".join(filter(None, parts)), _LONGEST))
    add_text(entry, "updated", updated.isoformat())
    SubElement(entry, "link", rel="alternate", href=address)
    for link in talk.links:
        title = clean(link.title or view.kind_name(link.kind))
        SubElement(entry, "link", rel="related", href=link.url, title=title)
    for person in () if isinstance(talk.speakers, Unknown) else talk.speakers:
        add_text(SubElement(entry, "author"), "name", person.name)
    add_text(entry, "content", "\n\n".join(filter(None, _told(view, one.meeting, talk))))


def _told(view: View, meeting: Meeting, talk: OutlineTalk) -> Iterator[str]:
    """When, where, by whom and on what, in plain text."""
    room = meeting.room.name if isinstance(meeting.room, Room) else ""
    yield talk.reason
    yield " · ".join(filter(None, (_when(view, meeting), room)))
    if not isinstance(talk.speakers, Unknown):
        yield "\n".join(map(person_text, talk.speakers))
    if not isinstance(talk.abstract, Unknown):
        yield plain_text(talk.abstract)


def _when(view: View, meeting: Meeting) -> str:
    when = meeting.when
    date = meeting.day.date if meeting.day is not None else None
    day = format_date(date, view.language) if date is not None else ""
    clock = "–".join(view.clock(moment) for moment in (when.start, when.end) if moment)
    zone = view.outline.timezone
    where = f"({zone})" if clock and not isinstance(zone, Unknown) else ""
    return ", ".join(filter(None, (day, " ".join(filter(None, (clock, where))))))
