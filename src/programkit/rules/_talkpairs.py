"""Two talks for the same people: what rules share that keep such talks apart."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from typing_extensions import override

from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.timetable import TimedSession
from programkit.rules._held import at_once, pairs_at_once
from programkit.rules._slots import meetings, shared_slots
from programkit.rules._wording import listed, person_words
from programkit.rules.base import Reads, Rule, on_stage
from programkit.text.subjects import talk_text

if TYPE_CHECKING:
    from programkit.solver.blocks import Blocks
    from programkit.solver.decisions import Decisions
    from programkit.solver.posting import Literals

Pair = tuple[str, str]


class _Ranked(NamedTuple):
    """A talk by its position in the facts."""

    rank: int
    track: str | None

    def beside(self, other: _Ranked) -> bool:
        """Whether the two are of one track."""
        return self.track == other.track


@dataclass(frozen=True, slots=True)
class _Talks:
    """The talks of one person."""

    wanting: list[_Ranked] = field(default_factory=list)
    there: list[_Ranked] = field(default_factory=list)
    """Those that the person wants to be in, or presents."""
    chairing: list[_Ranked] = field(default_factory=list)
    """Those of tracks that the person chairs."""


class TalkPairs(Rule):
    """Two talks for the same people are in one session, or not at one time.

    By session, each two sessions at one time that hold one of the two each are a violation; by
    slot, each slot that the two share.
    """

    reads: ClassVar[frozenset[Reads]] = frozenset({Reads.TIME})

    level: Level = Level.SOFT
    by: Literal["session", "slot"] = "session"
    """Whether sessions at one time, or only slots at one time, are too close."""

    @abstractmethod
    def wanted(self, talk: Talk) -> tuple[str, ...]:
        """Ids of the people who want to be in a talk."""

    def pairs(self, conference: Conference) -> Mapping[Pair, tuple[str, ...]]:
        """Ids of the people that two talks have in common, for each such pair.

        They want to be in one talk, and are wanted in the other, present it or chair its track.
        """
        found: dict[tuple[int, int], set[str]] = {}
        for person, talks in self._wanting(conference).items():
            for one in talks.wanting:
                others = [*talks.there, *(t for t in talks.chairing if not one.beside(t))]
                for other in others:
                    if one.rank != other.rank:
                        first, second = sorted((one.rank, other.rank))
                        found.setdefault((first, second), set()).add(person)
        ids = [talk.id for talk in conference.talks]
        return {(ids[a], ids[b]): tuple(sorted(found[a, b])) for a, b in sorted(found)}

    def _wanting(self, conference: Conference) -> Mapping[str, _Talks]:
        """The talks of each person who wants to be in one, or is there anyway."""
        found: dict[str, _Talks] = {}
        for rank, talk in enumerate(conference.talks):
            ranked = _Ranked(rank, talk.track)
            wanted = dict.fromkeys(self.wanted(talk))
            for person in wanted:
                found.setdefault(person, _Talks()).wanting.append(ranked)
            for person in dict.fromkeys((*wanted, *talk.speaker_ids)):
                found.setdefault(person, _Talks()).there.append(ranked)
            for person in () if talk.track is None else conference.track(talk.track).chairs:
                found.setdefault(person, _Talks()).chairing.append(ranked)
        return found

    @override
    def check(self, program: Program) -> Iterator[Finding]:
        close = self._by_session(program) if self.by == "session" else self._by_slot(program)
        for (one, other), people, times in close:
            conference = program.conference
            yield self.found(
                f"{talk_text(conference, conference.talk(one))} and "
                f"{talk_text(conference, conference.talk(other))} are at one time and both "
                f"need {listed(person_words(conference, person) for person in people)}",
                about=(one, other, *people),
                remedy="move one of the two",
                times=times,
            )

    def _by_session(self, program: Program) -> Iterator[tuple[Pair, tuple[str, ...], int]]:
        where: dict[str, dict[str, TimedSession]] = {}
        for p in on_stage(program):
            if p.session is not None:
                where.setdefault(p.talk.id, {})[p.session.id] = p.session
        for (one, other), people in self.pairs(program.conference).items():
            ones, others = where.get(one, {}).values(), where.get(other, {}).values()
            times = sum(at_once(a, b) for a in ones for b in others if a.id != b.id)
            if times:
                yield (one, other), people, times

    def _by_slot(self, program: Program) -> Iterator[tuple[Pair, tuple[str, ...], int]]:
        shared = shared_slots(program, on_stage(program))
        for (one, other), people in self.pairs(program.conference).items():
            times = shared.get((one, other), 0) + shared.get((other, one), 0)
            if times:
                yield (one, other), people, times

    @override
    def post(self, decisions: Decisions) -> None:
        beside: dict[str, list[str]] = {}
        if self.by == "session":
            for first, second in pairs_at_once(decisions.conference.timetable):
                beside.setdefault(first, []).append(second)
                beside.setdefault(second, []).append(first)
        for one, other in self.pairs(decisions.conference):
            close = meetings if self.by == "slot" else partial(_apart, beside)
            for both in close(decisions, one, other):
                decisions.never(self, both, about=(one, other))

    @override
    def relax(self, blocks: Blocks) -> None:
        """Talks of different tracks are never in one session; others may be."""
        seen = self.by == "session" and blocks.talks_matter
        for one, other in self.pairs(blocks.conference) if seen else ():
            first, second = (blocks.conference.talk(talk) for talk in (one, other))
            others = blocks.times(other) if first.track != second.track else {}
            here = blocks.times(one)
            both = [(here[block], there) for block, there in others.items() if block in here]
            blocks.never(self, *both, about=(one, other))

    @override
    def requirement(self, conference: Conference, about: tuple[str, ...]) -> str:
        one, other = (talk_text(conference, conference.talk(talk)) for talk in about[:2])
        return f"{one} and {other} are not at one time in different sessions"


def _apart(
    beside: Mapping[str, list[str]], decisions: Decisions, one: str, other: str
) -> Iterator[Literals]:
    """The pairs of literals that hold if two talks are in two sessions at one time."""
    others = decisions.sessions_of(other)
    for session, here in decisions.sessions_of(one).items():
        for second in beside.get(session, ()):
            if second in others:
                yield here, others[second]
