"""Talks in groups, for parts that list them by day, session, speaker, title or track."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from programkit.model.base import Unknown
from programkit.outline.nodes import OutlineSession, OutlineTalk, OutlineTerm
from programkit.paper.book import Book
from programkit.paper.wording import chairs, dated_span, place
from programkit.text.folding import folded

Order = Literal["day", "session", "speaker", "title", "track"]
"""What abstracts may be grouped and sorted by."""


@dataclass(frozen=True, slots=True)
class Group:
    """Talks that stand under one heading."""

    key: str
    """An id, for the anchor."""
    title: str
    """The heading; empty where all talks are in one group."""
    talks: tuple[OutlineTalk, ...]
    about: str = ""
    """What else is to be known, below the heading."""


def terms_by_first_day(book: Book) -> dict[str, OutlineTerm]:
    """The terms of a series that goes over several, each by the id of its first day."""
    found = book.outline.series.terms if book.outline.series else ()
    held = {term.days[0]: term for term in found if term.days}
    return held if len(held) > 1 else {}


def groups(order: Order, talks: Sequence[OutlineTalk], book: Book) -> tuple[Group, ...]:
    """Talks in groups, some of which may be empty; every talk is in one.

    Args:
        order: What they are grouped and sorted by.
        talks: The talks, by time.
        book: The booklet.
    """
    match order:
        case "day":
            days = tuple(_days(talks, book))
            terms = terms_by_first_day(book)
            return tuple(_terms(days, terms)) if terms else days
        case "session":
            return tuple(_sessions(talks, book))
        case "track":
            return tuple(_tracks(talks, book))
        case "speaker":
            return (Group("", "", tuple(_by_speaker(talks, book))),)
        case "title":
            return (Group("", "", tuple(_by_title(talks))),)
        case _:
            assert_never(order)


def _days(talks: Sequence[OutlineTalk], book: Book) -> Iterator[Group]:
    """By the day of a talk's first occurrence."""
    names = {day.id: book.day(day) for day in book.outline.days}
    by_day: dict[str, list[OutlineTalk]] = {key: [] for key in names}
    undated: list[OutlineTalk] = []
    for talk in talks:
        first = talk.occurrences[0].day if talk.occurrences else ""
        by_day.get(first, undated).append(talk)
    for key, name in names.items():
        yield Group(key, name, tuple(by_day[key]))
    yield Group("", book.word("date_tbd"), tuple(undated))


def _terms(days: Sequence[Group], terms: Mapping[str, OutlineTerm]) -> Iterator[Group]:
    """By term, as the days of a series have a talk or two; what has no date comes last."""
    by_day = {day.key: day for day in days}
    for first, term in terms.items():
        talks = (talk for day in term.days for talk in by_day.pop(day).talks)
        yield Group(f"term/{first}", term.name, tuple(talks))
    yield from by_day.values()


def _sessions(talks: Sequence[OutlineTalk], book: Book) -> Iterator[Group]:
    """By the session of a talk's first occurrence, in order of the agenda."""
    sessions = _all_sessions(book)
    by_session: dict[str, list[OutlineTalk]] = {session.id: [] for session in sessions}
    others: list[OutlineTalk] = []
    for talk in talks:
        first = talk.occurrences[0].session if talk.occurrences else ""
        by_session.get(first, others).append(talk)
    for session in sessions:
        about = (dated_span(session.when, book), place(session.room, book), chairs(session, book))
        title = session.plain_title or book.word("session")
        told = " · ".join(filter(None, about))
        yield Group(session.id, title, tuple(by_session[session.id]), told)
    yield Group("", book.word("no_session"), tuple(others))


def _all_sessions(book: Book) -> list[OutlineSession]:
    """Those that have an id: the others hold one talk that is placed by time alone."""
    items = [item for day in book.outline.days for item in day.items]
    found = (*items, *book.outline.floating)
    return [item for item in found if isinstance(item, OutlineSession) and item.id]


def _tracks(talks: Sequence[OutlineTalk], book: Book) -> Iterator[Group]:
    for track in book.outline.tracks:
        yield Group(track.id, track.name, tuple(t for t in talks if t.track == track))
    outside = book.word("no_track") if book.outline.tracks else ""
    yield Group("", outside, tuple(t for t in talks if t.track is None))


def _by_speaker(talks: Sequence[OutlineTalk], book: Book) -> list[OutlineTalk]:
    """By the first speaker's place in the index; talks of nobody known come last."""
    places = {entry.person.id: number for number, entry in enumerate(book.outline.index)}

    def position(talk: OutlineTalk) -> int:
        known = () if isinstance(talk.speakers, Unknown) else talk.speakers
        return places[known[0].id] if known else len(places)

    return sorted(talks, key=position)


def _by_title(talks: Sequence[OutlineTalk]) -> list[OutlineTalk]:
    """Titles that are to be announced come last."""

    def position(talk: OutlineTalk) -> tuple[bool, str]:
        title = talk.plain_title
        return (True, "") if isinstance(title, Unknown) else (False, folded(title))

    return sorted(talks, key=position)
