"""Rules from which the days of a series come, in iCalendar's terms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, pairwise
from typing import Annotated, Literal, Self

from dateutil import rrule
from pydantic import Field, StringConstraints, model_validator

from programkit.model.base import Id, Model, Public
from programkit.model.clock import CalendarDate, Clock
from programkit.model.days import Day, Minutes
from programkit.model.meetings import LeftOut, Meeting, Why, day_of
from programkit.model.publicholidays import Region, holiday_on

MOST = 2000
"""How many dates a rule may give: some forty years of weeks."""
Weekday = Annotated[str, StringConstraints(pattern=r"^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$")]
"""iCalendar's BYDAY: "MO", or with a number, within a month, "1MO" (first) or "-1FR" (last)."""


class _Run(Model):
    """Days from a first to a last one."""

    first: Public[CalendarDate]
    """Its first day."""
    last: Public[CalendarDate]
    """Its last day."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"its last day, {self.last}, is before its first, {self.first}")
        return self

    def has(self, day: dt.date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last


class Term(_Run):
    """Days in which a series meets, such as a semester."""

    id: Public[Id | None] = None
    """The organizer's own name for it."""
    name: Public[str] = ""
    """As printed, such as "Fall 2026"."""


class Pause(_Run):
    """Days on which a series does not meet."""

    reason: Public[str] = ""
    """Why, as printed, such as "Winter break"."""


class RuleException(Model):
    """A date on which the rule does not hold: its meeting is moved, different, or left out."""

    date: Public[CalendarDate]
    """The date that the rule gives, or of an extra meeting."""
    moved_to: Public[CalendarDate | None] = None
    """The date instead; none given, nor time or room: it is left out."""
    start: Public[Clock | None] = None
    """Time of day, if it is not the usual one."""
    minutes: Public[Minutes | None] = None
    """How long it takes, if not as usual."""
    room: Public[Id | None] = None
    """Id of its room, if that is not what goes without saying."""
    extra: Public[bool] = False
    """Whether it is a meeting beside those of the rule."""
    reason: Public[str] = ""
    """Why, as printed, such as "Whit Monday"."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.extra and self.moved_to is not None:
            raise ValueError("an extra meeting stands for none that could be moved; give one date")
        return self

    @property
    def meets_on(self) -> dt.date | None:
        """The date on which it meets, if it does."""
        if self.moved_to is not None:
            return self.moved_to
        different = (self.start, self.minutes, self.room) != (None, None, None)
        return self.date if self.extra or different else None


class Recurrence(Model):
    """When a series meets (RFC 5545, RRULE)."""

    first: Public[CalendarDate]
    """The date from which the rule counts."""
    frequency: Public[Literal["weekly", "monthly"]] = "weekly"
    """By weeks or by months."""
    interval: Public[int] = Field(default=1, ge=1, le=52)
    """Every how many weeks or months; 2 with "weekly" is fortnightly."""
    weekdays: Public[tuple[Weekday, ...]] = ()
    """On which weekdays; none given means the weekday of ``first``."""
    until: Public[CalendarDate | None] = None
    """Last possible date; none given, nor a count, means the last day of the last term."""
    count: Public[int | None] = Field(default=None, ge=1, le=MOST)
    """How many dates the rule gives, those counted on which it does not meet."""
    start: Public[Clock]
    """Time of day."""
    minutes: Public[Minutes] = 60
    """How long a meeting takes."""
    terms: Public[tuple[Term, ...]] = ()
    """When it meets at all; none given means always."""
    breaks: Public[tuple[Pause, ...]] = ()
    """When it does not."""
    holidays: Public[Region] = ""
    """Whose public holidays matter: a country such as "NL", or a part of one, "DE-BE"."""
    on_holiday: Public[Literal["meet", "skip"]] = "meet"
    """Whether it meets on public holidays."""
    exceptions: Public[tuple[RuleException, ...]] = ()
    """Dates left out, moved or different, and extra ones."""

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.until is not None and self.count is not None:
            raise ValueError("say until when it goes on, or how many dates it has, not both")
        if self.until is None and self.count is None and not self.terms:
            raise ValueError("say until when it goes on, or how many dates it has")
        if self.until is not None and self.until < self.first:
            raise ValueError(f"it ends, on {self.until}, before it begins, on {self.first}")
        numbered = [day for day in self.weekdays if len(day) > 2]
        if numbered and self.frequency == "weekly":
            raise ValueError(f'"{numbered[0]}" counts within a month; say frequency: monthly')
        if len(self.ruled) > MOST:
            raise ValueError(f"it gives more than {MOST} dates; end it earlier, and begin another")
        return self

    @model_validator(mode="after")
    def _clear(self) -> Self:
        for term, after in pairwise(sorted(self.terms, key=lambda term: term.first)):
            if after.first <= term.last:
                raise ValueError(
                    f"the term from {after.first} begins before that from {term.first} ends"
                )
        dates = [exception.date for exception in self.exceptions]
        twice = sorted({date for date in dates if dates.count(date) > 1})
        if twice:
            raise ValueError(f"two exceptions are about {twice[0]}")
        return self

    @cached_property
    def ruled(self) -> tuple[dt.date, ...]:
        """The dates that the rule gives, before terms, breaks, holidays and exceptions."""
        until = self.until
        if until is None and self.count is None:
            until = max(term.last for term in self.terms)
        rule = rrule.rrule(
            rrule.WEEKLY if self.frequency == "weekly" else rrule.MONTHLY,
            dtstart=dt.datetime.combine(self.first, dt.time()),
            interval=self.interval,
            byweekday=list(self._weekdays()) or None,
            until=None if until is None else dt.datetime.combine(until, dt.time()),
            count=self.count,
        )
        return tuple(moment.date() for moment in islice(rule, MOST + 1))

    def _weekdays(self) -> Iterator[rrule.weekday]:
        """The weekdays for dateutil, which takes "MO" beside "1SU" for days that are both."""
        numbered = any(len(day) > 2 for day in self.weekdays)
        for day in self.weekdays:
            weekday: rrule.weekday = getattr(rrule, day[-2:])
            if len(day) > 2:
                yield weekday(int(day[:-2]))
            else:
                yield from (weekday(week) for week in range(1, 6)) if numbered else (weekday,)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """When it meets, in order of date; what is moved onto another date takes its place."""
        found: dict[dt.date, Meeting] = {}
        excepted = {exception.date for exception in self.exceptions}
        for date in self.ruled:
            if date not in excepted and self._why_not(date) is None:
                found[date] = Meeting(date, self.start, self.minutes, ruled=date)
        for exception in self.exceptions:
            meeting = self._excepted(exception)
            if meeting is not None:
                found[meeting.date] = meeting
        return tuple(found[date] for date in sorted(found))

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The dates of the rule on which it does not meet, and why, in order."""
        return tuple(self._left_out())

    def dates(self) -> tuple[dt.date, ...]:
        """The dates on which it meets, in order."""
        return tuple(meeting.date for meeting in self.meetings)

    def days(self) -> tuple[Day, ...]:
        """A day for each date, with one session of one open slot."""
        return self._days

    @cached_property
    def _days(self) -> tuple[Day, ...]:
        return tuple(day_of(meeting) for meeting in self.meetings)

    def unknown_exceptions(self) -> Iterator[RuleException]:
        """Exceptions for dates that the rule does not give."""
        given = set(self.ruled)
        for exception in self.exceptions:
            if not exception.extra and exception.date not in given:
                yield exception

    def _left_out(self) -> Iterator[LeftOut]:
        excepted = {exception.date: exception for exception in self.exceptions}
        for date in self.ruled:
            exception = excepted.get(date)
            why = self._why_not(date) if exception is None else None
            if exception is not None and exception.meets_on is None:
                yield LeftOut(date, "exception", exception.reason)
            elif why is not None and why != "term":
                pauses = [pause.reason for pause in self.breaks if pause.has(date)]
                yield LeftOut(date, why, pauses[0] if pauses else "")

    def _why_not(self, date: dt.date) -> Why | None:
        """Why it does not meet on a date of the rule, exceptions apart."""
        if self.terms and not any(term.has(date) for term in self.terms):
            return "term"
        if any(pause.has(date) for pause in self.breaks):
            return "break"
        if self.on_holiday == "skip" and holiday_on(self.holidays, date):
            return "holiday"
        return None

    def _excepted(self, exception: RuleException) -> Meeting | None:
        """The meeting of an exception; none where it is left out, or about no date of the rule."""
        on = exception.meets_on
        if on is None or not (exception.extra or exception.date in self.ruled):
            return None
        return Meeting(
            on,
            self.start if exception.start is None else exception.start,
            exception.minutes or self.minutes,
            room=exception.room,
            ruled=None if exception.extra else exception.date,
            reason=exception.reason,
        )
