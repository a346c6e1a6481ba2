"""Speakers are available while they speak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.interval import covers, union
from programkit.model.leaning import Leaning
from programkit.model.program import Program
from programkit.rules._wording import placed_words, windows
from programkit.rules.base import Reads, Rule, dated, on_stage

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class SpeakerAvailable(Rule):
    """Every speaker is available while they speak."""

    code: ClassVar[str] = "speaker-available"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    hosts: bool = False
    """Whether those who host a talk have to be there, too."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        for placed in on_stage(program):
            if placed.interval is None or not dated(conference, placed.session):
                continue
            for speaker in dict.fromkeys(self._present(placed.talk)):
                person = conference.person(speaker)
                if person.available and not covers(person.available, placed.interval):
                    yield self.found(
                        f"{person.name} is not available for {placed_words(program, placed)}, "
                        f"only {windows(conference, person.available)}",
                        about=(speaker, placed.talk.id),
                        remedy="move the talk, or ask the speaker",
                        source=conference.source("people", speaker, "available"),
                    )

    @override
    def post(self, decisions: Decisions) -> None:
        for talk in decisions.talks:
            for speaker in sorted(set(self._present(talk))):
                hours = union(decisions.conference.person(speaker).available)
                if not hours:
                    continue
                for spot, there in decisions.spots(talk.id).items():
                    if not spot.within(hours):
                        decisions.never(self, (there,), about=(speaker,))

    @override
    def leanings(self, conference: Conference) -> Mapping[str, Leaning]:
        found = {}
        for talk in conference.talks if self.level is Level.HARD else ():
            people = (conference.person(speaker) for speaker in sorted(set(self._present(talk))))
            hours = tuple(union(person.available) for person in people if person.available)
            if hours:
                found[talk.id] = Leaning(hours=hours)
        return found

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        person = conference.person(about[0])
        return f"{person.name} is available only {windows(conference, person.available)}"

    def _present(self, talk: Talk) -> tuple[str, ...]:
        """Ids of those who have to be there."""
        return (*talk.speaker_ids, *talk.hosts) if self.hosts else talk.speaker_ids
