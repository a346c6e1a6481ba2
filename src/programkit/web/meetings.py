"""The meetings of a series by what they are to readers: the next one, those to come, those past.

What is past depends on when pages are made, which the outline says. Where nobody says it, every
date is to come, and none is called the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    OutlinePause,
    OutlineSeries,
    OutlineSession,
    OutlineTalk,
    OutlineTerm,
    When,
)

MANY: Final = 40
"""Past talks with more of which they have a page of their own."""
RECENT: Final = 2
"""Terms whose past talks the first page lists then."""
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


Line = Meeting | OutlinePause
Upcoming = tuple[OutlineTerm, tuple[Line, ...]]
Past = tuple[OutlineTerm, tuple[Meeting, ...]]


class Meetings:
    """Sorts the meetings of one series."""

    def __init__(self, outline: Outline, series: OutlineSeries) -> None:
        """Take an outline and what makes it that of a series."""
        self.outline, self.series, self.now = outline, series, series.now
        rule = series.recurrence
        self._usual = timedelta(minutes=rule.minutes) if rule else _USUAL
        self._exceptions = {exception.day: exception for exception in series.exceptions}
        zone = outline.timezone
        self._zone = ZoneInfo("UTC" if isinstance(zone, Unknown) else zone)

    def has_page(self, day: OutlineDay) -> bool:
        """Whether a day has a page of its own: a school or a workshop, not a single meeting."""
        return len(day.items) > 1

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

    @cached_property
    def next(self) -> Meeting | None:
        """The first that is not over and takes place; none where no moment is known."""
        if self.now is None:
            return None
        return next((one for one in self.all if one.due and not self._over(one)), None)

    @property
    def on(self) -> bool:
        """Whether the next one has begun."""
        start = self.next.when.start if self.next else None
        return start is not None and self.now is not None and start <= self.now

    @cached_property
    def upcoming(self) -> tuple[Upcoming, ...]:
        """What follows the next one, by term, with the dates on which there is no meeting."""
        found = [(term, self._to_come(term)) for term in self.series.terms]
        return tuple(
            (term, lines) for term, lines in found if any(isinstance(one, Meeting) for one in lines)
        )

    @cached_property
    def past(self) -> tuple[Past, ...]:
        """The talks that were, the newest term and talk first; dates without one are left out."""
        found = [(term, self._been(term)) for term in reversed(self.series.terms)]
        return tuple((term, meetings) for term, meetings in found if meetings)

    @cached_property
    def current(self) -> tuple[OutlineTerm, ...]:
        """The terms that have something to come."""
        now = [self.term_of(self.next)] if self.next else []
        return tuple(
            term
            for term in self.series.terms
            if term in now or any(term is other for other, _ in self.upcoming)
        )

    @property
    def has_past_page(self) -> bool:
        """Whether past talks are too many for the first page."""
        return sum(len(meetings) for _, meetings in self.past) > MANY

    @property
    def recent(self) -> tuple[Past, ...]:
        """The past talks that the first page lists."""
        return self.past[:RECENT] if self.has_past_page else self.past

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """Ids of days whose talks stand on the page of past talks alone."""
        older = self.past[len(self.recent) :]
        return frozenset(one.day.id for _, found in older for one in found if one.day)

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of all days that have a line somewhere."""
        lines = [one for _, found in self.upcoming for one in found]
        lines += [*(one for _, found in self.past for one in found), *self.undated, self.next]
        return frozenset(one.day.id for one in lines if isinstance(one, Meeting) and one.day)

    def term_of(self, meeting: Meeting) -> OutlineTerm | None:
        """The term in which a meeting is."""
        return self._terms.get(meeting.day.id) if meeting.day else None

    @cached_property
    def _terms(self) -> Mapping[str, OutlineTerm]:
        return {day: term for term in self.series.terms for day in term.days}

    def _of_day(self, day: OutlineDay) -> Iterator[Meeting]:
        exception = self._exceptions.get(day.id)
        if self.has_page(day):
            starts = [item.when.start for item in day.items if item.when.start]
            ends = [item.when.end for item in day.items if item.when.end]
            when = When(min(starts, default=None), max(ends, default=None), day.date is not None)
            yield self._ending(Meeting(when, day, whole=True, exception=exception))
            return
        made = [
            Meeting(row.when, day, row.talk, item, item.room, row.part, exception=exception)
            for item in day.items
            if isinstance(item, OutlineSession)
            for row in item.rows
        ]
        for number, meeting in enumerate(made or [Meeting(_UNKNOWN, day, exception=exception)]):
            yield self._ending(replace(meeting, first=number == 0))

    def _ending(self, meeting: Meeting) -> Meeting:
        """The same with the moment at which it is over; of an unknown time, the end of its day."""
        day, when = meeting.day, meeting.when
        if day is None or day.date is None:
            return meeting
        end = when.end or (when.start and when.start + self._usual)
        midnight = datetime.combine(day.date, time(), self._zone) + timedelta(days=1)
        return replace(meeting, until=end or midnight)

    def _over(self, meeting: Meeting) -> bool:
        return self.now is not None and meeting.until is not None and meeting.until <= self.now

    def _to_come(self, term: OutlineTerm) -> tuple[Line, ...]:
        lines: list[Line] = [
            one
            for one in self.all
            if self.term_of(one) is term and one is not self.next and not self._over(one)
        ]
        today = self.now.astimezone(self._zone).date() if self.now else None
        lines += [one for one in term.pauses if today is None or one.last >= today]
        return tuple(sorted(lines, key=_date))

    def _been(self, term: OutlineTerm) -> tuple[Meeting, ...]:
        found = [one for one in self.all if self.term_of(one) is term and self._over(one)]
        return tuple(one for one in reversed(found) if one.kind != "open")


def _date(line: Line) -> str:
    if isinstance(line, OutlinePause):
        return line.first.isoformat()
    return line.day.date.isoformat() if line.day and line.day.date else ""
