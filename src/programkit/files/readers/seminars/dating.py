"""The date of every entry, and how it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.seminars.entries import Entry
from programkit.files.readers.seminars.whens import When
from programkit.files.readers.seminars.years import Found, Spot, years_of
from programkit.model.findings import Level

_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page and the import say about years."""

    given: int | None = None
    """The year of the first date, as given with the import."""
    named: tuple[int, int, str] | None = None
    """The newest year the page names, its line, and the words around it."""
    usual: tuple[int, ...] = ()
    """Weekdays on which the series meets."""
    elsewhere: Mapping[tuple[int, int, str], tuple[int, str]] | None = None
    """Years of talks on other pages, by month, day and who or what."""


def date_entries(
    entries: Sequence[Entry], evidence: Evidence, notes: Notes
) -> tuple[date | None, ...]:
    """The dates; what was inferred, contradicts itself or stays open is noted."""
    spots = {place: _spot(e.when, evidence) for place, e in enumerate(entries) if _dated(e)}
    places = [place for place, spot in spots.items() if spot is not None]
    kept = [spot for spot in spots.values() if spot is not None]
    elsewhere = _elsewhere([entries[place] for place in places], kept, evidence)
    found = years_of(
        kept,
        year=evidence.given,
        named=evidence.named,
        usual=evidence.usual,
        elsewhere=elsewhere,
    )
    dates: list[date | None] = [None] * len(entries)
    for index, (place, spot) in enumerate(zip(places, kept, strict=True)):
        dates[place] = found.date_of(index, spot)
    judge = _Judge(entries, notes)
    judge.years(found, [(entries[p], s) for p, s in zip(places, kept, strict=True)])
    judge.two_ways([entries[p] for p, spot in spots.items() if spot is None])
    judge.impossible()
    judge.weekdays(dates)
    judge.cases()
    return tuple(dates)


def _dated(entry: Entry) -> bool:
    return entry.when is not None and entry.when.reading is not None


def _spot(when: When | None, evidence: Evidence) -> Spot | None:
    """The date as written; nothing where it can mean two days."""
    reading = when.reading if when else None
    if reading is None:
        return None
    days = reading.days
    if len(days) > 1 and reading.candidates:
        wanted = {reading.weekday} if reading.weekday is not None else set(evidence.usual)
        fitting = [day for day in reading.candidates if day.weekday() in wanted]
        days = tuple((day.month, day.day) for day in fitting) if len(fitting) == 1 else days
    if len(days) != 1:
        return None
    year = reading.candidates[0].year if reading.candidates and reading.year_stated else None
    return Spot(days[0][0], days[0][1], reading.weekday, year)


def _elsewhere(
    entries: Sequence[Entry], spots: Sequence[Spot], evidence: Evidence
) -> dict[int, tuple[int, str]]:
    found = {}
    for place, (entry, spot) in enumerate(zip(entries, spots, strict=True)):
        for name in identities(entry):
            known = (evidence.elsewhere or {}).get((spot.month, spot.day, name))
            if known is not None:
                found[place] = known
    return found


def identities(entry: Entry) -> tuple[str, ...]:
    """By what a talk is known on another page: speakers and title, folded."""
    names = [person.name for person in entry.people]
    return tuple(text.casefold() for text in [*names, entry.title or ""] if text)


class _Judge:
    """Notes what is to be said of dates."""

    def __init__(self, entries: Sequence[Entry], notes: Notes) -> None:
        self._entries = entries
        self._notes = notes

    def years(self, found: Found, spots: Sequence[tuple[Entry, Spot]]) -> None:
        """How years were found, once for all; or what they can be, for each."""
        without = [(p, entry, spot) for p, (entry, spot) in enumerate(spots) if spot.year is None]
        if without and len(found.starts) == 1:
            count = "1 date says" if len(without) == 1 else f"{len(without)} dates say"
            years = sorted({found.starts[0] + found.offsets[place] for place, _, _ in without})
            taken = "was taken" if len(years) == 1 else "were taken"
            self._notes.add(
                "year-inferred",
                without[0][1].line,
                f"{count} no year; {' and '.join(map(str, years))} {taken}: {found.evidence}",
                "nothing, if that is right; else import with --year",
            )
            return
        for place, entry, spot in without:
            self._ambiguous(entry, found.candidates(place, spot))

    def two_ways(self, entries: Sequence[Entry]) -> None:
        """Dates of which nothing says what is the month."""
        for entry in entries:
            reading = entry.when.reading if entry.when else None
            self._ambiguous(entry, reading.candidates if reading else ())

    def _ambiguous(self, entry: Entry, candidates: Sequence[date]) -> None:
        shown = " or ".join(f"{day} ({day:%A})" for day in candidates[:_MOST_NAMED])
        more = len(candidates) - _MOST_NAMED
        said = f"can mean {shown}" + (f" or {more} more" if more > 0 else "")
        self._notes.add(
            "date-ambiguous",
            entry.line,
            f'"{entry.when.text if entry.when else ""}" '
            + (said if candidates else "says no year, and nothing else on the page does"),
            "write the whole date, or import with --year",
            level=Level.SOFT,
        )

    def impossible(self) -> None:
        """What is written as a date and is none."""
        for entry in self._entries:
            if entry.when is not None and entry.when.impossible:
                self._notes.add(
                    "date-impossible",
                    entry.line,
                    f'"{entry.when.text}" is written as a date, and there is no such day',
                    "correct it",
                    level=Level.SOFT,
                )

    def weekdays(self, dates: Sequence[date | None]) -> None:
        """Weekdays that are not those of their dates."""
        for entry, day in zip(self._entries, dates, strict=True):
            reading = entry.when.reading if entry.when else None
            if day is not None and reading and reading.weekday not in {None, day.weekday()}:
                self._notes.add(
                    "weekday-mismatch",
                    entry.line,
                    f'"{entry.when.text if entry.when else ""}": {day} is a {day:%A}',
                    "correct the weekday or the date",
                    level=Level.SOFT,
                )

    def cases(self) -> None:
        """Months in odd letters."""
        odd = [(e.line, e.when.odd_case) for e in self._entries if e.when and e.when.odd_case]
        if odd:
            words = ", ".join(dict.fromkeys(f'"{word}"' for _, word in odd))
            lines = ", ".join(str(line) for line, _ in odd)
            self._notes.add(
                "month-case",
                odd[0][0],
                f"{words} (line {lines}) was read whatever its capital letters",
                "nothing, if that is right",
            )
