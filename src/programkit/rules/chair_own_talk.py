"""Nobody chairs a session with a talk of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._chairs import chaired, chairs_source, chairs_words, talks_in
from programkit.rules._wording import person_words
from programkit.rules.base import HEAVIEST, Reads, Rule
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class ChairOwnTalk(Rule):
    """Nobody chairs a session in which they speak. Each such talk is a violation."""

    code: ClassVar[str] = "chair-own-talk"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.CHAIR})

    level: Level = Level.SOFT
    weight: int = Field(default=20, ge=0, le=HEAVIEST)
    """What each talk costs whose speaker chairs it, where the rule is soft."""
    coauthors: bool = False
    """Whether talks count of which they are only co-authors."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        inside = talks_in(program)
        own: dict[str, list[Talk]] = {}
        for talk in conference.talks:
            for person in self._by(talk):
                own.setdefault(person, []).append(talk)
        for session, person in chaired(program):
            for talk in own.get(person, ()):
                if talk.id in inside.get(session.id, ()):
                    yield self.found(
                        f"{chairs_words(conference, person, session)}, "
                        f"in which is their own {talk_text(conference, talk)}",
                        about=(person, session.id, talk.id),
                        remedy="let somebody else chair",
                        source=chairs_source(conference, session),
                    )

    @override
    def post(self, decisions: Decisions) -> None:
        for talk in decisions.talks:
            chaired = [decisions.chaired_by.get(person, {}) for person in self._by(talk)]
            if not any(chaired):
                continue
            for session, inside in decisions.sessions_of(talk.id).items():
                for person, sessions in zip(self._by(talk), chaired, strict=True):
                    if session in sessions:
                        decisions.never(self, (sessions[session], inside), about=(person,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{person_words(conference, about[0])} chairs no session with a talk of their own"

    def _by(self, talk: Talk) -> tuple[str, ...]:
        """Whose talk it is."""
        return talk.people_ids if self.coauthors else tuple(dict.fromkeys(talk.speaker_ids))
