"""Who wants to hear a talk is not needed elsewhere, and can hear the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from typing_extensions import override

from programkit.model.base import Id
from programkit.model.contributions import Talk
from programkit.rules._talkpairs import TalkPairs
from programkit.rules.base import Reference


class AttendeeClash(TalkPairs):
    """Nobody wants to hear a talk in one session and another, or is needed, in a session beside it.

    Each two such talks are a violation, however many people want both. In the files,
    ``attendee-clash: {attendees: {opening: [ada, bo], closing: [bo]}}``.
    """

    code: ClassVar[str] = "attendee-clash"

    attendees: Mapping[Id, tuple[Id, ...]]
    """Ids of the people who want to hear a talk, by its id."""

    @override
    def references(self) -> Iterator[Reference]:
        people = dict.fromkeys(person for found in self.attendees.values() for person in found)
        yield from (Reference("attendees", "talks", talk) for talk in self.attendees)
        yield from (Reference("attendees", "people", person) for person in people)

    @override
    def wanted(self, talk: Talk) -> tuple[str, ...]:
        return self.attendees.get(talk.id, ())
