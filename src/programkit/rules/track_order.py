"""The talks of a track stand where they are numbered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.base import Id
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.program import Placed, Program
from programkit.model.timetable import Timetable
from programkit.rules._slots import meetings, shared_slots
from programkit.rules._wording import placed_words
from programkit.rules.base import Reads, Reference, Rule, on_stage
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.blocks import Blocks
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Case, Literal, Literals

Key = tuple[int, int | datetime]
"""Where a talk stands in the order of the program: the session's rank, and the place in it."""


class TrackOrder(Rule):
    """The talks of a track stand where they are numbered, and one after the other.

    Positions count the talks of the track, session by session; those at the same time in the order
    of the facts. A talk elsewhere than at its number is a violation, and so is each slot that two
    numbered talks of a track share. In the files, ``track-order: {opening: 1, closing: 12}``.
    """

    code: ClassVar[str] = "track-order"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT
    positions: Mapping[Id, Annotated[int, Field(ge=1)]]
    """Position, from 1, by the id of the talk. Talks without one may be anywhere."""

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("positions", "talks", talk) for talk in self.positions)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        for track in program.conference.by_id.tracks:
            placed = [p for p in on_stage(program) if p.talk.track == track]
            yield from self._misplaced(program, placed)
            numbered = [p for p in placed if p.talk.id in self.positions]
            for (one, other), count in shared_slots(program, numbered).items():
                conference = program.conference
                yield self.found(
                    f"{talk_text(conference, conference.talk(one))} and "
                    f"{talk_text(conference, conference.talk(other))} are at one time",
                    about=(one, other),
                    remedy="give them one after the other",
                    times=count,
                )

    def _misplaced(self, program: Program, placed: list[Placed]) -> Iterator[Finding]:
        ranks = _ranks(program.timetable)
        keyed = [(key, p) for p in placed if (key := _key(p, program.timetable, ranks))]
        wrong: dict[str, tuple[Placed, int]] = {}
        for key, place in keyed:
            position = 1 + sum(other < key for other, _ in keyed)
            if self.positions.get(place.talk.id, position) != position:
                wrong.setdefault(place.talk.id, (place, position))
        for talk, (place, position) in wrong.items():
            yield self.found(
                f"{placed_words(program, place)} is number {position} of its track "
                f"in place of {self.positions[talk]}",
                about=(talk,),
                remedy="exchange it with the talk that is there",
            )

    @override
    def post(self, decisions: Decisions) -> None:
        ranks = _ranks(decisions.conference.timetable)
        for track in decisions.conference.by_id.tracks:
            talks = [talk.id for talk in decisions.talks if talk.track == track]
            numbered = [talk for talk in talks if talk in self.positions]
            if numbered:
                self._post_positions(decisions, talks, ranks)
            for one, other in combinations(numbered, 2):
                for both in meetings(decisions, one, other):
                    decisions.never(self, both, about=(one, other))

    def _post_positions(
        self, decisions: Decisions, talks: list[str], ranks: Mapping[str, int]
    ) -> None:
        starts: dict[Key, list[tuple[str, Literal]]] = {}
        slots = decisions.conference.timetable.slots
        for talk in talks:
            for spot, there in decisions.spots(talk).items():
                place = slots[spot.slots[0]].index if spot.slots else spot.start
                rank = None if spot.session is None else ranks.get(spot.session)
                if rank is not None and place is not None:
                    starts.setdefault((rank, place), []).append((talk, there))
        cases: dict[str, list[Case]] = {}
        before = decisions.counts([[there for _, there in starts[key]] for key in sorted(starts)])
        for key, count in zip(sorted(starts), before, strict=True):
            for talk, here in starts[key]:
                if talk in self.positions:
                    case = ((here,), count, self.positions[talk] - 1)
                    cases.setdefault(talk, []).append(case)
        for talk, found in cases.items():
            decisions.exactly(self, *found, about=(talk,))

    @override
    def relax(self, blocks: Blocks) -> None:
        """A talk can stand at its number only in the block that holds that position.

        Where more slots of a block are numbered than it has times, some are shared.
        """
        blocks.positions.update(self.positions)
        for track, talks in blocks.tracks.items() if blocks.talks_matter else ():
            numbered = [talk for talk in talks if talk.id in self.positions]
            if numbered:
                self._relax_positions(blocks, talks)
            for number in blocks.steps(track):
                block = blocks.blocks[number]
                taken = sum(
                    blocks.needs(talk) * blocks.times(talk.id)[number]
                    for talk in numbered
                    if number in blocks.times(talk.id)
                )
                size = len(block[0].slots)
                most = sum(blocks.needs(talk) for talk in numbered)
                for layer in range(1, min(len(block), -(-most // size))):
                    blocks.pay_most(self, [taken - layer * size], most)

    def _relax_positions(self, blocks: Blocks, talks: Sequence[Talk]) -> None:
        """Before the block there are fewer talks than its number says, up to its end enough."""
        inside = [
            [blocks.times(t.id)[n] for t in talks if n in blocks.times(t.id)]
            for n in range(len(blocks.blocks) + 1)
        ]
        before = list(blocks.counts(inside))
        right: dict[str, Literals] = {}
        for talk in talks:
            position = self.positions.get(talk.id)
            in_force = None if position is None else blocks.in_force(self, (talk.id,))
            if position is None or in_force is None:
                continue
            right[talk.id] = in_force
            for number, here in blocks.times(talk.id).items():
                blocks.model.add(before[number] < position).only_enforce_if(here, *in_force)
                blocks.model.add(before[number + 1] >= position).only_enforce_if(here, *in_force)
        self._relax_chain(blocks, right)

    def _relax_chain(self, blocks: Blocks, right: Mapping[str, Literals]) -> None:
        """Of two talks that stand at their numbers, the lower one is no later than the other.

        This follows from the positions; stated for neighbors, the solver proves much sooner.
        """
        for one, other in pairwise(sorted(right, key=lambda talk: self.positions[talk])):
            earlier = blocks.times(one)
            for number, there in blocks.times(other).items():
                before = [here for block, here in earlier.items() if block <= number]
                given = (there, *right[one], *right[other])
                blocks.model.add_bool_or([*before, *(~literal for literal in given)])

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        names = [talk_text(conference, conference.talk(talk)) for talk in about]
        if len(names) == 2:
            return f"{names[0]} and {names[1]} are not at one time"
        return f"{names[0]} is number {self.positions[about[0]]} of its track"


def _ranks(timetable: Timetable) -> Mapping[str, int]:
    """The order of the sessions that have a time: by time, then as the facts have them."""
    sessions = (session for block in timetable.blocks for session in block)
    return {session.id: rank for rank, session in enumerate(sessions)}


def _key(placed: Placed, timetable: Timetable, ranks: Mapping[str, int]) -> Key | None:
    if placed.session is None or placed.session.id not in ranks:
        return None
    rank = ranks[placed.session.id]
    if placed.placement.slots:
        return rank, timetable.slots[placed.placement.slots[0]].index
    return None if placed.placement.start is None else (rank, placed.placement.start)
