"""What a cover and an imprint need: time zone, dates, a contact, logos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from programkit.checks.base import day_text
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.sources import day_source


@dataclass(frozen=True)
class Cover:
    """The facts about the conference as a whole."""

    codes: ClassVar[Mapping[str, str]] = {
        "contact-missing": "Nobody is named whom readers may ask.",
        "date-missing": "A day has no date.",
        "date-outside": "A day lies before the first or after the last day of the conference.",
        "days-unordered": "A day is listed after a later one.",
        "logo-missing": "The image of a logo is not there.",
        "map-missing": "The image of the venue's map is not there.",
        "timezone-missing": "The conference has no time zone.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """What is missing, and days where they cannot be."""
        if isinstance(conference.timezone, Unknown):
            yield Finding(
                code="timezone-missing",
                level=Level.SOFT,
                message="no time zone is given, so calendars count the times as UTC",
                remedy="add timezone:, such as Europe/Zagreb",
                source=conference.source("timezone"),
            )
        if not conference.contacts:
            yield Finding(
                code="contact-missing",
                level=Level.NOTE,
                message="no contact is given whom readers may ask",
                remedy="add contacts:, an office or a person with an address that may be printed",
                source=conference.source("contacts"),
            )
        yield from _logos(conference)
        yield from _map(conference)
        yield from _dates(conference)


def _logos(conference: Conference) -> Iterator[Finding]:
    """Logos that are not there; without a folder nobody can tell where to look."""
    for kind in ("hosts", "sponsors"):
        for organization in getattr(conference, kind):
            logo = organization.logo
            if conference.folder and logo and not (Path(conference.folder) / logo).is_file():
                yield Finding(
                    code="logo-missing",
                    level=Level.SOFT,
                    message=f'the logo of {" ".join(organization.name.split())}, "{logo}", '
                    "does not exist",
                    remedy="put the image there, or drop logo: to set the name in type",
                    about=(logo,),
                    source=conference.source(kind, logo) or conference.source(kind),
                )


def _map(conference: Conference) -> Iterator[Finding]:
    """A map that is not there."""
    file = conference.venue_map
    if conference.folder and file and not (Path(conference.folder) / file).is_file():
        yield Finding(
            code="map-missing",
            level=Level.SOFT,
            message=f'the map of the venue, "{file}", does not exist',
            remedy="put the image there, or drop venue_map:",
            about=(file,),
            source=conference.source("venue_map"),
        )


def _dates(conference: Conference) -> Iterator[Finding]:
    """Days without a date, outside of the conference, or out of order."""
    latest = None
    for day in conference.timetable.days:
        date = day.day.date
        if isinstance(date, Unknown):
            yield _about_day(conference, day.index, "date-missing", "has no date", "add its date")
            continue
        early = conference.start is not None and date < conference.start
        late = conference.end is not None and date > conference.end
        if early or late:
            wrong = "is before the first day" if early else "is after the last day"
            remedy = "correct the date, or the dates of the conference"
            yield _about_day(conference, day.index, "date-outside", wrong, remedy)
        if latest is not None and date < latest:
            wrong = "is listed after a later day"
            yield _about_day(conference, day.index, "days-unordered", wrong, "put days in order")
        latest = max(latest or date, date)


def _about_day(conference: Conference, index: int, code: str, wrong: str, remedy: str) -> Finding:
    day = conference.timetable.days[index]
    return Finding(
        code=code,
        level=Level.SOFT,
        message=f"{day_text(day)} {wrong}",
        remedy=remedy,
        about=(day.id,),
        source=day_source(conference, index),
    )
