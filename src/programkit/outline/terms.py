"""The terms of a series: as its facts have them, and calendar years for days that are in none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from programkit.model.conference import Conference
from programkit.model.meetings import LeftOut
from programkit.model.recurrence import Recurrence, Term
from programkit.model.series import Series
from programkit.outline.nodes import OutlineDay, OutlinePause, OutlineTerm
from programkit.text.formats import format_dates


def terms_of(conference: Conference, days: Sequence[OutlineDay]) -> tuple[OutlineTerm, ...]:
    """The terms by first day, with their days and the dates without a meeting.

    A term of the facts is told even if it has no days yet; a calendar year is not.
    """
    dates = {day.id: day.date for day in days if day.date is not None}
    series = conference if isinstance(conference, Series) else None
    pauses = tuple(_pauses(series)) if series else ()
    declared = sorted(series.recurrence.terms, key=lambda term: term.first) if series else []
    found = [_declared(term, dates, pauses, conference.language) for term in declared]
    inside = {day for term in found for day in term.days}
    outside = {day: on for day, on in dates.items() if day not in inside}
    found += [_year(year, outside, pauses, declared) for year in _years(outside)]
    return tuple(sorted(found, key=lambda term: (term.first, term.last)))


def _declared(
    term: Term, dates: Mapping[str, date], pauses: Sequence[OutlinePause], language: str
) -> OutlineTerm:
    return OutlineTerm(
        name=term.name or format_dates(term.first, term.last, language),
        first=term.first,
        last=term.last,
        year=False,
        days=_by_date(day for day in dates.items() if term.has(day[1])),
        pauses=tuple(pause for pause in pauses if _meet(pause, term)),
    )


def _years(dates: Mapping[str, date]) -> list[int]:
    return sorted({day.year for day in dates.values()})


def _year(
    year: int, dates: Mapping[str, date], pauses: Sequence[OutlinePause], terms: Sequence[Term]
) -> OutlineTerm:
    """The days of a year that are in no term."""
    inside = {day: on for day, on in dates.items() if on.year == year}
    return OutlineTerm(
        name=str(year),
        first=min(inside.values()),
        last=max(inside.values()),
        year=True,
        days=_by_date(inside.items()),
        pauses=tuple(
            pause
            for pause in pauses
            if pause.first.year == year and not any(_meet(pause, term) for term in terms)
        ),
    )


def _meet(pause: OutlinePause, term: Term) -> bool:
    return pause.first <= term.last and term.first <= pause.last


def _by_date(days: Iterable[tuple[str, date]]) -> tuple[str, ...]:
    return tuple(day for day, _ in sorted(days, key=lambda day: day[1]))


def _pauses(series: Series) -> Iterator[OutlinePause]:
    """Each break that takes dates away, once and whole; other dates by themselves."""
    told = set()
    for missed in series.left_out:
        pause = _pause(missed, series.recurrence)
        if pause not in told:
            told.add(pause)
            yield pause


def _pause(missed: LeftOut, rule: Recurrence) -> OutlinePause:
    breaks = [one for one in rule.breaks if one.has(missed.date)] if missed.why == "break" else []
    first, last = (breaks[0].first, breaks[0].last) if breaks else (missed.date, missed.date)
    return OutlinePause(first=first, last=last, why=missed.why, reason=missed.reason)
