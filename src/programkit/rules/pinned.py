"""What is fixed stays where it is fixed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import model_validator
from typing_extensions import override

from programkit.model.base import Id
from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.fixed import fixed_placements
from programkit.model.placement import Placement
from programkit.model.program import Placed, Program
from programkit.rules._wording import moment_words, timed_words
from programkit.rules.base import Reads, Reference, Rule
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literal
    from programkit.solver.spots import Spot

Pin = tuple[str, Placement | str]
"""A talk, and where it is fixed: in that very place, or at a slot, session or time by name."""


class Pinned(Rule):
    """A talk that is fixed is where it is fixed.

    By default it speaks of the places that the facts fix; with ``talk`` and ``at``, of one more. A
    talk fixed in a session may have any place of it. A talk that was freed is no longer fixed.
    """

    code: ClassVar[str] = "pinned"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    talk: Id | None = None
    """Id of the talk; none given means those that the facts fix."""
    at: str | None = None
    """Id of a slot or session, or a time such as ``2024-09-30T08:30``."""

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if (self.talk is None) != (self.at is None):
            raise ValueError("say both the talk and where it is pinned (at)")
        return self

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        for talk, where in self._pins(program.conference):
            places = program.by_talk.get(talk, ())
            if talk in program.freed or any(_is_there(program, p, where) for p in places):
                continue
            name = talk_text(program.conference, program.conference.talk(talk))
            yield self.found(
                f"{name} is fixed {_where_words(program.conference, where)} but is not there",
                about=(talk, _place_of(where)),
                remedy="place it there, or no longer fix it",
                source=program.conference.source("talks", talk, "at"),
            )

    @override
    def post(self, decisions: Decisions) -> None:
        for talk, where in self._pins(decisions.conference):
            if talk in decisions.freed:
                continue
            there = places_at(decisions, talk, where)
            decisions.at_least(self, there, 1, (talk, _place_of(where)))

    @property
    @override
    def general(self) -> bool:
        return self.talk is None

    @override
    def references(self) -> Iterator[Reference]:
        if self.talk is not None and self.at is not None:
            yield Reference("talk", "talks", self.talk)
            yield Reference("at", "places", self.at)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        talk, place = about
        name = talk_text(conference, conference.talk(talk))
        return f"{name} is fixed {_where_words(conference, place)}"

    def _pins(self, conference: Conference) -> Iterator[Pin]:
        """Where talks that take place are fixed, by the facts or by this rule alone."""
        if self.talk is not None:
            pins: list[Pin] = [(self.talk, self.at or "")]
        else:
            by_session = {
                (talk.id, at.place)
                for talk in conference.talks
                for at in talk.at
                if at.place in conference.timetable.sessions
            }
            pins = [
                (p.talk, p)
                if (p.talk, _session(conference, p)) not in by_session
                else (p.talk, _session(conference, p))
                for p in fixed_placements(conference)
            ]
        known = conference.by_id.talks
        return (pin for pin in pins if pin[0] in known and known[pin[0]].takes_place)


def time_of(conference: Conference, at: str) -> datetime | None:
    """The moment that a text names, on the conference's clocks unless it says which."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=conference.zone)).astimezone(UTC)


def places_at(decisions: Decisions, talk: str, where: Placement | str) -> list[Literal]:
    """The literals that a talk is in a place, or at a slot, session or time by name."""
    spots = decisions.spots(talk).items()
    return [there for spot, there in spots if _is_spot(decisions.conference, spot, where)]


def _session(conference: Conference, placement: Placement) -> str:
    """Id of the session that a placement is in; empty for one off the grid."""
    if placement.slots:
        return conference.timetable.slots[placement.slots[0]].session
    return placement.session or ""


def _is_there(program: Program, placed: Placed, where: Placement | str) -> bool:
    found = placed.placement
    if isinstance(where, Placement):
        return _same_place(found, where)
    if where in program.timetable.slots:
        return found.slots[:1] == (where,)
    if where in program.timetable.sessions:
        return _session(program.conference, found) == where
    moment = time_of(program.conference, where)
    return placed.interval is not None and placed.interval.first == moment


def _same_place(one: Placement, other: Placement) -> bool:
    key = ("slots", "session", "start", "room")
    return all(getattr(one, name) == getattr(other, name) for name in key)


def _is_spot(conference: Conference, spot: Spot, where: Placement | str) -> bool:
    if isinstance(where, Placement):
        return spot.is_place(where)
    if where in (*spot.slots[:1], spot.session):
        return True
    places = conference.timetable
    named = where in places.slots or where in places.sessions
    return not named and spot.first is not None and spot.first == time_of(conference, where)


def _place_of(where: Placement | str) -> str:
    if isinstance(where, str):
        return where
    if where.slots:
        return where.slots[0]
    return where.session or ("" if where.start is None else where.start.isoformat())


def _where_words(conference: Conference, where: Placement | str) -> str:
    place, timetable = _place_of(where), conference.timetable
    timed = timetable.slots.get(place) or timetable.sessions.get(place)
    if timed is not None:
        return f"in {timed_words(conference, timed)}"
    moment = time_of(conference, place)
    return f"at {place}" if moment is None else f"at {moment_words(conference, moment)}"
