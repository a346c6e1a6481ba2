"""What is special about a series: its terms, breaks, exceptions, channels and offices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from programkit.model.recurrence import Recurrence
from programkit.model.series import Series
from programkit.outline.nodes import (
    OutlineDay,
    OutlineException,
    OutlineMember,
    OutlineOffice,
    OutlineSeries,
)
from programkit.outline.resolve import Resolver
from programkit.outline.terms import terms_of

DAYS_APART = 6
"""How far apart days are on average, at least, where a program without a rule is that of a series.

Conferences have days in a row, at most a week after the other; seminars of which only dates are
known, as pages list them, are a week apart or more, though single meetings are moved.
"""


def series_of(
    resolver: Resolver, days: Sequence[OutlineDay], now: datetime | None
) -> OutlineSeries | None:
    """What a series has beside what every conference has; none for other conferences.

    Args:
        resolver: Knows the facts.
        days: The days of the outline.
        now: When outputs are made, or the facts were revised.
    """
    conference = resolver.conference
    ruled = conference if isinstance(conference, Series) else None
    if ruled is None and not _far_apart(days):
        return None
    return OutlineSeries(
        recurrence=None if ruled is None else ruled.recurrence,
        terms=terms_of(conference, days),
        exceptions=tuple(_exceptions(ruled.recurrence, days)) if ruled else (),
        channels=conference.channels,
        audience=ruled.audience if ruled else (),
        offices=tuple(_offices(resolver)),
        now=now,
    )


def _far_apart(days: Sequence[OutlineDay]) -> bool:
    dates = sorted({day.date for day in days if day.date is not None})
    if len(dates) < 2 or any(len(day.items) > 1 for day in days):
        return False
    return (dates[-1] - dates[0]).days >= DAYS_APART * (len(dates) - 1)


def _exceptions(rule: Recurrence, days: Sequence[OutlineDay]) -> Iterator[OutlineException]:
    """The days whose meeting is not as the rule has it."""
    meetings = {meeting.date: meeting for meeting in rule.meetings}
    for day in days:
        meeting = meetings.get(day.date) if day.date is not None else None
        start = day.items[0].when.start if len(day.items) == 1 else None
        other = start is not None and 60 * start.hour + start.minute != rule.start
        if meeting is not None and (meeting.moved or other or meeting.reason):
            yield OutlineException(
                day=day.id,
                moved_from=meeting.ruled if meeting.moved else None,
                other_time=other,
                reason=meeting.reason,
            )


def _offices(resolver: Resolver) -> Iterator[OutlineOffice]:
    """Every office with all who have it or had it."""
    found: dict[str, list[OutlineMember]] = {}
    for person in resolver.conference.people:
        for role in person.roles:
            then = resolver.person_on(person.id, role.until)
            found.setdefault(role.role, []).append(OutlineMember(then, role))
    for role_name, members in found.items():
        yield OutlineOffice(role_name, tuple(members))
