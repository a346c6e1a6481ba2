"""What several parts say alike of times, rooms and chairs."""

from __future__ import annotations

from programkit.model.base import Unknown
from programkit.model.venue import Room
from programkit.outline.nodes import OutlineSession, When
from programkit.paper.book import Book


def moment(when: When, book: Book) -> str:
    """The date, if it is known, and the time of the start."""
    return _dated(when, book, book.start(when))


def dated_span(when: When, book: Book) -> str:
    """The date, if it is known, and the times of start and end."""
    return _dated(when, book, book.span(when))


def _dated(when: When, book: Book, time: str) -> str:
    if when.start is None or not when.dated:
        return time
    return f"{book.date(when.start, short=True)}, {time}"


def place(room: Room | Unknown | None, book: Book) -> str:
    """A room by name; empty where there is only one."""
    if not book.has_rooms:
        return ""
    return room.name if isinstance(room, Room) else book.word("room_tbd")


def chairs(session: OutlineSession, book: Book) -> str:
    """Who leads a session, or that it is to be announced; empty where nobody does."""
    if isinstance(session.chairs, Unknown):
        return book.word("chair_tbd")
    return f"{book.word('chair')}: {book.names(session.chairs)}" if session.chairs else ""
