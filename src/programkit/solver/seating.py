"""Rooms for tracks whose times are known, and times for talks that were only counted: quickly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from programkit.model.timetable import TimedSession
from programkit.solver.arrangement import Arrangement
from programkit.solver.blocks import Blocks, Chosen


def counted_out(blocks: Blocks, chosen: Chosen) -> Arrangement | None:
    """Times and rooms where only the talks of each length were counted, as ``chosen`` says."""
    shares = blocks.shares(chosen)
    times: dict[str, int] = {}
    for track, talks in blocks.tracks.items():
        for talk in sorted(talks, key=lambda talk: blocks.positions.get(talk.id, 0)):
            left = shares[track, blocks.needs(talk)]
            block = next((block for block, count in left.items() if count), None)
            if block is not None:
                times[talk.id] = block
                left[block] -= 1
    return seated(blocks, times, blocks.numbers(chosen))


def seated(
    blocks: Blocks,
    times: Mapping[str, int],
    counts: Mapping[tuple[str, int], int],
    *,
    like: Arrangement | None = None,
) -> Arrangement | None:
    """Rooms for so many sessions of each track and block; tracks keep theirs where they can.

    They begin with those that they have in another arrangement. Nothing where the sessions that
    have a track of their own are in the way.
    """
    used: Counter[tuple[str, str]] = Counter()
    for (track, _), held in like.sessions.items() if like is not None else ():
        used.update((track, str(session.room)) for session in held)
    sessions: dict[tuple[str, int], tuple[TimedSession, ...]] = {}
    for number, block in enumerate(blocks.blocks):
        free = list(block)
        wanted = {track: counts.get((track, number), 0) for track in blocks.tracks}
        for track in sorted(wanted, key=lambda track: (-_own(block, track), -wanted[track])):
            fitting = [session for session in free if blocks.may_hold(session, track)]
            fitting.sort(key=lambda s: (s.session.track != track, -used[track, str(s.room)]))
            taken = fitting[: wanted[track]]
            if len(taken) < wanted[track]:
                return None
            if taken:
                sessions[track, number] = tuple(session for session in block if session in taken)
            used.update((track, str(session.room)) for session in taken)
            free = [session for session in free if session not in taken]
    return Arrangement(times, sessions)


def _own(block: Sequence[TimedSession], track: str) -> int:
    """How many sessions of a block are a track's own."""
    return sum(session.session.track == track for session in block)
