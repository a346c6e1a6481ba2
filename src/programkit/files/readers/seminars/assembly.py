"""A conference or series from what was read of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from programkit.errors import ConferenceError, Fault, LoadError
from programkit.files.readers.markdown.languages import language_of
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.seminars.cover import read_cover
from programkit.files.readers.seminars.dating import Evidence, date_entries
from programkit.files.readers.seminars.entries import Entry, Page
from programkit.files.readers.seminars.hours import Hours
from programkit.files.readers.seminars.leftovers import note_leftovers
from programkit.files.readers.seminars.memberships import enlist
from programkit.files.readers.seminars.others import Other
from programkit.files.readers.seminars.resolving import resolve
from programkit.files.readers.seminars.rosters import earlier_of
from programkit.files.readers.seminars.ruling import recurrence_of
from programkit.files.readers.seminars.statements import Rule, rule_in
from programkit.files.readers.seminars.talks import Gathered
from programkit.files.readers.seminars.venues import Venues
from programkit.files.readers.seminars.vocabulary import NO_REASON
from programkit.files.readers.seminars.years import newest_year
from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.days import Day, Session, Slot
from programkit.model.findings import Finding
from programkit.model.recurrence import Recurrence
from programkit.model.series import Series
from programkit.model.venue import Organization


@dataclass(frozen=True, slots=True)
class Meeting:
    """An entry with what was found for it."""

    entry: Entry
    date: date | None
    talk: str
    """Empty where nothing is known of it yet."""


class Assembly:
    """Puts a series together from a page, and from other versions of it."""

    def __init__(
        self, page: Page, lines: Sequence[Line], others: Sequence[Other], notes: Notes
    ) -> None:
        self._page = page
        self._lines = lines
        self._others = others
        self._notes = notes
        self._gathered = Gathered(notes)
        known = [name for other in others for name in other.names]
        resolve(page, known, notes)
        self._cover = read_cover(page, notes)
        self._rule = self._find_rule()
        self._venues = Venues(self._cover, self._gathered.registry, notes)
        self._hours = Hours(page, self._cover, self._rule, notes)

    def conference(self, year: int | None) -> tuple[Conference, tuple[Finding, ...]]:
        """The series, if its rule is known, else a conference; and what was noticed.

        Raises:
            LoadError: The facts contradict each other.
        """
        meetings = self._meetings(year)
        days = self._days(meetings)
        enlist(
            self._page.lists,
            [earlier_of(other.file, other.page) for other in self._others],
            self._gathered,
        )
        recurrence = self._recurrence(meetings)
        facts = self._facts(days)
        note_leftovers(self._page, self._lines, self._gathered, self._notes)
        made = _checked(facts, recurrence, self._notes)
        sources = {**self._own_sources(), **self._gathered.sources, **self._places(made, meetings)}
        found = self._notes.found
        return made.replace(sources=sources, findings=found), found

    def _find_rule(self) -> Rule | None:
        stated = [*self._page.labels.get("rule", ()), *self._cover.sentences]
        rules = (rule_in(sentence, line) for sentence, line in stated)
        return next((rule for rule in rules if rule is not None), None)

    def _meetings(self, year: int | None) -> list[Meeting]:
        """The entries in the order of their dates; those without one stay where they are."""
        entries = self._page.entries
        whens = {entry.when.line for entry in entries if entry.when}
        evidence = Evidence(
            given=year,
            named=newest_year([line for line in self._lines if line.number not in whens]),
            usual=self._rule.weekdays if self._rule else (),
            elsewhere={k: v for other in self._others for k, v in other.years.items()},
        )
        dates = date_entries(entries, evidence, self._notes)
        found = [
            Meeting(entry, day, self._gathered.talk(entry) if _has_talk(entry) else "")
            for entry, day in zip(entries, dates, strict=True)
        ]
        return sorted(found, key=_Order(found))

    def _days(self, meetings: Sequence[Meeting]) -> tuple[Day, ...]:
        """A day for each date, with a session for each talk."""
        days: list[Day] = []
        places: dict[date, int] = {}
        for meeting in meetings:
            entry, day = meeting.entry, meeting.date
            if entry.off and day is not None and self._is_ruled():
                continue
            found = self._day(entry, day, meeting.talk)
            if day is not None and day in places:
                known = days[places[day]]
                title = known.title or found.title
                merged = known.replace(items=(*known.items, *found.items), title=title)
                days[places[day]] = merged
                continue
            if day is not None:
                places[day] = len(days)
            days.append(found)
        return tuple(days)

    def _day(self, entry: Entry, day: date | None, talk: str) -> Day:
        """The day of one entry; what it says instead of a date is its title."""
        if entry.off:
            return Day(date=day or TBD, title=entry.off)
        start, end = self._hours.of(entry)
        slot = Slot(start=start, end=end, talk=talk or TBD)
        session = Session(room=self._venues.room(entry), slots=(slot,))
        title = entry.when.text if entry.when and day is None else ""
        return Day(date=day or TBD, title=title, items=(session,))

    def _is_ruled(self) -> bool:
        return self._rule is not None and bool(self._rule.frequency)

    def _recurrence(self, meetings: Sequence[Meeting]) -> Recurrence | None:
        if self._rule is None:
            return None
        dates: dict[date, int] = {}
        for meeting in meetings:
            if meeting.date and meeting.entry.when and not meeting.entry.off:
                dates.setdefault(meeting.date, meeting.entry.when.line)
        off = {m.date: _reason(m.entry.off) for m in meetings if m.date and m.entry.off}
        return recurrence_of(self._rule, dates, off, self._notes)

    def _facts(self, days: tuple[Day, ...]) -> dict[str, Any]:
        gathered, cover = self._gathered, self._cover
        page = self._page
        web = page.said("url")[0]
        hosts = [*cover.hosts, *(name for name, _ in page.labels.get("hosts", ()))]
        return {
            "title": cover.title,
            "timezone": self._hours.timezone(),
            "language": self._language(),
            "hours": self._hours.clock(),
            "subtitle": page.said("subtitle")[0],
            "place": page.said("place")[0],
            "url": web if web.startswith(("http://", "https://")) else "",
            "welcome": cover.welcome,
            "hosts": tuple(Organization(name=name) for name in hosts),
            "rooms": self._venues.rooms(),
            "affiliations": gathered.registry.affiliations,
            "people": gathered.people,
            "tracks": gathered.tracks,
            "talks": tuple(gathered.talks),
            "days": days,
        }

    def _language(self) -> str:
        stated, _ = self._page.said("language")
        if stated:
            return stated
        whens = [e.when.text for e in self._page.entries if e.when and e.when.reading]
        texts = [*whens, *([self._rule.text] if self._rule else [])]
        found = language_of(texts)
        if found != "en":
            line = self._page.entries[0].line if self._page.entries else 1
            self._notes.add(
                "language-inferred",
                line,
                f'the language was read as "{found}", by the names of weekdays and months',
                "write language: with another tag if that is wrong",
                field="language",
            )
        return found

    def _own_sources(self) -> dict[str, Any]:
        cover = self._cover
        lines = {
            "title": cover.title_line,
            "welcome": cover.welcome_line,
            "hosts": cover.title_line if cover.hosts else 0,
            "timezone": self._hours.zone_line,
            "recurrence": self._rule.line if self._rule else 0,
        }
        return {name: self._notes.source(line, name) for name, line in lines.items() if line}

    def _places(self, made: Conference, meetings: Sequence[Meeting]) -> dict[str, Any]:
        """Where days and slots were read."""
        talks = {meeting.talk: meeting.entry for meeting in meetings if meeting.talk}
        dates = {str(m.date): m.entry.line for m in meetings if m.date}
        found = {
            f"days.{day.id}": self._notes.source(dates[day.id])
            for day in made.timetable.days
            if day.id in dates
        }
        for slot in made.timetable.slots.values():
            entry = talks.get(slot.slot.talk) if isinstance(slot.slot.talk, str) else None
            if entry is not None:
                line = entry.when.line if entry.when else entry.line
                found[f"slots.{slot.id}"] = self._notes.source(line)
        return found


class _Order:
    """Sorts meetings by date; one without a date goes where the one before it went."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self._keys: dict[int, tuple[date, int]] = {}
        last = date.min
        for place, meeting in enumerate(meetings):
            last = meeting.date or last
            self._keys[id(meeting)] = (last, place)

    def __call__(self, meeting: Meeting) -> tuple[date, int]:
        return self._keys[id(meeting)]


def _has_talk(entry: Entry) -> bool:
    """Whether anything is known of a talk: a date alone, or with TBA, is an open slot."""
    known = entry.people or entry.title or entry.abstract or entry.bio or entry.series
    return not entry.off and bool(known or entry.host)


def _reason(text: str) -> str:
    """What stands in parentheses behind "No seminar", else all of it."""
    before, bracket, inner = text.partition("(")
    if bracket and before.strip():
        return inner.rstrip().removesuffix(")")
    return "" if NO_REASON.fullmatch(text.strip()) else text


def _checked(facts: dict[str, Any], recurrence: Recurrence | None, notes: Notes) -> Conference:
    """The facts, if they fit together."""
    try:
        if recurrence is not None:
            return Series(recurrence=recurrence, **facts)
        return Conference(**facts)
    except ConferenceError as error:
        raise LoadError(error.faults) from None
    except ValidationError as error:
        faults = [
            Fault(e["msg"], notes.file, field=".".join(map(str, e["loc"]))) for e in error.errors()
        ]
        raise LoadError(faults) from None
