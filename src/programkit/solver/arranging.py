"""Which talks are in which block, and which track is in which session: found, then improved."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ortools.sat.python import cp_model

from programkit.model.findings import Level
from programkit.model.program import Program
from programkit.solver.blockmoves import Moves
from programkit.solver.blocks import Blocks, Chosen
from programkit.solver.packing import forbid_unpackable, packed
from programkit.solver.spending import Answer, Spending, near

_FIRST = 2.0
"""Seconds for anything at all."""
_TIMES, _ROOMS, _BOTH, _PARTS = 0.3, 0.05, 0.3, 0.2
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
        self._best = Answer(cp_model.UNKNOWN)

    def search(self) -> bool:
        """Whether a program can be; what is found is kept."""
        run = self._run
        if run.over:
            return True
        if not self._begin():
            return False
        timed = run.blocks(rooms_matter=False)
        hint = self._times(timed)
        answer = run.solve(
            hint, run.rest(_TIMES), whole=True, seen=None, patience=_PATIENCE
        )
        if answer.status == cp_model.INFEASIBLE:
            return False
        if answer.found:
            self._take_rooms(timed, answer.chosen, run.rest(_ROOMS, most=5))
        return self._improve()

    def within(self, *, anytime: bool) -> Mapping[str, frozenset[str]] | None:
        """For each talk, the sessions of its track in what was found."""
        if not self._best.found:
            return None
        return self._blocks.placed(self._best.chosen, anytime=anytime)

    def _begin(self) -> bool:
        """Any arrangement, whatever it costs; whether there is one."""
        run = self._run
        timed = run.blocks(rooms_matter=False, costs=False)
        answer = run.solve(timed.model, run.rest(0.5, most=_FIRST))
        if answer.found:
            self._take_rooms(timed, answer.chosen, run.rest(0.2, most=_FIRST / 4))
        return answer.status != cp_model.INFEASIBLE

    def _times(self, timed: Blocks) -> cp_model.CpModel:
        """The model of times, near the best arrangement."""
        if self._best.found:
            for literal, same in zip(
                timed.literals_of_times, self._blocks.literals_of_times, strict=True
            ):
                timed.model.add_hint(literal, self._best.chosen[same.index])
        return timed.model

    def _take_rooms(self, timed: Blocks, chosen: Chosen, limits) -> None:
        """Rooms for times that were decided."""
        run, own = self._run, self._blocks.literals_of_times
        model = self._blocks.model.clone()
        model.add_bool_and(
            there if chosen[literal.index] else ~there
            for there, literal in zip(own, timed.literals_of_times, strict=True)
        )
        self._accept(run.solve(model, limits))

    def _improve(self) -> bool:
        """All at once and part by part, in turns, each longer than the one before."""
        run, patience, unfit = self._run, 2 * _PATIENCE, 0
        moves = Moves(self._blocks, run.limits.seed)
        while not run.over and not run.proves(self._best.cost if self._best.found else None):
            model = near(self._blocks.model, self._best.chosen)
            answer = run.solve(
                model,
                run.rest(_BOTH),
                whole=True,
                seen=partial(self._look, self._blocks),
                patience=patience,
            )
            if answer.status == cp_model.INFEASIBLE:
                return False
            self._accept(answer)
            if answer.status == cp_model.OPTIMAL and not run.proves(self._best.cost):
                unfit += 1
                if unfit > _ROUNDS:
                    break
                continue
            self._part_by_part(moves, run.seconds + 3 * patience)
            patience *= 2
        return True

    def _part_by_part(self, moves: Moves, until: float) -> None:
        run = self._run
        while self._best.found and not run.over and run.seconds < until and not run.proves(self._best.cost):
            kind, keep = moves.next(self._best.chosen)
            model = near(self._blocks.model, self._best.chosen, keep)
            before = self._best.cost
            answer = run.solve(model, run.rest(most=kind.seconds))
            self._accept(answer)
            kind.learn(better=self._best.cost < before, proved=answer.status == cp_model.OPTIMAL)

    def _accept(self, answer: Answer) -> None:
        """Go on from an answer if it is no worse and can be packed; make the program of it."""
        if not answer.found or (self._best.found and answer.cost > self._best.cost):
            return
        if forbid_unpackable(self._blocks, answer.chosen):
            return
        better = not self._best.found or answer.cost < self._best.cost
        self._best = answer
        if better:
            self._look(self._blocks, answer.chosen)

    def _look(self, blocks: Blocks, chosen: Chosen) -> None:
        """Make a program, and offer it if all hard rules hold."""
        placements = packed(blocks, chosen)
        if placements is None:
            return
        program = Program(conference=self._run.conference, placements=placements)
        findings = [finding for rule in self._run.rules for finding in rule.check(program)]
        if all(finding.level is not Level.HARD for finding in findings):
            self._run.offer(program, sum(finding.cost for finding in findings))
