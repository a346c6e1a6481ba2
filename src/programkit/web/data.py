"""The file agenda.json: the program for other people's programs, and for pages that embed it.

Ids are the organizer's. Times are of the conference's zone with their offset; without a date they
are the clock's alone. What is unknown is null.
"""

from __future__ import annotations

from typing import Any, Final

from programkit.model.base import Unknown
from programkit.model.venue import Room
from programkit.outline.nodes import (
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

FORMAT: Final = 1
"""Rises when a program that reads the file would misread it."""
Json = dict[str, Any]


def data_of(view: View) -> Json:
    """The whole program, as JSON can hold it."""
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
        "tracks": [_track(view, track) for track in outline.tracks],
        "rooms": [_room(view, room) for room in outline.rooms],
        "days": [_day(view, day) for day in outline.days],
        "undated": [_item(view, session) for session in outline.floating],
        "talks": [_talk(view, talk) for talk in outline.talks],
        "posters": [_poster(view, poster) for poster in outline.posters],
        "people": [
            {
                "id": entry.person.id,
                "name": entry.person.name,
                "affiliations": list(entry.person.affiliations),
                "url": entry.person.url or None,
                "page": view.to(entry.person),
            }
            for entry in outline.index
        ],
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
    named = {"kind": talk.kind, "language": talk.language, "calendar": calendar}
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
