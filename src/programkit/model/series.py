"""A seminar series: a conference whose days come from a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property

from programkit.errors import Fault
from programkit.model.base import Public
from programkit.model.clock import ZoneName
from programkit.model.conference import Conference
from programkit.model.days import Day
from programkit.model.meetings import LeftOut
from programkit.model.publicholidays import holiday_on
from programkit.model.recurrence import Recurrence

_Path = tuple[str | int, ...]


class Series(Conference):
    """A conference with a rule for its days; days given one by one override the rule's."""

    recurrence: Public[Recurrence]
    """When it meets."""
    audience: Public[tuple[ZoneName, ...]] = ()
    """IANA names of the time zones in which people listen."""

    @cached_property
    def all_days(self) -> tuple[Day, ...]:
        """The days given, and one for every other date of the rule, in order of date."""
        given = {day.date for day in self.days}
        ruled = [day for day in self.recurrence.days() if day.date not in given]
        return tuple(sorted((*self.days, *ruled), key=lambda day: str(day.date)))

    @property
    def framework(self) -> tuple[object, ...]:
        """All that the timetable depends on, the rule included."""
        return (*super().framework, self.recurrence)

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The dates of the rule on which it does not meet, and why, in order.

        Dates that have a day of their own are not among them; holidays are named in the language
        of the series.
        """
        given = {day.date for day in self.days}
        return tuple(
            replace(date, reason=self.holiday(date.date)) if date.why == "holiday" else date
            for date in self.recurrence.left_out
            if date.date not in given
        )

    def holiday(self, day: date) -> str:
        """The name of the public holiday of a day; empty if it is none."""
        return holiday_on(self.recurrence.holidays, day, self.language)

    @cached_property
    def contradictions(self) -> tuple[Fault, ...]:
        """What cannot be; faults of days that come from the rule are faults of the rule."""
        found = super().contradictions
        return tuple(replace(fault, path=self._written(fault.path)) for fault in found)

    def _written(self, path: _Path) -> _Path:
        """Where something in one of all days is written."""
        if path[:1] != ("days",):
            return path
        day = self.all_days[int(path[1])]
        own = [number for number, given in enumerate(self.days) if given is day]
        if own:
            return ("days", own[0], *path[2:])
        for number, exception in enumerate(self.recurrence.exceptions):
            if exception.meets_on == day.date:
                return ("recurrence", "exceptions", number)
        return ("recurrence",)
