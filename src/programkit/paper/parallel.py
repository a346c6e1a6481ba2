"""What runs in parallel: the items of a day, those that overlap put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations

from programkit.outline.nodes import OutlineItem, OutlineSession, When


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighboring items of a day."""

    items: tuple[OutlineItem, ...]
    when: When | None = None
    """From the first start to the last end if sessions run in parallel; else none."""


def stretches(items: Sequence[OutlineItem]) -> Iterator[Stretch]:
    """The items of a day by time, cut wherever all that began has ended.

    What has no start stays with what it follows; what has no end lasts a moment.
    """
    held: list[OutlineItem] = []
    latest: datetime | None = None
    until: datetime | None = None
    for item in items:
        begin, end = _bounds(item.when)
        if begin is not None and until is not None and begin >= until and begin != latest:
            yield _stretch(held)
            held, until = [], None
        held.append(item)
        latest = begin or latest
        until = max(filter(None, (until, end)), default=None)
    if held:
        yield _stretch(held)


def _stretch(items: list[OutlineItem]) -> Stretch:
    sessions = [item for item in items if isinstance(item, OutlineSession)]
    if not any(_overlap(one.when, other.when) for one, other in combinations(sessions, 2)):
        return Stretch(tuple(items))
    timed = [session.when for session in sessions if session.when.start]
    start = min((when.start for when in timed if when.start), key=_utc)
    ends = [when.end for when in timed if when.end]
    end = max(ends, key=_utc) if len(ends) == len(timed) else None
    return Stretch(tuple(items), When(start, end))


def _overlap(one: When, other: When) -> bool:
    (begin, end), (its_begin, its_end) = _bounds(one), _bounds(other)
    if begin is None or end is None or its_begin is None or its_end is None:
        return False
    return begin == its_begin or (begin < its_end and its_begin < end)


def _bounds(when: When) -> tuple[datetime | None, datetime | None]:
    """Start and end in UTC, where they compare rightly when clocks change."""
    if when.start is None:
        return None, None
    return _utc(when.start), _utc(when.end or when.start)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
