"""Who follows a track stays in one room from session to session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.timetable import TimedSession, Timetable
from programkit.rules._wording import listed, room_words, timed_words
from programkit.rules.base import Reads, on_stage
from programkit.rules.selection import ForGroups

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals

_Block = Sequence[TimedSession]


class SessionHopping(ForGroups):
    """Who follows a track need not change rooms between one session and the next of a day.

    From each time at which the track has sessions to its next time that day, all of them are in one
    room; each such step between rooms is a violation. Sessions of unknown time do not matter. In
    the files, ``session-hopping`` or ``session-hopping: [track:vision, tag:robots]``.
    """

    code: ClassVar[str] = "session-hopping"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.ROOM})
    short: ClassVar[str] = "groups"

    level: Level = Level.SOFT

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for name, talks in self.members(conference).items():
            ids = {talk.id for talk in talks}
            held = {p.session.id for p in on_stage(program) if p.session and p.talk.id in ids}
            for blocks in _days(program.timetable):
                steps = [[s for s in block if s.id in held] for block in blocks]
                for before, after in pairwise(step for step in steps if step):
                    rooms = self._rooms(program, (*before, *after))
                    if len(rooms) > 1:
                        words = listed(room_words(conference, room) for room in rooms)
                        yield self.found(
                            f"who follows {self.group_words(conference, name)} goes from "
                            f"{timed_words(conference, before[0])} to "
                            f"{timed_words(conference, after[0])} in several rooms: {words}",
                            about=(name, before[0].id, after[0].id),
                            remedy="keep it in one room",
                        )

    @staticmethod
    def _rooms(program: Program, sessions: Sequence[TimedSession]) -> list[str]:
        found = (program.timetable.sessions[session.id].room for session in sessions)
        return list(dict.fromkeys(room for room in found if not isinstance(room, Unknown)))

    @override
    def post(self, decisions: Decisions) -> None:
        for name, talks in self.members(decisions.conference).items():
            held = decisions.sessions_holding(tuple(talk.id for talk in talks))
            for blocks in _days(decisions.conference.timetable):
                steps = [_Step(decisions, block, held) for block in blocks]
                for first, second in combinations(range(len(steps)), 2):
                    ways = steps[first].to(steps[second], steps[first + 1 : second])
                    about = (name, blocks[first][0].id, blocks[second][0].id)
                    decisions.never(self, *ways, about=about)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        name, before, after = about
        one, other = (conference.timetable.sessions[session] for session in (before, after))
        return (
            f"who follows {self.group_words(conference, name)} stays in one room from "
            f"{timed_words(conference, one)} to {timed_words(conference, other)}"
        )


class _Step:
    """A time of a day, and what there may be of a group."""

    def __init__(self, decisions: Decisions, block: _Block, held: Mapping[str, Literal]) -> None:
        self.held = [held[session.id] for session in block if session.id in held]
        ways: dict[str, list[Literals]] = {}
        for session in (session.id for session in block if session.id in held):
            for room, inside in decisions.session_rooms(session):
                ways.setdefault(room, []).append((held[session], *inside))
        self.rooms = {room: decisions.any_of(found) for room, found in ways.items()}

    def to(self, other: _Step, between: Sequence[_Step]) -> Iterator[Literals]:
        """The ways in which the group goes from here to there, nowhere between, in two rooms."""
        nowhere = tuple(~there for step in between for there in step.held)
        for room, here in self.rooms.items():
            for second, there in other.rooms.items():
                if room != second:
                    yield here, there, *nowhere


def _days(timetable: Timetable) -> Iterator[Sequence[_Block]]:
    """For each day, the sessions of known time, together where their times are the same."""
    days: dict[int | None, list[_Block]] = {}
    for block in timetable.blocks:
        days.setdefault(block[0].day, []).append(block)
    return iter(days.values())
