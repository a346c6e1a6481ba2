"""The meetings of a series: its talks on their dates, and days that have a page of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.model.venue import Room
from programkit.outline.nodes import (
    Outline,
    OutlineDay,
    OutlineException,
    OutlineSeries,
    OutlineSession,
    OutlineTalk,
    When,
)

_USUAL: Final = timedelta(hours=1)
"""How long a meeting takes of which nobody says the end."""
_UNKNOWN: Final = When(None, None)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A talk at one of its times, a date without one, or a day that has a page of its own."""

    when: When
    day: OutlineDay | None = None
    """None while its date is not known."""
    talk: OutlineTalk | None = None
    session: OutlineSession | None = None
    room: Room | Unknown | None = None
    part: int = 1
    first: bool = True
    """Whether it is the first of its day."""
    whole: bool = False
    """Whether it stands for a day with several sessions."""
    exception: OutlineException | None = None
    until: datetime | None = None
    """When it is over; none where the date is not known."""

    @property
    def kind(self) -> str:
        """What it is: "day", "talk", or "open"."""
        return "day" if self.whole else "talk" if self.talk else "open"

    @property
    def due(self) -> bool:
        """Whether it takes place and is worth to be called the next."""
        if self.talk is None:
            return self.whole
        return self.talk.state in {State.CONFIRMED, State.TENTATIVE}


class Meetings:
    """The meetings of one outline that is of a series."""

    def __init__(self, outline: Outline, series: OutlineSeries) -> None:
        """Take an outline and what makes it that of a series."""
        self.outline, self.series = outline, series
        rule = series.recurrence
        self._usual = timedelta(minutes=rule.minutes) if rule else _USUAL
        self._exceptions = {exception.day: exception for exception in series.exceptions}
        zone = outline.timezone
        self.zone = ZoneInfo("UTC" if isinstance(zone, Unknown) else zone)

    def has_page(self, day: OutlineDay) -> bool:
        """Whether a day has a page of its own: a school or an outing, not a single meeting."""
        alone = day.items[0] if len(day.items) == 1 else None
        meeting = isinstance(alone, OutlineSession) and not alone.posters
        return bool(day.items) and not meeting

    @cached_property
    def all(self) -> tuple[Meeting, ...]:
        """The meetings on known dates, by time."""
        return tuple(
            meeting
            for day in sorted(self.outline.days, key=lambda day: str(day.date))
            if day.date is not None
            for meeting in self._of_day(day)
        )

    @cached_property
    def undated(self) -> tuple[Meeting, ...]:
        """What has no date yet, in the order of the facts."""
        days = [day for day in self.outline.days if day.date is None]
        placed = [meeting for day in days for meeting in self._of_day(day)]
        placed += [
            Meeting(row.when, None, row.talk, session, session.room)
            for session in self.outline.floating
            for row in session.rows
        ]
        loose = [talk for talk in self.outline.talks if not talk.occurrences]
        return (*placed, *(Meeting(_UNKNOWN, talk=talk) for talk in loose))

    @property
    def talks(self) -> Iterator[Meeting]:
        """Every talk on a known date by itself, also those of days with a page of their own."""
        for meeting in self.all:
            if meeting.whole and meeting.day is not None:
                yield from map(self._ending, self._rows_of(meeting.day))
            else:
                yield meeting

    def _of_day(self, day: OutlineDay) -> Iterator[Meeting]:
        exception = self._exceptions.get(day.id)
        if self.has_page(day):
            starts = [item.when.start for item in day.items if item.when.start]
            ends = [item.when.end for item in day.items if item.when.end]
            when = When(min(starts, default=None), max(ends, default=None), day.date is not None)
            yield self._ending(Meeting(when, day, whole=True, exception=exception))
            return
        made = list(self._rows_of(day)) or [Meeting(_UNKNOWN, day, exception=exception)]
        for number, meeting in enumerate(made):
            yield self._ending(replace(meeting, first=number == 0))

    def _rows_of(self, day: OutlineDay) -> Iterator[Meeting]:
        exception = self._exceptions.get(day.id)
        for item in day.items:
            if isinstance(item, OutlineSession):
                for row in item.rows:
                    told = (row.when, day, row.talk, item, item.room, row.part)
                    yield Meeting(*told, exception=exception)

    def _ending(self, meeting: Meeting) -> Meeting:
        """The same with the moment at which it is over; of an unknown time, the end of its day."""
        day, when = meeting.day, meeting.when
        if day is None or day.date is None:
            return meeting
        end = when.end or (when.start and when.start + self._usual)
        midnight = datetime.combine(day.date, time(), self.zone) + timedelta(days=1)
        return replace(meeting, until=end or midnight)
