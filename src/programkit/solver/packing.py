"""From blocks to slots: talks one after the other in the sessions of their track."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from programkit.model.contributions import Talk
from programkit.model.placement import Placement
from programkit.model.timetable import TimedSession
from programkit.solver.arrangement import Arrangement
from programkit.solver.binpacking import fit, one_by_one, too_many
from programkit.solver.blocks import Blocks


def packed(blocks: Blocks, arranged: Arrangement) -> tuple[Placement, ...] | None:
    """A place in slots for every talk that is in a block; nothing if some do not fit."""
    found: list[Placement] = []
    for track, talks in blocks.tracks.items():
        before = 0
        for number in range(len(blocks.blocks)):
            inside = [talk for talk in talks if arranged.times.get(talk.id) == number]
            row = _in_order(blocks.positions, inside, before)
            placed = _in_sessions(blocks, row, arranged.sessions.get((track, number), ()))
            if placed is None:
                return None
            found += placed
            before += len(inside)
    return tuple(found)


def forbid_unpackable(
    blocks: Blocks, times: Mapping[str, int], counts: Mapping[tuple[str, int], int]
) -> bool:
    """Forbid, for good, talks that do not fit into so many sessions; say whether any do not."""
    found = False
    for (track, number), count in counts.items():
        inside = [talk for talk in blocks.tracks[track] if times.get(talk.id) == number]
        size = len(blocks.blocks[number][0].slots)
        lengths = [blocks.needs(talk) for talk in inside]
        if fit(lengths, [size] * count) is None:
            blocks.forbid(track, size, Counter(too_many(lengths, [size] * count)), count)
            found = True
    return found


def _in_order(positions: Mapping[str, int], talks: Sequence[Talk], before: int) -> list[Talk]:
    """Each talk that has a number at its place, counted from those before; others between."""
    row: list[Talk | None] = [None] * len(talks)
    others: list[Talk] = []
    for talk in sorted(talks, key=lambda talk: positions.get(talk.id, 0)):
        place = positions.get(talk.id, 0) - before - 1
        if 0 <= place < len(row) and row[place] is None:
            row[place] = talk
        else:
            others.append(talk)
    rest = iter(others)
    return [talk or next(rest) for talk in row]


def _in_sessions(
    blocks: Blocks, talks: Sequence[Talk], sessions: Sequence[TimedSession]
) -> list[Placement] | None:
    """The talks in their order, session by session if that is possible."""
    sizes = [blocks.needs(talk) for talk in talks]
    room = [len(session.slots) for session in sessions]
    into = one_by_one(sizes, room) or fit(sizes, room)
    return None if into is None else list(_placed(talks, sizes, into, sessions))


def _placed(
    talks: Sequence[Talk],
    sizes: Sequence[int],
    into: Sequence[int],
    sessions: Sequence[TimedSession],
) -> Iterator[Placement]:
    taken = [0] * len(sessions)
    for talk, size, number in zip(talks, sizes, into, strict=True):
        slots = sessions[number].slots[taken[number] : taken[number] + size]
        taken[number] += size
        yield Placement(talk=talk.id, slots=tuple(slot.id for slot in slots))
