"""At any time there is a choice: what runs side by side differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._crowds import crowds, keep_few
from programkit.rules._traits import AlikeTalks, trait_words, traits
from programkit.rules._wording import listed, moment_words
from programkit.rules.base import Reads, on_stage
from programkit.rules.selection import selected
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions

_Alike = tuple[str, ...]
"""What some talks have in common: a value for each trait."""


class Choice(AlikeTalks):
    """At any time there is a choice: talks at one time differ in level, language or subject.

    It looks at each moment at which a talk begins: of the talks under way that are alike, each
    beyond the first is a violation. Talks are alike if they share every trait that is named. In the
    files, ``choice: language`` or ``choice: {by: [track, tag], tags: [developers, managers]}``.
    """

    code: ClassVar[str] = "choice"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "by"

    level: Level = Level.SOFT
    most: int = Field(default=1, ge=1)
    """How many that are alike may be at one time."""

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        placed = on_stage(program)
        for alike, talks in self._groups(conference).items():
            for moment, here in crowds(p for p in placed if p.talk.id in talks):
                if len(here) > self.most:
                    names = listed(talk_text(conference, place.talk) for place in here)
                    day = None if here[-1].session is None else here[-1].session.day
                    yield self.found(
                        f"{names} are at one time ({moment_words(conference, moment, day)}), all "
                        f"of {self._words(conference, alike)}",
                        about=tuple(place.talk.id for place in here),
                        remedy="move one of them",
                        times=len(here) - self.most,
                    )

    @override
    def post(self, decisions: Decisions) -> None:
        for alike, talks in self._groups(decisions.conference).items():
            keep_few(self, decisions, talks, self.most, alike)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        most = "one talk is" if self.most == 1 else f"{self.most} talks are"
        return f"at most {most} at one time of {self._words(conference, about)}"

    def _groups(self, conference: Conference) -> Mapping[_Alike, tuple[str, ...]]:
        """The ids of the talks that are alike, those that have none beside them left out."""
        found: dict[_Alike, list[str]] = {}
        for talk in selected(conference, self.talks):
            values = [traits(conference, talk, by, self.tags) for by in self.by]
            for alike in product(*values) if talk.takes_place else ():
                found.setdefault(alike, []).append(talk.id)
        return {alike: tuple(talks) for alike, talks in found.items()}

    def _words(self, conference: Conference, alike: _Alike) -> str:
        pairs = zip(self.by, alike, strict=True)
        return listed(trait_words(conference, by, value) for by, value in pairs)
