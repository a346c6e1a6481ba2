"""Decisions against facts that changed since: what still holds, and findings for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from programkit.files.program.shown import Shown
from programkit.model.base import Unknown
from programkit.model.boards import Place, PosterDecision, places_for
from programkit.model.conference import Conference
from programkit.model.contributions import State
from programkit.model.findings import Finding, Level, Source
from programkit.model.fixed import fixed_placements, loosely_fixed
from programkit.model.placement import Placement
from programkit.model.program import SessionDecision

CODES = {
    "program-stale": "The facts changed after the program was decided.",
    "program-unknown-talk": "A decision is about a talk or poster that the facts no longer have.",
    "program-unknown-slot": "A talk was decided into a slot that the facts no longer have.",
    "program-unknown-session": "A decision is about a session that the facts no longer have.",
    "program-unknown-name": "A decision names a room, track or person that is gone.",
    "program-contradicted": "The facts now say something else than what was decided.",
    "program-moved": "A decided talk now has another time or room, because the facts moved.",
}
"""Findings of this module, by code."""


class Drift:
    """Compares decisions with the facts of today."""

    def __init__(self, conference: Conference, file: str) -> None:
        self.conference = conference
        self.file = file
        self.findings: list[Finding] = []
        self._loose = loosely_fixed(conference)

    def stale(self) -> None:
        """Note that the facts are others than those decided from."""
        self._note(
            "program-stale", Level.NOTE, "the facts changed since this was decided", (),
            "read the other findings, or solve again",
        )  # fmt: skip

    def keeps(self, placement: Placement, fixed: Sequence[Placement]) -> bool:
        """Whether a decided placement still can be; a finding says why it cannot."""
        return (
            self._talk_is_there(placement)
            and self._place_is_there(placement)
            and not self._contradicted(placement, fixed)
        )

    def _talk_is_there(self, placement: Placement) -> bool:
        talk = self.conference.by_id.talks.get(placement.talk)
        if talk is None:
            message = f'talk "{placement.talk}" was placed, but the facts no longer have it'
            self._note("program-unknown-talk", Level.SOFT, message, (placement.talk,))
            return False
        if talk.state is State.WITHDRAWN:
            message = f'talk "{talk.id}" was placed, but is withdrawn now'
            self._note("program-contradicted", Level.NOTE, message, (talk.id,))
            return False
        return True

    def _place_is_there(self, placement: Placement) -> bool:
        timetable = self.conference.timetable
        wanted = [*placement.slots, *([placement.session] if placement.session else [])]
        gone = [w for w in wanted if w not in timetable.slots and w not in timetable.sessions]
        for place in gone:
            message = f'talk "{placement.talk}" was in "{place}", which the facts no longer have'
            self._note("program-unknown-slot", Level.SOFT, message, (placement.talk, place))
        room = placement.room
        if room and self.conference.room(room) is None:
            message = f'talk "{placement.talk}" was in room "{room}", which is gone'
            self._note("program-unknown-name", Level.SOFT, message, (placement.talk, room))
            return False
        return not gone

    def _contradicted(self, placement: Placement, fixed: Sequence[Placement]) -> bool:
        within = self._session_of_its_own(placement)
        for fact in fixed:
            own = self._session_of_its_own(fact)
            if own is not None and (own == within or fact.talk != placement.talk):
                continue  # any slot of that session will do, also another one
            taken = self._shared(fact, placement)
            if fact.talk == placement.talk and fact.part == placement.part:
                message = f'talk "{fact.talk}" was decided elsewhere than the facts now fix it'
            elif taken:
                message = (
                    f'talk "{placement.talk}" was in slot "{min(taken)}", '
                    f'which the facts now give to "{fact.talk}"'
                )
            else:
                continue
            self._note("program-contradicted", Level.SOFT, message, (placement.talk,))
            return True
        return False

    def _session_of_its_own(self, placement: Placement) -> tuple[str, str] | None:
        """The talk and its session, where the facts leave it any slot of that one."""
        slots = self.conference.timetable.slots
        first = slots.get(placement.slots[0]) if placement.slots else None
        found = None if first is None else (placement.talk, first.session)
        return found if found in self._loose else None

    def fixed(
        self, conference: Conference, freed: Sequence[str], kept: Sequence[Placement] = ()
    ) -> Iterator[Placement]:
        """What the facts, with the times of sessions, fix beside the decisions that are kept."""
        decided = {self._session_of_its_own(placement) for placement in kept} - {None}
        taken = {slot for placement in kept for slot in placement.slots}
        for fact in fixed_placements(conference, taken):
            if fact.talk not in freed and self._session_of_its_own(fact) not in decided:
                yield fact

    def _shared(self, fact: Placement, placement: Placement) -> set[str]:
        """The slots that both take; a talk that is cancelled takes none."""
        talks = self.conference.by_id.talks
        if not all(talks[one.talk].takes_place for one in (fact, placement)):
            return set()
        return set(fact.slots) & set(placement.slots)

    def compare(self, placement: Placement, before: Shown, now: Shown) -> None:
        """Note where readers now see a talk at another time or in another room."""
        if before != now:
            message = f'talk "{placement.talk}" was decided for {before} and is now {now}'
            remedy = "tell those concerned, or solve again"
            self._note("program-moved", Level.SOFT, message, (placement.talk,), remedy)

    def kept_sessions(self, decisions: Iterable[SessionDecision]) -> Iterator[SessionDecision]:
        """The decisions about sessions that the facts still leave open."""
        for decision in decisions:
            timed = self.conference.timetable.sessions.get(decision.session)
            if timed is None:
                message = f'session "{decision.session}" was decided, but is gone'
                about = (decision.session,)
                self._note("program-unknown-session", Level.SOFT, message, about)
                continue
            yield self._known(decision)

    def _known(self, decision: SessionDecision) -> SessionDecision:
        """A session's decision without what the facts contradict or no longer have."""
        timed = self.conference.timetable.sessions[decision.session]
        session, index = timed.session, self.conference.by_id
        changes: dict[str, None] = {}
        if decision.start is not None and timed.interval is not None:
            changes["start"] = None
            if decision.start != timed.interval.first:
                message = f'start of session "{decision.session}" was decided; the facts differ'
                self._note("program-contradicted", Level.SOFT, message, (decision.session,))
        for field, ids in (
            ("room", index.rooms),
            ("track", index.tracks),
            ("chairs", index.people),
        ):
            decided = getattr(decision, field)
            wanted = decided if isinstance(decided, tuple) else (decided,)
            fact = getattr(session, field)
            if decided is None or fact == decided:
                continue
            if not isinstance(fact, Unknown):
                message = f'{field} of session "{decision.session}" was decided; the facts differ'
                self._note("program-contradicted", Level.SOFT, message, (decision.session,))
                changes[field] = None
            elif any(one and one not in ids for one in wanted):
                message = f'{field} of session "{decision.session}" was decided, but is gone'
                self._note("program-unknown-name", Level.SOFT, message, (decision.session,))
                changes[field] = None
        return decision.replace(**changes)

    def kept_boards(self, decisions: Iterable[PosterDecision]) -> Iterator[PosterDecision]:
        """The decisions about posters that the facts still leave open."""
        posters, sessions = self.conference.by_id.posters, self.conference.timetable.sessions
        for decision in decisions:
            poster = posters.get(decision.poster)
            place = Place(decision.session, decision.board)
            if poster is None:
                message = f'poster "{decision.poster}" was decided, but is gone'
                self._note("program-unknown-talk", Level.SOFT, message, (decision.poster,))
            elif decision.session not in sessions:
                message = f'poster "{poster.id}" was in "{decision.session}", which is gone'
                about = (poster.id, decision.session)
                self._note("program-unknown-session", Level.SOFT, message, about)
            elif place not in places_for(self.conference, poster):
                message = f'poster "{poster.id}" was decided elsewhere than the facts now have it'
                self._note("program-contradicted", Level.SOFT, message, (poster.id,))
            else:
                yield decision

    def _note(
        self, code: str, level: Level, message: str, about: tuple[str, ...], remedy: str = ""
    ) -> None:
        self.findings.append(
            Finding(
                code=code,
                level=level,
                message=message,
                remedy=remedy or "solve again",
                about=about,
                source=Source(file=self.file),
            )
        )
