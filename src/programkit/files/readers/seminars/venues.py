"""The rooms of a series, and of each meeting."""

from __future__ import annotations

from collections.abc import Sequence

from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.registry import Registry
from programkit.files.readers.seminars.cover import Cover
from programkit.files.readers.seminars.entries import Entry
from programkit.files.readers.seminars.places import service_of
from programkit.files.readers.seminars.statements import Places, places_in
from programkit.model.base import TBD, Unknown
from programkit.model.findings import Level
from programkit.model.venue import Room
from programkit.text.unknown import is_unknown


class Venues:
    """Finds the room of each entry: its own, or the one that a sentence gives to all."""

    def __init__(self, cover: Cover, registry: Registry, notes: Notes) -> None:
        self._cover = cover
        self._registry = registry
        self._notes = notes
        self._usual: Places | None = places_in(cover.sentences)
        self._inferred: list[int] = []

    def room(self, entry: Entry) -> str | Unknown:
        """The id of an entry's room."""
        if entry.room and not is_unknown(entry.room):
            name = service_of(entry.room) or entry.room
            return self._registry.room(name, entry.room_line)
        usual = self._usual
        name = "" if usual is None else usual.room or ("" if usual.on_site else usual.service)
        if usual is None or not name or entry.room:
            return TBD
        self._inferred.append(entry.line)
        return self._registry.room(name, usual.line)

    def rooms(self) -> tuple[Room, ...]:
        """All rooms, with what is said of joining them online."""
        rooms = tuple(self._equipped(room) for room in self._registry.rooms)
        self._note(rooms)
        return rooms

    def _equipped(self, room: Room) -> Room:
        usual, online = self._usual, bool(service_of(room.name))
        both = usual is not None and bool(usual.service) and bool(usual.on_site or usual.room)
        both = both and not online
        if not (online or both):
            return room
        how = self._cover.how_to_join or (usual.service if both and usual else "")
        return room.replace(online=True, physical=both, access=self._cover.access, how_to_join=how)

    def _note(self, rooms: Sequence[Room]) -> None:
        usual = self._usual
        if self._inferred and usual:
            count = len(self._inferred)
            self._notes.add(
                "room-inferred",
                usual.line,
                f"{count} of the talks name no place; line {usual.line} says that they are "
                f"{f'in {usual.room}' if usual.room else f'on {usual.service}'}",
                "give a talk its own room where that is wrong",
                field="rooms",
            )
        hybrid = [room.name for room in rooms if room.online and room.physical]
        if hybrid and usual:
            self._notes.add(
                "room-inferred",
                usual.line,
                f"{', '.join(hybrid)}: rooms to walk into and to join on {usual.service}, as line "
                f"{usual.line} says of all talks",
                "set online: false where one is not",
                field="rooms",
            )
        online = [room for room in rooms if room.online]
        if online:
            line = usual.line if usual else self._line(online[0])
            self._notes.add(
                "link-missing",
                line,
                f"{', '.join(room.name for room in online)} can be joined online, and no address "
                "is given",
                "add link: to the room, and access: if not everybody may see it",
                level=Level.SOFT,
                field="rooms",
            )

    def _line(self, room: Room) -> int:
        return self._registry.line(f"rooms.{room.id}")
