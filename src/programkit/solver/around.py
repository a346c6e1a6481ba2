"""A part of a program that is decided anew, while the rest stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from programkit.model.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What may change about a program; everything else is as it has it."""

    program: Program
    """The program to start from."""
    talks: frozenset[str]
    """Ids of the talks that may move."""
    places: frozenset[str] | None = None
    """Ids of the slots, and of the packed sessions, that those talks may take beside their own.

    None given means any that fits. What the other talks take, they never may.
    """
    within: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For some of those talks, the sessions to which they are confined."""
    sessions: frozenset[str] = frozenset()
    """Ids of the sessions about which what the facts leave open may change, chairs apart."""
    chaired: frozenset[str] = frozenset()
    """Ids of the sessions that may get other chairs."""
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For some of those, the people among whom chairs are chosen, beside who chairs now; else all.
    """
    posters: frozenset[str] = frozenset()
    """Ids of the posters that may hang elsewhere, as far as the facts leave it open."""
    name: str = ""
    """What is tried, in the organizer's words, such as "the track Vision"."""

    @property
    def empty(self) -> bool:
        """Whether nothing may change."""
        return not (self.talks or self.sessions or self.chaired or self.posters)

    @property
    def touches(self) -> frozenset[str]:
        """Ids of all sessions about which something may change, by talks or otherwise."""
        slots = self.program.timetable.slots
        places = (slots[p].session if p in slots else p for p in self.places or ())
        return frozenset((*places, *self.sessions, *self.chaired))

    def put_into(self, program: Program, decided: Program) -> Program:
        """A program with what was decided about this part of another; the rest as it has it."""
        sessions = self.touches
        return program.replace(
            placements=(
                *(p for p in program.placements if p.talk not in self.talks),
                *(p for p in decided.placements if p.talk in self.talks),
            ),
            sessions=(
                *(s for s in program.sessions if s.session not in sessions),
                *(s for s in decided.sessions if s.session in sessions),
            ),
            boards=(
                *(b for b in program.boards if b.poster not in self.posters),
                *(b for b in decided.boards if b.poster in self.posters),
            ),
        )
