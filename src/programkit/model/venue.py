"""Rooms, and who hosts, sponsors and answers."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from pydantic import Field, model_validator

from programkit.model.addresses import OptionalUrl
from programkit.model.base import Id, Model, Private, Public
from programkit.model.interval import Interval


class Access(StrEnum):
    """Who gets a room's online link, and when."""

    OPEN = "open"
    """Everybody, at once: outputs print it."""
    BEFORE = "before"
    """Everybody, some minutes before the start: outputs built earlier withhold it."""
    REGISTRATION = "registration"
    """Those who registered: outputs say how, never the link."""
    MAIL = "mail"
    """Members of the mailing list: outputs say how, never the link."""


class Room(Model):
    """A place for sessions: physical, online, or both."""

    id: Public[Id]
    """The organizer's own name for it; the identity everywhere."""
    name: Public[str]
    """As printed."""
    capacity: Public[int | None] = Field(default=None, ge=0)
    """Seats; none given means enough."""
    features: Public[tuple[str, ...]] = ()
    """What it has, such as "projector", "hybrid", "step-free"."""
    online: Public[bool] = False
    """Whether it can be joined online."""
    physical: Public[bool] = True
    """Whether it can be walked into."""
    link: Public[OptionalUrl] = ""
    """Where to join online; public only as ``access`` allows."""
    access: Public[Access] = Access.OPEN
    """Who gets the link, and when."""
    minutes_before: Public[int] = Field(default=15, ge=0)
    """How long before the start the link is given, with access "before"."""
    how_to_join: Public[str] = ""
    """What to print where the link is withheld."""
    available: Private[tuple[Interval, ...]] = ()
    """When it can be used; none given means always."""
    notes: Private[str] = ""
    """For the organizers only."""

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if not (self.online or self.physical):
            raise ValueError("a room is physical, online, or both")
        return self

    def _public_fields(self) -> dict[str, Any]:
        fields = super()._public_fields()
        if self.access is not Access.OPEN:
            del fields["link"]
        return fields


class Organization(Model):
    """A host or a sponsor."""

    name: Public[str]
    """As printed; a line break where it should break on a cover."""
    logo: Public[str] = ""
    """Image file, relative to the conference's folder; empty means the name is set in type."""
    url: Public[OptionalUrl] = ""
    """Its web page."""
    kind: Public[str] = ""
    """Such as "gold", "in kind"; groups sponsors."""


class Contact(Model):
    """Whom readers may ask; everything in it is printed."""

    name: Public[str]
    """A person or an office."""
    email: Public[str] = ""
    """An address that may be printed."""
    phone: Public[str] = ""
    """A number that may be printed."""
