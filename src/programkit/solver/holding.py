"""Which session holds which talk and which track: views for rules that look no closer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property

from ortools.sat.python import cp_model

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.interval import Interval
from programkit.solver.occasions import Gathers
from programkit.solver.placing import Place, Placing
from programkit.solver.posting import Literal, Literals


class Holding:
    """Literals that hold exactly if a session holds a talk, or one of a track, or any."""

    def __init__(
        self, door: Gathers, model: cp_model.CpModel, conference: Conference, placing: Placing
    ) -> None:
        self.single = False
        """Whether no slot holds two talks, whatever else is dropped."""
        self._needs: list[tuple[int, cp_model.LinearExprT]] = []
        self._door = door
        self._model = model
        self._conference = conference
        self._placing = placing
        self._talks: dict[str, Mapping[str, Literal]] = {}
        self._tracks: dict[str, Mapping[str, Literal]] = {}
        self._groups: dict[tuple[str, ...], Mapping[str, Literal]] = {}
        self._blocks: dict[str, Mapping[int, Literal]] = {}
        self._times: dict[str, Mapping[Interval, Literal]] = {}

    def of_talk(self, talk: str) -> Mapping[str, Literal]:
        """For each session that may hold a talk, whether it does."""
        if talk not in self._talks:
            ways: dict[str, list[Literal]] = {}
            for spot, there in self._placing.spots(talk).items():
                if spot.session is not None:
                    ways.setdefault(spot.session, []).append(there)
            self._talks[talk] = {name: self._exactly(found) for name, found in ways.items()}
        return self._talks[talk]

    def of_track(self, track: str) -> Mapping[str, Literal]:
        """For each session that may hold a talk of a track, whether it does."""
        if track not in self._tracks:
            talks = (talk.id for talk in self._placing.talks if talk.track == track)
            self._tracks[track] = self._gathered(talks)
        return self._tracks[track]

    def of_talks(self, talks: tuple[str, ...]) -> Mapping[str, Literal]:
        """For each session that may hold one of some talks, whether it does."""
        if talks not in self._groups:
            self._groups[talks] = self._gathered(talks)
        return self._groups[talks]

    def blocks_of_track(self, track: str) -> Mapping[int, Literal]:
        """The same for each block of sessions at one time, by its position."""
        if track not in self._blocks:
            inside = self.of_track(track)
            blocks = enumerate(self._conference.timetable.blocks)
            held = {n: [inside[s.id] for s in block if s.id in inside] for n, block in blocks}
            self._blocks[track] = {n: self._exactly(ways) for n, ways in held.items() if ways}
        return self._blocks[track]

    def slot_times(self, talk: str) -> Mapping[Interval, Literal]:
        """For each time of slots that a talk may take, a literal that must hold if it does."""
        if talk not in self._times:
            ways: dict[tuple[datetime, datetime], list[Literals]] = {}
            slots = self._conference.timetable.slots
            for spot, there in self._placing.spots(talk).items():
                for interval in (slots[slot].interval for slot in spot.slots):
                    if interval is not None:
                        ways.setdefault((interval.first, interval.last), []).append((there,))
            self._times[talk] = {
                Interval(start=first, end=last): self._door.any_of(found)
                for (first, last), found in ways.items()
            }
        return self._times[talk]

    @cached_property
    def anything(self) -> Mapping[str, Literal]:
        """For each session that may hold a talk, whether it holds any.

        There are so many of them that all talks fit: that follows, but the linear relaxation, and
        what it proves of costs, does not see it otherwise.
        """
        found = self._gathered(talk.id for talk in self._placing.talks)
        if self.single and self._needs and not self._placing.partly:
            sessions = self._conference.timetable.sessions
            holds = [len(sessions[name].slots) * used for name, used in found.items()]
            lacks = [slots * missing for slots, missing in self._needs]
            total = cp_model.LinearExpr.sum([*holds, *lacks])
            self._model.add(total >= sum(slots for slots, _ in self._needs))
        return found

    def needs(self, talk: Talk, missing: cp_model.LinearExprT) -> None:
        """A talk takes slots somewhere, but for the parts that are missing."""
        least = min((len(spot.slots) for spot in self._placing.spots(talk.id)), default=0)
        if least:
            self._needs += [(least, missing), *[(least, 0)] * (talk.parts - 1)]

    def _gathered(self, talks: Iterable[str]) -> Mapping[str, Literal]:
        ways: dict[str, list[Place]] = {}
        for talk in talks:
            for spot, there in self._placing.spots(talk).items():
                if spot.session is not None:
                    ways.setdefault(spot.session, []).append((spot, there))
        order = self._conference.timetable.sessions
        return {name: self._one_of(ways[name]) for name in order if name in ways}

    def _one_of(self, places: Sequence[Place]) -> Literal:
        """A literal that holds exactly if one of these places of a session is taken.

        Where slots hold one talk, it is said slot by slot: the linear relaxation is tighter then.
        """
        literals = [there for _, there in places]
        if len({spot.slots for spot, _ in places}) == 1 and self._is_open(places):
            found = self._model.new_bool_var("")
            self._model.add(cp_model.LinearExpr.sum(literals) == found)
            return found
        by_slot: dict[str, list[Literal]] = {}
        for spot, there in places:
            for slot in spot.slots:
                by_slot.setdefault(slot, []).append(there)
        if not self._is_open(places):
            return self._exactly(literals)
        found = self._model.new_bool_var("")
        for inside in by_slot.values():
            self._model.add_at_most_one([*inside, ~found])
        self._model.add_bool_or([*literals, ~found])
        return found

    def _is_open(self, places: Sequence[Place]) -> bool:
        """Whether nothing is settled about places, and one talk at most is in each slot."""
        slots = self.single and len(places) > 1 and all(spot.slots for spot, _ in places)
        return slots and all(self._door.settled(there) is None for _, there in places)

    def _exactly(self, literals: Sequence[Literal]) -> Literal:
        """A literal that holds exactly if one of these does."""
        settled = [self._door.settled(literal) for literal in literals]
        if len(literals) == 1 or True in settled:
            return literals[settled.index(True) if True in settled else 0]
        found = self._model.new_bool_var("")
        self._model.add_max_equality(found, literals)
        return found
