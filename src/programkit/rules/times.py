"""Talks are at times that suit them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import model_validator
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.interval import Interval, covers
from programkit.model.leaning import Leaning
from programkit.model.program import Placed, Program
from programkit.rules._wording import placed_words, windows
from programkit.rules.base import Reads, Reference, dated, on_stage
from programkit.rules.selection import ForTalks
from programkit.rules.windows import Windows, times_of
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions

_NEVER = Interval(start=datetime.min.replace(tzinfo=UTC), end=datetime.min.replace(tzinfo=UTC))


class Times(ForTalks):
    """Talks are only, preferably, or rather not at certain times.

    ``only`` must hold, whatever the level; ``prefer`` and ``avoid`` are wishes unless the level
    says hard. In the files, ``times: {for: track:ml, avoid: [Mon 30 Sep, "12:00-14:00"]}``.
    """

    code: ClassVar[str] = "times"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT
    only: Windows = ()
    """Times at which they must be: all of a talk in one of them."""
    prefer: Windows = ()
    """Times at which they should be: all of a talk in one of them."""
    avoid: Windows = ()
    """Times at which no part of them should be."""

    @model_validator(mode="after")
    def _says_when(self) -> Self:
        if not (self.only or self.prefer or self.avoid):
            raise ValueError("say at which times: only, prefer or avoid")
        return self

    @override
    def references(self) -> Iterator[Reference]:
        yield from super().references()
        for field in ("only", "prefer", "avoid"):
            for window in getattr(self, field):
                if isinstance(window, str):
                    yield Reference(field, "windows", window)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference = program.conference
        only, prefer, avoid = self._hours(conference)
        chosen = {talk.id for talk in self.chosen(conference)}
        for placed in on_stage(program):
            when = placed.interval
            if placed.talk.id not in chosen or when is None or not _known(conference, placed):
                continue
            if self.only and not covers(only, when):
                said = f"may only be {windows(conference, only)}"
                yield self._found(program, placed, said).replace(level=Level.HARD, cost=0)
            if self.prefer and not covers(prefer, when):
                yield self._found(program, placed, f"prefers {windows(conference, prefer)}")
            if any(when.overlaps(bad) for bad in avoid):
                yield self._found(program, placed, f"avoids {windows(conference, avoid)}")

    def _found(self, program: Program, placed: Placed, said: str) -> Finding:
        return self.found(
            f"{placed_words(program, placed)} {said}",
            about=(placed.talk.id,),
            remedy="move the talk, or change the times",
        )

    @override
    def post(self, decisions: Decisions) -> None:
        only, prefer, avoid = self._hours(decisions.conference)
        for talk in self.chosen(decisions.conference):
            for spot, there in decisions.spots(talk.id).items():
                if self.only and not spot.within(only or (_NEVER,)):
                    decisions.never(self, (there,), about=(talk.id,), hard=True)
                if self.prefer and not spot.within(prefer or (_NEVER,)):
                    decisions.never(self, (there,), about=(talk.id,))
                if spot.touches(avoid):
                    decisions.never(self, (there,), about=(talk.id,))

    @override
    def leanings(self, conference: Conference) -> Mapping[str, Leaning]:
        if not self.only:
            return {}
        only, _, _ = self._hours(conference)
        leaning = Leaning(hours=(only or (_NEVER,),))
        return dict.fromkeys((talk.id for talk in self.chosen(conference)), leaning)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        only, prefer, avoid = self._hours(conference)
        parts = [
            f"{word} {windows(conference, hours)}"
            for word, hours in (("only", only), ("preferably", prefer), ("not", avoid))
            if hours
        ]
        name = talk_text(conference, conference.talk(about[0]))
        return f"{name} is given {', '.join(parts) or 'never'}"

    def _hours(self, conference: Conference) -> tuple[tuple[Interval, ...], ...]:
        return tuple(times_of(conference, told) for told in (self.only, self.prefer, self.avoid))


def _known(conference: Conference, placed: Placed) -> bool:
    return dated(conference, placed.session)
