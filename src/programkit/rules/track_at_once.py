"""A track is in one session at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.rules._held import at_once, pairs_at_once, sessions_by_track
from programkit.rules._wording import timed_words
from programkit.rules.base import Reads, Rule

if TYPE_CHECKING:
    from programkit.solver.blocks import Blocks
    from programkit.solver.decisions import Decisions


class TrackAtOnce(Rule):
    """A track is in one session at a time. Each session beside an earlier one is a violation.

    Of sessions at one time, those that the facts name first count as the earlier ones.
    """

    code: ClassVar[str] = "track-at-once"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        for track, sessions in sessions_by_track(program).items():
            for number, session in enumerate(sessions):
                beside = [other for other in sessions[:number] if at_once(other, session)]
                if beside:
                    yield self.found(
                        f"{timed_words(program.conference, session)} and "
                        f"{timed_words(program.conference, beside[0])} are at one time, and both "
                        f"are of the track {program.conference.track(track).name}",
                        about=(track, session.id),
                        remedy="move one of the two",
                    )

    @override
    def post(self, decisions: Decisions) -> None:
        beside: dict[str, list[str]] = {}
        for first, second in pairs_at_once(decisions.conference.timetable):
            beside.setdefault(second, []).append(first)
        for track in decisions.conference.by_id.tracks:
            held = decisions.sessions_with(track)
            for session in held:
                others = [(held[session], held[o]) for o in beside.get(session, ()) if o in held]
                decisions.never(self, *others, about=(track, session))

    @override
    def relax(self, blocks: Blocks) -> None:
        for track in blocks.tracks:
            for number in blocks.steps(track):
                most = len(blocks.blocks[number]) - 1
                blocks.pay_most(self, [blocks.further(track, number)], most)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        track, session = about
        where = timed_words(conference, conference.timetable.sessions[session])
        return f"{where} is not beside another session of the track {conference.track(track).name}"
