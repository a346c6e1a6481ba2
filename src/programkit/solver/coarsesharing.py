"""How many talks of each kind go where: one rule of thumb for rooms, for days, and for sessions.

The track that would cost most if it came last comes first. It gets the part that it fills best,
and as few more as it needs. Solving this as a model instead gave worse shares, and took minutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from programkit.solver.coarsecells import Cells, Kind

Talks = Mapping[Kind, Sequence[str]]
"""Ids of talks, kind by kind."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Kinds between which the parts make no difference."""

    track: str | None
    minutes: int | None
    takes: int
    """Minutes that a talk takes."""
    most: tuple[int, ...]
    """For each part, how many of its talks fit there if nothing else is there."""
    costs: tuple[int, ...]
    """For each part, what a talk costs there."""
    apart: int
    """What it costs about if its track is in one part more."""

    @property
    def choice(self) -> int:
        """In how many parts it can be."""
        return sum(map(bool, self.most))


def shared(
    cells: Cells, talks: Talks, parts: Sequence[Sequence[str]], *, full: bool
) -> Sequence[Talks]:
    """For each part, its talks; a part is a number of sessions. Some talks may be in none.

    At first only a quarter of the time that is too much is used, then half, so that talks can be
    moved; unless the parts may be ``full``, as single sessions may.
    """
    if not talks or not parts:
        return [{} for _ in parts]
    sharing = _Sharing(cells, talks, parts)
    for share in ((1, 1),) if full else ((1, 4), (1, 2), (1, 1)):
        sharing.deal(*share)
    return sharing.dealt()


class _Sharing:
    """Talks that are dealt to parts."""

    def __init__(self, cells: Cells, talks: Talks, parts: Sequence[Sequence[str]]) -> None:
        self._cells, self._parts = cells, [tuple(part) for part in parts]
        self._waiting: dict[_Group, list[tuple[Kind, str]]] = {}
        for kind, found in talks.items():
            group = self._group(kind)
            self._waiting.setdefault(group, []).extend((kind, talk) for talk in found)
        self._tracks: dict[str | None, list[_Group]] = {}
        for group in self._waiting:
            self._tracks.setdefault(group.track, []).append(group)
        self._left = [sum(map(cells.empty, part)) for part in parts]
        self._dealt: list[dict[Kind, list[str]]] = [{} for _ in parts]
        self._counts: dict[tuple[_Group, int], int] = {}
        self._used: dict[str, list[int]] = {}

    def deal(self, part: int, of: int) -> None:
        """Deal what is waiting, into so large a share of what is too much."""
        wanted = sum(map(self._wants, self._waiting))
        spare = max(0, sum(self._left) - wanted)
        kept = [left * spare * (of - part) // (of * sum(self._left) or 1) for left in self._left]
        self._left = [left - keep for left, keep in zip(self._left, kept, strict=True)]
        for track in sorted(self._tracks, key=self._loss, reverse=True):
            for group in sorted(self._tracks[track], key=lambda group: group.choice):
                self._deal_group(group)
        self._left = [left + keep for left, keep in zip(self._left, kept, strict=True)]

    def dealt(self) -> Sequence[Talks]:
        """What each part has got."""
        return self._dealt

    def _group(self, kind: Kind) -> _Group:
        fits = [self._cells.fit(kind, part) for part in self._parts]
        costs = dict(kind.leaning.costs)
        return _Group(
            track=kind.track,
            minutes=kind.minutes,
            takes=max(fit.takes for fit in fits),
            most=tuple(fit.most for fit in fits),
            costs=tuple(costs.get(self._cells.of_room(part[0]), 0) for part in self._parts),
            apart=0 if kind.track is None else kind.leaning.apart + 1,
        )

    def _wants(self, group: _Group) -> int:
        """How many minutes are still wanted."""
        return group.takes * len(self._waiting[group])

    def _loss(self, track: str | None) -> float:
        """What it costs about if a track gets what others leave."""
        usual = sum(self._left) / len(self._left) or 1
        dearer = sum(
            len(self._waiting[group]) * (sum(group.costs) / len(group.costs) - min(group.costs))
            for group in self._tracks[track]
        )
        apart = max(group.apart for group in self._tracks[track])
        return dearer + apart * sum(map(self._wants, self._tracks[track])) / usual

    def _deal_group(self, group: _Group) -> None:
        waiting = self._waiting[group]
        used = self._used.setdefault(group.track, []) if group.track is not None else []
        while waiting:
            able = [part for part in range(len(self._parts)) if self._able(group, part)]
            if not able:
                return
            part = self._best(group, able, used)
            if part not in used:
                used.append(part)
            free = group.most[part] - self._counts.get((group, part), 0)
            count = min(len(waiting), free, self._left[part] // group.takes)
            self._counts[group, part] = self._counts.get((group, part), 0) + count
            self._left[part] -= count * group.takes
            for kind, talk in waiting[:count]:
                self._dealt[part].setdefault(kind, []).append(talk)
            del waiting[:count]

    def _able(self, group: _Group, part: int) -> bool:
        """Whether one more fits."""
        return (
            self._counts.get((group, part), 0) < group.most[part]
            and self._left[part] >= group.takes
        )

    def _best(self, group: _Group, able: Sequence[int], used: Sequence[int]) -> int:
        """The part that costs least; of equal ones, the one that the track fills best."""
        beside = [group] if group.track is None else self._tracks[group.track]
        dear = [other for other in beside if other is not group and any(other.costs)]
        wanted = sum(map(self._wants, beside))

        def price(part: int) -> tuple[int, int, int]:
            if part in used:
                return group.costs[part], 0, 0
            later = sum(len(self._waiting[other]) * other.costs[part] for other in dear)
            over = self._left[part] - wanted
            return group.costs[part] + group.apart, later, over if over >= 0 else _MUCH - over

        return min(able, key=price)


_MUCH = 10**9
"""More minutes than there are."""
