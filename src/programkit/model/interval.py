"""Half-open intervals of time: the one place where times are compared.

Bounds are aware datetimes kept in UTC. Two datetimes of one local zone compare by their wall
clocks in Python, which is wrong in the hour that summer time repeats; in UTC it cannot happen.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, model_validator

from programkit.model.base import Model, Public

Moment = Annotated[AwareDatetime, AfterValidator(lambda moment: moment.astimezone(UTC))]
"""An aware datetime, kept in UTC."""

_EARLIEST = datetime.min.replace(tzinfo=UTC)
_LATEST = datetime.max.replace(tzinfo=UTC)


class Interval(Model):
    """The time from ``start`` up to, not including, ``end``."""

    start: Public[Moment | None] = None
    """The first moment; none means since ever."""
    end: Public[Moment | None] = None
    """The first moment after it; none means for ever."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.first > self.last:
            raise ValueError(f"ends ({self.end}) before it starts ({self.start})")
        return self

    @classmethod
    def lasting(cls, start: datetime, minutes: int) -> Interval:
        """The interval of so many minutes of elapsed time, also where clocks change within it."""
        return cls(start=start, end=start.astimezone(UTC) + timedelta(minutes=minutes))

    @property
    def first(self) -> datetime:
        """The start, or the earliest datetime there is."""
        return _EARLIEST if self.start is None else self.start

    @property
    def last(self) -> datetime:
        """The end, or the latest datetime there is."""
        return _LATEST if self.end is None else self.end

    @property
    def minutes(self) -> int:
        """Whole minutes of elapsed time; of an unbounded interval, very many."""
        return (self.last - self.first) // timedelta(minutes=1)

    @property
    def empty(self) -> bool:
        """Whether it is only a moment, which takes no time."""
        return self.first == self.last

    def overlaps(self, other: Interval) -> bool:
        """Whether some time is in both. Touching is not overlapping; a moment overlaps nothing."""
        return max(self.first, other.first) < min(self.last, other.last)

    def contains(self, other: Interval) -> bool:
        """Whether all of the other's time is in this one. A moment has no time to be outside."""
        return other.empty or (self.first <= other.first and other.last <= self.last)

    def includes(self, moment: datetime) -> bool:
        """Whether a moment is in it: the start is, the end is not."""
        return self.first <= moment < self.last

    def before(self, other: Interval) -> bool:
        """Whether it is over when the other starts."""
        return self.last <= other.first

    def intersection(self, other: Interval) -> Interval | None:
        """The time in both, or nothing."""
        if not self.overlaps(other):
            return None
        return _between(max(self.first, other.first), min(self.last, other.last))


def union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same time as sorted intervals that neither overlap nor touch; moments vanish."""
    merged: list[tuple[datetime, datetime]] = []
    for first, last in sorted((i.first, i.last) for i in intervals if not i.empty):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(_between(first, last) for first, last in merged)


def gaps(within: Interval, taken: Iterable[Interval]) -> tuple[Interval, ...]:
    """The time of ``within`` that none of ``taken`` takes, sorted."""
    free: list[Interval] = []
    start = within.first
    for busy in union(taken):
        if start < min(busy.first, within.last):
            free.append(_between(start, min(busy.first, within.last)))
        start = max(start, busy.last)
    if start < within.last:
        free.append(_between(start, within.last))
    return tuple(free)


def covers(available: Iterable[Interval], wanted: Interval) -> bool:
    """Whether all of ``wanted`` lies in the union of ``available``."""
    return wanted.empty or any(i.contains(wanted) for i in union(available))


def _between(first: datetime, last: datetime) -> Interval:
    return Interval(
        start=None if first == _EARLIEST else first, end=None if last == _LATEST else last
    )
