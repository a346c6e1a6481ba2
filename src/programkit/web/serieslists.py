"""What pages of a series list beside its meetings: who runs it, how to join, where to subscribe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from programkit.model.contributions import Link
from programkit.model.people import Role
from programkit.model.venue import Room
from programkit.outline.nodes import (
    OutlineDay,
    OutlineException,
    OutlineMember,
    OutlineOffice,
    OutlinePause,
    OutlinePerson,
    OutlineSeries,
    OutlineSession,
    OutlineStay,
    OutlineTerm,
    When,
)
from programkit.text.formats import format_date, format_dates
from programkit.text.recurring import recurrence_words
from programkit.text.words import words
from programkit.web.context import View
from programkit.web.elsewhere import day_of, local_starts

JOINING = frozenset({"mailing-list", "chat"})
"""Kinds of channels that tell how to take part; others are there to follow."""
TALKS = "talks.atom"
"""The name of the feed of talks, beside the pages of a site whose address is known."""
_PAST = "past"


class Office(NamedTuple):
    """An office in words."""

    name: str
    now: tuple[OutlineMember, ...]
    former: tuple[OutlineMember, ...]


class SeriesLists:
    """What the templates of a series ask for."""

    def __init__(self, view: View, series: OutlineSeries) -> None:
        self.view, self.series = view, series

    @cached_property
    def rule(self) -> str:
        """When it meets, in words; empty where there is no rule."""
        rule = self.series.recurrence
        return recurrence_words(rule, self.view.language, self.view.hours) if rule else ""

    def clocks(self, when: When) -> Iterator[tuple[str, str, str]]:
        """A start by the clocks of the series and its audience: city, time, and which other day."""
        start = when.start if when.dated else None
        for local in local_starts(self.view, start):
            yield local.city, self.view.clock(local.moment), day_of(self.view, local)

    def notes(self, exception: OutlineException | None) -> tuple[tuple[str, ...], str]:
        """What is not as usual about a meeting, and why."""
        if exception is None:
            return (), ""
        told = []
        if exception.moved_from is not None:
            before = self.view.date_short(exception.moved_from)
            told.append(self.view.word("moved_from", time=before))
        if exception.other_time:
            told.append(self.view.word("other_time"))
        return tuple(told), exception.reason

    def pause(self, pause: OutlinePause) -> str:
        """Why there is no meeting, in words."""
        return pause.reason or self.view.word("holiday" if pause.why == "holiday" else "no_meeting")

    def span(self, found: OutlineTerm | OutlinePause) -> str:
        """From when to when."""
        return format_dates(found.first, found.last, self.view.language)

    def title(self, day: OutlineDay) -> str:
        """What a day with a page is called: by its title, or that of its sessions, or its date."""
        sessions = [item.plain_title for item in day.items if isinstance(item, OutlineSession)]
        others = [item.title for item in day.items if not isinstance(item, OutlineSession)]
        titles = dict.fromkeys(filter(None, sessions if any(sessions) else others))
        return day.title or " · ".join(titles) or self.view.day_name(day)

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        """Each office with those who have it and those who had it."""
        found = map(self._office, self.series.offices)
        return tuple(office for office in found if office.now or office.former)

    def served(self, term: Role | OutlineStay) -> str:
        """Since when and until when, as far as the facts tell."""
        since, until = (
            day and format_date(day, self.view.language, "month")
            for day in (term.since, term.until)
        )
        if since and until:
            return since if since == until else f"{since} – {until}"
        name, month = ("until", until) if until else ("since", since)
        return self.view.word(name, date=month) if month else ""

    @cached_property
    def feed(self) -> str:
        """The address of the feed of talks; empty where there is none."""
        meetings = self.view.meetings
        dated = meetings is not None and any(one.talk for one in meetings.talks)
        return TALKS if dated and self.view.absolute() and not self.view.one_page else ""

    @cached_property
    def joining(self) -> tuple[Link, ...]:
        """The channels by which one takes part."""
        return tuple(link for link in self.series.channels if link.kind in JOINING)

    @cached_property
    def following(self) -> tuple[Link, ...]:
        """The channels that one follows."""
        others = {*JOINING, _PAST}
        return tuple(link for link in self.series.channels if link.kind not in others)

    @cached_property
    def archives(self) -> tuple[Link, ...]:
        """Where else past talks are."""
        return tuple(link for link in self.series.channels if link.kind == _PAST)

    @cached_property
    def online(self) -> tuple[tuple[str, str, tuple[Room, ...]], ...]:
        """How to join online: a link or words, and the rooms for which it holds."""
        found: dict[tuple[str, str], list[Room]] = {}
        for room in self.view.outline.rooms:
            if room.online:
                found.setdefault((room.link, self.view.joining(room)), []).append(room)
        return tuple((link, told, tuple(rooms)) for (link, told), rooms in found.items())

    @cached_property
    def on_site(self) -> tuple[Room, ...]:
        """The rooms into which one can walk."""
        return tuple(room for room in self.view.outline.rooms if room.physical)

    @cached_property
    def hosts(self) -> tuple[OutlinePerson, ...]:
        """Everybody who invites speakers, in the order of their first talks."""
        found = {host.id: host for talk in self.view.outline.talks for host in talk.hosts}
        return tuple(found.values())

    def _office(self, office: OutlineOffice) -> Office:
        on = self.series.now and self.series.now.date()
        now = tuple(one for one in office.members if one.term.current(on))
        name = words(self.view.language).get(f"role_{office.role}")
        return Office(
            name=name or office.role[:1].upper() + office.role[1:],
            now=now,
            former=tuple(one for one in office.members if one not in now and _was(one, on)),
        )


def _was(member: OutlineMember, on: date | None) -> bool:
    """Whether somebody is no longer in office, and not only not yet."""
    since = member.term.since
    return since is None or on is None or since <= on
