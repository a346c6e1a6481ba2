"""What templates ask for: words in the page's language, dates and times, groups."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date, datetime
from typing import Final

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.model.venue import Access, Room
from programkit.outline.addresses import CALENDAR, PAGE, key, site_address
from programkit.outline.grid import Grid, grid_of
from programkit.outline.index import by_letter
from programkit.outline.nodes import (
    IndexEntry,
    Occurrence,
    Outline,
    OutlineDay,
    OutlinePerson,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
    OutlineTrack,
)
from programkit.outline.wording import joining_text, speakers_text, state_text, title_text
from programkit.text.formats import Hours, format_clock, format_date, format_dates
from programkit.text.locales import language_name, locale_of
from programkit.text.markup import Run, inline
from programkit.text.words import words
from programkit.web.course import Course

LONGEST_LIST: Final = 600
"""Talks that the first page lists; with more than that, phones need seconds to lay it out, and it
shows the sessions alone."""
Node = (
    OutlineTalk | OutlinePoster | OutlineSession | OutlinePerson | OutlineTrack | OutlineDay | Room
)
"""What has a page of its own."""
_KINDS: dict[type, str] = {
    OutlineTalk: "talk",
    OutlinePoster: "poster",
    OutlineSession: "session",
    OutlinePerson: "person",
    OutlineTrack: "track",
    OutlineDay: "day",
    Room: "room",
}


class View:
    """An outline in one language."""

    def __init__(
        self,
        outline: Outline,
        hours: Hours | None = None,
        *,
        one_page: bool = False,
        calendars: Container[str] | None = None,
    ) -> None:
        self.outline = outline
        self.one_page = one_page
        """Whether everything is on one page, and links lead to places on it."""
        self.calendars = calendars
        """Files of calendars that there are; none given means that it is not known, or all."""
        self.language = outline.language
        self._words = words(self.language)
        self.direction = locale_of(self.language).text_direction
        self.hours = hours or outline.hours
        self.wide_times = len(format_clock(0, self.hours, self.language)) > len("00:00")
        self.days = {day.id: day for day in outline.days}
        self.talks = {talk.id: talk for talk in outline.talks}
        self.posters = {poster.id: poster for poster in outline.posters}
        self.sessions = {
            item.id: item
            for day in outline.days
            for item in day.items
            if isinstance(item, OutlineSession) and item.id
        } | {session.id: session for session in outline.floating}
        self.day_of = {
            item.id: day.id
            for day in outline.days
            for item in day.items
            if isinstance(item, OutlineSession) and item.id
        }
        """Ids of days, by ids of sessions."""
        self.meetings = Course(outline, outline.series) if outline.series else None
        """What a series lists instead of days; none for other conferences."""
        self._grids: dict[str, Grid | None] = {}
        self.has_rooms = len(outline.rooms) > 1
        self.overview = len(outline.talks) > LONGEST_LIST and not one_page
        """Whether the first page shows sessions alone."""
        self.people = {entry.person.id for entry in outline.index}

    def key(self, node: Node) -> str:
        """The name of a node on the web: of its page, its calendar, its place on the one page."""
        return key(_KINDS[type(node)], node.id)

    def to(self, node: Node) -> str:
        """The address of a node, from any page of the site."""
        if isinstance(node, OutlineDay) and not self.has_page(node):
            return self._line_of(node)
        return f"#{self.key(node)}" if self.one_page else self.key(node) + PAGE

    def _line_of(self, day: OutlineDay) -> str:
        """Where the meeting of a day without a page is listed."""
        meetings = self.meetings
        listed = meetings is not None and day.id in meetings.shown
        place = f"#{self.key(day)}" if listed else ""
        if self.one_page:
            return place or "#content"
        older = meetings is not None and day.id in meetings.elsewhere
        return ("past" if older else "index") + PAGE + place

    def calendar_of(self, node: Node) -> str:
        """The address of a node's calendar, from any page of the site; empty if it has none."""
        name = self.key(node) + CALENDAR
        return name if self.calendars is None or name in self.calendars else ""

    def absolute(self, name: str = "") -> str:
        """The address of a file of the site for the whole world; empty where it has none."""
        return site_address(self.outline.site, name)

    def has_page(self, item: object) -> bool:
        """Whether a session, a person or a day has a page; all other nodes have one.

        Of a series a single meeting has none, neither its day nor its session: its talk has.
        """
        if isinstance(item, OutlineSession):
            return bool(item.id) and self.has_head(item) and not self._is_meeting(item)
        if isinstance(item, OutlineDay):
            return self.meetings is None or self.meetings.has_page(item)
        return not isinstance(item, OutlinePerson) or item.id in self.people

    def _is_meeting(self, session: OutlineSession) -> bool:
        day = self.days.get(self.day_of.get(session.id, ""))
        if self.meetings is None or session.title or len(session.rows) > 1:
            return False
        return day is None or not self.meetings.has_page(day)

    def session_name(self, session: OutlineSession) -> str:
        """The session's title in plain text, or what it is."""
        return session.plain_title or self.word("session")

    def kind_name(self, kind: str) -> str:
        """What a kind of talk is called: by the language where it has a word for it."""
        known = words(self.language).get(kind, kind)
        return kind if "{" in known else known

    def language_name(self, tag: str) -> str:
        """What a language is called in the page's."""
        return language_name(tag, self.language)

    def word(self, key: str, **values: object) -> str:
        """A word or phrase in the page's language."""
        text = self._words[key]
        return text.format(**values) if values or "{" in text else text

    def kind(self, item: object) -> str:
        """Which of the outline's nodes an item is, in lower case without "outline"."""
        return type(item).__name__.removeprefix("Outline").lower()

    def headline(self) -> tuple[Run, ...]:
        """The conference's title with its markup."""
        return inline(self.outline.title)

    def dates(self) -> str:
        """From when to when, in words; empty where unknown."""
        first, last = self.outline.first, self.outline.last
        if first is None or last is None:
            return ""
        return format_dates(first, last, self.language)

    def day_name(self, day: OutlineDay) -> str:
        """The date in words, of a series with its year; that of no date is to be announced."""
        if day.date is None:
            return day.title or f"{self.word('date_tbd')} ({day.number})"
        return format_date(day.date, self.language, "full" if self.meetings else "day")

    def day_short(self, day: OutlineDay) -> str:
        """The date as short as it can be understood, of a series with its year."""
        if day.date is None:
            return day.title or str(day.number)
        return format_date(day.date, self.language, "dated" if self.meetings else "short")

    def date_short(self, moment: datetime | date) -> str:
        """A date as short as it can be understood, without its year."""
        return format_date(moment, self.language, "short")

    def date(self, moment: datetime | date) -> str:
        """A date with its year."""
        return format_date(moment, self.language, "long")

    def clock(self, moment: datetime) -> str:
        """What the clock shows."""
        return format_clock(60 * moment.hour + moment.minute, self.hours, self.language)

    def machine_time(self, moment: datetime, *, dated: bool) -> str:
        """The moment for machines; on a day without a date, the time of day alone."""
        return moment.isoformat(timespec="minutes") if dated else f"{moment:%H:%M}"

    def title(self, contribution: OutlineTalk | OutlinePoster) -> str:
        """The plain title, or that it is to be announced."""
        return title_text(contribution, self.language)

    def names(self, contribution: OutlineTalk | OutlinePoster) -> str:
        """The speakers' names."""
        return speakers_text(contribution.speakers, self.language)

    def brief(self, talk: OutlineTalk) -> str:
        """Enough to know a talk in a table: its speakers, or its title where nobody speaks."""
        return self.names(talk) or self.title(talk)

    def state(self, state: State) -> str:
        """A word for what is not certain."""
        return state_text(state, self.language)

    def part(self, talk: OutlineTalk, number: int) -> str:
        """Which of several parts this is, or that it is the same talk again."""
        if talk.repeated:
            return self.word("repeat") if number > 1 else ""
        return self.word("part_of", n=number, total=len(talk.occurrences))

    def occurrence_day(self, occurrence: Occurrence) -> str:
        """The day of one of several occurrences, as short as it can be understood."""
        day = self.days.get(occurrence.day)
        return self.word("date_tbd") if day is None else self.day_short(day)

    def chairs(self, session: OutlineSession) -> str:
        """Who chairs a session; empty where nobody does."""
        if isinstance(session.chairs, Unknown):
            return self.word("chair_tbd")
        names = speakers_text(session.chairs, self.language)
        return f"{self.word('chair')}: {names}" if names else ""

    def zone(self) -> str:
        """Whose clocks the times are of; empty where unknown."""
        zone = self.outline.timezone
        return "" if isinstance(zone, Unknown) else self.word("time_zone", zone=zone)

    def has_track(self, session: OutlineSession) -> bool:
        """Whether a session has a track that is known."""
        return isinstance(session.track, OutlineTrack)

    def has_head(self, session: OutlineSession) -> bool:
        """Whether a session shows as a block of its own, and not only as its talks."""
        room = session.room if self.has_rooms else None
        facts = (session.title, room, session.chairs, session.track, session.posters)
        return any(facts) or not session.rows

    def joining(self, room: Room) -> str:
        """How to join online where no link is shown."""
        if room.access is Access.BEFORE and not room.how_to_join:
            return self.word("link_before", n=room.minutes_before)
        return joining_text(room, self.language) or self.word("online")

    def track_class(self, track: OutlineTrack) -> str:
        """The class by which the style sheet colors a track."""
        return f"track-{self.outline.tracks.index(track) + 1}"

    def grid(self, day: OutlineDay) -> Grid | None:
        """The table of a day with parallel sessions."""
        if day.id not in self._grids:
            self._grids[day.id] = grid_of(day, self.outline)
        return self._grids[day.id]

    def letters(self) -> Iterator[tuple[str, tuple[IndexEntry, ...]]]:
        """The index under its letters."""
        return by_letter(self.outline.index)

    def contribution(self, id: str) -> OutlineTalk | OutlinePoster:  # noqa: A002 - as everywhere
        """The talk or poster of an id."""
        return self.talks.get(id) or self.posters[id]
