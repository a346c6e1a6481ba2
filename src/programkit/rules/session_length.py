"""Sessions are neither too short nor too long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import Field, model_validator
from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.findings import Finding
from programkit.model.program import Placed, Program
from programkit.rules._sessions import ForSessions
from programkit.rules._wording import timed_words
from programkit.rules.base import Reads
from programkit.rules.windows import Minutes

if TYPE_CHECKING:
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Term
    from programkit.solver.spots import Spot


class SessionLength(ForSessions):
    """A session that holds talks holds at least, or at most, so many talks or minutes of talks.

    Each bound that a session breaks is a violation. A session without talks breaks none. In the
    files, ``session-length: {least: 2}`` or
    ``session-length: {for: kind:workshop, most_minutes: 90 min}``.
    """

    code: ClassVar[str] = "session-length"
    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    least: int | None = Field(default=None, ge=1)
    """At least so many talks."""
    most: int | None = Field(default=None, ge=1)
    """At most so many talks."""
    least_minutes: Minutes | None = Field(default=None, ge=1)
    """Talks of at least so many minutes together."""
    most_minutes: Minutes | None = Field(default=None, ge=1)
    """Talks of at most so many minutes together."""

    @model_validator(mode="after")
    def _says_how_long(self) -> Self:
        if {self.least, self.most, self.least_minutes, self.most_minutes} == {None}:
            raise ValueError("say how long: least, most, least_minutes or most_minutes")
        return self

    @property
    @override
    def general(self) -> bool:
        return False

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        for session in self.chosen(program.conference):
            placed = program.by_session.get(session.id, ())
            here = [place for place in placed if place.talk.takes_place]
            minutes = sum(_minutes(program, place) for place in here)
            for wrong in self._wrong(len(here), minutes) if here else ():
                yield self.found(
                    f"{timed_words(program.conference, session)} holds {wrong}",
                    about=(session.id,),
                    remedy="move talks into it or out of it",
                )

    def _wrong(self, talks: int, minutes: int) -> Iterator[str]:
        """Each bound that is broken, in words."""
        if self.least is not None and talks < self.least:
            yield f"{_talks(talks)}, fewer than {self.least}"
        if self.most is not None and talks > self.most:
            yield f"{_talks(talks)}, more than {self.most}"
        if self.least_minutes is not None and minutes < self.least_minutes:
            yield f"{minutes} min of talks, fewer than {self.least_minutes}"
        if self.most_minutes is not None and minutes > self.most_minutes:
            yield f"{minutes} min of talks, more than {self.most_minutes}"

    @override
    def post(self, decisions: Decisions) -> None:
        chosen = {session.id for session in self.chosen(decisions.conference)}
        talks: dict[str, list[Term]] = {}
        minutes: dict[str, list[Term]] = {}
        for talk in decisions.talks:
            for spot, there in decisions.spots(talk.id).items():
                if spot.session is not None and spot.session in chosen:
                    talks.setdefault(spot.session, []).append((there, 1))
                    length = talk.minutes if spot.minutes is None else spot.minutes
                    length = _held(decisions, spot) if length is None else length
                    minutes.setdefault(spot.session, []).append((there, length))
        for session, terms in talks.items():
            self._bound(decisions, session, terms, self.least, self.most)
            lengths = self.least_minutes, self.most_minutes
            self._bound(decisions, session, minutes[session], *lengths)

    def _bound(
        self,
        decisions: Decisions,
        session: str,
        terms: list[Term],
        least: int | None,
        most: int | None,
    ) -> None:
        about = (session,)
        if most is not None:
            decisions.at_most(self, terms, most, about)
        if least is not None:  # what is not there, counted: no more of it than leaves the least
            absent = [(~there, count) for there, count in terms]
            used = (decisions.sessions_used[session], least)
            total = sum(count for _, count in terms)
            decisions.at_most(self, [*absent, used], total, about)

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        session = timed_words(conference, conference.timetable.sessions[about[0]])
        told = (
            ("at least", _talks(self.least)),
            ("at most", _talks(self.most)),
            ("at least", f"{self.least_minutes} min of talks" if self.least_minutes else ""),
            ("at most", f"{self.most_minutes} min of talks" if self.most_minutes else ""),
        )
        said = [f"{word} {bound}" for word, bound in told if bound]
        return f"{session} holds {' and '.join(said)}"


def _talks(count: int | None) -> str:
    """So many talks, in words; nothing where nothing is said."""
    return "" if count is None else "1 talk" if count == 1 else f"{count} talks"


def _minutes(program: Program, placed: Placed) -> int:
    """How long a talk takes where it is; nothing where that is not known."""
    minutes = placed.placement.minutes or placed.talk.minutes
    if minutes is not None:
        return minutes
    slots = [program.timetable.slots[slot] for slot in placed.placement.slots]
    if not slots or slots[-1].open_end:
        return 0
    if placed.interval is not None:
        return placed.interval.minutes
    lengths = [slot.slot.minutes for slot in slots]
    return 0 if None in lengths else sum(length or 0 for length in lengths)


def _held(decisions: Decisions, spot: Spot) -> int:
    """The minutes of the slots of a spot; nothing where they are not known."""
    last = decisions.conference.timetable.slots[spot.slots[-1]] if spot.slots else None
    return 0 if last is None or last.open_end else spot.holds or 0
