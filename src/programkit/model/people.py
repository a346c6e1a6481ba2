"""People, where they work, and what they do for the conference."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import model_validator

from programkit.model.addresses import OptionalUrl
from programkit.model.base import Id, Model, Private, Public
from programkit.model.clock import ZoneName
from programkit.model.findings import Source
from programkit.model.interval import Interval


class Affiliation(Model):
    """An institution, as it is printed."""

    id: Public[Id]
    """The organizer's own name for it."""
    name: Public[str]
    """As printed, such as "CNRS / ENS / IOB"."""
    place: Public[str] = ""
    """City and country, if printed."""
    url: Public[OptionalUrl] = ""
    """Its web page."""


def _ordered(since: date | None, until: date | None) -> None:
    if since and until and until < since:
        raise ValueError(f"it is over, on {until}, before it begins, on {since}")


class Role(Model):
    """What somebody is for the conference, and from when to when."""

    role: Public[str]
    """Such as "organizer", "board", "committee"."""
    since: Public[date | None] = None
    """First day of the term; none means from the beginning."""
    until: Public[date | None] = None
    """Last day of the term; none means still."""
    ended: Public[bool] = False
    """Whether it is over, though nobody says since when."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _ordered(self.since, self.until)
        return self

    def current(self, on: date | None = None) -> bool:
        """Whether somebody is in office on a day; on no day in particular, whether for good."""
        if self.until is None and self.ended:
            return False
        if on is None:
            return self.until is None
        return (self.since or on) <= on <= (self.until or on)


class Stay(Model):
    """Where somebody worked, and from when to when."""

    affiliation: Public[Id]
    """Id of the affiliation."""
    since: Public[date | None] = None
    """First day; none means that nobody says."""
    until: Public[date | None] = None
    """Last day; none means still, or that nobody says."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _ordered(self.since, self.until)
        return self


class Alternative(Model):
    """Another value that a source gave for a field: unresolved until the organizer drops one."""

    field: Private[str]
    """The field that it would fill."""
    value: Private[str]
    """The other value."""
    source: Private[Source | None] = None
    """Where that value was read."""


class Person(Model):
    """Somebody: author, speaker, chair and organizer are relations to it."""

    id: Public[Id]
    """The organizer's own name for the person; the identity everywhere."""
    name: Public[str]
    """As printed, in the order the person uses: "Rava da Silveira"."""
    family: Public[str] = ""
    """The part that an index sorts by; empty means found from the name."""
    affiliations: Public[tuple[Id, ...]] = ()
    """Ids of affiliations, in order, as printed now."""
    stays: Public[tuple[Stay, ...]] = ()
    """Affiliations over time."""
    url: Public[OptionalUrl] = ""
    """The person's web page."""
    bio: Public[str] = ""
    """A few lines in CommonMark."""
    roles: Public[tuple[Role, ...]] = ()
    """What the person is for the conference."""
    email: Private[str] = ""
    """For the organizers only."""
    phone: Private[str] = ""
    """For the organizers only."""
    notes: Private[str] = ""
    """For the organizers only."""
    available: Private[tuple[Interval, ...]] = ()
    """When the person can be on stage; none given means always."""
    timezone: Private[ZoneName | None] = None
    """IANA name of the zone from which a remote speaker takes part; none means on site."""
    alternatives: Private[tuple[Alternative, ...]] = ()
    """Other spellings that a source gave, not resolved yet."""

    def affiliations_on(self, day: date) -> tuple[str, ...]:
        """Ids of where the person worked on a day; where no stay tells, those printed now.

        A stay tells of a day if it says an end that is not before it, or a start that is not
        after it, and nothing against it.
        """
        stays = (stay for stay in self.stays if stay.since or stay.until)
        then = [s.affiliation for s in stays if (s.since or day) <= day <= (s.until or day)]
        return tuple(dict.fromkeys(then)) or self.affiliations
