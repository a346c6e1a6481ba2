"""200 talks and three reasons why there is no program: ``explain`` names all three."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import programkit as pk
from programkit.model.conference import Requirement
from programkit.model.explanation import Reason
from programkit.model.result import Status
from record import fresh, middle
from study import Options
from synthetic import FIRST_DAY, Synthetic, conference, present

TALKS, ROOMS, DAYS, ATTENDEES = 200, 5, 4, 50
WANTED = 30.0
"""Seconds until all are named."""
_EACH = 60.0
"""Seconds for each solve that tries whether a set is irreducible."""

Member = Requirement | pk.Person
"""A requirement, or somebody with hours: what a reason is made of."""


def run(options: Options) -> dict[str, Any]:
    """Three reasons planted in each conference."""
    runs = []
    for seed in options.seeds:
        named = fresh("studies.infeasible:explained", seed=seed)
        tried = fresh("studies.infeasible:tried", seed=seed)
        runs.append({"named": named, "tried": tried})
        print(f"  seed {seed}: {named.get('seconds', named)} s (wanted {WANTED}), {told(named)}")
        print(f"    tried by solving: {tried.get('wrong', tried) or 'as planted'}")
    seconds = [found["named"].get("seconds") for found in runs]
    return {"wanted": WANTED, "seconds": middle(seconds), "runs": runs}


def told(named: dict[str, Any]) -> str:
    """What was named, in a few words."""
    reasons = named.get("reasons", [])
    good = sum(reason["planted"] and reason["irreducible"] for reason in reasons)
    return f"{good} of 3 planted reasons named and proved irreducible, {len(reasons)} in all"


def explained(seed: int, begun: float) -> dict[str, Any]:
    """Ask why there is no program."""
    base, groups = planted(conference(TALKS, ROOMS, DAYS, seed=seed, attendees=ATTENDEES))
    facts = with_members(base, list(chain.from_iterable(groups)))
    start = time.monotonic()
    answer = pk.explain(facts)
    spent = round(time.monotonic() - start, 2)
    wanted = [about(group) for group in groups]
    reasons = [
        {
            "requirements": [finding.message for finding in reason.requirements],
            "irreducible": reason.irreducible,
            "smallest": reason.smallest,
            "planted": names(reason) in wanted,
        }
        for reason in answer.reasons
    ]
    ways = [str(way) for way in answer.ways_out]
    return {
        "seed": seed,
        "start": round(start - begun, 2),
        "seconds": spent,
        "reasons": reasons,
        "ways_out": ways,
    }


def names(reason: Reason) -> frozenset[str]:
    """The talks that a reason is about."""
    found = {name for finding in reason.requirements for name in finding.about}
    return frozenset(name for name in found if name.startswith("talk-"))


def tried(seed: int, begun: float) -> dict[str, Any]:
    """Whether what was planted is what it should be, by solving, without ``explain``."""
    base, groups = planted(conference(TALKS, ROOMS, DAYS, seed=seed, attendees=ATTENDEES))
    wrong = list(doubts(base, groups))
    return {"wrong": wrong, "seconds": round(time.monotonic() - begun, 2)}


def doubts(base: pk.Conference, groups: Sequence[Sequence[Member]]) -> Iterator[str]:
    """What is not as planted: each group impossible, possible without any one of its members."""
    yield from doubt("nothing planted", base, Status.FEASIBLE)
    for number, group in enumerate(groups, 1):
        yield from doubt(f"reason {number}", with_members(base, group), Status.INFEASIBLE)
        for left in group:
            without = with_members(base, [member for member in group if member is not left])
            yield from doubt(f"reason {number} without {left!r}", without, Status.FEASIBLE)
    rest = list(chain.from_iterable(group[1:] for group in groups))
    yield from doubt("a member of each left out", with_members(base, rest), Status.FEASIBLE)


def doubt(what: str, facts: pk.Conference, wanted: Status) -> Iterator[str]:
    """Solve, and say if the answer is another one."""
    status = pk.solve(facts, time_limit=_EACH).status
    if status is Status.OPTIMAL:
        status = Status.FEASIBLE
    if status is not wanted:
        yield f"{what}: {status}, not {wanted}"


def planted(invented: Synthetic) -> tuple[pk.Conference, list[list[Member]]]:
    """A conference in which every talk must have a place, and three reasons why that cannot be.

    A talk is wanted on the day its speaker is away; three talks follow each other in a circle; two
    talks are to start together in the only room that suits them.
    """
    placed = Requirement(rule="talk-placed", given={"level": "hard"})
    base = invented.conference.replace(requirements=(placed,), interests=())
    chairs = {chair for told in invented.hidden.sessions for chair in told.chairs or ()}
    alone = [
        talk
        for talk in base.talks
        if len(talk.speaker_ids) == 1 and not base.person(talk.speaker_ids[0]).available
    ]
    once = [t for t in alone if t.speaker_ids[0] not in chairs and given(base, t) == 1]
    guest, one, two, three, left, right = (talk.id for talk in once[:6])
    speaker = base.person(base.talk(guest).speaker_ids[0])
    away = speaker.replace(available=tuple(present((0,), DAYS)))
    room = base.rooms[0].id
    return base, [
        [Requirement(rule="times", given={"for": guest, "only": [FIRST_DAY.isoformat()]}), away],
        [
            Requirement(rule="order", given=list(p))
            for p in ((one, two), (two, three), (three, one))
        ],
        [
            Requirement(rule="together", given=[left, right]),
            Requirement(rule="rooms", given={"for": [left, right], "only": [room]}),
        ],
    ]


def given(facts: pk.Conference, talk: pk.Talk) -> int:
    """How many talks the speakers of a talk give."""
    return sum(not set(talk.speaker_ids).isdisjoint(other.speaker_ids) for other in facts.talks)


def with_members(base: pk.Conference, members: Sequence[Member]) -> pk.Conference:
    """The facts with some requirements and hours more."""
    stated = tuple(member for member in members if isinstance(member, Requirement))
    known = {member.id: member for member in members if isinstance(member, pk.Person)}
    people = tuple(known.get(person.id, person) for person in base.people)
    return base.replace(requirements=(*base.requirements, *stated), people=people)


def about(group: Sequence[Member]) -> frozenset[str]:
    """The talks that a reason is about."""
    found: set[str] = set()
    for member in group:
        if isinstance(member, Requirement):
            told = member.given["for"] if isinstance(member.given, dict) else member.given
            found.update([told] if isinstance(told, str) else told)
    return frozenset(found)
