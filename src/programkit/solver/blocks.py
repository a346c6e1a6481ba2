"""A closer first look: which talks are in which block of sessions, and which track in which room.

Where every session holds one track, and the slots of a session are alike, a talk's room follows
from its track's and the slots follow from the rest. Deciding only the blocks of talks and the
sessions of tracks needs as many literals as talks times blocks, not talks times slots times rooms.
What is decided so is a relaxation: rules say with ``relax`` what they cost at least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Level
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.solver.arrangement import Arrangement, Cell, Part
from programkit.solver.binpacking import weights_of
from programkit.solver.posting import Literals, Postable, Posting

Some = tuple[int, cp_model.IntVar]
"""How many slots a talk takes, and whether it is somewhere, or how many such talks are."""
Chosen = Sequence[int]
"""The values of all variables of a model, by their indexes."""


class Blocks(Posting):
    """What is open, seen block by block: where talks are in time, and where tracks are.

    With a part, only that is open, and the model is no larger than it has to be.
    """

    def __init__(
        self,
        conference: Conference,
        *,
        rooms_matter: bool = True,
        talks_matter: bool = True,
        part: Part | None = None,
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
        self._part = part
        self._length = _slot_minutes(conference)
        self._times = {talk.id: self._times_of(talk) for talk in self.talks}
        self._sessions = {track: self._sessions_of(track) for track in self.tracks}
        self._steps = {
            track: [number for number, inside in enumerate(found) if inside or not rooms_matter]
            for track, found in self._sessions.items()
        }
        self._counts = {track: self._counts_of(track) for track in self.tracks}
        self._held = {track: self._held_of(track) for track in self.tracks}
        self._shares: dict[tuple[str, int], Mapping[int, cp_model.IntVar]] = {}
        self._filled: dict[tuple[str, int], Sequence[Some]] = {}
        self._one_track_a_session()
        for track in self.tracks:
            for block, inside in enumerate(self._inside(track)):
                self._filled[track, block] = inside
                if inside or block in self.steps(track):
                    self._fill(track, block, inside)

    def needs(self, talk: Talk) -> int:
        """How many slots a talk takes."""
        return 1 if talk.minutes is None else -(-talk.minutes // self._length)

    def times(self, talk: str) -> Mapping[int, cp_model.IntVar]:
        """For each block in which a talk may be, by position, the literal that it is."""
        return self._times[talk]

    def steps(self, track: str) -> Sequence[int]:
        """The blocks in which a track may be, by position."""
        return self._steps[track]

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
        cells = {
            number: Cell(talk.track or "", number, talk=talk.id)
            for number, block in enumerate(self.blocks if self.talks_matter else ())
            if self.needs(talk) <= len(block[0].slots)
        }
        before = None if self._part is None else self._part.arrangement.times.get(talk.id)
        times = {
            number: self._literal(cell, held=number == before)
            for number, cell in cells.items()
            if number == before or self._is_open(cell)
        }
        self.model.add_at_most_one(times.values())
        return times

    def _sessions_of(self, track: str) -> Sequence[Mapping[str, cp_model.IntVar]]:
        return [
            self._sessions_at(track, number) if self.rooms_matter else {}
            for number in range(len(self.blocks))
        ]

    def _sessions_at(self, track: str, number: int) -> Mapping[str, cp_model.IntVar]:
        held: tuple[TimedSession, ...] = ()
        if self._part is not None:
            held = self._part.arrangement.sessions.get((track, number), ())
        found = {}
        for session in self.blocks[number]:
            cell, before = Cell(track, number, room=str(session.room)), session in held
            if before or (self._is_open(cell) and self.may_hold(session, track)):
                found[session.id] = self._literal(cell, held=before)
        return found

    def _is_open(self, cell: Cell) -> bool:
        return self._part is None or self._part.is_open(cell)

    def _literal(self, cell: Cell, *, held: bool) -> cp_model.IntVar:
        """Whether something is in a cell; known where that is not open."""
        if self._is_open(cell):
            literal = self.model.new_bool_var("")
            if self._part is not None:
                self.model.add_hint(literal, held)
            return literal
        return self.model.new_constant(1)

    @staticmethod
    def may_hold(session: TimedSession, track: str) -> bool:
        """Whether a session is free for a track: it has none of its own, or that one."""
        own = session.session.track
        return not isinstance(own, str) or own == track

    def _counts_of(self, track: str) -> Sequence[cp_model.IntVar]:
        counts = []
        for number, block in enumerate(self.blocks):
            inside = list(self._sessions[track][number].values())
            most = len(inside)
            if not self.rooms_matter:
                most = sum(self.may_hold(session, track) for session in block)
            counts.append(self.model.new_int_var(0, most, ""))
            if inside:
                self.model.add(counts[number] == cp_model.LinearExpr.sum(inside))
        return counts

    def _held_of(self, track: str) -> Mapping[int, cp_model.IntVar]:
        held = {}
        for number, count in enumerate(self._counts[track]):
            if self.rooms_matter and not self._sessions[track][number]:
                held[number] = self.model.new_constant(0)
                continue
            held[number] = self.model.new_bool_var("")
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

        Where single talks do not matter, those of one length are counted.
        """
        talks = self.tracks[track]
        if self.talks_matter:
            found = [(self.needs(talk), self._times[talk.id]) for talk in talks]
        else:
            lengths = Counter(self.needs(talk) for talk in talks)
            found = [(size, self._shared(track, size, lengths[size])) for size in sorted(lengths)]
        return [
            [(size, there[block]) for size, there in found if block in there]
            for block in range(len(self.blocks))
        ]

    def _shared(self, track: str, size: int, count: int) -> Mapping[int, cp_model.IntVar]:
        """How many of so many talks of one length are in each block."""
        shares = {
            number: self.model.new_int_var(0, count, "")
            for number, block in enumerate(self.blocks)
            if size <= len(block[0].slots)
        }
        self.model.add(sum(shares.values()) <= count)
        self._shares[track, size] = shares
        return shares

    def _fill(self, track: str, block: int, inside: Sequence[Some]) -> None:
        """Sessions hold what fits, and those that hold a track hold a talk of it."""
        count, size = self.count(track, block), len(self.blocks[block][0].slots)
        self.model.add(cp_model.LinearExpr.sum([there for _, there in inside]) >= count)
        for _, there in inside:
            self.model.add(there == 0).only_enforce_if(~self._held[track][block])
        self.model.add(sum(needed * there for needed, there in inside) <= size * count)
        for weights, most in weights_of([needed for needed, _ in inside], size):
            total = sum(w * there for w, (_, there) in zip(weights, inside, strict=True))
            self.model.add(total <= most * count)

    def numbers(self, chosen: Chosen) -> Mapping[tuple[str, int], int]:
        """How many sessions of each block hold each track."""
        return {
            (track, number): chosen[count.index]
            for track, counts in self._counts.items()
            for number, count in enumerate(counts)
        }

    def shares(self, chosen: Chosen) -> Mapping[tuple[str, int], dict[int, int]]:
        """How many talks of a track and length are in each block, where they are only counted."""
        return {
            key: {number: chosen[count.index] for number, count in shares.items()}
            for key, shares in self._shares.items()
        }

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

    def as_arranged(self, arranged: Arrangement) -> cp_model.CpModel:
        """The model with everything decided so."""
        model = self.model.clone()
        model.add_bool_and(
            literal if arranged.has(cell) else ~literal for cell, literal in self.cells()
        )
        return model

    # After the search.

    def arrangement(self, chosen: Chosen) -> Arrangement:
        """What was decided."""
        return Arrangement(
            times={
                talk.id: number
                for talk in self.talks
                for number, there in self._times[talk.id].items()
                if chosen[there.index]
            },
            sessions={
                (track, number): tuple(
                    session
                    for session in self.blocks[number]
                    if session.id in self._sessions[track][number]
                    and chosen[self._sessions[track][number][session.id].index]
                )
                for track, held in self._held.items()
                for number, there in held.items()
                if chosen[there.index]
            },
        )

    def cells(self) -> Iterator[tuple[Cell, cp_model.IntVar]]:
        """Everything that is decided, with its literal."""
        for talk in self.talks:
            for number, there in self._times[talk.id].items():
                yield Cell(talk.track or "", number, talk=talk.id), there
        for track, number in product(self.tracks, range(len(self.blocks))):
            yield Cell(track, number), self._held[track][number]
            inside = self._sessions[track][number]
            for session in self.blocks[number]:
                if session.id in inside:
                    yield Cell(track, number, room=str(session.room)), inside[session.id]

    def place(self, rule: Postable, talks: Sequence[Talk]) -> None:
        """These talks have a place each; each one that has none is a violation."""
        lengths = Counter((talk.track or "", self.needs(talk)) for talk in talks)
        for talk in talks if self.talks_matter else ():
            self.at_least(rule, list(self._times[talk.id].values()), 1, (talk.id,))
        for key, count in lengths.items() if not self.talks_matter else ():
            missing = count - cp_model.LinearExpr.sum(list(self._shares[key].values()))
            self.pay_most(rule, [missing], count)

    def forbid(self, track: str, slots: int, lengths: Mapping[int, int], count: int) -> None:
        """So many talks of these lengths do not fit into so many sessions of so many slots."""
        for number in self.steps(track):
            if len(self.blocks[number][0].slots) == slots:
                more = self.model.new_bool_var("")
                self.model.add(self.count(track, number) > count).only_enforce_if(more)
                fewer = []
                for length, talks in lengths.items():
                    fewer.append(self.model.new_bool_var(""))
                    inside = [
                        there for needed, there in self._filled[track, number] if needed == length
                    ]
                    self.model.add(sum(inside) < talks).only_enforce_if(fewer[-1])
                self.model.add_bool_or([*fewer, more])


def _slot_minutes(conference: Conference) -> int:
    slots = conference.timetable.slots.values()
    return next((slot.interval.minutes for slot in slots if slot.interval is not None), 1)
