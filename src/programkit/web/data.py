"""The file agenda.json: the program for other people's programs, and for pages that embed it.

Ids are the organizer's. Times are of the conference's zone with their offset; without a date they
are the clock's alone. What is unknown is null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from programkit.model.base import Unknown
from programkit.model.venue import Room
from programkit.outline.nodes import (
    IndexEntry,
    OutlineBreak,
    OutlineDay,
    OutlineItem,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
    OutlineTrack,
    Row,
    When,
)
from programkit.outline.wording import plain_text
from programkit.web.context import View
from programkit.web.facts import written

FORMAT: Final = 1
"""Rises when a program that reads the file would misread it."""
Json = dict[str, Any]


class Data:
    """Writes programs, and keeps what it wrote of each node for as long as that is the same."""

    def __init__(self) -> None:
        self._frame: object = None
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, view: View) -> bytes:
        """The whole program."""
        frame = _frame(view)
        known, self._frame, self._known = self._known if frame == self._frame else {}, frame, {}
        parts = [written(_head(view))[1:-1]]
        for name, nodes, data in _lists(view):
            for node in nodes:
                self._known[id(node)] = known.get(id(node)) or (node, written(data(view, node)))
            texts = ", ".join(self._known[id(node)][1] for node in nodes)
            parts.append(f'"{name}": [{texts}]')
        return ("{" + ", ".join(parts) + "}").encode()


def _frame(view: View) -> tuple[object, ...]:
    """What is told of a node, beside what it has itself, depends on this."""
    outline = view.outline
    days = outline.days if outline.series else ()
    return (view.language, view.hours, view.calendars, view.has_rooms, outline.series, days)


def _head(view: View) -> Json:
    outline = view.outline
    return {
        "format": FORMAT,
        "title": outline.plain_title,
        "subtitle": outline.subtitle,
        "place": outline.place,
        "timezone": _known(outline.timezone),
        "language": view.language,
        "direction": view.direction,
        "url": view.absolute(),
        "first": outline.first and outline.first.isoformat(),
        "last": outline.last and outline.last.isoformat(),
        "revised": outline.revised and outline.revised.isoformat(),
    }


def _lists(view: View) -> Iterator[tuple[str, Iterable[Any], Callable[[View, Any], Json]]]:
    """The lists by name: their nodes, and what is told of each."""
    outline = view.outline
    yield "tracks", outline.tracks, _track
    yield "rooms", outline.rooms, _room
    yield "days", outline.days, _day
    yield "undated", outline.floating, _item
    yield "talks", outline.talks, _talk
    yield "posters", outline.posters, _poster
    yield "people", outline.index, _person


def _person(view: View, entry: IndexEntry) -> Json:
    person = entry.person
    return {
        "id": person.id,
        "name": person.name,
        "affiliations": list(person.affiliations),
        "url": person.url or None,
        "page": view.to(person),
    }


def _day(view: View, day: OutlineDay) -> Json:
    return {
        "id": day.id,
        "date": day.date and day.date.isoformat(),
        "title": view.day_name(day),
        "page": view.to(day),
        "items": [_item(view, item) for item in day.items],
    }


def _item(view: View, item: OutlineItem) -> Json:
    said = {"type": view.kind(item), "id": item.id, **_when(view, item.when)}
    if isinstance(item, OutlineSession):
        return said | _session(view, item)
    place = {"place": item.place, "kind": item.kind} if isinstance(item, OutlineBreak) else {}
    return said | {"title": item.title, **place}


def _session(view: View, session: OutlineSession) -> Json:
    chairs = session.chairs
    return {
        "title": session.plain_title,
        "kind": session.kind,
        "plenary": session.plenary,
        "room": _id(session.room),
        "track": _id(session.track),
        "chairs": None if isinstance(chairs, Unknown) else [chair.id for chair in chairs],
        "page": view.to(session) if view.has_page(session) else None,
        "talks": [_row(view, row) for row in session.rows],
        "posters": [poster.id for poster in session.posters],
    }


def _row(view: View, row: Row) -> Json:
    talk = row.talk and row.talk.id
    return {"talk": talk, "part": row.part, **_when(view, row.when)}


def _talk(view: View, talk: OutlineTalk) -> Json:
    times = [
        {
            "day": found.day or None,
            "session": found.session or None,
            "room": _id(found.room),
            "part": found.part,
            **_when(view, found.when),
        }
        for found in talk.occurrences
    ]
    calendar = view.calendar_of(talk) or None
    named = {"kind": talk.kind, "calendar": calendar}
    return _contribution(view, talk) | named | {"times": times}


def _poster(view: View, poster: OutlinePoster) -> Json:
    named = {"session": poster.session or None, "board": poster.board or None}
    return _contribution(view, poster) | named


def _contribution(view: View, item: OutlineTalk | OutlinePoster) -> Json:
    speakers, abstract = item.speakers, item.abstract
    return {
        "id": item.id,
        "title": _known(item.plain_title),
        "speakers": None if isinstance(speakers, Unknown) else [one.id for one in speakers],
        "coauthors": [one.id for one in item.coauthors],
        "abstract": None if isinstance(abstract, Unknown) else plain_text(abstract),
        "track": _id(item.track),
        "tags": list(item.tags),
        "language": item.language,
        "state": item.state.value,
        "reason": item.reason or None,
        "links": [{"url": link.url, "title": link.title, "kind": link.kind} for link in item.links],
        "page": view.to(item),
    }


def _track(view: View, track: OutlineTrack) -> Json:
    return {"id": track.id, "name": track.name, "color": track.color, "page": view.to(track)}


def _room(view: View, room: Room) -> Json:
    return {
        "id": room.id,
        "name": room.name,
        "physical": room.physical,
        "online": room.online,
        "link": room.link or None,
        "how_to_join": room.how_to_join or None,
        "page": view.to(room) if view.has_rooms else None,
    }


def _when(view: View, when: When) -> Json:
    start, end = (
        moment and view.machine_time(moment, dated=when.dated) for moment in (when.start, when.end)
    )
    return {"start": start, "end": end}


def _id(node: Room | OutlineTrack | Unknown | None) -> str | None:
    return None if node is None or isinstance(node, Unknown) else node.id


def _known(value: str | Unknown) -> str | None:
    return None if isinstance(value, Unknown) else value
