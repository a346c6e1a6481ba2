"""Talks come one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field, model_validator
from typing_extensions import override

from programkit.model.base import Id
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Placed, Program
from programkit.rules._sequence import dates_are_mixed, in_order
from programkit.rules._wording import placed_words
from programkit.rules.base import Reads, Reference, Rule
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class Order(Rule):
    """Talks come one after the other: each is over before the next one starts.

    Talks without a place, or without a time, do not matter. In the files, ``order: [a, b, c]``.
    """

    code: ClassVar[str] = "order"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "talks"

    talks: tuple[Id, ...] = Field(min_length=2)
    """Ids of the talks, the first one first."""

    @model_validator(mode="after")
    def _each_once(self) -> Order:
        if len(set(self.talks)) < len(self.talks):
            raise ValueError("a talk cannot come after itself; name each once")
        return self

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        mixed = dates_are_mixed(program.conference)
        for before, after in combinations(self.talks, 2):
            found = _first_violation(program, before, after, mixed=mixed)
            if found is None:
                continue
            first, second = found
            yield self.found(
                f"{placed_words(program, first)} is not over when "
                f"{placed_words(program, second)} starts",
                about=(before, after),
                remedy="exchange the two, or drop the order",
            )

    @override
    def post(self, decisions: Decisions) -> None:
        for before, after in combinations(self.talks, 2):
            starts = {spot.begins for spot in decisions.spots(after) if spot.begins is not None}
            decisions.never(
                self,
                *(
                    (decisions.ends_after(before, start), decisions.begun_by(after, start))
                    for start in sorted(starts)
                ),
                about=(before, after),
            )

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("talks", "talks", talk) for talk in self.talks)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        first, second = (talk_text(conference, conference.talk(talk)) for talk in about)
        return f"{first} is over before {second} starts"


def _first_violation(
    program: Program, before: str, after: str, *, mixed: bool
) -> tuple[Placed, Placed] | None:
    for first in program.by_talk.get(before, ()):
        for second in program.by_talk.get(after, ()):
            both = first.talk.takes_place and second.talk.takes_place
            if both and not in_order(first, second, mixed=mixed):
                return first, second
    return None
