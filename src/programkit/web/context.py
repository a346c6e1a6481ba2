"""What templates ask for: words in the page's language, dates and times, groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Literal, NamedTuple

from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.model.venue import Room
from programkit.outline.grid import Grid, grid_of
from programkit.outline.index import by_letter
from programkit.outline.nodes import (
    IndexEntry,
    Occurrence,
    Outline,
    OutlineDay,
    OutlinePoster,
    OutlineSession,
    OutlineTalk,
    OutlineTrack,
)
from programkit.outline.wording import joint_work_text, speakers_text, state_text, title_text
from programkit.text.formats import format_clock, format_date, format_dates
from programkit.text.locales import locale_of
from programkit.text.markup import Paragraph, Run, inline
from programkit.text.words import word

Hours = Literal[12, 24]


class Group(NamedTuple):
    """The abstracts of one day."""

    day: OutlineDay | None
    """None for talks without a day."""
    talks: tuple[OutlineTalk, ...]


class View:
    """An outline in one language."""

    def __init__(self, outline: Outline, hours: Hours | None) -> None:
        self.outline = outline
        self.language = outline.language
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
            if isinstance(item, OutlineSession)
        } | {session.id: session for session in outline.floating}

    def word(self, key: str, **values: object) -> str:
        """A word or phrase in the page's language."""
        return word(key, self.language, **values)

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
        """The date in words; for a day without one that it is to be announced."""
        if day.date is None:
            return day.title or f"{self.word('date_tbd')} ({day.number})"
        return format_date(day.date, self.language, "day")

    def day_short(self, day: OutlineDay) -> str:
        """The date as short as it can be understood."""
        if day.date is None:
            return day.title or str(day.number)
        return format_date(day.date, self.language, "short")

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

    def joint_work(self, contribution: OutlineTalk | OutlinePoster) -> str:
        """With whom the work was done; empty for the speakers alone."""
        return joint_work_text(contribution, self.language)

    def zone(self) -> str:
        """Whose clocks the times are of; empty where unknown."""
        zone = self.outline.timezone
        return "" if isinstance(zone, Unknown) else self.word("time_zone", zone=zone)

    def has_track(self, session: OutlineSession) -> bool:
        """Whether a session has a track that is known."""
        return isinstance(session.track, OutlineTrack)

    def has_head(self, session: OutlineSession) -> bool:
        """Whether a session shows as a block of its own, and not only as its talks."""
        room = session.room if len(self.outline.rooms) > 1 else None
        facts = (session.title, room, session.chairs, session.track, session.posters)
        return any(facts) or not session.rows

    def room_name(self, room: Room | Unknown | None) -> str:
        """The room's name, that it is to be announced, or nothing for the only one."""
        if isinstance(room, Unknown):
            return self.word("room_tbd")
        return "" if room is None else room.name

    def track_class(self, track: OutlineTrack) -> str:
        """The class by which the style sheet colors a track."""
        return f"track-{self.outline.tracks.index(track) + 1}"

    def grid(self, day: OutlineDay) -> Grid | None:
        """The table of a day with parallel sessions."""
        return grid_of(day, self.outline)

    def has_page(self, contribution: OutlineTalk | OutlinePoster) -> bool:
        """Whether it stands among the abstracts; not if there will be no abstract."""
        return contribution.abstract != ()

    def abstracts(self) -> Iterator[Group]:
        """The talks that have or will have an abstract, under the day of their first occurrence."""
        talks = [talk for talk in self.outline.talks if self.has_page(talk)]
        for day, group in groupby(talks, key=_first_day):
            yield Group(self.days.get(day), tuple(group))

    def blocks(
        self, paragraphs: Sequence[Paragraph]
    ) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
        """Paragraphs in groups of one kind, so that the items of a list come together."""
        for kind, group in groupby(paragraphs, key=lambda paragraph: paragraph.kind):
            yield kind, tuple(group)

    def letters(self) -> Iterator[tuple[str, tuple[IndexEntry, ...]]]:
        """The index under its letters."""
        return by_letter(self.outline.index)

    def places(self, entry: IndexEntry) -> Iterator[tuple[str, str]]:
        """What an index entry leads to: the id of an element, and what to call it."""
        for contribution_id in (*entry.speaks, *entry.contributes):
            contribution = self.talks.get(contribution_id) or self.posters[contribution_id]
            yield self.target(contribution), self.title(contribution)
        for session_id in entry.chairs:
            session = self.sessions[session_id]
            name = session.plain_title or self.word("agenda")
            yield f"session-{session_id}", f"{self.word('chair')}: {name}"

    def target(self, contribution: OutlineTalk | OutlinePoster) -> str:
        """Id of the element to which a link to a contribution leads."""
        if isinstance(contribution, OutlinePoster):
            return f"poster-{contribution.id}"
        if self.has_page(contribution) or not contribution.occurrences:
            return f"talk-{contribution.id}"
        return f"at-{contribution.id}-{contribution.occurrences[0].part}"


def _first_day(talk: OutlineTalk) -> str:
    return talk.occurrences[0].day if talk.occurrences else ""
