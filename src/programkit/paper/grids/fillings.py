"""What the cells of a grid say of sessions, talks and breaks: all of it, or less and less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from programkit.model.base import Unknown
from programkit.outline.nodes import OutlineBreak, OutlineSession, OutlineTalk, OutlineTrack, Row
from programkit.paper.book import Book, agenda_anchor
from programkit.paper.grids.cells import Filling, Text
from programkit.paper.places import session_anchor
from programkit.paper.wording import place
from programkit.text.markup import Run
from programkit.typeset.characters import NO_BREAK_SPACE
from programkit.typeset.style import ParagraphStyle

_SIZE = 0.74  # of running text
_SMALLEST = 6.5  # points
_LEADING = 1.16
_TITLE_LINES, _TALK_LINES, _NAMES_LINES = 2, 2, 2
_NARROW_LINES = 4  # of a talk in narrow columns: names and the beginning of a title
_BRIEF_LINES = 3  # of speakers alone: family names stand last, and are what is looked for
_TITLED = 14.0  # times the type size: in narrower columns two lines hold no title beside names


@dataclass(frozen=True)
class Fillings:
    """Words the cells of one grid."""

    book: Book
    width: float
    """How wide their text may be, in points."""
    timed: bool
    """Whether a cell says when it begins: where no column of times does."""
    places: Mapping[str, str]
    """For each talk the anchor to which its cell leads."""

    @cached_property
    def style(self) -> ParagraphStyle:
        """Small type, of which all that leads nowhere steps back."""
        row = self.book.styles.row
        size = max(_SMALLEST, self.book.styles.body.size * _SIZE)
        return row.replace(size=size, leading=size * _LEADING, color="muted", link_color="text")

    def head(self, text: str, below: str = "") -> Filling:
        """What stands above a column."""
        style = self.style.replace(color="text")
        texts = [Text((Run(text, bold=True),), style, most=3)]
        if below:
            texts.append(Text((Run(below),), self.style, most=2))
        return Filling((tuple(texts),), self.width)

    def label(self, text: str) -> Filling:
        """The time of a row."""
        style = self.style.replace(color="text", align="right")
        return Filling(((Text((Run(text, bold=True),), style, most=1),),), self.width)

    def pause(self, item: OutlineBreak) -> Filling:
        """A break."""
        words = f"{item.title}, {item.place}" if item.place else item.title
        runs = (*self._time(item), Run(words, italic=True))
        variants = tuple((Text(runs, self.style, most),) for most in (0, 2, 1))
        return Filling(variants, self.width)

    def row(self, row: Row) -> Filling:
        """A talk, or an open slot."""
        if row.talk is None:
            runs = (*self._time(row), Run(self.book.word("open_slot"), italic=True))
            return Filling(((Text(runs, self.style, most=1),),), self.width)
        names = self._names(row.talk, row.part)
        title = self._title(row.talk, row.part)
        if not names:
            variants = tuple(
                (Text((*self._time(row), *title), self.style, most),) for most in (0, 3, 2, 1)
            )
            return Filling(variants, self.width)
        who = (*self._time(row), *(replace(run, bold=True) for run in names))
        full = tuple((Text(who, self.style), Text(title, self.style, most)) for most in (0, 2, 1))
        return Filling((*full, (Text(who, self.style, most=1),)), self.width)

    def session(self, session: OutlineSession) -> Filling:
        """A session with its talks, or their speakers, or its title alone."""
        title = tuple(self._session_title(session))
        rows = [row for row in session.rows if row.talk is not None]
        if not rows:
            variants = tuple((Text(title, self.style, most),) for most in (0, 3, _TITLE_LINES, 1))
            return Filling(variants, self.width)
        head = (Text(title, self.style),) if title else ()
        short = (Text(title, self.style, most=_TITLE_LINES),) if title else ()
        talks = [tuple(self._talk(row, session)) for row in rows]
        brief = [tuple(self._brief(row, session)) for row in rows]
        titled = self.width >= self.style.size * _TITLED
        shorter = Text((), self.style, _TALK_LINES if titled else _NARROW_LINES)
        names = tuple(self._all_names(rows))
        return Filling(
            (
                (*head, *(Text(talk, self.style) for talk in talks)),
                (*head, *(replace(shorter, runs=talk) for talk in talks)),
                (*head, *(Text(talk, self.style, _BRIEF_LINES) for talk in brief)),
                (*head, Text(names, self.style)),
                (*short, Text(names, self.style, _NAMES_LINES)),
            ),
            self.width,
            steady=True,
        )

    def _session_title(self, session: OutlineSession) -> Iterator[Run]:
        """The title, or what else it may be known by."""
        link = f"#{session_anchor(session.id)}"
        track = session.track.name if isinstance(session.track, OutlineTrack) else ""
        runs: Sequence[Run] = session.title
        if not runs and not session.rows:
            runs = (Run(track or self.book.word("session")),)
        elif not runs and track:
            runs = (Run(track),)
        if runs:
            yield from self._time(session)
            yield from (replace(run, bold=True, link=run.link or link) for run in runs)
            room = place(session.room, self.book)
            if self.timed and room:
                yield Run(f" · {room}")

    def _talk(self, row: Row, session: OutlineSession) -> Iterator[Run]:
        """The talk in a session: its time if that is not the session's, speakers and title."""
        talk = row.talk
        if talk is None:
            return
        yield from self._start(row, session)
        names = self._names(talk, row.part)
        yield from names
        link = f"#{agenda_anchor(talk.id, row.part)}"
        yield from (Run(": ", link=link),) if names else ()
        yield from (
            replace(run, italic=bool(names) != run.italic) for run in self._title(talk, row.part)
        )

    def _brief(self, row: Row, session: OutlineSession) -> Iterator[Run]:
        """The talk by its speakers alone, where it has any."""
        names = () if row.talk is None else self._names(row.talk, row.part)
        yield from (*self._start(row, session), *names) if names else self._talk(row, session)

    def _start(self, row: Row, session: OutlineSession) -> Iterator[Run]:
        if row.when.start is not None and len(session.rows) > 1:
            yield Run(f"{self.book.clock(row.when.start)} ")

    def _all_names(self, rows: Sequence[Row]) -> Iterator[Run]:
        told = False
        for row in rows:
            if row.talk is not None:
                names = self._names(row.talk, row.part) or self._title(row.talk, row.part)
                yield from (Run(f"{NO_BREAK_SPACE}· "),) if told else ()
                yield from names
                told = True

    def _names(self, talk: OutlineTalk, part: int) -> tuple[Run, ...]:
        """The speakers; nobody where none is named."""
        if not isinstance(talk.speakers, Unknown) and talk.speakers:
            return (Run(self.book.names(talk.speakers), link=self._link(talk, part)),)
        return ()

    def _title(self, talk: OutlineTalk, part: int) -> tuple[Run, ...]:
        link = self._link(talk, part)
        return tuple(replace(run, link=link) for run in self.book.title(talk))

    def _link(self, talk: OutlineTalk, part: int) -> str:
        return f"#{self.places.get(talk.id) or agenda_anchor(talk.id, part)}"

    def _time(self, item: OutlineSession | OutlineBreak | Row) -> tuple[Run, ...]:
        start = item.when.start
        return (Run(f"{self.book.clock(start)} "),) if self.timed and start is not None else ()
