"""Drafts to speakers who still owe a title or an abstract; with addresses, for organizers only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import Address
from functools import partial
from typing import Final

from programkit.model.base import Unknown
from programkit.model.contributions import Talk
from programkit.model.people import Person
from programkit.model.program import Program
from programkit.outputs.announcements import sender_of
from programkit.outputs.mail import Message, address
from programkit.text.characters import one_line, wrapped
from programkit.text.formats import format_date
from programkit.text.markup import plain
from programkit.text.names import join_names
from programkit.text.words import word

OWED: Final = {"title": "title", "speakers": "speaker", "abstract": "abstract"}
"""What speakers are asked for, and the word for it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one speaker owes, and a message that asks for it."""

    talk: str
    """Id of the talk."""
    start: datetime
    """When it is given, in the conference's zone."""
    missing: tuple[str, ...]
    """Names of the fields that are unknown."""
    to: Address | None
    """None where nobody speaks yet, or no address is known."""
    subject: str
    """One line."""
    text: str
    """Plain text."""
    eml: bytes
    """The message as a file."""

    def __str__(self) -> str:
        """As a list for organizers has it."""
        return f"To: {self.to or ''}\nSubject: {self.subject}\n\n{self.text}"


@dataclass(frozen=True, slots=True)
class Drafts:
    """Asks the speakers of one program; where nobody speaks yet a draft has no addressee."""

    program: Program
    """With the private addresses of people."""
    now: datetime
    """The moment from which days are counted, and the date of messages."""
    language: str
    """Of the words."""

    def within(self, days: int) -> Iterator[Draft]:
        """What is owed of the talks in so many days, by time, a draft for each speaker."""
        conference, last = self.program.conference, self.now + timedelta(days=days)
        for placed in self.program.placed:
            start = placed.interval.first if placed.interval is not None else None
            if start is None or not self.now < start <= last or not placed.talk.takes_place:
                continue
            missing = _missing(placed.talk)
            if missing and placed.placement.part == 1:
                people = map(conference.by_id.people.get, placed.talk.speaker_ids or ("",))
                local = start.astimezone(conference.zone)
                yield from (self._to(one, placed.talk, local, missing) for one in people)

    def _to(
        self, person: Person | None, talk: Talk, start: datetime, missing: tuple[str, ...]
    ) -> Draft:
        date = format_date(start.date(), self.language)
        subject = word("draft_subject", self.language, date=date)
        text = "\n\n".join(self._paragraphs(person, date, missing)) + "\n"
        to = address(person.email, person.name) if person is not None else None
        message = Message(subject, text, sender=sender_of(self.program), to=to)
        conference = self.program.conference
        eml = message.eml(self.now, conference.site or conference.url)
        return Draft(talk.id, start, missing, to, subject, text, eml)

    def _paragraphs(
        self, person: Person | None, date: str, missing: tuple[str, ...]
    ) -> Iterator[str]:
        say = partial(word, language=self.language)
        series = one_line(plain(self.program.conference.title))
        owed = join_names([say(OWED[field]) for field in missing], self.language)
        name = one_line(person.name) if person is not None else "…"
        yield say("draft_greeting", name=name)
        yield wrapped(say("draft_ask", series=series, date=date, missing=owed))
        yield say("draft_thanks")


def _missing(talk: Talk) -> tuple[str, ...]:
    return tuple(name for name in OWED if isinstance(getattr(talk, name), Unknown))
