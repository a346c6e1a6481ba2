"""The agenda of a day in Markdown: a heading, heads of sessions, rows between tabs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from programkit.files.readers.markdown.content import ITALIC
from programkit.files.readers.markdown.escapes import escaped, hidden
from programkit.files.readers.markdown.vocabulary import is_end
from programkit.files.writers.markdown.texts import (
    clocks_text,
    date_text,
    names_text,
    plain_text,
    struck,
    title_text,
)
from programkit.model.base import Unknown
from programkit.model.contributions import State
from programkit.model.program import Program
from programkit.model.venue import Room
from programkit.outline.nodes import (
    Outline,
    OutlineBreak,
    OutlineDay,
    OutlineItem,
    OutlineSession,
    Row,
    When,
)

_HEADS = "<b>Time</b>\t<b>Title</b>\t<b>Speaker</b>"


def day_heading_text(day: OutlineDay, language: str) -> str:
    """What names a day: its date, or its number."""
    return f"Day {day.number}" if day.date is None else date_text(day.date, language)


def day_lines(day: OutlineDay, program: Program, outline: Outline) -> Iterator[str]:
    """The blocks of one day."""
    heading = day_heading_text(day, outline.language)
    yield f"### {heading}" + (f" — {plain_text(day.title)}" if day.title else "")
    writer = _Day(day, program, outline)
    rows: list[str] = [_HEADS]
    before: OutlineItem | None = None
    for item in day.items:
        head = writer.head(item, before)
        if head:
            yield from ["\n".join(rows)] if len(rows) > 1 else []
            yield from head
            rows = [_HEADS]
        rows += writer.rows(item)
        before = item
    yield from ["\n".join(rows)] if len(rows) > 1 else []


class _Day:
    """Writes the items of one day."""

    def __init__(self, day: OutlineDay, program: Program, outline: Outline) -> None:
        self._program = program
        self._outline = outline
        self._items = day.items
        self._day = day

    def head(self, item: OutlineItem, before: OutlineItem | None) -> list[str]:
        """What stands above the rows of a session: title, room, chairs."""
        if not isinstance(item, OutlineSession) or not _shown_rows(item):
            return []
        lines = []
        title = self._program.timetable.sessions[item.id].session.title if item.id else ""
        if title.strip():
            lines.append(f"#### {title_text(title)}")
        follows = isinstance(before, OutlineSession) and not lines
        if isinstance(item.room, Room):
            lines.append(f"Room: {plain_text(item.room.name)}")
        elif isinstance(item.room, Unknown) or follows:
            lines.append("Room: TBD")
        if isinstance(item.chairs, Unknown):
            lines.append("Chair: TBD")
        elif item.chairs:
            lines.append(f"Chair: {names_text([chair.name for chair in item.chairs])}")
        return lines

    def rows(self, item: OutlineItem) -> Iterator[str]:
        """The rows of an item; what has no time has none."""
        if isinstance(item, OutlineSession):
            rows = _shown_rows(item)
            for place, row in enumerate(rows):
                following = rows[place + 1].when.start if place + 1 < len(rows) else None
                yield self._talk(row, following or self._after(item.when.start))
            if not item.rows and item.when.start:
                yield self._aside(item.plain_title or item.kind, item.when, always=True)
        elif item.when.start is not None:
            always = isinstance(item, OutlineBreak) and is_end(item.title)
            yield self._aside(item.title, item.when, always=always)

    def _aside(self, title: str, when: When, *, always: bool) -> str:
        text = escaped(title)
        if not ITALIC.match(f"*{text}*"):
            text = hidden(title)
        return (
            f"<b>{self._clocks(when, self._after(when.start), always=always)}</b>\t<i>{text}</i>\t"
        )

    def _talk(self, row: Row, following: datetime | None) -> str:
        clocks = self._clocks(row.when, following)
        if row.talk is None:
            return f"<b>{clocks}</b>\tTBD\tTBD"
        title = self._program.conference.talk(row.talk.id).title
        text = "TBD" if isinstance(title, Unknown) else title_text(title)
        if row.talk.state is State.CANCELLED:
            text = struck(text, title)
        speakers = row.talk.speakers
        known = () if isinstance(speakers, Unknown) else speakers
        return f"<b>{clocks}</b>\t{text}\t{names_text([p.name for p in known]) or 'TBD'}"

    def _after(self, start: datetime | None) -> datetime | None:
        """When the next item begins."""
        later = (item.when.start for item in self._items if item.when.start and start)
        return min((s for s in later if start and s > start), default=None)

    def _clocks(self, when: When, following: datetime | None, *, always: bool = False) -> str:
        """The start; the end too, where the next row does not say it."""
        start = minutes_of(when.start, self._day) if when.start else 0
        implied = when.end is None or (when.end == following and not always)
        end = None if implied or when.end is None else minutes_of(when.end, self._day)
        return clocks_text(start, end, self._outline)


def _shown_rows(session: OutlineSession) -> list[Row]:
    return [row for row in session.rows if row.when.start is not None]


def minutes_of(moment: datetime, day: OutlineDay) -> int:
    """The clock of a moment, in minutes after the midnight that begins the day."""
    first = day.date or min(start.date() for item in day.items if (start := item.when.start))
    return int(
        (moment.replace(tzinfo=None) - datetime.combine(first, time())) / timedelta(minutes=1)
    )
