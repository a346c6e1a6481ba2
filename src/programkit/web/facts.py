"""What the site's script knows of the program: names and times, no texts.

It is a script and not a JSON file, so that it can be loaded from a file system too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.model.venue import Room
from programkit.outline.nodes import OutlinePoster, OutlineTalk, When
from programkit.text.characters import clean
from programkit.text.folding import slug
from programkit.text.formats import clock_forms
from programkit.text.locales import language_name, locale_tag
from programkit.text.words import words
from programkit.web.context import View

_UNCERTAIN = ("\\u00", "\\b", "\\f", "\\r", "\u2066", "\u2067", "\u2068", "\u2069")
"""How JSON writes controls that no output can show; and isolates, which each text has to close."""
_JSON = json.JSONEncoder(ensure_ascii=False)
LABELS = "js_"
"""What the names of words begin with that only the script shows."""
ZONE_WORDS = ("zone_conference", "zone_shown")
"""Words that call the conference one, of which a series has its own."""
SHARED = (
    "cancelled",
    "day",
    "kind",
    "language",
    "now",
    "room",
    "session",
    "star",
    "tags",
    "time_zone",
    "track",
)
"""Words that both pages and script show."""


def facts_of(view: View, calendar: Mapping[str, tuple[str, int]]) -> dict[str, Any]:
    """What the script is given; lists are referred to by position.

    Args:
        view: The outline in its language.
        calendar: By the key of a talk and the number of its part, joined by "/": the UID and the
            SEQUENCE in the calendars.
    """
    outline = view.outline
    seen = _Lists(view)
    talks = [seen.talk(talk, calendar) for talk in outline.talks]
    posters = [seen.poster(poster) for poster in outline.posters]
    return {
        "id": slug(outline.site.partition("://")[2]) or slug(outline.plain_title) or "agenda",
        "title": outline.plain_title,
        "zone": "" if isinstance(outline.timezone, Unknown) else outline.timezone,
        "lang": locale_tag(view.language),
        "clock": clock_forms(view.hours, view.language),
        "url": view.absolute(),
        "place": outline.place,
        "labels": _labels(view.language, series=view.meetings is not None),
        "days": [
            [view.key(day), view.day_short(day), day.date.isoformat() if day.date else ""]
            for day in outline.days
        ],
        "tracks": [[view.key(track), track.name] for track in outline.tracks],
        "rooms": [[view.key(room), room.name] for room in outline.rooms],
        "tags": list(seen.tags),
        "languages": [[tag, language_name(tag, view.language)] for tag in seen.languages],
        "kinds": [[kind, view.kind_name(kind)] for kind in seen.kinds],
        "talks": talks,
        "posters": posters,
        "sessions": [
            [view.key(session), view.session_name(session), view.chairs(session)]
            for session in view.sessions.values()
            if view.has_page(session)
        ],
        "people": [
            [view.key(entry.person), entry.person.name, "; ".join(entry.person.affiliations)]
            for entry in outline.index
        ],
    }


def cleaned(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The same without the characters that no output can show."""
    # Almost never is there one; writing all as JSON takes a tenth of looking into each value.
    return value if _is_clean(_JSON.encode(value)) else _cleaned(value)


def written(value: Any) -> str:  # noqa: ANN401 - as above
    """The same as JSON."""
    text = _JSON.encode(value)
    return text if _is_clean(text) else _JSON.encode(_cleaned(value))


def _is_clean(text: str) -> bool:
    return not any(mark in text for mark in _UNCERTAIN) and clean(text) == text


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(inner) for inner in value]
    return value


class _Lists:
    """Numbers what talks share, in the order in which it is met."""

    def __init__(self, view: View) -> None:
        outline = view.outline
        self.view = view
        self.tags: dict[str, int] = {}
        self.languages: dict[str, int] = {}
        self.kinds: dict[str, int] = {}
        self._days = {day.id: number for number, day in enumerate(outline.days)}
        self._rooms = {room.id: number for number, room in enumerate(outline.rooms)}
        self._tracks = {track.id: number for number, track in enumerate(outline.tracks)}

    def talk(self, talk: OutlineTalk, calendar: Mapping[str, tuple[str, int]]) -> dict[str, Any]:
        """A talk and its times."""
        key = self.view.key(talk)
        times = [
            [
                *_span(found.when),
                self._room(found.room),
                self._days.get(found.day, -1),
                *calendar.get(f"{key}/{found.part}", ("", 0)),
            ]
            for found in talk.occurrences
        ]
        found = self._contribution(talk, key)
        found |= {"l": _number(self.languages, talk.language), "y": _number(self.kinds, talk.kind)}
        return found | {"o": times}

    def poster(self, poster: OutlinePoster) -> dict[str, Any]:
        """A poster and the time of its session."""
        session = self.view.sessions.get(poster.session)
        day = self.view.day_of.get(poster.session)
        times = session and [
            [*_span(session.when), self._room(session.room), self._days.get(day or "", -1), "", 0]
        ]
        found = self._contribution(poster, self.view.key(poster))
        return found | {
            "l": _number(self.languages, poster.language),
            "y": _number(self.kinds, "poster"),
            "b": poster.board,
            "o": times or [],
        }

    def _contribution(self, item: OutlineTalk | OutlinePoster, key: str) -> dict[str, Any]:
        return {
            "k": key,
            "t": self.view.title(item),
            "n": self.view.names(item),
            "c": -1 if item.track is None else self._tracks[item.track.id],
            "g": [_number(self.tags, tag) for tag in item.tags],
            "x": int(item.state is State.CANCELLED),
        }

    def _room(self, room: Room | Unknown | None) -> int:
        return self._rooms[room.id] if isinstance(room, Room) else -1


def _span(when: When) -> Iterable[int | None]:
    """Start and end in minutes since 1970; none where the date or the time is unknown."""
    for moment in (when.start, when.end):
        yield _minutes(moment) if moment is not None and when.dated else None


def _minutes(moment: datetime) -> int:
    return int(moment.timestamp() // 60)


def _number(known: dict[str, int], name: str) -> int:
    return known.setdefault(name, len(known))


def _labels(language: str, *, series: bool) -> dict[str, str]:
    """The words that the script shows; a series is no conference."""
    table = words(language)
    found = {
        name.removeprefix(LABELS): text
        for name, text in table.items()
        if name.startswith(LABELS) or name in SHARED
    }
    return found | {name: table[f"series_{name}"] for name in ZONE_WORDS if series}
