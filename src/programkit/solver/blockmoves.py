"""Parts of an arrangement by blocks that are decided anew, while the rest stays as it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251 - seeded
from typing import NamedTuple, TypeVar

from ortools.sat.python import cp_model

from programkit.solver.arrangement import Arrangement, Cell, Part
from programkit.solver.blocks import Blocks, Chosen
from programkit.solver.spending import Spending, near

_T = TypeVar("_T")
IsOpen = Callable[[Cell], bool]
"""Which cells are decided anew."""

_ROOMS_MORE = 3
"""So many rooms are open to tracks beside those that they have."""
_LARGER, _SMALLER = 1.25, 0.85
"""How the size of the part changes."""
_SECONDS = 0.5, 3.0
"""How long a part may take at first, and at most."""
_HALF = 0.5
"""How often all tracks that cost something are as likely."""
_TURNS = (0, 1, 2, 1, 0, 3, 1, 2, 0, 4)
"""The kinds, in the order in which they are tried."""


class Best(NamedTuple):
    """An arrangement and what it costs at least."""

    cost: int
    arranged: Arrangement
    chosen: Chosen = ()
    """The values of all variables of the model of the whole, if they are known."""


@dataclass
class Kind:
    """A way to choose what is decided anew, and how much of it has proved worthwhile."""

    name: str
    choose: Callable[[Arrangement, int], IsOpen]
    """Given a size, says which cells are open."""
    size: float
    least: int
    most: int
    seconds: float = _SECONDS[0]

    def learn(self, *, better: bool, proved: bool) -> None:
        """Larger where everything was tried in vain, smaller where that took too long."""
        if better:
            return
        if proved:
            self.size = min(self.most, self.size * _LARGER)
        else:
            self.size = max(self.least, self.size * _SMALLER)
            self.seconds = min(_SECONDS[1], self.seconds * _LARGER)


class Moves:
    """What to decide anew next."""

    def __init__(self, blocks: Blocks, seed: int, *, rooms: bool) -> None:
        self._random = Random(seed)  # noqa: S311 - no secret
        self._tracks = sorted(blocks.tracks)
        self._blocks = range(len(blocks.blocks))
        self._rooms = sorted({str(session.room) for block in blocks.blocks for session in block})
        tracks, times = len(self._tracks), len(self._blocks)
        kinds = (
            Kind("tracks", self._some_tracks, 4, min(2, tracks), tracks),
            Kind("tracks side by side", self._neighbors, 4, min(2, tracks), tracks),
            Kind("times", self._some_times, 2, min(2, times), times),
            Kind("talks", self._some_talks, tracks, 1, tracks),
            Kind("rooms", self._some_rooms, times, 1, times),
        )
        turns = _TURNS if rooms else _TURNS[:-1]
        self._turns = tuple(kinds[number] for number in turns)
        self._steps = 0
        self._costly: Mapping[str, int] = {}

    def look_at(self, costs: Mapping[str, int]) -> None:
        """Tracks that cost something are tried more often; half of the time, the dearer the more.

        Where all that cost something are as likely, one dear thing among many cheap ones may stay
        for good.
        """
        self._costly = {track: cost for track, cost in costs.items() if cost}

    def next(self, arranged: Arrangement) -> tuple[Kind, IsOpen]:
        """A kind, and what is open."""
        kind = self._turns[self._steps % len(self._turns)]
        self._steps += 1
        return kind, kind.choose(arranged, round(kind.size))

    def _some_tracks(self, arranged: Arrangement, size: int) -> IsOpen:
        return self._of_tracks(arranged, self._some(self._tracks, size))

    def _neighbors(self, arranged: Arrangement, size: int) -> IsOpen:
        """A track, and those that are where it is at another time, or at the same one."""
        used = _used(arranged)
        first = self._costly_one()
        times = {block for block, _ in used.get(first, ())}
        rooms = {room for _, room in used.get(first, ()) if room is not None}
        near_it = [
            track
            for track in self._tracks
            if track != first
            and any(block in times or room in rooms for block, room in used.get(track, ()))
        ]
        return self._of_tracks(arranged, [first, *self._some(near_it, size - 1)])

    def _costly_one(self) -> str:
        """A track that costs something, if there is one."""
        if not self._costly or self._random.random() < _HALF:
            return self._random.choice(tuple(self._costly) or self._tracks)
        return self._random.choices(tuple(self._costly), tuple(self._costly.values()))[0]

    def _of_tracks(self, arranged: Arrangement, tracks: Sequence[str]) -> IsOpen:
        used = _used(arranged)
        own = {room for track in tracks for _, room in used.get(track, ()) if room is not None}
        rooms = own.union(self._some([r for r in self._rooms if r not in own], _ROOMS_MORE))
        free = frozenset(tracks)
        return lambda cell: cell.track in free and (cell.room is None or cell.room in rooms)

    def _some_times(self, _: Arrangement, size: int) -> IsOpen:
        """Blocks: what is in one of them may be in another of them."""
        free = frozenset(self._some(self._blocks, size))
        return lambda cell: cell.block in free

    def _some_talks(self, _: Arrangement, size: int) -> IsOpen:
        """The talks of tracks, within the sessions that these have."""
        free = frozenset(self._some(self._tracks, size))
        return lambda cell: cell.talk is not None and cell.track in free

    def _some_rooms(self, _: Arrangement, size: int) -> IsOpen:
        """The rooms of all tracks in some blocks."""
        free = frozenset(self._some(self._blocks, size))
        return lambda cell: cell.room is not None and cell.block in free

    def _some(self, things: Sequence[_T], size: int) -> list[_T]:
        return self._random.sample(things, min(size, len(things)))


def _used(arranged: Arrangement) -> Mapping[str, Sequence[tuple[int, str | None]]]:
    """The blocks and rooms in which each track is; no room where rooms do not matter."""
    found: dict[str, list[tuple[int, str | None]]] = {}
    for (track, block), sessions in arranged.sessions.items():
        rooms = [str(session.room) for session in sessions]
        found.setdefault(track, []).extend((block, room) for room in rooms or (None,))
    return found


@dataclass
class Parts:
    """Decides part after part anew: of one model where there is one, else of a model for each."""

    run: Spending
    moves: Moves
    accept: Callable[[Best], bool]
    """Whether to go on from what is no worse than the best."""
    blocks: Blocks | None = None
    """The model; none where it would be too large."""

    def improved(self, best: Best, *, until: float, patience: float = math.inf) -> Best:
        """The best when so much is spent, or ``patience`` passed without anything better."""
        run = self.run
        last = run.reached
        while not run.over and not run.proves(best.cost) and run.reached < until:
            if run.reached - last > patience:
                break
            kind, is_open = self.moves.next(best.arranged)
            found, proved = self._decided(best, is_open, kind.seconds)
            better = found is not None and found.cost < best.cost
            kind.learn(better=better, proved=proved)
            if found is not None and found.cost <= best.cost and self.accept(found):
                best = found
                last = run.reached if better else last
        return best

    def _decided(self, best: Best, is_open: IsOpen, seconds: float) -> tuple[Best | None, bool]:
        """What was found, and whether it is proved that there is nothing better."""
        limits = self.run.rest(most=seconds, few=True)
        if self.blocks is None:
            blocks = self.run.blocks(part=Part(best.arranged, is_open))
            answer = self.run.solve(blocks.model, limits)
        else:
            blocks = self.blocks
            keep = [literal for cell, literal in blocks.cells() if not is_open(cell)]
            answer = self.run.solve(near(blocks.model, best.chosen, keep), limits)
        if not answer.found:
            return None, False
        found = Best(answer.cost, blocks.arrangement(answer.chosen), answer.chosen)
        return found, answer.status == cp_model.OPTIMAL
