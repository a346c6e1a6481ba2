"""Whether readers find out how to join online, and do not find out too early."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from programkit.model.base import Model
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.venue import Access, Room

_SAID = {
    Access.REGISTRATION: "where to register",
    Access.MAIL: "how to get onto the list",
}


@dataclass(frozen=True)
class Joining:
    """Links of online rooms that are missing, unexplained, or told in some other field."""

    codes: ClassVar[Mapping[str, str]] = {
        "how-to-join-missing": "A link is withheld, and nothing tells how to get it.",
        "link-exposed": "A link that is withheld stands in a public text.",
        "link-missing": "A room can be joined online, and no address is given.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """Findings by room."""
        texts = dict(_texts(conference.public(), ""))
        for room in conference.rooms:
            if room.online:
                yield from _of_access(conference, room)
            if room.link and room.access is not Access.OPEN:
                yield from _exposed(conference, room, texts)


def _of_access(conference: Conference, room: Room) -> Iterator[Finding]:
    said = f'room "{room.id}" ({room.name})'
    if not room.link and room.access in {Access.OPEN, Access.BEFORE} and not room.how_to_join:
        yield Finding(
            code="link-missing",
            level=Level.SOFT,
            message=f"{said} can be joined online, and no link is given",
            remedy="add its link, or say under how_to_join where to get it",
            about=(room.id,),
            source=conference.source("rooms", room.id),
        )
    if room.access in _SAID and not room.how_to_join:
        yield Finding(
            code="how-to-join-missing",
            level=Level.SOFT,
            message=f"{said} withholds its link, and nothing tells readers how to get it",
            remedy=f"say under how_to_join {_SAID[room.access]}",
            about=(room.id,),
            source=conference.source("rooms", room.id),
        )


def _exposed(conference: Conference, room: Room, texts: Mapping[str, str]) -> Iterator[Finding]:
    address = room.link.partition("://")[2].rstrip("/") or room.link
    for where, text in texts.items():
        if address in text:
            yield Finding(
                code="link-exposed",
                level=Level.HARD,
                message=f'the link of room "{room.id}" is withheld and stands in {where}',
                remedy="take it out there, or say access: open",
                about=(room.id,),
                source=conference.source(*where.split(".")) or conference.source("rooms", room.id),
            )


def _texts(value: Any, where: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any field's value
    """Every text of a public projection, by where it is."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, Model):
        for name, field in type(value).model_fields.items():
            if not field.exclude:
                yield from _texts(getattr(value, name), f"{where}.{name}" if where else name)
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            name = getattr(item, "id", None) or str(number)
            yield from _texts(item, f"{where}.{name}")
