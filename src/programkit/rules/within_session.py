"""The talks of a session stand in an order by sort."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Placed, Program
from programkit.rules._wording import placed_words, timed_words
from programkit.rules.base import Reads, Reference, Rule, on_stage
from programkit.rules.selection import Selectors, ranks
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal, Literals
    from programkit.solver.spots import Spot

Position = int | datetime
"""Where a talk stands in its session: the number of its slot, or when it starts."""


class WithinSession(Rule):
    """Within a session, talks of one sort come before those of the next.

    ``all`` means the talks that no other selector means; talks that none means do not matter. Each
    talk that begins after one that should follow it is a violation. In the files,
    ``within-session: [kind:keynote, all, tag:demo]``.
    """

    code: ClassVar[str] = "within-session"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})
    short: ClassVar[str] = "order"

    order: Selectors = Field(min_length=2)
    """The sorts of talks, each by a selector, the first ones first."""

    @override
    def references(self) -> Iterator[Reference]:
        return (Reference("order", "selectors", name) for name in self.order)

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        ranked = ranks(program.conference, self.order)
        inside: dict[str, list[tuple[Position, Placed]]] = {}
        for placed in on_stage(program):
            position = _position(program, placed)
            if placed.session is not None and position is not None and placed.talk.id in ranked:
                inside.setdefault(placed.session.id, []).append((position, placed))
        for session, places in inside.items():
            late: dict[str, tuple[Placed, Placed]] = {}
            for position, placed in places:
                rank = ranked[placed.talk.id]
                for other_position, other in places:
                    if ranked[other.talk.id] > rank and other_position < position:  # type: ignore[operator]  # positions in one session are of one kind
                        late.setdefault(placed.talk.id, (placed, other))
            for talk, (placed, other) in late.items():
                yield self.found(
                    f"{placed_words(program, placed)} comes in its session after "
                    f"{placed_words(program, other)}",
                    about=(talk, session, other.talk.id),
                    remedy="exchange the two",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        ranked = ranks(decisions.conference, self.order)
        starts: dict[str, dict[Position, list[tuple[str, Literal]]]] = {}
        for talk in decisions.talks:
            for spot, there in decisions.spots(talk.id).items() if talk.id in ranked else ():
                position = _position_of(decisions, spot)
                if spot.session is not None and position is not None:
                    found = starts.setdefault(spot.session, {}).setdefault(position, [])
                    found.append((talk.id, there))
        for session, places in starts.items():
            for late, ways in self._late(decisions, places, ranked).items():
                decisions.never(self, *ways, about=(late, session))

    def _late(
        self,
        decisions: Decisions,
        places: Mapping[Position, list[tuple[str, Literal]]],
        ranked: Mapping[str, int],
    ) -> Mapping[str, list[Literals]]:
        """For each talk, the ways in which it begins after one of a later sort."""
        late: dict[str, list[Literals]] = {}
        begun: dict[int, Literal] = {}  # by rank, that one of a later rank has begun
        for position in sorted(places):
            here = places[position]
            for talk, there in here:
                if ranked[talk] in begun:
                    late.setdefault(talk, []).append((there, begun[ranked[talk]]))
            for rank in range(len(self.order) - 1):
                ways: list[Literals] = [(there,) for talk, there in here if ranked[talk] > rank]
                ways += [(begun[rank],)] if rank in begun and ways else []
                if ways:
                    begun[rank] = decisions.any_of(ways)
        return late

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        talk, session = about
        where = timed_words(conference, conference.timetable.sessions[session])
        name = talk_text(conference, conference.talk(talk))
        return f"{name} comes in {where} before talks of a later sort"


def _position(program: Program, placed: Placed) -> Position | None:
    slots = placed.placement.slots
    return program.timetable.slots[slots[0]].index if slots else placed.placement.start


def _position_of(decisions: Decisions, spot: Spot) -> Position | None:
    if spot.slots:
        return decisions.conference.timetable.slots[spot.slots[0]].index
    return spot.start
