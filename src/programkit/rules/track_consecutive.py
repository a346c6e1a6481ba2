"""The sessions of a track follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._held import sessions_by_track
from programkit.rules._wording import timed_words
from programkit.rules.base import Reads, Rule

if TYPE_CHECKING:
    from programkit.solver.blocks import Blocks
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals


class TrackConsecutive(Rule):
    """The sessions of a track follow each other, also from one day to the next.

    A track with a gap is one violation, however many gaps it has. Sessions at the same time are
    one step; sessions that hold no talks are none.
    """

    code: ClassVar[str] = "track-consecutive"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        blocks = program.timetable.blocks
        step_of = {session.id: n for n, block in enumerate(blocks) for session in block}
        for track, sessions in sessions_by_track(program).items():
            steps = sorted({step_of[s.id] for s in sessions if s.id in step_of})
            missing = [n for n in range(steps[0], steps[-1]) if n not in steps] if steps else []
            if missing:
                gap = timed_words(program.conference, blocks[missing[0]][0])
                yield self.found(
                    f"the track {program.conference.track(track).name} has a gap at {gap}",
                    about=(track,),
                    remedy="move its talks together",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        for track in decisions.conference.by_id.tracks:
            decisions.never(self, *_gaps(decisions, track), about=(track,))

    @override
    def relax(self, blocks: Blocks) -> None:
        for track in blocks.tracks:
            blocks.never(self, *_gaps(blocks, track), about=(track,))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"the sessions of the track {conference.track(about[0]).name} follow each other"


def _gaps(decisions: Decisions | Blocks, track: str) -> Iterator[Literals]:
    """For each step, that the track is not there, but before it and after it."""
    held = decisions.blocks_with(track)
    if not held:
        return
    first, last = min(held), max(held)
    after = {last: held[last]}
    for step in range(last - 1, first, -1):
        ways = [(after[step + 1],), *(((held[step],),) if step in held else ())]
        after[step] = decisions.any_of(ways)
    before = held[first]
    for step in range(first + 1, last):
        yield (before, *((~held[step],) if step in held else ()), after[step + 1])
        if step in held:
            before = decisions.any_of([(before,), (held[step],)])
