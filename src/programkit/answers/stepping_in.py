"""Rules for the slot that somebody leaves who does not come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from programkit.model.base import Id
from programkit.model.conference import Conference
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.timetable import TimedSlot
from programkit.rules._wording import timed_words
from programkit.rules.base import Reads, Rule

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions


class _OfSlots(Rule):
    """A rule about slots that had a talk."""

    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT
    slots: tuple[Id, ...]
    """Ids of the slots."""

    def _timed(self, conference: Conference) -> Iterator[TimedSlot]:
        return (conference.timetable.slots[slot] for slot in self.slots)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        return f"{timed_words(conference, conference.timetable.slots[about[0]])} has a talk"


class SlotFilled(_OfSlots):
    """A slot that had a talk has one again."""

    code: ClassVar[str] = "slot-filled"

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        for slot in self._timed(program.conference):
            if not _taken(program, slot.id):
                yield self.found(
                    f"{timed_words(program.conference, slot)} stays open",
                    about=(slot.id,),
                    remedy="name a reserve talk that could step in",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        for slot in self.slots:
            decisions.at_least(self, decisions.slot(slot), 1, (slot,))


class NoHole(_OfSlots):
    """A slot that had a talk is not open before one of its session that has a talk."""

    code: ClassVar[str] = "no-hole"

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        for slot in self._timed(program.conference):
            later = _later(program.conference, slot)
            if not _taken(program, slot.id) and any(_taken(program, other) for other in later):
                yield self.found(
                    f"{timed_words(program.conference, slot)} stays open in mid-session",
                    about=(slot.id,),
                    remedy="let the last talk of the session move there",
                )

    @override
    def post(self, decisions: Decisions) -> None:
        for slot in self._timed(decisions.conference):
            later = [
                (there,)
                for other in _later(decisions.conference, slot)
                for there in decisions.slot(other)
            ]
            if later:
                goes_on = decisions.any_of(later)
                decisions.at_least(self, [*decisions.slot(slot.id), ~goes_on], 1, (slot.id,))


def _later(conference: Conference, slot: TimedSlot) -> tuple[str, ...]:
    """Ids of the later slots of its session."""
    slots = conference.timetable.sessions[slot.session].slots
    return tuple(other.id for other in slots[slot.index + 1 :])


def _taken(program: Program, slot: str) -> bool:
    return any(placed.talk.takes_place for placed in program.by_slot.get(slot, ()))
