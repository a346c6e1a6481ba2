"""Nobody speaks in two places at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.program import Placed, Program
from programkit.rules._clashes import meetings
from programkit.rules._wording import person_words, placed_words
from programkit.rules.base import Reads, Rule, on_stage
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class SpeakerFree(Rule):
    """Nobody speaks in two places at once; one talk may start as another ends.

    A talk without known speakers stands for whoever will give it: its parts are not at once. With
    ``coauthors``, co-authors are in the place of their talk as well.
    """

    code: ClassVar[str] = "speaker-free"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    coauthors: bool = False
    """Whether co-authors are in the place of their talk, too."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        given: dict[str, list[Placed]] = {}
        for placed in on_stage(program):
            for speaker in self._givers(placed.talk):
                given.setdefault(speaker, []).append(placed)
        for speaker, talks in given.items():
            for first, second in _clashes(talks).values():
                yield self._clash(program, speaker, first, second)

    def _clash(self, program: Program, giver: str, first: Placed, second: Placed) -> Finding:
        person = giver.removeprefix(_PERSON)
        who = person_words(program.conference, person) if giver != person else "its speaker"
        return self.found(
            f"{who} is in two places at once: {placed_words(program, first)} "
            f"and {placed_words(program, second)}",
            about=(*((person,) if giver != person else ()), first.talk.id, second.talk.id),
            remedy="move one of the two",
            source=program.conference.source("talks", second.talk.id, "speakers"),
        )

    @override
    def post(self, decisions: Decisions) -> None:
        given: dict[str, list[str]] = {}
        for talk in decisions.talks:
            for speaker in self._givers(talk):
                given.setdefault(speaker, []).append(talk.id)
        for speaker, talks in given.items():
            about = (speaker.removeprefix(_PERSON), *talks)
            if len(talks) == 1 and decisions.is_once(talks[0]):
                continue
            if self.level is Level.HARD:
                places = [item for talk in talks for item in decisions.spots(talk).items()]
                for at_once in decisions.under_way_together(places):
                    decisions.at_most(self, [(there, 1) for there in at_once], 1, about)
            elif self.level is Level.SOFT:
                self._post_pairs(decisions, talks, about)

    def _post_pairs(self, decisions: Decisions, talks: list[str], about: tuple[str, ...]) -> None:
        """A soft clash costs once for each two talks, however many parts of theirs meet."""
        for first, second in combinations(talks, 2):
            decisions.never(self, *meetings(decisions, first, second), about=about)
        for talk in talks:
            if decisions.is_once(talk):
                continue
            places = decisions.spots(talk).items()
            parts = [
                (here, there)
                for (spot, here), (other, there) in combinations(places, 2)
                if spot.meets(other)
            ]
            decisions.never(self, *parts, about=about)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        giver, *talks = about
        names = [talk_text(conference, conference.talk(talk)) for talk in talks]
        who = "one speaker" if giver in talks else person_words(conference, giver)
        return f"{who} gives one talk at a time: {', '.join(names)}"

    def _givers(self, talk: Talk) -> tuple[str, ...]:
        """Keys of the people who give it; of the talk itself where nobody is named."""
        named = talk.people_ids if self.coauthors else dict.fromkeys(talk.speaker_ids)
        return tuple(_PERSON + person for person in named) or (talk.id,)


_PERSON = "person "


def _clashes(talks: list[Placed]) -> Mapping[tuple[str, ...], tuple[Placed, Placed]]:
    """The first meeting of each two talks that are under way at once."""
    found: dict[tuple[str, ...], tuple[Placed, Placed]] = {}
    for first, second in combinations(talks, 2):
        if first.interval is None or second.interval is None:
            continue
        if first.interval.overlaps(second.interval):
            found.setdefault(tuple(sorted((first.talk.id, second.talk.id))), (first, second))
    return found
