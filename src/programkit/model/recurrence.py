"""Rules from which the days of a series come, in iCalendar's terms."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from dateutil import rrule
from pydantic import Field, StringConstraints, model_validator

from programkit.model.base import Model, Public
from programkit.model.clock import Clock
from programkit.model.days import Day, Minutes, Session, Slot

Weekday = Annotated[str, StringConstraints(pattern=r"^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$")]
"""iCalendar's BYDAY: "MO", or with a number, within a month, "1MO" (first) or "-1FR" (last)."""


class RuleException(Model):
    """A date on which the rule does not hold."""

    date: Public[dt.date]
    """The date that the rule gives."""
    moved_to: Public[dt.date | None] = None
    """The date instead; none given means it is left out."""
    reason: Public[str] = ""
    """Why, as printed, such as "Whit Monday"."""


class Recurrence(Model):
    """When a series meets (RFC 5545, RRULE)."""

    first: Public[dt.date]
    """The date from which the rule counts."""
    frequency: Public[Literal["weekly", "monthly"]] = "weekly"
    """By weeks or by months."""
    interval: Public[int] = Field(default=1, ge=1, le=52)
    """Every how many weeks or months; 2 with "weekly" is fortnightly."""
    weekdays: Public[tuple[Weekday, ...]] = ()
    """On which weekdays; none given means the weekday of ``first``."""
    until: Public[dt.date | None] = None
    """Last possible date."""
    count: Public[int | None] = Field(default=None, ge=1, le=1000)
    """How many dates, the exceptions counted."""
    start: Public[Clock]
    """Time of day."""
    minutes: Public[Minutes] = 60
    """How long a meeting takes."""
    exceptions: Public[tuple[RuleException, ...]] = ()
    """Dates left out or moved."""

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if (self.until is None) == (self.count is None):
            raise ValueError("say until when it goes on, or how many dates it has")
        return self

    def dates(self) -> tuple[dt.date, ...]:
        """The dates, with exceptions applied, in order."""
        rule = rrule.rrule(
            rrule.WEEKLY if self.frequency == "weekly" else rrule.MONTHLY,
            dtstart=dt.datetime.combine(self.first, dt.time()),
            interval=self.interval,
            byweekday=[_weekday(day) for day in self.weekdays] or None,
            until=None if self.until is None else dt.datetime.combine(self.until, dt.time()),
            count=self.count,
        )
        excepted = {exception.date: exception.moved_to for exception in self.exceptions}
        given = [moment.date() for moment in rule]
        moved = [excepted.get(day, day) for day in given]
        return tuple(sorted({day for day in moved if day is not None}))

    def days(self) -> tuple[Day, ...]:
        """A day for each date, with one session of one open slot."""
        slot = Slot(start=self.start, minutes=self.minutes)
        return tuple(Day(date=day, items=(Session(slots=(slot,)),)) for day in self.dates())


def _weekday(text: str) -> rrule.weekday:
    weekday: rrule.weekday = getattr(rrule, text[-2:])
    return weekday(int(text[:-2])) if text[:-2] else weekday
