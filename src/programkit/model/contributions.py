"""What is presented: talks on stage, posters on boards, and the tracks they belong to."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from programkit.model.addresses import Url
from programkit.model.base import TBD, Id, Model, OrTBD, Private, Public, Unknown
from programkit.model.interval import Moment
from programkit.model.people import Alternative


class State(StrEnum):
    """How certain a contribution is."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"
    """It was announced and will not take place: outputs keep it, marked."""
    WITHDRAWN = "withdrawn"
    """It was never announced and will not take place: outputs do not show it."""


class Link(Model):
    """Something on the web that belongs to a contribution, or to a series."""

    url: Public[Url]
    """http, https or mailto."""
    title: Public[str] = ""
    """What to call it; empty means by its kind."""
    kind: Public[str] = "link"
    """Such as "slides", "recording", "paper"; of a series "mailing-list", "calendar", "videos"."""


class CoAuthor(Model):
    """Somebody who took part in the work, on stage or not."""

    person: Public[Id]
    """Id of the person."""
    affiliations: Public[tuple[Id, ...]] = ()
    """Where it was done; none given means the person's own."""


class At(Model):
    """Where a contribution is fixed: a slot or session by id, or a time and a room."""

    place: Public[Id | None] = None
    """Id of a slot or of a session."""
    start: Public[Moment | None] = None
    """The moment it starts, if it is fixed by time."""
    room: Public[Id | None] = None
    """Id of the room, if it is fixed by time."""

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        if (self.place is None) == (self.start is None):
            raise ValueError("say either a slot (or session) id, or a time")
        return self


class Track(Model):
    """A strand of the program."""

    id: Public[Id]
    """The organizer's own name for it."""
    name: Public[str]
    """As printed."""
    color: Public[str] = Field(default="", pattern=r"^(#[0-9a-fA-F]{6})?$")
    """``#rrggbb``; empty means by the theme."""
    chairs: Public[tuple[Id, ...]] = ()
    """Ids of the people who chair it."""


class _Contribution(Model):
    """What talks and posters share."""

    id: Public[Id]
    """The organizer's own name for it; the identity everywhere."""
    title: Public[OrTBD[str]] = TBD
    """CommonMark with ``$…$`` mathematics, one line."""
    speakers: Public[OrTBD[tuple[Id, ...]]] = TBD
    """Ids of the people who present it, in order; an empty list means nobody in particular."""
    coauthors: Public[tuple[CoAuthor, ...]] = ()
    """The other authors, in order."""
    abstract: Public[OrTBD[str]] = TBD
    """CommonMark with ``$…$`` and ``$$…$$``; an empty text means there will be none."""
    track: Public[Id | None] = None
    """Id of the track, if it has one."""
    tags: Public[tuple[str, ...]] = ()
    """Any number of words to group by."""
    language: Public[str] = ""
    """BCP 47 tag; empty means the conference's."""
    links: Public[tuple[Link, ...]] = ()
    """Slides, recording, paper, …"""
    state: Public[State] = State.CONFIRMED
    """How certain it is."""
    reason: Public[str] = ""
    """Why it is cancelled, in a few words that readers are told."""
    formerly: Public[tuple[Id, ...]] = ()
    """Ids it had before: calendars keep following it."""
    alternatives: Private[tuple[Alternative, ...]] = ()
    """Other values that a source gave, not resolved yet."""
    notes: Private[str] = ""
    """For the organizers only."""

    @property
    def speaker_ids(self) -> tuple[str, ...]:
        """The presenting people's ids; none where they are to be announced."""
        return () if isinstance(self.speakers, Unknown) else self.speakers

    @property
    def people_ids(self) -> tuple[str, ...]:
        """Everybody who took part, presenting people first, each once."""
        others = tuple(author.person for author in self.coauthors)
        return tuple(dict.fromkeys(self.speaker_ids + others))

    @property
    def takes_place(self) -> bool:
        """Whether it needs a place in the program."""
        return self.state in {State.CONFIRMED, State.TENTATIVE}


class Talk(_Contribution):
    """A contribution on stage."""

    minutes: Public[int | None] = Field(default=None, ge=1, le=24 * 60)
    """How long it takes; none given means as long as its slot."""
    kind: Public[str] = "talk"
    """Such as "talk", "keynote", "tutorial", "remarks", "panel"."""
    parts: Public[int] = Field(default=1, ge=1, le=50)
    """In how many placements it is given."""
    repeated: Public[bool] = False
    """Whether its parts are the same talk again, not its continuation."""
    hosts: Public[tuple[Id, ...]] = ()
    """Ids of the people who invited the speakers and look after them."""
    needs: Private[tuple[str, ...]] = ()
    """Features that its room must have."""
    audience: Private[int | None] = Field(default=None, ge=0)
    """How many people are expected."""
    reserve: Private[bool] = False
    """Whether it steps in only where a slot falls free; it need not be placed."""
    at: Private[tuple[At, ...]] = ()
    """Where it is fixed, a place for each part; none given means nowhere in particular."""


class Poster(_Contribution):
    """A contribution on a board."""

    session: Public[Id | None] = None
    """Id of the poster session that shows it, if known."""
    board: Public[str] = ""
    """Its board's number; empty means not known yet."""


Contribution = Talk | Poster
