"""The site of a project: the pages, and beside them the calendars and the feed of changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import Path

from programkit.files.calendar.calendars import WHOLE, Calendars
from programkit.files.calendar.events import Events
from programkit.files.published.event import Event
from programkit.files.published.published import Published
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.outline.build import public_outline
from programkit.outline.keeping import Before
from programkit.outline.nodes import (
    Outline,
    OutlineBreak,
    OutlineDay,
    OutlineSession,
    OutlineTrack,
)
from programkit.text.characters import one_line
from programkit.text.formats import Hours
from programkit.web.context import Node, View
from programkit.web.onepage import one_page
from programkit.web.overriding import FOLDER
from programkit.web.site import Beside, Site


class ProjectSite:
    """Makes the site of a project, again and again as its files change."""

    def __init__(self, folder: str = "") -> None:
        """Take a project's templates, if it has any.

        Args:
            folder: Of the project; empty means that there is none.
        """
        own = Path(folder) / FOLDER
        self._overrides = own if folder and own.is_dir() else None
        self._site = Site(self._overrides)
        self._before = Before()
        self._events = Events()

    def files(
        self,
        program: Program,
        *,
        published: Published | None = None,
        now: datetime | None = None,
        hours: Hours | None = None,
    ) -> dict[str, bytes]:
        """Every file of the site by its name, in the order in which they are put in place.

        Args:
            program: What is decided; what is private in it gets nowhere.
            published: What subscribers of the calendars know once this is published.
            now: When it is made: links that are given only before a session are on pages then, and
                never in calendars, which keep what they were told.
            hours: A clock of 12 or 24 hours; none given means as the conference has it.
        """
        outline = public_outline(program, before=self._before)
        self._before, view = Before(outline, program.public()), View(outline, hours)
        calendars = Calendars(program.public(), view.outline, published, events=self._events)
        shown = view.outline if now is None else public_outline(program, now, before=self._before)
        files = dict(_calendar_files(view, calendars))
        beside = replace(_beside(view, calendars, published), calendars=frozenset(files))
        return files | self._site.files(shown, beside, hours=hours)

    def page(
        self, program: Program, *, now: datetime | None = None, hours: Hours | None = None
    ) -> bytes:
        """The whole site in one page that needs no other file."""
        view = View(public_outline(program), hours)
        beside = _beside(view, Calendars(program.public(), view.outline), None)
        shown = view.outline if now is None else public_outline(program, now)
        alone = replace(beside, calendar="")
        return one_page(shown, alone, hours=hours, overrides=self._overrides)


def _beside(view: View, calendars: Calendars, published: Published | None) -> Beside:
    events = {
        f"{view.key(view.talks[listed.event.about])}/{listed.event.part}": (
            listed.uid,
            listed.sequence,
        )
        for listed in calendars.listed
        if listed.event.about in view.talks
    }
    modified = {
        view.key(view.talks[listed.event.about]): listed.modified
        for listed in calendars.listed
        if listed.event.about in view.talks
    }
    return Beside(
        calendar=WHOLE,
        events=events,
        modified=modified,
        stamp=max((f"{one.modified:%Y%m%dT%H%M%SZ}" for one in calendars.listed), default=""),
        revisions=published.revisions if published else (),
    )


def _calendar_files(view: View, calendars: Calendars) -> Iterator[tuple[str, bytes]]:
    """The calendar of everything, and of each talk, day, track, person and room."""
    yield WHOLE, calendars.whole()
    zone = calendars.zone or UTC
    for node, name, ids in _calendars_of(view):
        file = view.calendar_of(node)
        data = calendars.of(ids, name, file=file, gone=partial(_was_of, node, zone))
        if data is not None:
            yield file, data


def _was_of(node: Node, zone: tzinfo, event: Event) -> bool:
    """Whether an event that is gone was of a day, a track or a room; of people nobody can say."""
    match node:
        case OutlineDay():
            start = event.start if event.start.tzinfo is None else event.start.astimezone(zone)
            return start.date() == node.date
        case OutlineTrack():
            return event.categories == (one_line(node.name),)
        case Room():
            return event.room == one_line(node.name)
        case _:
            return False


def _calendars_of(view: View) -> Iterator[tuple[Node, str, list[str]]]:
    outline = view.outline
    for talk in outline.talks:
        yield talk, view.title(talk), [talk.id]
    for day in filter(view.has_page, outline.days):
        yield day, f"{outline.plain_title}, {view.day_name(day)}", [*_of_day(day)]
    along = _by_track(outline)
    for track in outline.tracks:
        yield track, f"{outline.plain_title}, {track.name}", along.get(track.id, [])
    for entry in outline.index:
        yield entry.person, entry.person.name, [*entry.speaks, *entry.contributes]
    inside = _by_room(outline) if view.has_rooms else {}
    for room in outline.rooms if view.has_rooms else ():
        yield room, f"{outline.plain_title}, {room.name}", inside.get(room.id, [])


def _of_day(day: OutlineDay) -> Iterator[str]:
    for item in day.items:
        if isinstance(item, OutlineSession):
            yield from (row.talk.id for row in item.rows if row.talk is not None)
        elif isinstance(item, OutlineBreak):
            yield item.id


def _by_track(outline: Outline) -> Mapping[str, list[str]]:
    """Ids of the talks of each track, by its id."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for talk in outline.talks:
        if talk.track is not None:
            found[talk.track.id].append(talk.id)
    return found


def _by_room(outline: Outline) -> Mapping[str, list[str]]:
    """Ids of the talks in each room, by its id."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for talk in outline.talks:
        rooms = [one.room.id for one in talk.occurrences if isinstance(one.room, Room)]
        for room in dict.fromkeys(rooms):
            found[room].append(talk.id)
    return found
