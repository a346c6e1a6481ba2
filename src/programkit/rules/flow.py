"""What is simple comes before what is advanced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.program import Placed, Program
from programkit.rules._sequence import Moment, begins, dates_are_mixed, ends
from programkit.rules._wording import placed_words
from programkit.rules.base import Reads, Reference, on_stage
from programkit.rules.selection import ForGroups, Selectors, ranks
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals
    from programkit.solver.spots import Key


class Flow(ForGroups):
    """Within a track, talks of a simple level are over before those of a more advanced one begin.

    Each talk that begins before a simpler one of its track is over is a violation; talks of none of
    the levels do not matter. In the files, ``flow: [tag:beginner, tag:advanced]`` or
    ``flow: {for: tag:robots, levels: [tag:beginner, tag:advanced]}``.
    """

    code: ClassVar[str] = "flow"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "levels"

    level: Level = Level.SOFT
    levels: Selectors = Field(min_length=2)
    """The levels, each by a selector, the simplest first."""

    @override
    def references(self) -> Iterator[Reference]:
        yield from super().references()
        yield from (Reference("levels", "selectors", name) for name in self.levels)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        conference, mixed = program.conference, dates_are_mixed(program.conference)
        ranked = ranks(conference, self.levels)
        for name, talks in self.members(conference).items():
            ids = {talk.id for talk in talks if talk.id in ranked}
            placed = [place for place in on_stage(program) if place.talk.id in ids]
            last = _last_simpler(placed, ranked, len(self.levels), mixed=mixed)
            told: set[str] = set()
            for place in placed:
                end, other = last.get(ranked[place.talk.id], (None, place))
                start = begins(place, mixed=mixed)
                if end and start and start < end and place.talk.id not in told:
                    told.add(place.talk.id)
                    yield self.found(
                        f"{placed_words(program, place)} begins before "
                        f"{placed_words(program, other)} is over, which is simpler, in "
                        f"{self.group_words(conference, name)}",
                        about=(place.talk.id, other.talk.id),
                        remedy="exchange the two",
                    )

    @override
    def post(self, decisions: Decisions) -> None:
        ranked = ranks(decisions.conference, self.levels)
        for talks in self.members(decisions.conference).values():
            chosen = [talk for talk in talks if talk.id in ranked]
            for rank in range(1, len(self.levels)):
                simpler = [talk for talk in chosen if ranked[talk.id] < rank]
                here = [talk for talk in chosen if ranked[talk.id] == rank]
                if simpler and here:
                    self._post_after(decisions, here, _still_to_end(decisions, simpler, here))

    def _post_after(
        self, decisions: Decisions, talks: Sequence[Talk], pending: Mapping[Key, Literal]
    ) -> None:
        for talk in talks:
            ways: list[Literals] = [
                (there, pending[spot.begins])
                for spot, there in decisions.spots(talk.id).items()
                if spot.begins is not None
            ]
            decisions.never(self, *ways, about=(talk.id,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{talk_text(conference, conference.talk(about[0]))} comes after simpler talks"


def _last_simpler(
    placed: Sequence[Placed], ranked: Mapping[str, int], levels: int, *, mixed: bool
) -> Mapping[int, tuple[Moment, Placed]]:
    """For each level that has simpler talks, when the last of these is over, and which it is."""
    last: dict[int, tuple[Moment, Placed]] = {}
    for place in placed:
        end = ends(place, mixed=mixed)
        if end is None:
            continue
        for rank in range(ranked[place.talk.id] + 1, levels):
            if rank not in last or last[rank][0] < end:
                last[rank] = end, place
    return last


def _still_to_end(
    decisions: Decisions, simpler: Sequence[Talk], talks: Sequence[Talk]
) -> Mapping[Key, Literal]:
    """For each start of the talks, a literal that must hold if a simpler one ends after it."""
    starts = {spot.begins for talk in talks for spot in decisions.spots(talk.id)}
    return {
        moment: decisions.any_of([(decisions.ends_after(t.id, moment),) for t in simpler])
        for moment in sorted(start for start in starts if start is not None)
    }
