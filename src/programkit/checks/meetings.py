"""The dates of a series against its rule, and against public holidays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.days import Day
from programkit.model.findings import Finding, Level
from programkit.model.program import Placed, Program
from programkit.model.publicholidays import holiday_on
from programkit.model.recurrence import RuleException
from programkit.model.series import Series
from programkit.text.formats import format_date
from programkit.text.zonenames import country_of

_WIDELY_KEPT = ("AT", "BE", "CH", "DE", "DK", "FR", "GB", "IT", "NL", "US")
"""Whose holidays may explain a date where the country is not known."""
_NEAR = timedelta(days=6)
"""A meeting that was moved is mostly in the same week."""


@dataclass(frozen=True)
class Meetings:
    """Dates beside the rule, on holidays, and exceptions that fit nothing."""

    codes: ClassVar[Mapping[str, str]] = {
        "date-off-rule": "A date is none that the rule of the series gives, and nobody says why.",
        "exception-covers": "A meeting is moved onto the date of another one.",
        "exception-unknown": "An exception is for a date that the rule does not give.",
        "extra-covers": "An extra meeting takes the place of one that the rule gives.",
        "meeting-on-holiday": "A series meets on a public holiday.",
        "rule-without-dates": "The rule of a series gives no date.",
        "term-without-dates": "A term has no date of the rule.",
        "two-on-one-date": "Two talks of a series are on one date, and nothing says that it is so.",
    }

    def check(self, conference: Conference) -> Iterator[Finding]:
        """Findings in order of date; none of a conference that has no rule."""
        if isinstance(conference, Series):
            series = _Dates(conference)
            for day in conference.days:
                yield from series.off_rule(day)
            yield from series.exceptions()
            yield from series.empty_terms()
            yield from series.on_holidays()
            yield from _crowded(series.series)


class _Dates:
    """A series and what is known of its dates."""

    def __init__(self, series: Series) -> None:
        self.series = series
        self.rule = series.recurrence
        zone = "" if isinstance(series.timezone, Unknown) else series.timezone
        self.region = self.rule.holidays or country_of(zone)
        """Whose holidays explain a date: as stated, else where the time zone is."""

    def off_rule(self, day: Day) -> Iterator[Finding]:
        """A day that is listed, has no title of its own, and is not explained by the rule."""
        date_ = day.date
        if isinstance(date_, Unknown) or day.title or date_ in self.rule.ruled:
            return
        if any(exception.meets_on == date_ for exception in self.rule.exceptions):
            return
        missed = self._missed_near(date_)
        instead = ""
        if missed is not None:
            instead = f"; the rule gives {_text(missed)}{self._because(missed)}"
            remedy = f"if it was moved, say so: exceptions: [{{date: {missed}, moved_to: {date_}}}]"
        else:
            remedy = f"if it is meant, say so: exceptions: [{{date: {date_}, extra: true}}]"
        yield Finding(
            code="date-off-rule",
            level=Level.SOFT,
            message=f"{_text(date_)} is no date of the rule{instead}",
            remedy=remedy,
            about=(day.id or str(date_),),
            source=self.series.source("days", day.id or str(date_)),
        )

    def exceptions(self) -> Iterator[Finding]:
        """Exceptions for no date of the rule, or onto the date of another meeting."""
        unknown = list(self.rule.unknown_exceptions())
        for exception in unknown:
            near = min(self.rule.ruled, key=lambda day: abs(day - exception.date), default=None)
            meant = "" if near is None else f"{near} may be meant; "
            yield self._about(
                exception,
                "exception-unknown",
                Level.HARD,
                f"there is an exception for {_text(exception.date)}, which the rule does not give",
                f"{meant}an extra meeting says extra: true",
            )
        taken = {*self.rule.ruled} - {e.date for e in self.rule.exceptions if e not in unknown}
        for exception in self.rule.exceptions:
            on = exception.meets_on
            if exception.extra and exception.date in self.rule.ruled:
                yield self._about(
                    exception,
                    "extra-covers",
                    Level.SOFT,
                    f"the extra meeting of {_text(on)} is on a date of the rule, whose meeting is "
                    "left out for it",
                    "without extra: it only changes that meeting; to have both, list the day with "
                    "two sessions",
                )
            if on in taken and exception not in unknown and on != exception.date:
                yield self._about(
                    exception,
                    "exception-covers",
                    Level.SOFT,
                    f"the meeting of {_text(exception.date)} is moved to {_text(on)}, "
                    "on which there is one already",
                    "give it another date; to have both, list the day with two slots",
                )
            if on is not None:
                taken.add(on)

    def empty_terms(self) -> Iterator[Finding]:
        """A rule without any date, or terms in which it has none, as where a year was copied."""
        if not self.rule.ruled:
            yield Finding(
                code="rule-without-dates",
                level=Level.HARD,
                message="the rule of the series gives no date",
                remedy="end it later, or correct its weekdays",
                about=("recurrence",),
                source=self.series.source("recurrence"),
            )
        for number, term in enumerate(self.rule.terms if self.rule.ruled else ()):
            if not any(term.has(day) for day in self.rule.ruled):
                name = term.name or f"from {term.first}"
                yield Finding(
                    code="term-without-dates",
                    level=Level.SOFT,
                    message=f"no date of the rule is in term {name} ({term.first} to {term.last})",
                    remedy="correct its days, or those of the rule",
                    about=(term.id or name,),
                    source=self.series.source("recurrence", "terms", term.id or str(number + 1)),
                )

    def on_holidays(self) -> Iterator[Finding]:
        """Meetings that the rule gives for a public holiday and nobody has thought about."""
        thought_of = {exception.meets_on for exception in self.rule.exceptions}
        for meeting in self.rule.meetings:
            name = self._holiday(meeting.date)
            if name and meeting.date not in thought_of:
                yield Finding(
                    code="meeting-on-holiday",
                    level=Level.SOFT if self.rule.holidays else Level.NOTE,
                    message=f"the series meets on {_text(meeting.date)}, which is {name} "
                    f"({self.region})",
                    remedy="move or leave out the date under exceptions:, say on_holiday: skip, "
                    "or accept it",
                    about=(str(meeting.date),),
                    source=self.series.source("recurrence"),
                )

    def _missed_near(self, day: date) -> date | None:
        """The date of the rule that a meeting on this one may stand for: nearest, and missed."""
        listed = {given.date for given in self.series.days}
        missed = [
            ruled
            for ruled in self.rule.ruled
            if abs(ruled - day) <= _NEAR and (ruled not in listed or self._holiday(ruled))
        ]
        return min(
            missed, key=lambda ruled: (not self._holiday(ruled), abs(ruled - day)), default=None
        )

    def _because(self, missed: date) -> str:
        if self.region:
            name, where = self._holiday(missed), self.region
        else:
            named = {region: holiday_on(region, missed, "en") for region in _WIDELY_KEPT}
            name = next(filter(None, named.values()), "")
            where = ", ".join(region for region, found in named.items() if found == name)
        return f", which is {name} ({where}), the likely reason" if name else ""

    def _holiday(self, day: date) -> str:
        return holiday_on(self.region, day, "en")

    def _about(
        self, exception: RuleException, code: str, level: Level, message: str, remedy: str
    ) -> Finding:
        where = str(exception.date)
        return Finding(
            code=code,
            level=level,
            message=message,
            remedy=remedy,
            about=(where,),
            source=self.series.source("recurrence", "exceptions", where),
        )


def _crowded(series: Series) -> Iterator[Finding]:
    """Days without a title of their own that hold several talks, each with its own speakers."""
    talks: dict[str, list[str]] = {}
    for placed in Program.of(series).placed:
        day = _day_of(series, placed)
        if day is not None and placed.talk.takes_place:
            talks.setdefault(day, []).append(placed.talk.id)
    for day_id, found in talks.items():
        several = list(dict.fromkeys(found))
        titled = any((day.id or str(day.date)) == day_id and day.title for day in series.days)
        if len(several) > 1 and not titled:
            yield Finding(
                code="two-on-one-date",
                level=Level.SOFT,
                message=f"{len(several)} talks are on {day_id}: {', '.join(several)}",
                remedy="give one of them another date; to have both, list the day with a "
                "title and a slot for each",
                about=tuple(several),
                source=series.source("days", day_id),
            )


def _day_of(series: Series, placed: Placed) -> str | None:
    """Id of the day that a talk is on; of one fixed by its time, of the day with its date."""
    if placed.session is not None:
        day = placed.session.day
        return None if day is None else series.timetable.days[day].id
    when = placed.interval
    on = None if when is None else when.first.astimezone(series.zone).date()
    return next((day.id for day in series.timetable.days if day.day.date == on), None)


def _text(day: date | None) -> str:
    """``Thursday, 28 May 2026``."""
    return "" if day is None else format_date(day)
