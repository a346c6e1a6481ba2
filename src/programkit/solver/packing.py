"""From blocks to slots: talks one after the other in the sessions of their track."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from programkit.model.contributions import Talk
from programkit.model.placement import Placement
from programkit.model.timetable import TimedSession
from programkit.solver.arrangement import Arrangement
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


def forbid_unpackable(blocks: Blocks, arranged: Arrangement) -> bool:
    """Forbid, for good, what was chosen and does not fit; say whether there was any."""
    found = False
    for (track, number), sessions in arranged.sessions.items():
        inside = [t for t in blocks.tracks[track] if arranged.times.get(t.id) == number]
        sizes = [blocks.needs(talk) for talk in inside]
        if fit(sizes, [len(session.slots) for session in sessions]) is None:
            blocks.forbid(track, number, inside, len(sessions))
            found = True
    return found


def fit(sizes: Sequence[int], bins: Sequence[int]) -> list[int] | None:
    """Into which bin each thing goes, so that all fit; nothing if they cannot.

    What has size 1 fits wherever there is room, so only larger things are tried out.
    """
    if sum(sizes) > sum(bins):
        return None
    order = sorted(range(len(sizes)), key=lambda thing: -sizes[thing])
    large = [sizes[thing] for thing in order if sizes[thing] > 1]
    into = _tried(large, tuple(bins))
    if into is None:
        return None
    left = list(bins)
    for size, number in zip(large, into, strict=True):
        left[number] -= size
    into += [number for number, room in enumerate(left) for _ in range(room)]
    found = [0] * len(sizes)
    for thing, number in zip(order, into, strict=False):
        found[thing] = number
    return found


def _tried(sizes: Sequence[int], bins: tuple[int, ...]) -> list[int] | None:
    """The same, for things of falling size; of ways that leave the same room, one is pursued."""
    ways: dict[tuple[int, ...], tuple[tuple[int, ...], list[int]]] = {bins: (bins, [])}
    for size in sizes:
        before, ways = ways, {}
        for left, into in before.values():
            for number in {room: n for n, room in enumerate(left) if room >= size}.values():
                after = (*left[:number], left[number] - size, *left[number + 1 :])
                ways.setdefault(tuple(sorted(after)), (after, [*into, number]))
    return next((into for _, into in ways.values()), None)


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
    into = _one_by_one(sizes, room) or fit(sizes, room)
    return None if into is None else list(_placed(talks, sizes, into, sessions))


def _one_by_one(sizes: Sequence[int], bins: Sequence[int]) -> list[int] | None:
    """Into which bin each thing goes if none goes before the one before it."""
    into: list[int] = []
    number, used = 0, 0
    for size in sizes:
        while number < len(bins) and used + size > bins[number]:
            number, used = number + 1, 0
        if number == len(bins):
            return None
        into.append(number)
        used += size
    return into


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
