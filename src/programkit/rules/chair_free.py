"""A chair is in one place at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Placed, Program
from programkit.model.timetable import TimedSession
from programkit.rules._chairs import chaired, chairs_source, chairs_words, talks_in
from programkit.rules._held import at_once
from programkit.rules._wording import person_words, placed_words, timed_words
from programkit.rules.base import Reads, Rule, on_stage

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
        talks = _talks_by_speaker(program)
        inside = talks_in(program)
        for person, sessions in chairs.items():
            for one, other in combinations(sessions, 2):
                if at_once(one, other):
                    second = timed_words(program.conference, other)
                    yield self._clash(program, person, one, second, (one.id, other.id))
            for session in sessions:
                for placed in _meanwhile(talks.get(person, ()), session).values():
                    if placed.talk.id not in inside.get(session.id, ()):
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
                    self._post_talk(decisions, person, (session, chairs), own)

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

    def _post_talk(
        self, decisions: Decisions, person: str, chaired: tuple[str, Literal], talk: str
    ) -> None:
        """Where the talk is at the time of the session, it is in the session."""
        session, chairs = chaired
        inside = decisions.sessions_of(talk).get(session)
        elsewhere = () if inside is None else (~inside,)
        ways = [
            (chairs, meanwhile, *elsewhere, *when)
            for span, when in decisions.session_times(session)
            if (meanwhile := decisions.during(talk, span)) is not None
        ]
        decisions.never(self, *ways, about=(person,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return (
            f"{person_words(conference, about[0])} is in one place at a time, chairing or speaking"
        )


def _talks_by_speaker(program: Program) -> Mapping[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    for placed in on_stage(program):
        for speaker in dict.fromkeys(placed.talk.speaker_ids):
            found.setdefault(speaker, []).append(placed)
    return found


def _meanwhile(talks: list[Placed] | tuple[()], session: TimedSession) -> Mapping[str, Placed]:
    """The talks that are under way during a session, each once."""
    found: dict[str, Placed] = {}
    for placed in talks:
        when = placed.interval
        if when and session.interval and when.overlaps(session.interval):
            found.setdefault(placed.talk.id, placed)
    return found
