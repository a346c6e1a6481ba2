"""Popular talks are spread over the times."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import ConfigDict, Field, model_validator
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._crowds import crowds, keep_enough, keep_few
from programkit.rules._wording import listed, moment_words
from programkit.rules.base import Reads, Reference, Rule, on_stage
from programkit.rules.selection import Selectors, selected
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class PopularSpread(Rule):
    """Of the popular talks, only so many are at one time, or exactly so many.

    It looks at each moment at which one of them begins: each that is under way beyond the number,
    or is missing, is a violation. In the files, ``popular-spread: {stars: 30}`` or
    ``popular-spread: {for: tag:crowd, exactly: 2}``.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    code: ClassVar[str] = "popular-spread"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "talks"

    level: Level = Level.SOFT
    talks: Selectors = Field(default=(), alias="for")
    """Which talks are popular: ids, ``track:ID``, ``kind:NAME``, ``tag:WORD``, ``speaker:ID``."""
    stars: int | None = Field(default=None, ge=1)
    """Popular are also those that so many attendees want to hear."""
    most: int = Field(default=1, ge=1)
    """How many may be at one time."""
    exactly: int | None = Field(default=None, ge=1)
    """How many are at one time, neither more nor fewer; takes the place of ``most``."""

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if not self.talks and self.stars is None:
            raise ValueError("say which talks are popular: for, or stars")
        return self

    @property
    @override
    def general(self) -> bool:
        return False

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("for", "selectors", name) for name in self.talks)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        popular = set(self._popular(conference))
        most, least = self.exactly or self.most, self.exactly or 0
        for moment, here in crowds(p for p in on_stage(program) if p.talk.id in popular):
            wrong = max(len(here) - most, least - len(here))
            if wrong > 0:
                names = listed(talk_text(conference, place.talk) for place in here)
                day = None if here[-1].session is None else here[-1].session.day
                verb = "is" if len(here) == 1 else "are"
                yield self.found(
                    f"{names} {verb} at one time ({moment_words(conference, moment, day)}); "
                    f"of the popular talks there should be {self._number()}",
                    about=tuple(place.talk.id for place in here),
                    remedy="move one of them",
                    times=wrong,
                )

    @override
    def post(self, decisions: Decisions) -> None:
        popular = self._popular(decisions.conference)
        keep_few(self, decisions, popular, self.exactly or self.most, popular)
        if self.exactly is not None:
            keep_enough(self, decisions, popular, self.exactly, popular)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        names = listed(talk_text(conference, conference.talk(talk)) for talk in about)
        return f"of {names}, {self._number()} are at one time"

    def _popular(self, conference: Conference) -> tuple[str, ...]:
        named = {talk.id for talk in selected(conference, self.talks)}
        stars = conference.stars.of_talk if self.stars is not None else {}
        return tuple(
            talk.id
            for talk in conference.talks
            if talk.takes_place and (talk.id in named or stars.get(talk.id, 0) >= (self.stars or 1))
        )

    def _number(self) -> str:
        return f"at most {self.most}" if self.exactly is None else f"exactly {self.exactly}"
