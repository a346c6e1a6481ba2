"""Headings of sessions: the title, and the room and chair that some name behind it."""

from __future__ import annotations

import re

from programkit.files.readers.markdown.escapes import shown
from programkit.files.readers.markdown.vocabulary import ROOM, label_of

_TAILS = tuple(
    re.compile(rf"(?P<title>.*\S){tail}$")
    for tail in (
        r"\s*\((?P<tail>[^()]*)\)",
        r"(?:\s+[—–|·-]\s+|\s*;\s+)(?P<tail>\S.*)",
        r",\s+(?P<tail>\S.*)",
    )
)
_NUMBERED = re.compile(r"\S+\s+(?:[A-Z]?[.-]?\d[\w.-]*|[A-Z])$")


def session_head(text: str) -> tuple[str, str, str]:
    """Title, room and chair of ``Sheep — Room 2 — Chair: Ada Brook``; empty where not named.

    Without a label only what is numbered is a room: "Room 2", "Hall B", and not "Room acoustics".
    """
    title, found = text, {"room": "", "chair": ""}
    while tail := _tail(title):
        title, meaning, value = tail
        found[meaning] = found[meaning] or value
    return title, found["room"], found["chair"]


def _tail(text: str) -> tuple[str, str, str] | None:
    """The text before its last part, and what that part means and says."""
    for pattern in _TAILS:
        found = pattern.match(text)
        if found:
            tail = shown(found["tail"])
            meaning, value = label_of(tail)
            if meaning in {"room", "chair"} and value:
                return found["title"], meaning, value
            if ROOM.match(tail) and _NUMBERED.match(tail):
                return found["title"], "room", tail
    return None
