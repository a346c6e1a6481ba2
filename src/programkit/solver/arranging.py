"""Which talks are in which block, and which track is in which session: found, then improved."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.solver.arrangement import Arrangement, Part
from programkit.solver.blockmoves import Best, Moves, Parts
from programkit.solver.blocks import Blocks, Chosen
from programkit.solver.limits import Limits
from programkit.solver.packing import forbid_unpackable, packed
from programkit.solver.seating import counted_out, seated
from programkit.solver.spending import Answer, Spending, near

_ANYTHING = 10.0
"""Seconds for anything at all; mostly it takes less than one."""
_FIRST = 2.0
"""Seconds for something that should be easy."""
_COUNTS, _TIMES, _ROOMS, _BOTH = 0.25, 0.25, 0.1, 0.5
"""Shares of what is left."""
_PATIENCE = 1.5
"""Seconds, at first, without anything better after which something else is tried."""
_ROUNDS = 20
"""How often something that does not fit may be forbidden before giving up."""
_LARGE = 60_000
"""Cells with which the model of the whole is not made."""


class Arranging:
    """The search by blocks, until nothing is left to spend, or to find."""

    def __init__(self, run: Spending, first: Arrangement | None) -> None:
        self._run = run
        self._timed = run.blocks(rooms_matter=False)
        self._whole: Blocks | None = None if self._large else run.blocks()
        self._moves = Moves(self._timed, run.limits.seed, rooms=True)
        self._best: Best | None = None
        self._seen = first

    @property
    def _large(self) -> bool:
        timed = self._timed
        sessions = sum(len(block) for block in timed.blocks)
        cells = len(timed.talks) * len(timed.blocks) + len(timed.tracks) * sessions
        return cells > _LARGE

    def within(self, *, anytime: bool) -> Mapping[str, frozenset[str]] | None:
        """For each talk, the sessions of its track: those of its block, or those at any time."""
        arranged = self._seen if self._best is None else self._best.arranged
        if arranged is None:
            return None
        found: dict[str, set[str]] = {}
        for talk in self._run.conference.talks:
            for (track, block), sessions in arranged.sessions.items():
                if track == talk.track and (anytime or arranged.times.get(talk.id) == block):
                    found.setdefault(talk.id, set()).update(session.id for session in sessions)
        return {t.id: frozenset(found.get(t.id, ())) for t in self._run.conference.talks}

    def settles(self, cost: int | None) -> bool:
        """Whether the best arrangement costs no less than a program that was found."""
        return self._best is not None and cost is not None and cost <= self._best.cost

    def improve(self) -> bool:
        """Better ones, until nothing is left to spend or to find; whether there can be any."""
        run = self._run
        if run.over:
            return True
        if not self._times():
            return False
        return self._together(self._whole) if self._whole is not None else self._apart()

    def _times(self) -> bool:
        """Times first: how many sessions each track has when, then its talks, then the rooms."""
        run, timed = self._run, self._timed
        start = self._rough(timed)
        if self._whole is None and start:
            return True
        model = near(timed.model, start)
        limits = run.rest(_TIMES, few=True)
        answer = run.solve(model, limits, whole=True, patience=_PATIENCE)
        if answer.found and not run.proves(answer.cost):
            moves = Moves(timed, run.limits.seed, rooms=False)
            parts = Parts(run, moves, self._fits, timed)
            until = run.reached + run.amount(limits)
            best = parts.improved(self._as_timed(answer), until=until, patience=_PATIENCE)
            answer = Answer(answer.status, best.cost, best.chosen)
        if answer.found and not (self._best is not None and run.proves(self._best.cost)):
            self._take_rooms(answer.chosen, self._for_rooms)
        return answer.status != cp_model.INFEASIBLE

    def _rough(self, timed: Blocks) -> Chosen:
        """Times for the talks, given how many sessions each track should have when."""
        run = self._run
        rough = run.blocks(rooms_matter=False, talks_matter=False)
        limits = run.rest(_COUNTS, few=True)
        counted = run.solve(rough.model, limits, whole=True, patience=_PATIENCE)
        if not counted.found:
            return ()
        answer = Answer()
        for _ in range(_ROUNDS):
            model = timed.model.clone()
            for (track, number), count in rough.numbers(counted.chosen).items():
                model.add(timed.count(track, number) == count)
            answer = run.solve(model, run.rest(_ROOMS, few=True), patience=_PATIENCE)
            if not answer.found:
                return ()
            if self._fits(self._as_timed(answer)):
                break
        self._take_rooms(answer.chosen, self._for_rooms)
        return answer.chosen

    def _as_timed(self, answer: Answer) -> Best:
        return Best(answer.cost, self._timed.arrangement(answer.chosen), answer.chosen)

    def _fits(self, found: Best) -> bool:
        """Whether the talks fit into as many sessions as there are; what does not is forbidden."""
        timed = self._timed
        return not forbid_unpackable(timed, found.arranged.times, timed.numbers(found.chosen))

    @property
    def _for_rooms(self) -> Limits:
        share = 2 * _ROOMS if self._whole is None else _ROOMS
        return self._run.rest(share, few=True)

    def _take_rooms(self, chosen: Chosen, limits: Limits) -> None:
        """Rooms for times that were decided: quickly, then the best."""
        timed = self._timed
        times, counts = timed.arrangement(chosen).times, timed.numbers(chosen)
        before = None if self._best is None else self._best.arranged
        arranged = seated(timed, times, counts, like=before)
        if arranged is not None:
            self._look(timed, arranged)
        blocks = self._run.blocks(
            part=Part(
                arranged or Arrangement(times, {}),
                lambda cell: cell.room is not None and counts[cell.track, cell.block] > 0,
            )
        )
        answer = self._run.solve(blocks.model, limits, patience=_PATIENCE)
        if answer.found:
            self._accept(Best(answer.cost, blocks.arrangement(answer.chosen)))

    def _together(self, whole: Blocks) -> bool:
        """All at once, and part by part, in turns, each longer than the one before."""
        run, patience, unfit = self._run, 2 * _PATIENCE, 0
        while not run.over and not self._proved and unfit < _ROUNDS:
            known = () if self._best is None else self._values(whole, self._best)
            answer = run.solve(
                near(whole.model, known),
                run.rest(_BOTH),
                whole=True,
                seen=self._glimpse,
                patience=patience,
            )
            if answer.status == cp_model.INFEASIBLE:
                return False
            if not self._takes(whole, answer) and answer.status == cp_model.OPTIMAL:
                unfit += 1
            else:
                self._part_by_part(whole, run.reached + 2 * patience)
                patience *= 1.5
        return True

    def _takes(self, whole: Blocks, answer: Answer) -> bool:
        """Whether an answer for the whole was found, and can be packed."""
        if not answer.found:
            return False
        return self._accept(Best(answer.cost, whole.arrangement(answer.chosen), answer.chosen))

    def _apart(self) -> bool:
        """Part by part only, where the model of the whole would be too large."""
        if self._best is None and self._seen is not None:
            blocks = self._run.blocks(part=Part(self._seen, lambda _: False))
            answer = self._run.solve(blocks.model, self._run.rest(_ROOMS))
            if answer.found:
                self._best = Best(answer.cost, self._seen)
        self._part_by_part(None, math.inf)
        return True

    def _part_by_part(self, whole: Blocks | None, until: float) -> None:
        best = self._best
        if best is not None:
            known = whole is not None and bool(best.chosen)
            parts = Parts(self._run, self._moves, self._accept, whole if known else None)
            parts.improved(best, until=until)

    def _values(self, whole: Blocks, best: Best) -> Chosen:
        """The values of all variables; they are kept with what is best."""
        if not best.chosen:
            answer = self._run.solve(whole.as_arranged(best.arranged), self._run.rest(most=_FIRST))
            best = best._replace(chosen=answer.chosen)
            self._best = best
        return best.chosen

    @property
    def _proved(self) -> bool:
        return self._best is not None and self._run.proves(self._best.cost)

    def _accept(self, found: Best) -> bool:
        """Go on from what is no worse, if it can be packed; say whether it can."""
        if self._best is not None and found.cost > self._best.cost:
            return True
        times, counts = found.arranged.times, found.arranged.counts
        if self._whole is not None and forbid_unpackable(self._whole, times, counts):
            return False
        better = self._best is None or found.cost < self._best.cost
        if (better or self._whole is None) and not self._look(self._timed, found.arranged):
            return False
        self._best = found
        return True

    def _glimpse(self, answer: Answer) -> None:
        """The same, in passing: without forbidding anything."""
        if self._whole is not None and (self._best is None or answer.cost < self._best.cost):
            arranged = self._whole.arrangement(answer.chosen)
            if self._look(self._timed, arranged):
                self._best = Best(answer.cost, arranged, answer.chosen)

    def _look(self, blocks: Blocks, arranged: Arrangement) -> bool:
        """Make a program, and offer it if all hard rules hold; whether it can be made."""
        placements = packed(blocks, arranged)
        if placements is None:
            return False
        self._moves.look_at(costs_of_tracks(self._run.conference, self._run.judge(placements)))
        return True


def begin(run: Spending) -> tuple[bool, Arrangement | None]:
    """Whether there can be a program, and an arrangement, whatever it costs."""
    if run.over:
        return True, None
    rough = run.blocks(rooms_matter=False, talks_matter=False, costs=False)
    answer = run.solve(rough.model, run.rest(0.5, most=_ANYTHING, few=True))
    arranged = counted_out(rough, answer.chosen) if answer.found else None
    placements = None if arranged is None else packed(rough, arranged)
    if placements is None:
        return answer.status != cp_model.INFEASIBLE, None
    run.judge(placements)
    return True, arranged


def costs_of_tracks(conference: Conference, findings: Iterable[Finding]) -> Mapping[str, int]:
    """What findings cost, by the tracks that they are about."""
    costs: Counter[str] = Counter()
    talks, tracks = conference.by_id.talks, conference.by_id.tracks
    for finding in findings:
        for name in finding.about:
            track = talks[name].track if name in talks else name
            if track is not None and track in tracks:
                costs[track] += finding.cost
    return costs
