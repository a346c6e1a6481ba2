"""What it costs to have talks, tracks or sessions at certain times or in certain rooms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field
from typing_extensions import override

from programkit.model.base import Id, Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.timetable import TimedSession, Timetable
from programkit.rules._held import named_sessions, sessions_by_track
from programkit.rules._wording import room_words, timed_words
from programkit.rules.base import HEAVIEST, Reads, Reference, Rule, on_stage
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.blocks import Blocks
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals
    from programkit.solver.spots import Spot

Row = Mapping[Id, Annotated[int, Field(ge=0, le=HEAVIEST)]]


class _Use(NamedTuple):
    """Something in a session or room, as often as it counts."""

    row: str
    session: str | None
    room: str | Unknown
    times: int


class Costs(Rule):
    """A table says what it costs to have something in a session, or in a room.

    A talk counts for each slot that it takes, a track for each session that holds one of its
    talks, a session if it holds any talk. In the files, ``costs: {of: track, by: room, table:
    {theory: {hall: 10}}}``; a session is named by its id, or by that of its block.
    """

    code: ClassVar[str] = "costs"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})

    level: Level = Level.SOFT
    of: Literal["talk", "track", "session"]
    """What the rows of the table are."""
    by: Literal["session", "room"]
    """What its columns are."""
    table: Mapping[Id, Row]
    """The costs by row and column; what is not there costs nothing."""

    @override
    def references(self) -> Iterator[Reference]:
        columns = dict.fromkeys(column for row in self.table.values() for column in row)
        yield from (Reference("table", f"{self.of}s", row) for row in self.table)
        yield from (Reference("table", f"{self.by}s", column) for column in columns)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        rows = self._rows(program.timetable)
        for use in self._uses(program):
            column = use.session if self.by == "session" else use.room
            if not isinstance(column, str):
                continue
            cost = rows.get(use.row, {}).get(column)
            if cost:
                yield self.found(
                    f"{self._words(program.conference, use.row, column)} costs",
                    about=(use.row, column),
                    remedy="move it",
                    times=cost * use.times,
                )

    def _uses(self, program: Program) -> Iterator[_Use]:
        if self.of == "talk":
            for p in on_stage(program):
                session = None if p.session is None else p.session.id
                yield _Use(p.talk.id, session, p.room, len(p.placement.slots) or 1)
        elif self.of == "track":
            for track, sessions in sessions_by_track(program).items():
                yield from (_Use(track, s.id, s.room, 1) for s in sessions)
        else:
            used = {p.session.id: p.session for p in on_stage(program) if p.session is not None}
            yield from (_Use(s.id, s.id, s.room, 1) for s in used.values())

    def _rows(self, timetable: Timetable) -> Mapping[str, Row]:
        """The table by ids of single sessions, in place of those of blocks."""
        named = named_sessions(timetable)
        table = self.table
        if self.by == "session":
            table = {
                row: {s: cost for name, cost in columns.items() for s in named.get(name, ())}
                for row, columns in table.items()
            }
        if self.of != "session":
            return table
        return {s: columns for row, columns in table.items() for s in named.get(row, ())}

    @override
    def post(self, decisions: Decisions) -> None:
        for row, columns in self._rows(decisions.conference.timetable).items():
            for column, literals, count in self._ways(decisions, row):
                if columns.get(column):
                    times = columns[column] * count
                    decisions.never(self, literals, about=(row, column), times=times)

    def _ways(self, decisions: Decisions, row: str) -> Iterator[tuple[str, Literals, int]]:
        """The columns that a row may be in, under which literals, and how often it counts."""
        if self.of == "talk":
            for spot, here in decisions.spots(row).items():
                inside = self._in_spot(decisions, spot)
                yield from ((name, (here, *more), len(spot.slots) or 1) for name, more in inside)
            return
        used = decisions.sessions_used
        own = {row: used[row]} if row in used else {}
        found = decisions.sessions_with(row) if self.of == "track" else own
        for session, there in found.items():
            rooms = decisions.session_rooms(session) if self.by == "room" else ((session, ()),)
            yield from ((column, (there, *inside), 1) for column, inside in rooms)

    @override
    def relax(self, blocks: Blocks) -> None:
        """A talk costs at least what it does in the cheapest session of its block."""
        rows = self._rows(blocks.conference.timetable)
        for talk in blocks.talks if self.of == "talk" else ():
            row = rows.get(talk.id)
            for number, there in blocks.times(talk.id).items() if row else ():
                cost = self._least(row or {}, blocks.blocks[number]) * blocks.needs(talk)
                if cost:
                    blocks.never(self, (there,), about=(talk.id,), times=cost)
        for number in range(len(blocks.blocks)) if self.of != "talk" else ():
            self._relax_sessions(blocks, number, rows)

    def _relax_sessions(self, blocks: Blocks, number: int, rows: Mapping[str, Row]) -> None:
        """Where rooms do not matter, the cheapest sessions are used."""
        columns = {session.id: self._column(session) for session in blocks.blocks[number]}
        used = []
        for track in (track for track in blocks.tracks if number in blocks.steps(track)):
            costs = {
                session: rows.get(track if self.of == "track" else session, {}).get(column, 0)
                for session, column in columns.items()
            }
            if any(costs.values()):
                used.append((blocks.count(track, number), costs.values()))
                for session, there in blocks.sessions(track, number).items():
                    if costs[session]:
                        blocks.never(self, (there,), about=(track,), times=costs[session])
        if blocks.rooms_matter:
            return
        if self.of == "session" and used:  # the costs are the same for all tracks
            counts, (same, *_) = zip(*used, strict=True)
            used = [(sum(counts), same)]
        for count, each in used:
            blocks.pay_rising(self, count, each)

    def _least(self, row: Row, block: Sequence[TimedSession]) -> int:
        return min(row.get(self._column(session), 0) for session in block)

    def _column(self, session: TimedSession) -> str:
        return session.id if self.by == "session" else str(session.room)

    def _in_spot(self, decisions: Decisions, spot: Spot) -> Iterator[tuple[str, Literals]]:
        if self.by == "room":
            yield from decisions.rooms(spot)
        elif spot.session is not None:
            yield spot.session, ()

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"no cost is allowed, and {self._words(conference, *about)} has one"

    def _words(self, conference: Conference, row: str, column: str) -> str:
        sessions = conference.timetable.sessions
        what = {
            "talk": lambda: talk_text(conference, conference.talk(row)),
            "track": lambda: f"the track {conference.track(row).name}",
            "session": lambda: timed_words(conference, sessions[row]),
        }[self.of]()
        if self.by == "room":
            return f"{what} in {room_words(conference, column)}"
        return f"{what} in {timed_words(conference, sessions[column])}"
