"""Talks that are fixed at a time on which there is no day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from programkit.checks.base import source_of
from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.series import Series
from programkit.text.formats import format_date
from programkit.text.subjects import talk_text


@dataclass(frozen=True)
class FixedTimes:
    """Talks at a time of their own, on none of the days: no agenda has a place for them."""

    codes: ClassVar[Mapping[str, str]] = {
        "talk-off-days": "A talk is fixed at a time on none of the days.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """A finding for each talk and date; none while the date of a day is unknown."""
        days = {day.date for day in conference.all_days}
        if any(isinstance(day, Unknown) for day in days):
            return
        for talk in conference.talks:
            dates = dict.fromkeys(_dates(conference, talk)) if talk.takes_place else ()
            for on in (on for on in dates if on not in days):
                yield Finding(
                    code="talk-off-days",
                    level=Level.HARD,
                    message=f"{talk_text(conference, talk)} is on {format_date(on)}, which is none "
                    f"of the days of the {'series' if _is_series(conference) else 'program'}",
                    remedy=f"correct its time, or {_another_day(conference, on)}",
                    about=(talk.id,),
                    source=source_of(conference, talk, "at"),
                )


def _dates(conference: Conference, talk: Talk) -> Iterator[date]:
    for at in talk.at:
        if at.start is not None:
            yield at.start.astimezone(conference.zone).date()


def _is_series(conference: Conference) -> bool:
    return isinstance(conference, Series)


def _another_day(conference: Conference, on: date) -> str:
    if _is_series(conference):
        return f"add the meeting under recurrence: exceptions: [{{date: {on}, extra: true}}]"
    return f"add the day under days: {{date: {on}}}"
