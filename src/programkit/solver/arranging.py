"""Which talks are in which block, and which track is in which session: found, then improved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.solver.blockmoves import Moves, Parts
from programkit.solver.blocks import Blocks, Chosen
from programkit.solver.limits import Limits
from programkit.solver.packing import forbid_unpackable, packed
from programkit.solver.spending import Answer, Spending, near

_FIRST = 2.0
"""Seconds for anything at all."""
_COUNTS, _TIMES, _ROOMS, _BOTH = 0.25, 0.25, 0.1, 0.5
"""Shares of what is left."""
_PATIENCE = 1.5
"""Seconds, at first, without anything better after which something else is tried."""
_ROUNDS = 20
"""How often something that does not fit may be forbidden before giving up."""


class Arranging:
    """The search by blocks, until nothing is left to spend, or to find."""

    def __init__(self, run: Spending) -> None:
        self._run = run
        self._blocks = run.blocks()
        self._moves = Moves(self._blocks, run.limits.seed)
        self._best = Answer()

    def within(self, *, anytime: bool) -> Mapping[str, frozenset[str]] | None:
        """For each talk, the sessions of its track in what was found."""
        if not self._best.found:
            return None
        return self._blocks.placed(self._best.chosen, anytime=anytime)

    def begin(self) -> bool:
        """Any arrangement, whatever it costs; whether there can be one."""
        run = self._run
        if run.over:
            return True
        timed = run.blocks(rooms_matter=False, costs=False)
        answer = run.solve(timed.model, run.rest(0.5, most=_FIRST))
        if answer.found:
            self._take_rooms(timed, answer.chosen, run.rest(0.2, most=_FIRST / 4))
        return answer.status != cp_model.INFEASIBLE

    def improve(self) -> bool:
        """Better ones, until nothing is left to spend or to find; whether there can be any."""
        return self._run.over or (self._times() and self._together())

    def _times(self) -> bool:
        """Times first: how many sessions each track has when, then its talks, then the rooms."""
        run = self._run
        timed = run.blocks(rooms_matter=False)
        model = near(timed.model, self._rough(timed))
        limits = run.rest(_TIMES, few=True)
        answer = run.solve(model, limits, whole=True, patience=_PATIENCE)
        if answer.found and not run.proves(answer.cost):
            parts = Parts(run, timed, Moves(timed, run.limits.seed))
            until = run.reached + run.amount(limits)
            answer = parts.improved(answer, until=until, patience=_PATIENCE)
        if answer.found and not run.proves(self._cost):
            self._take_rooms(timed, answer.chosen, run.rest(_ROOMS, most=2 * _FIRST))
        return answer.status != cp_model.INFEASIBLE

    def _rough(self, timed: Blocks) -> Chosen:
        """Times for the talks, given how many sessions each track should have when."""
        run = self._run
        rough = run.blocks(rooms_matter=False, talks_matter=False)
        counted = run.solve(rough.model, run.rest(_COUNTS, few=True), patience=_PATIENCE)
        if not counted.found:
            return ()
        model = timed.model.clone()
        for count, told in zip(timed.counts_of_tracks, rough.counts_of_tracks, strict=True):
            model.add(count == counted.chosen[told.index])
        answer = run.solve(model, run.rest(_ROOMS, few=True), patience=_PATIENCE)
        if answer.found:
            self._take_rooms(timed, answer.chosen, run.rest(_ROOMS, most=_FIRST))
        return answer.chosen

    def _take_rooms(self, timed: Blocks, chosen: Chosen, limits: Limits) -> None:
        """Rooms for times that were decided."""
        model = self._blocks.model.clone()
        pairs = zip(self._blocks.literals_of_times, timed.literals_of_times, strict=True)
        model.add_bool_and(there if chosen[other.index] else ~there for there, other in pairs)
        self._accept(self._run.solve(model, limits))

    def _together(self) -> bool:
        """All at once, and part by part, in turns, each longer than the one before."""
        run, patience, unfit = self._run, 2 * _PATIENCE, 0
        parts = Parts(run, self._blocks, self._moves, self._accept)
        while not run.over and not run.proves(self._cost) and unfit < _ROUNDS:
            model = near(self._blocks.model, self._best.chosen)
            answer = run.solve(
                model, run.rest(_BOTH), whole=True, seen=self._glimpse, patience=patience
            )
            if answer.status == cp_model.INFEASIBLE:
                return False
            if not self._accept(answer) and answer.status == cp_model.OPTIMAL:
                unfit += 1
            elif self._best.found:
                parts.improved(self._best, until=run.reached + 2 * patience)
                patience *= 1.5
        return True

    @property
    def _cost(self) -> int | None:
        return self._best.cost if self._best.found else None

    def _accept(self, answer: Answer) -> bool:
        """Go on from an answer if it is no worse and can be packed; say whether it can."""
        if not answer.found or (self._cost is not None and answer.cost > self._cost):
            return answer.found
        if forbid_unpackable(self._blocks, answer.chosen):
            return False
        if self._cost is None or answer.cost < self._cost:
            self._look(answer.chosen)
        self._best = answer
        return True

    def _glimpse(self, answer: Answer) -> None:
        """The same, in passing: without forbidding anything."""
        if (self._cost is None or answer.cost < self._cost) and self._look(answer.chosen):
            self._best = answer

    def _look(self, chosen: Chosen) -> bool:
        """Make a program, and offer it if all hard rules hold; whether it can be made."""
        run = self._run
        placements = packed(self._blocks, chosen)
        if placements is None:
            return False
        program = Program(conference=run.conference, placements=placements)
        findings = list(chain.from_iterable(rule.check(program) for rule in run.rules))
        if all(finding.level is not Level.HARD for finding in findings):
            run.offer(program, sum(finding.cost for finding in findings))
        self._moves.look_at(tracks_of(run.conference, findings))
        return True


def tracks_of(conference: Conference, findings: Iterable[Finding]) -> list[str]:
    """The tracks that findings are about, those that cost most first."""
    costs: Counter[str] = Counter()
    talks, tracks = conference.by_id.talks, conference.by_id.tracks
    for finding in findings:
        for name in finding.about:
            track = talks[name].track if name in talks else name
            if track is not None and track in tracks:
                costs[track] += finding.cost
    return [track for track, _ in costs.most_common()]
