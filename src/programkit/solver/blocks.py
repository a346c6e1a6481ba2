"""A closer first look: which talks are in which block of sessions, and which track in which room.

Where every session holds one track, and the slots of a session are alike, a talk's room follows
from its track's and the slots follow from the rest. Deciding only the blocks of talks and the
sessions of tracks needs as many literals as talks times blocks, not talks times slots times rooms.
What is decided so is a relaxation: rules say with ``relax`` what they cost at least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from ortools.sat.python import cp_model

from programkit.model.base import Unknown
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Level
from programkit.model.fixed import fixed_placements
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.solver.posting import Literals, Postable, Posting

_NEEDED = frozenset({"talk-placed", "talk-fits", "one-track", "room-free"})
"""Rules without which the closer look shows nothing; the first may be soft."""
Some = tuple[int, cp_model.IntVar]
"""How many slots a talk takes, and whether it is somewhere, or how many such talks are."""
Chosen = Sequence[int]
"""The values of all variables of a model, by their indexes."""


class Blocks(Posting):
    """What is open, seen block by block: where talks are in time, and where tracks are."""

    def __init__(
        self, conference: Conference, *, rooms_matter: bool = True, talks_matter: bool = True
    ) -> None:
        self.model = cp_model.CpModel()
        super().__init__(self.model, guarded=False)
        self.conference = conference
        """The facts."""
        self.rooms_matter = rooms_matter
        """Whether rules look at rooms, or only at times."""
        self.talks_matter = talks_matter
        """Whether they look at single talks, or only at how many of a track are where."""
        self.blocks = conference.timetable.blocks
        """The sessions at one time, in order."""
        self.positions: dict[str, int] = {}
        """The numbers at which talks shall stand in their tracks, as far as rules say so."""
        self.talks = tuple(talk for talk in conference.talks if talk.takes_place)
        """The talks that take place."""
        self.tracks: Mapping[str, Sequence[Talk]] = {
            track: [talk for talk in self.talks if talk.track == track]
            for track in conference.by_id.tracks
        }
        """The talks of each track."""
        self._length = _slot_minutes(conference)
        self._times = {talk.id: self._times_of(talk) for talk in self.talks}
        self._sessions = {track: self._sessions_of(track) for track in self.tracks}
        self._counts = {track: self._counts_of(track) for track in self.tracks}
        self._held = {track: self._held_of(track) for track in self.tracks}
        self._one_track_a_session()
        for track in self.tracks:
            for block, inside in enumerate(self._inside(track)):
                self._fill(track, block, inside)

    def needs(self, talk: Talk) -> int:
        """How many slots a talk takes."""
        return 1 if talk.minutes is None else -(-talk.minutes // self._length)

    def times(self, talk: str) -> Mapping[int, cp_model.IntVar]:
        """For each block in which a talk may be, by position, the literal that it is."""
        return self._times[talk]

    def sessions(self, track: str, block: int) -> Mapping[str, cp_model.IntVar]:
        """For each session of a block, the literal that it holds a track; none without rooms."""
        return self._sessions[track][block]

    def rooms(self, track: str) -> Mapping[str, list[Literals]]:
        """For each room, the ways in which a track is in it; none without rooms."""
        found: dict[str, list[Literals]] = {}
        for number, block in enumerate(self.blocks):
            for session in block:
                there = self._sessions[track][number].get(session.id)
                if there is not None:
                    found.setdefault(str(session.room), []).append((there,))
        return found

    @property
    def widest(self) -> int:
        """How many sessions there are at most in a block."""
        return max((len(block) for block in self.blocks), default=0)

    def blocks_with(self, track: str) -> Mapping[int, cp_model.IntVar]:
        """For each block, by position, the literal that some session of it holds a track."""
        return self._held[track]

    def count(self, track: str, block: int) -> cp_model.IntVar:
        """How many sessions of a block hold a track."""
        return self._counts[track][block]

    def pay_rising(self, rule: Postable, count: cp_model.LinearExprT, costs: Iterable[int]) -> None:
        """Of things that cost so much each, so many are taken: the cheapest of them are paid."""
        rising = sorted(costs)
        paid = [sum(rising[:number]) for number in range(len(rising))]
        slopes = [paid[number] + rising[number] * (count - number) for number in range(len(rising))]
        if any(rising):
            self.pay_most(rule, slopes, sum(rising))

    def further(self, track: str, block: int) -> cp_model.LinearExprT:
        """How many sessions of a block hold a track beside a first one."""
        return self.count(track, block) - self._held[track][block]

    def pay_most(
        self,
        rule: Postable,
        expressions: Sequence[cp_model.LinearExprT],
        most: int,
        given: Sequence[cp_model.IntVar] = (),
    ) -> None:
        """While the literals hold, the largest expression is paid; none is above 0 if hard."""
        paid = self.model.new_int_var(0, most if rule.level is Level.SOFT else 0, "")
        for expression in expressions if rule.level is not Level.NOTE else ():
            self.model.add(paid >= expression).only_enforce_if(*given)
        self.pay(rule, paid)

    def pay_further(self, rule: Postable, tracks: tuple[str, str], block: int, cost: int) -> None:
        """Where both tracks are, each further session of one or the other is paid."""
        further = [self._counts[track][block] - self._held[track][block] for track in tracks]
        held = [self._held[track][block] for track in tracks]
        total = cp_model.LinearExpr.sum(further) * cost
        self.pay_most(rule, [total], cost * len(self.blocks[block]), held)

    def in_force(self, rule: Postable, about: tuple[str, ...]) -> Literals | None:
        """Literals under which a requirement must hold, or else is paid; nothing for a note."""
        return self._condition(rule, about)

    def _times_of(self, talk: Talk) -> Mapping[int, cp_model.IntVar]:
        times = {
            number: self.model.new_bool_var(f"{talk.id} in block {number}")
            for number, block in enumerate(self.blocks if self.talks_matter else ())
            if self.needs(talk) <= len(block[0].slots)
        }
        self.model.add_at_most_one(times.values())
        return times

    def _sessions_of(self, track: str) -> Sequence[Mapping[str, cp_model.IntVar]]:
        return [
            {
                s.id: self.model.new_bool_var(f"{track} in {s.id}")
                for s in block
                if self._open(s, track)
            }
            if self.rooms_matter
            else {}
            for block in self.blocks
        ]

    @staticmethod
    def _open(session: TimedSession, track: str) -> bool:
        own = session.session.track
        return not isinstance(own, str) or own == track

    def _counts_of(self, track: str) -> Sequence[cp_model.IntVar]:
        counts = []
        for number, block in enumerate(self.blocks):
            most = sum(self._open(session, track) for session in block)
            counts.append(self.model.new_int_var(0, most, ""))
            if self.rooms_matter:
                inside = list(self._sessions[track][number].values())
                self.model.add(counts[number] == cp_model.LinearExpr.sum(inside))
        return counts

    def _held_of(self, track: str) -> Mapping[int, cp_model.IntVar]:
        held = {}
        for number, count in enumerate(self._counts[track]):
            held[number] = self.model.new_bool_var(f"{track} in block {number}")
            self.model.add(count >= 1).only_enforce_if(held[number])
            self.model.add(count == 0).only_enforce_if(~held[number])
            for there in self._sessions[track][number].values():
                self.model.add_implication(there, held[number])
        return held

    def _one_track_a_session(self) -> None:
        for number, block in enumerate(self.blocks):
            found = [sessions[number] for sessions in self._sessions.values()]
            for session in block if self.rooms_matter else ():
                ways = [of[session.id] for of in found if session.id in of]
                self.model.add_at_most_one(ways)
            counts = [counts[number] for counts in self._counts.values()]
            if not self.rooms_matter:
                self.model.add(cp_model.LinearExpr.sum(counts) <= len(block))

    def _inside(self, track: str) -> Sequence[Sequence[Some]]:
        """For each block, the talks of a track that may be in it.

        Where single talks do not matter, those of one length are counted; all of them have a place.
        """
        talks = self.tracks[track]
        if self.talks_matter:
            found = [(self.needs(talk), self._times[talk.id]) for talk in talks]
        else:
            lengths = Counter(self.needs(talk) for talk in talks)
            found = [(size, self._shared(size, count)) for size, count in sorted(lengths.items())]
        return [
            [(size, there[block]) for size, there in found if block in there]
            for block in range(len(self.blocks))
        ]

    def _shared(self, size: int, count: int) -> Mapping[int, cp_model.IntVar]:
        """How many of so many talks of one length are in each block."""
        shares = {
            number: self.model.new_int_var(0, count, "")
            for number, block in enumerate(self.blocks)
            if size <= len(block[0].slots)
        }
        self.model.add(sum(shares.values()) == count)
        return shares

    def _fill(self, track: str, block: int, inside: Sequence[Some]) -> None:
        """Sessions hold what fits, and those that hold a track hold a talk of it."""
        count, size = self.count(track, block), len(self.blocks[block][0].slots)
        self.model.add(cp_model.LinearExpr.sum([there for _, there in inside]) >= count)
        for _, there in inside:
            self.model.add(there == 0).only_enforce_if(~self._held[track][block])
        self.model.add(sum(needed * there for needed, there in inside) <= size * count)
        for shares in (2, 3):
            large = [(needed, there) for needed, there in inside if needed * shares > size]
            if large:
                weights = [
                    min(shares - 1, needed * shares // (size + 1) or 1) for needed, _ in large
                ]
                total = sum(w * there for w, (_, there) in zip(weights, large, strict=True))
                self.model.add(total <= (shares - 1) * count)

    @property
    def counts_of_tracks(self) -> list[cp_model.IntVar]:
        """How many sessions of each block hold each track."""
        return [count for counts in self._counts.values() for count in counts]

    @property
    def literals_of_times(self) -> list[cp_model.IntVar]:
        """Whether each talk, and each track, is in each block."""
        found = (*self._times.values(), *self._held.values())
        return [literal for literals in found for literal in literals.values()]

    @property
    def literals(self) -> list[cp_model.IntVar]:
        """The same, then whether each track is in each session."""
        sessions = (block for found in self._sessions.values() for block in found)
        return [*self.literals_of_times, *(there for block in sessions for there in block.values())]

    def fix(self, program: Program) -> None:
        """Decide everything as a program has it; each of its talks is in one session."""
        where = {talk: found[0].session for talk, found in program.by_talk.items()}
        sessions = {talk: session.id for talk, session in where.items() if session is not None}
        holds = {(talk.track, sessions.get(talk.id)) for talk in self.talks}
        for talk in self.talks:
            for block, there in self._times[talk.id].items():
                inside = any(s.id == sessions.get(talk.id) for s in self.blocks[block])
                self.model.add(there == int(inside))
        for track, block in product(self.tracks, range(len(self.blocks))):
            used = [s.id for s in self.blocks[block] if (track, s.id) in holds]
            self.model.add(self.count(track, block) == len(used))
            for session, there in self.sessions(track, block).items():
                self.model.add(there == int(session in used))

    # After the search.

    def is_in(self, chosen: Chosen, talk: Talk, block: int) -> bool:
        """Whether a talk is in a block."""
        there = self._times[talk.id].get(block)
        return there is not None and bool(chosen[there.index])

    def held_sessions(self, chosen: Chosen, track: str, block: int) -> Iterator[TimedSession]:
        """The sessions of a block that hold a track."""
        held = self._sessions[track][block]
        for session in self.blocks[block]:
            if session.id in held and chosen[held[session.id].index]:
                yield session

    def placed(self, chosen: Chosen, *, anytime: bool = False) -> Mapping[str, frozenset[str]]:
        """For each talk, the sessions of its track: those of its block, or those at any time."""
        return {
            talk.id: frozenset(
                session.id
                for number in self._times[talk.id]
                if anytime or self.is_in(chosen, talk, number)
                for session in self.held_sessions(chosen, talk.track or "", number)
            )
            for talk in self.talks
        }

    def forbid(self, track: str, block: int, talks: Sequence[Talk], count: int) -> None:
        """These talks of a track do not fit together into so many sessions of a block."""
        more = self.model.new_bool_var("")
        self.model.add(self.count(track, block) > count).only_enforce_if(more)
        self.model.add_bool_or([*(~self._times[talk.id][block] for talk in talks), more])


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


def _slot_minutes(conference: Conference) -> int:
    slots = conference.timetable.slots.values()
    return next((slot.interval.minutes for slot in slots if slot.interval is not None), 1)
