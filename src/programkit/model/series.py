"""A seminar series: a conference whose days come from a rule."""

from __future__ import annotations

from functools import cached_property

from programkit.model.base import Public
from programkit.model.conference import Conference
from programkit.model.days import Day
from programkit.model.recurrence import Recurrence


class Series(Conference):
    """A conference with a rule for its days; days given one by one override the rule's."""

    recurrence: Public[Recurrence]
    """When it meets."""

    @cached_property
    def all_days(self) -> tuple[Day, ...]:
        """The days given, and one for every other date of the rule, in order of date."""
        given = {day.date for day in self.days}
        ruled = [day for day in self.recurrence.days() if day.date not in given]
        return tuple(sorted((*self.days, *ruled), key=lambda day: str(day.date)))
