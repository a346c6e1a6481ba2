"""A chair is in one place at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.rules._chairs import chaired, chairs_source, chairs_words
from programkit.rules._held import at_once
from programkit.rules._meanwhile import elsewhere, speaking_elsewhere, talks_by_speaker
from programkit.rules._wording import person_words, placed_words, timed_words
from programkit.rules.base import Reads, Rule

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals


class ChairFree(Rule):
    """A chair is in one place at a time, from the start of the session to its end.

    Nobody chairs two sessions at once, or speaks elsewhere meanwhile. Each two sessions at once
    that somebody chairs are a violation, and each talk. A talk in the session itself is the
    business of ``chair-own-talk``.
    """

    code: ClassVar[str] = "chair-free"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.CHAIR})

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        chairs: dict[str, list[TimedSession]] = {}
        for session, person in chaired(program):
            chairs.setdefault(person, []).append(session)
        talks = talks_by_speaker(program)
        for person, sessions in chairs.items():
            for one, other in combinations(sessions, 2):
                if at_once(one, other):
                    second = timed_words(program.conference, other)
                    yield self._clash(program, person, one, second, (one.id, other.id))
            for session in sessions:
                for placed in elsewhere(talks.get(person, ()), session):
                    words = f"speaks meanwhile: {placed_words(program, placed)}"
                    about = (session.id, placed.talk.id)
                    yield self._clash(program, person, session, words, about)

    def _clash(
        self,
        program: Program,
        person: str,
        session: TimedSession,
        other: str,
        about: tuple[str, ...],
    ) -> Finding:
        return self.found(
            f"{chairs_words(program.conference, person, session)} and {other}",
            about=(person, *about),
            remedy="let somebody else chair, or move one of the two",
            source=chairs_source(program.conference, session),
        )

    @override
    def post(self, decisions: Decisions) -> None:
        talks: dict[str, list[str]] = {}
        for talk in decisions.talks:
            for speaker in dict.fromkeys(talk.speaker_ids):
                talks.setdefault(speaker, []).append(talk.id)
        for person, sessions in decisions.chaired_by.items():
            self._post_sessions(decisions, person, sessions)
            for session, chairs in sessions.items():
                for own in talks.get(person, ()):
                    speaking = speaking_elsewhere(decisions, session, own)
                    decisions.never(self, *((chairs, *way) for way in speaking), about=(person,))

    def _post_sessions(
        self, decisions: Decisions, person: str, sessions: Mapping[str, Literal]
    ) -> None:
        """Nobody chairs two sessions at once."""
        spans = [
            (span, decisions.any_of([(chairs, *when)]))
            for session, chairs in sessions.items()
            for span, when in decisions.session_times(session)
        ]
        if self.level is Level.HARD:
            for both in decisions.under_way_together(spans):
                decisions.at_most(self, [(there, 1) for there in both], 1, (person,))
            return
        ways: dict[tuple[str | None, str | None], list[Literals]] = {}
        for (one, here), (other, there) in combinations(spans, 2):
            if one.session != other.session and one.meets(other):
                ways.setdefault((one.session, other.session), []).append((here, there))
        for found in ways.values():
            decisions.never(self, *found, about=(person,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return (
            f"{person_words(conference, about[0])} is in one place at a time, chairing or speaking"
        )
