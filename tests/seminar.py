"""The smallest seminar series, for tests of what a rule brings with it."""

from datetime import date

from programkit.model.days import Day, Session, Slot
from programkit.model.recurrence import Recurrence
from programkit.model.series import Series

MAY = date(2026, 5, 11)
"""A Monday two weeks before Whit Monday."""


def series(*days, rule=None, **facts):
    """A seminar in Enschede: five Mondays, fortnightly unless told otherwise."""
    told = {"first": MAY, "start": "16:00", "interval": 2, "count": 5, **(rule or {})}
    given = {"title": "Seminar", "timezone": "Europe/Amsterdam", **facts}
    return Series(recurrence=Recurrence(**told), days=days, **given)


def meeting(day, *talks, start="16:00", **facts):
    """A day with one session of talks, one hour each."""
    slots = [Slot(start=start if n == 0 else None, minutes=60, talk=t) for n, t in enumerate(talks)]
    return Day(date=day, items=(Session(slots=tuple(slots)),), **facts)
