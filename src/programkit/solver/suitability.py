"""Whether a conference can be seen by blocks: alike slots, one track a session, all open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.findings import Level
from programkit.model.fixed import fixed_placements
from programkit.model.timetable import TimedSession
from programkit.solver.posting import Postable

_NEEDED = frozenset({"talk-placed", "talk-fits", "one-track", "room-free"})
"""Rules without which the closer look shows nothing; the first may be soft."""


def suits(conference: Conference, rules: Sequence[Postable]) -> bool:
    """Whether a conference can be seen by blocks: alike slots, one track a session, all open."""
    hard = {rule.code for rule in rules if rule.level is Level.HARD or rule.code == "talk-placed"}
    timetable = conference.timetable
    inside = {session.id for block in timetable.blocks for session in block}
    talks = [talk for talk in conference.talks if talk.takes_place]
    return (
        hard >= _NEEDED
        and bool(talks)
        and inside == set(timetable.sessions)
        and not fixed_placements(conference)
        and all(talk.track is not None and talk.parts == 1 for talk in talks)
        and all(_alike(block) for block in timetable.blocks)
        and len({slot.slot.minutes for slot in timetable.slots.values()}) == 1
    )


def _alike(block: Sequence[TimedSession]) -> bool:
    """Whether all sessions of a block have slots at the same times, one after the other."""
    times = {tuple(slot.interval for slot in session.slots) for session in block}
    rooms = all(not isinstance(session.room, Unknown) for session in block)
    (first, *_) = times
    known = [interval for interval in first if interval is not None]
    following = all(a.last == b.first for a, b in pairwise(known))
    return len(times) == 1 and len(known) == len(first) > 0 and following and rooms
