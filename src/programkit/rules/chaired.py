"""A session that seeks a chair has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.chairs import chairs_of, sessions_that_seek
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.rules._chairs import chairs_source, talks_in
from programkit.rules._wording import timed_words
from programkit.rules.base import HEAVIEST, Reads, Rule

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class Chaired(Rule):
    """A session that seeks a chair has one, or as many as wanted.

    One whose places for talks are all empty needs none. Too many is always hard. In the files,
    ``chaired: 2``.
    """

    code: ClassVar[str] = "chaired"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.CHAIR})
    short: ClassVar[str] = "chairs"

    level: Level = Level.SOFT
    weight: int = Field(default=100, ge=0, le=HEAVIEST)
    """What each chair that is missing costs where the rule is soft."""
    chairs: int = Field(default=1, ge=1, le=50)
    """How many chairs a session should have."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        held = talks_in(program)
        for session in sessions_that_seek(program.conference):
            now = program.timetable.sessions[session.id]
            found = len(chairs_of(now))
            wanted = self.chairs if not _for_talks(session) or session.id in held else 0
            if found > wanted:
                yield self._too_many(program.conference, now, found)
            elif found < wanted:
                yield self._too_few(program.conference, now, wanted - found)

    def _too_many(self, conference: Conference, session: TimedSession, found: int) -> Finding:
        chairs = "a chair and no talks" if found <= self.chairs else f"{found} chairs"
        finding = self.found(
            f"{timed_words(conference, session)} has {chairs}",
            about=(session.id,),
            remedy="take it away, or name the chairs in the facts",
            source=chairs_source(conference, session),
        )
        return finding.replace(level=Level.HARD, cost=0)

    def _too_few(self, conference: Conference, session: TimedSession, missing: int) -> Finding:
        lacks = "has no chair" if missing == self.chairs else f"lacks {missing} of its chairs"
        return self.found(
            f"{timed_words(conference, session)} {lacks}",
            about=(session.id,),
            remedy="ask somebody, and give them the role chair, or name them as its chair",
            source=chairs_source(conference, session),
            times=missing,
        )

    @override
    def post(self, decisions: Decisions) -> None:
        for session in sessions_that_seek(decisions.conference):
            about = (session.id,)
            chairs = list(decisions.chairs(session.id).values())
            decisions.at_most(self, [(c, 1) for c in chairs], self.chairs, about, hard=True)
            if not _for_talks(session):
                decisions.at_least(self, chairs, self.chairs, about)
                continue
            held = decisions.sessions_used.get(session.id)
            for chair in chairs:
                empty = () if held is None else (~held,)
                decisions.never(self, (chair, *empty), about=about, hard=True)
            if held is not None:
                decisions.at_least(self, [*chairs, *[~held] * self.chairs], self.chairs, about)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        chairs = "a chair" if self.chairs == 1 else f"{self.chairs} chairs"
        session = conference.timetable.sessions[about[0]]
        return f"{timed_words(conference, session)} has {chairs} if it has talks"


def _for_talks(session: TimedSession) -> bool:
    """Whether a session has places for talks, which may be empty."""
    return bool(session.slots) or session.session.packed
