"""Who presents a poster is not elsewhere meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.chairs import chairs_of
from programkit.model.conference import Conference
from programkit.model.contributions import Poster
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.rules._held import at_once
from programkit.rules._meanwhile import elsewhere, speaking_elsewhere, talks_by_speaker
from programkit.rules._wording import person_words, placed_words, timed_words
from programkit.rules.base import HEAVIEST, Reads, Rule
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals


class PosterFree(Rule):
    """Who presents a poster neither speaks nor chairs elsewhere while it is shown.

    Each talk and each session chaired meanwhile is a violation. What is in the session that shows
    the poster is not elsewhere.
    """

    code: ClassVar[str] = "poster-free"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME, Reads.CHAIR, Reads.BOARD})

    level: Level = Level.SOFT
    weight: int = Field(default=10, ge=0, le=HEAVIEST)
    """What each talk or session costs, where the rule is soft."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        talks = talks_by_speaker(program)
        for poster in program.posters:
            if not poster.takes_place or poster.session is None:
                continue
            shown = program.timetable.sessions[poster.session]
            for person in dict.fromkeys(poster.speaker_ids):
                for placed in elsewhere(talks.get(person, ()), shown):
                    words = f"speaks meanwhile: {placed_words(program, placed)}"
                    yield self._clash(program, poster, (person, placed.talk.id), words)
                for session in _chaired(program, person, shown):
                    words = f"chairs {timed_words(program.conference, session)} meanwhile"
                    yield self._clash(program, poster, (person, session.id), words)

    def _clash(
        self, program: Program, poster: Poster, about: tuple[str, str], words: str
    ) -> Finding:
        conference = program.conference
        who = person_words(conference, about[0])
        return self.found(
            f"{who} presents {talk_text(conference, poster)} and {words}",
            about=(about[0], poster.id, about[1]),
            remedy="show the poster in another session, or move the other",
            source=conference.source("posters", poster.id),
        )

    @override
    def post(self, decisions: Decisions) -> None:
        talks: dict[str, list[str]] = {}
        for talk in decisions.talks:
            for speaker in dict.fromkeys(talk.speaker_ids):
                talks.setdefault(speaker, []).append(talk.id)
        for poster in decisions.conference.posters:
            shown = _sessions(decisions, poster.id)
            for person in dict.fromkeys(poster.speaker_ids) if shown else ():
                for own in talks.get(person, ()):
                    speaking = (
                        (there, *way)
                        for session, there in shown.items()
                        for way in speaking_elsewhere(decisions, session, own)
                    )
                    decisions.never(self, *speaking, about=(person,))
                for session, chairs in decisions.chaired_by.get(person, {}).items():
                    chairing = ((chairs, *way) for way in _while(decisions, shown, session))
                    decisions.never(self, *chairing, about=(person,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{person_words(conference, about[0])} is not elsewhere while presenting a poster"


def _chaired(program: Program, person: str, shown: TimedSession) -> Iterator[TimedSession]:
    """The other sessions at that time which somebody chairs."""
    for session in program.timetable.sessions.values():
        if session.id != shown.id and person in chairs_of(session) and at_once(session, shown):
            yield session


def _sessions(decisions: Decisions, poster: str) -> Mapping[str, Literal]:
    """For each session that may show a poster, a literal that must hold if it does."""
    found: dict[str, list[Literals]] = {}
    for place, there in decisions.hangs(poster).items():
        found.setdefault(place.session, []).append((there,))
    return {session: decisions.any_of(ways) for session, ways in found.items()}


def _while(decisions: Decisions, shown: Mapping[str, Literal], session: str) -> Iterator[Literals]:
    """The ways in which another session is held while a poster is shown."""
    for other, there in shown.items():
        for span, when in decisions.session_times(session) if other != session else ():
            for beside, then in decisions.session_times(other):
                if span.meets(beside):
                    yield (there, *when, *then)
