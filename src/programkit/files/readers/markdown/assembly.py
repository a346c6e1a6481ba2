"""A conference from the parts of a booklet."""

from __future__ import annotations

from typing import Literal

from pydantic import ValidationError

from programkit.errors import ConferenceError, Fault, LoadError
from programkit.files.readers.markdown.cover import Cover
from programkit.files.readers.markdown.dating import Dates
from programkit.files.readers.markdown.days import DayHeading
from programkit.files.readers.markdown.drift import note_drift
from programkit.files.readers.markdown.entries import EntryReader
from programkit.files.readers.markdown.facts import (
    DayDraft,
    cover_facts,
    cover_sources,
    day_of,
    day_sources,
)
from programkit.files.readers.markdown.known import Known
from programkit.files.readers.markdown.languages import language_of
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.registry import Registry
from programkit.files.readers.markdown.rows import Columns, Header
from programkit.files.readers.markdown.spellings import Spellings
from programkit.files.readers.markdown.structure import Booklet, same_day
from programkit.files.readers.markdown.talks import Talks
from programkit.files.readers.markdown.timeline import items_of
from programkit.model.base import TBD, Unknown
from programkit.model.clock import zone_of
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Source
from programkit.model.timetable import TimedBreak, TimedSession, TimedSlot


class Assembly:
    """Puts a conference together from cover, agenda and abstracts."""

    def __init__(self, booklet: Booklet, cover: Cover, notes: Notes) -> None:
        self._booklet = booklet
        self._cover = cover
        self._notes = notes
        self._sources: dict[str, Source] = cover_sources(cover, notes)
        self._registry = Registry(notes, self._sources)
        self._talks = Talks(self._registry, notes, self._sources)
        self._days: list[DayDraft] = []

    def conference(self) -> tuple[Conference, tuple[Finding, ...]]:
        """The conference and what was noticed.

        Raises:
            LoadError: The facts contradict each other.
        """
        self._read_days()
        self._name_talks()
        self._read_abstracts()
        self._compare_spellings()
        for line in self._booklet.stray:
            if line.used:
                self._notes.unused(line)
        conference = self._checked()
        self._sources.update(day_sources(conference, self._days, self._notes))
        self._note_open_ends(conference)
        found = self._notes.found
        return conference.replace(sources=self._sources, findings=found), found

    def _read_days(self) -> None:
        """The days with their items; a day that is there twice, as for two rooms, is one."""
        parts = self._booklet.days
        heads: dict[int, Header] = {}
        for part in parts:
            heads.update({r.header.line.number: r.header for r in part.rows if r.header})
        columns = Columns([r.row for part in parts for r in part.rows], heads)
        dates = Dates(self._cover, self._notes)
        by_date: dict[object, DayDraft] = {}
        for part in parts:
            found = dates.of(part.heading)
            draft = DayDraft(part, found, items_of(part, columns, self._notes))
            known = by_date.setdefault(found or part.heading, draft)
            if known is draft:
                self._days.append(draft)
            else:
                known.items.extend(draft.items)
        dates.finish()

    def _name_talks(self) -> None:
        for session in (session for day in self._days for session in day.sessions):
            previous = ""
            for row in session.talks:
                if not row.open:
                    row.talk = previous = self._talks.from_row(row, previous)

    def _read_abstracts(self) -> None:
        rows = [
            (place, row)
            for place, day in enumerate(self._days)
            for session in day.sessions
            for row in session.talks
        ]
        known = Known([(place, row) for place, row in rows if row.talk])
        reader = EntryReader(known)
        for place, row in rows:
            if any(line.used for line in row.below):
                reader.under(place, row)
        for part in self._booklet.abstracts:
            reader.day(self._place_of(part.heading))
            reader.take(part.lines)
        for line in reader.before:
            if line.used:
                self._notes.unused(line)
        for entry in reader.entries:
            self._talks.describe(entry, known.talk(entry.clue))
        note_drift(self._booklet, reader.entries, self._notes)

    def _place_of(self, heading: DayHeading | None) -> int | None:
        if heading is None:
            return None
        days = enumerate(self._days)
        return next((place for place, day in days if same_day(day.part.heading, heading)), None)

    def _compare_spellings(self) -> None:
        spellings = Spellings(self._registry.people)
        for draft in self._talks.drafts.values():
            for found in spellings.differing(draft.abstract or ""):
                source = self._sources[f"talks.{draft.id}.abstract"]
                self._registry.spelled(found.person, found.written, source.line)

    def _checked(self) -> Conference:
        """The conference, if its facts fit together."""
        try:
            days = tuple(day_of(day, self._registry) for day in self._days)
            return Conference(
                **cover_facts(self._cover, self._notes),
                timezone=self._timezone(),
                language=self._language(),
                hours=self._hours(),
                rooms=self._registry.rooms,
                affiliations=self._registry.affiliations,
                people=self._registry.people,
                talks=tuple(draft.talk() for draft in self._talks.drafts.values()),
                days=days,
            )
        except ConferenceError as error:
            raise LoadError(error.faults) from None
        except ValidationError as error:
            file = self._notes.file
            faults = [
                Fault(e["msg"], file, field=".".join(map(str, e["loc"]))) for e in error.errors()
            ]
            raise LoadError(faults) from None

    def _hours(self) -> Literal[12] | None:
        """Twelve where most rows say am or pm; 24 is what many write who mean nothing by it."""
        said = [part.row.clocks.twelve for day in self._booklet.days for part in day.rows]
        return 12 if sum(said) * 2 > len(said) else None

    def _timezone(self) -> str | Unknown:
        name = self._cover.facts.get("time zone", "")
        try:
            return zone_of(name).key
        except ValueError:
            line = self._cover.lines.get("time zone", self._cover.lines.get("start", 1))
            said = f'"{name}" is no IANA time zone' if name else "the text names no time zone"
            self._notes.no_zone(line, said)
            return TBD

    def _language(self) -> str:
        stated = self._cover.facts.get("language")
        if stated:
            return stated
        headings = [day.part.heading for day in self._days if day.part.heading is not None]
        found = language_of(heading.text for heading in headings)
        if found != "en":
            self._notes.add(
                "language-inferred",
                headings[0].line,
                f'the language was read as "{found}", by the names of weekdays and months',
                "write language: with another tag if that is wrong",
            )
        return found

    def _note_open_ends(self, conference: Conference) -> None:
        for item in conference.timetable.items:
            spots: tuple[TimedSlot | TimedBreak, ...] = ()
            if isinstance(item, TimedSession):
                spots = item.slots
            elif isinstance(item, TimedBreak):
                spots = (item,)
            for spot in spots:
                if spot.open_end:
                    self._note_open_end(spot)

    def _note_open_end(self, spot: TimedSlot | TimedBreak) -> None:
        kind = "slots" if isinstance(spot, TimedSlot) else "breaks"
        what = spot.slot.talk if isinstance(spot, TimedSlot) else spot.item.title
        self._notes.add(
            "open-end",
            self._sources[f"{kind}.{spot.id}"].line,
            f'nothing says when "{what if isinstance(what, str) else spot.id}" ends',
            "give it an end, or its length in minutes",
            about=(spot.id,),
        )
