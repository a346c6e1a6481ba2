"""Parts of an arrangement by blocks that are decided anew, while the rest stays as it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251 - seeded
from typing import NamedTuple

from ortools.sat.python import cp_model

from programkit.solver.blocks import Blocks, Chosen
from programkit.solver.spending import Answer, Spending, near

_ROOMS_MORE = 3
"""So many rooms are open to tracks beside those that they have."""
_LARGER, _SMALLER = 1.25, 0.85
"""How the size of the part changes."""
_SECONDS = 0.5, 3.0
"""How long a part may take at first, and at most."""


class Cell(NamedTuple):
    """What a literal decides: a talk or a track in a block, or a track in a session."""

    literal: cp_model.IntVar
    track: str
    block: int
    talk: str | None = None
    room: str | None = None


@dataclass
class Kind:
    """A way to choose what is decided anew, and how much of it has proved worthwhile."""

    name: str
    choose: Callable[[Chosen, int], Callable[[Cell], bool]]
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

    def __init__(self, blocks: Blocks, seed: int) -> None:
        self._blocks = blocks
        self._random = Random(seed)  # noqa: S311 - no secret
        self._cells = tuple(cells_of(blocks))
        tracks, times = len(blocks.tracks), len(blocks.blocks)
        kinds = (
            Kind("tracks", self._tracks, 4, 2, tracks),
            Kind("tracks side by side", self._neighbors, 4, 2, tracks),
            Kind("times", self._times, 2, 2, times),
            Kind("talks", self._talks, tracks, 1, tracks),
            Kind("rooms", self._rooms, times, 1, times),
        )
        turns = _TURNS if blocks.rooms_matter else [n for n in _TURNS if kinds[n].name != "rooms"]
        self._turns = tuple(kinds[number] for number in turns)
        self._steps = 0
        self._costly: Sequence[str] = ()

    def look_at(self, tracks: Sequence[str]) -> None:
        """Tracks that cost something are tried more often."""
        self._costly = tracks

    def next(self, chosen: Chosen) -> tuple[Kind, list[cp_model.IntVar]]:
        """A kind, and the literals that stay as they were chosen."""
        kind = self._turns[self._steps % len(self._turns)]
        self._steps += 1
        is_open = kind.choose(chosen, round(kind.size))
        return kind, [cell.literal for cell in self._cells if not is_open(cell)]

    def _tracks(self, chosen: Chosen, size: int) -> Callable[[Cell], bool]:
        names = sorted(self._blocks.tracks)
        return self._of_tracks(chosen, self._random.sample(names, min(size, len(names))))

    def _neighbors(self, chosen: Chosen, size: int) -> Callable[[Cell], bool]:
        """A track, and those that are where it is at another time, or at the same one."""
        used = self._used(chosen)
        names = sorted(self._blocks.tracks)
        first = self._random.choice(self._costly or names)
        near = [
            track
            for track in names
            if any(
                a == c or (b is not None and b == d)
                for a, b in used.get(first, ())
                for c, d in used.get(track, ())
            )
        ]
        others = [track for track in near if track != first]
        return self._of_tracks(
            chosen, [first, *self._random.sample(others, min(size - 1, len(others)))]
        )

    def _of_tracks(self, chosen: Chosen, tracks: Sequence[str]) -> Callable[[Cell], bool]:
        used = self._used(chosen)
        own = {room for track in tracks for _, room in used.get(track, ()) if room is not None}
        rooms = sorted({cell.room for cell in self._cells if cell.room is not None} - own)
        own.update(self._random.sample(rooms, min(_ROOMS_MORE, len(rooms))))
        free = frozenset(tracks)
        return lambda cell: cell.track in free and (cell.room is None or cell.room in own)

    def _times(self, _: Chosen, size: int) -> Callable[[Cell], bool]:
        """Blocks: what is in one of them may be in another of them."""
        count = len(self._blocks.blocks)
        free = frozenset(self._random.sample(range(count), min(size, count)))
        return lambda cell: cell.block in free

    def _talks(self, _: Chosen, size: int) -> Callable[[Cell], bool]:
        """The talks of tracks, within the sessions that these have."""
        names = sorted(self._blocks.tracks)
        free = frozenset(self._random.sample(names, min(size, len(names))))
        return lambda cell: cell.talk is not None and cell.track in free

    def _rooms(self, _: Chosen, size: int) -> Callable[[Cell], bool]:
        """The rooms of all tracks in some blocks."""
        count = len(self._blocks.blocks)
        free = frozenset(self._random.sample(range(count), min(size, count)))
        return lambda cell: cell.room is not None and cell.block in free

    def _used(self, chosen: Chosen) -> Mapping[str, list[tuple[int, str | None]]]:
        """The blocks and rooms in which each track is."""
        found: dict[str, list[tuple[int, str | None]]] = {}
        for cell in self._cells:
            if cell.talk is None and chosen[cell.literal.index]:
                found.setdefault(cell.track, []).append((cell.block, cell.room))
        return found


_TURNS = (0, 1, 2, 1, 0, 3, 1, 2, 0, 4)
"""The kinds, in the order in which they are tried."""


def cells_of(blocks: Blocks) -> Iterator[Cell]:
    """Everything that is decided."""
    for talk in blocks.talks:
        for block, there in blocks.times(talk.id).items():
            yield Cell(there, talk.track or "", block, talk=talk.id)
    for track in blocks.tracks:
        for block, held in blocks.blocks_with(track).items():
            yield Cell(held, track, block)
            inside = blocks.sessions(track, block)
            for session in blocks.blocks[block]:
                if session.id in inside:
                    yield Cell(inside[session.id], track, block, room=str(session.room))


@dataclass
class Parts:
    """Decides part after part of a model anew."""

    run: Spending
    blocks: Blocks
    moves: Moves
    accept: Callable[[Answer], bool] = lambda _: True
    """Whether to go on from an answer that is no worse than the best one."""

    def improved(self, best: Answer, *, until: float, patience: float = math.inf) -> Answer:
        """The best answer when so much is spent, or ``patience`` passed without a better one."""
        run = self.run
        last = run.reached
        while not run.over and not run.proves(best.cost) and run.reached < until:
            if run.reached - last > patience:
                break
            kind, keep = self.moves.next(best.chosen)
            model = near(self.blocks.model, best.chosen, keep)
            answer = run.solve(model, run.rest(most=kind.seconds, few=True))
            better = answer.found and answer.cost < best.cost
            kind.learn(better=better, proved=answer.status == cp_model.OPTIMAL)
            if answer.found and answer.cost <= best.cost and self.accept(answer):
                best = answer
                last = run.reached if better else last
        return best
