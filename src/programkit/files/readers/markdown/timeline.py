"""What the rows of a day are: talks in sessions, breaks, markers; with times in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from programkit.files.readers.markdown.content import Content, from_one_text
from programkit.files.readers.markdown.escapes import shown, unmasked
from programkit.files.readers.markdown.heads import session_head
from programkit.files.readers.markdown.lines import Line
from programkit.files.readers.markdown.notes import Notes
from programkit.files.readers.markdown.people import looks_like_names
from programkit.files.readers.markdown.rows import Columns, rooms_in
from programkit.files.readers.markdown.structure import DayPart, HeadPart, RowPart
from programkit.files.readers.markdown.vocabulary import (
    ROOM,
    break_kind,
    is_end,
    is_remarks,
    label_of,
)
from programkit.model.clock import LAST_MINUTE, clock_text
from programkit.text.unknown import is_unknown

_NOON = 12 * 60
_DAY = 24 * 60


@dataclass(eq=False)
class TalkRow:
    """A talk as the agenda has it."""

    line: int
    start: int
    end: int | None
    content: Content
    below: Sequence[Line] = ()
    """Lines below the row that are no rows."""
    talk: str = ""
    """Id, once it is known."""

    @property
    def title(self) -> str:
        """CommonMark; empty where unknown."""
        return "" if is_unknown(shown(self.content.title)) else self.content.title

    @property
    def open(self) -> bool:
        """Whether it is only a place for a talk: neither title nor speaker are known."""
        return not self.title and is_unknown(shown(self.content.speakers))


@dataclass
class SessionDraft:
    """A run of talks in one room."""

    title: str = ""
    room: str = ""
    chair: str = ""
    line: int = 0
    talks: list[TalkRow] = field(default_factory=list)


@dataclass
class PauseDraft:
    """A break, or a marker where its kind is "end"."""

    line: int
    start: int
    end: int | None
    title: str
    kind: str
    place: str = ""


ItemDraft = SessionDraft | PauseDraft


def items_of(day: DayPart, columns: Columns, notes: Notes) -> list[ItemDraft]:
    """The items of a day, in the order of the text."""
    builder = _Builder(columns, notes)
    if day.heading and ROOM.match(day.heading.title):
        builder.room = day.heading.title
    for part in day.parts:
        if isinstance(part, HeadPart):
            builder.head(part.line)
        else:
            builder.row(part)
    return builder.items


class _Builder:
    """Collects items row by row."""

    def __init__(self, columns: Columns, notes: Notes) -> None:
        self.items: list[ItemDraft] = []
        self.room = ""
        self._own_room = ""
        self._title = ""
        self._chair = ""
        self._line = 0
        self._columns = columns
        self._notes = notes
        self._running: dict[str, SessionDraft] = {}
        self._previous = 0

    def head(self, line: Line) -> None:
        """A heading or label above rows: a room, a chair, or a session's title."""
        meaning, value = label_of(line.text)
        if meaning == "room":
            self._begin(line, keep=not self._running and bool(self._title or self._chair))
            self.room = "" if is_unknown(shown(value)) else shown(value)
        elif meaning == "chair":
            self._begin(line, keep=not self._running)
            self._chair = shown(value)
        elif ROOM.match(shown(line.text)):
            self._begin(line, keep=False)
            self.room = shown(line.text)
        else:
            self._begin(line, keep=False)
            text = line.text if line.level else line.text.strip("*_")
            self._title, self._own_room, self._chair = session_head(text)

    def _begin(self, line: Line, *, keep: bool) -> None:
        """Close the sessions that run; a head without rows yet keeps what it says."""
        self._running = {}
        if not keep:
            self._title = self._chair = self._own_room = ""
            self._line = line.number

    def row(self, part: RowPart) -> None:
        """One row of the agenda."""
        start, end = self._times(part)
        self._previous = start
        for content in self._contents(part):
            for leftover in content.leftovers:
                self._leftover(part, leftover)
            pause = _pause(part, start, end, content)
            if pause and content.chair:
                self._leftover(part, content.chair)
            if pause is None:
                self._talk(TalkRow(part.row.line.number, start, end, content, part.below))
                continue
            self._running = {}
            self._title = self._chair = self._own_room = ""
            self.items.append(pause)
            self._below(part)

    def _below(self, part: RowPart) -> None:
        for line in part.below:
            if line.used:
                self._notes.unused(line)

    def _leftover(self, part: RowPart, cell: str) -> None:
        self._notes.add(
            "column-not-understood",
            part.row.line.number,
            f'"{unmasked(shown(cell))[:80]}" stands in a column whose meaning is not known',
            "give the column a head such as Title, Speaker or Room",
        )

    def _contents(self, part: RowPart) -> Iterator[Content]:
        rooms = rooms_in(part.header) if part.header else ()
        cells = [cell for cell in part.row.cells if cell]
        if not rooms or (len(set(cells)) == 1 and break_kind(shown(cells[0]))):
            content = self._columns.content(part.row, None if rooms else part.header)
            yield content if not rooms else Content(shown(cells[0]), aside=True)
            return
        for room, cell in zip(rooms, part.row.cells, strict=False):
            if cell:
                yield replace(from_one_text(cell), room=room)

    def _talk(self, talk: TalkRow) -> None:
        room = talk.content.room or self._own_room or self.room
        session = self._running.get(room)
        if session is None or talk.start < session.talks[-1].start or talk.content.chair:
            line = self._line if self._title and not self._running else talk.line
            chair = self._chair or talk.content.chair
            session = SessionDraft(self._title, room, chair, line)
            self._running[room] = session
            self.items.append(session)
        session.talks.append(talk)

    def _times(self, part: RowPart) -> tuple[int, int | None]:
        """Start and end; a time that goes back is of the afternoon or the night."""
        clocks = part.row.clocks
        later = 0
        night = part.row.line.text.lstrip("|*_[( ")[:1] != "0" or clocks.start < 60
        if not clocks.half and clocks.start < 8 * 60 and clocks.start < self._previous:
            later = _NOON if clocks.start + _NOON >= self._previous else 0
        if clocks.start < 4 * 60 and self._previous >= 20 * 60 and night:
            later = _DAY
        end = None if clocks.end is None or clocks.end + later > LAST_MINUTE else clocks.end + later
        if not later:
            return clocks.start, end
        start = clocks.start + later
        self._notes.add(
            "afternoon-inferred",
            part.row.line.number,
            f"{clock_text(clocks.start)} comes after {clock_text(self._previous)} and was read as "
            f"{clock_text(start)}",
            "write am or pm, or 24 hours",
        )
        return start, end


def _pause(part: RowPart, start: int, end: int | None, content: Content) -> PauseDraft | None:
    """A break or a marker; nothing where the row is a talk."""
    if content.speakers:
        return None
    title = shown(content.title)
    line = part.row.line.number
    kind = break_kind(title)
    if is_end(title) and end is None:
        return PauseDraft(line, start, None, title, "end")
    if is_remarks(title) and not kind:
        return None
    if content.aside or (kind and not is_unknown(title) and not looks_like_names(title)):
        return PauseDraft(line, start, end, title, kind or "break", content.place)
    return None
