"""Sessions have about equally many talks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.timetable import Timetable
from programkit.rules._wording import timed_words
from programkit.rules.base import Reads, Rule, on_stage

if TYPE_CHECKING:
    from programkit.solver import posting
    from programkit.solver.decisions import Decisions


class Balance(Rule):
    """Sessions at one time, or of one track, have about equally many talks.

    Only sessions that hold talks count. Of the fullest, each talk more than the emptiest has, and
    more than the difference allowed, is a violation. In the files, ``balance`` or
    ``balance: {of: track, difference: 0}``.
    """

    code: ClassVar[str] = "balance"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "of"

    level: Level = Level.SOFT
    of: Literal["time", "track"] = "time"
    """Whether the sessions at the same time are compared, or those of a track."""
    difference: int = Field(default=1, ge=0)
    """How many talks one may have more than another."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        blocks = _blocks(program.timetable)
        counts: dict[str, dict[str, int]] = {}
        for placed in on_stage(program):
            session = None if placed.session is None else placed.session.id
            group = blocks.get(session or "") if self.of == "time" else placed.talk.track
            if session is not None and group is not None:
                found = counts.setdefault(group, {})
                found[session] = found.get(session, 0) + 1
        sessions = program.timetable.sessions
        for group, found in counts.items():
            fullest, emptiest = max(found, key=found.__getitem__), min(found, key=found.__getitem__)
            more = found[fullest] - found[emptiest]
            if more > self.difference:
                yield self.found(
                    f"{timed_words(program.conference, sessions[fullest])} has {found[fullest]} "
                    f"talks{self._of(program.conference, group)}, "
                    f"{timed_words(program.conference, sessions[emptiest])} {found[emptiest]}",
                    about=(group, fullest, emptiest),
                    remedy="move talks from the fuller to the emptier",
                    times=more - self.difference,
                )

    def _of(self, conference: Conference, group: str) -> str:
        return f" of the track {conference.track(group).name}" if self.of == "track" else ""

    @override
    def post(self, decisions: Decisions) -> None:
        blocks = _blocks(decisions.conference.timetable)
        inside: dict[str, dict[str, list[posting.Literal]]] = {}
        for talk in decisions.talks:
            for spot, there in decisions.spots(talk.id).items():
                group = blocks.get(spot.session or "") if self.of == "time" else talk.track
                if spot.session is not None and group is not None:
                    found = inside.setdefault(group, {}).setdefault(spot.session, [])
                    found.append(there)
        for group, sessions in inside.items():
            by_track = self.of == "track"
            used = decisions.sessions_with(group) if by_track else decisions.sessions_used
            cases = [(used[session], talks) for session, talks in sessions.items()]
            decisions.no_wider(self, cases, self.difference, (group,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        (group,) = about
        if self.of == "track":
            which = f"the sessions of the track {conference.track(group).name}"
        else:
            first = timed_words(conference, conference.timetable.sessions[group])
            which = f"{first} and the sessions at the same time"
        talks = "1 talk" if self.difference == 1 else f"{self.difference} talks"
        return f"{which} differ by at most {talks}"


def _blocks(timetable: Timetable) -> Mapping[str, str]:
    """For each session of known time, the first one at the same time, by their ids."""
    return {session.id: block[0].id for block in timetable.blocks for session in block}
