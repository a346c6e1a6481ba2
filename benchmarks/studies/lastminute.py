"""Two days before: 200 talks, a speaker drops out of a day, and as little as possible moves."""

from __future__ import annotations

import time
from random import Random  # noqa: TID251 - seeded
from typing import Any

import programkit as pk
from judging import judged
from programkit.rules import StayPut
from record import fresh, middle
from study import Options
from synthetic import Synthetic, conference, present

TALKS, ROOMS, DAYS, ATTENDEES = 200, 5, 4, 200
WANTED = 5.0
"""Seconds until the fewest moves are proved."""


def run(options: Options) -> dict[str, Any]:
    """A dropout in each conference: with only what must hold, and with all wishes too."""
    found = {}
    for kind in ("bare", "wishes"):
        runs = [
            fresh("studies.lastminute:solved", kind=kind, seed=seed, seconds=options.seconds or 30)
            for seed in options.seeds
        ]
        seconds = middle([run.get("seconds") for run in runs])
        proved = sum(bool(run.get("proved")) for run in runs)
        moves = [run.get("moves", run.get("failed")) for run in runs]
        print(f"  {kind}: {seconds} s (wanted {WANTED}), moves {moves}, proved {proved}")
        found[kind] = {"seconds": seconds, "proved": proved, "runs": runs}
    return {"wanted": WANTED, **found}


def solved(kind: str, seed: int, seconds: float, begun: float) -> dict[str, Any]:
    """Publish the hidden program, let somebody drop out, and solve again."""
    invented = conference(TALKS, ROOMS, DAYS, seed=seed, attendees=ATTENDEES)
    facts, who = dropped(invented, seed)
    if kind == "bare":
        kept = tuple(r for r in facts.requirements if r.rule == "order")
        facts = facts.replace(requirements=kept, interests=())
    before = invented.hidden.replace(conference=facts)
    start = time.monotonic()
    result = pk.solve(facts, previous=before, time_limit=seconds, seed=seed)
    spent = round(time.monotonic() - start, 2)
    changes = None if result.found is None else len(moved(before, result.found))
    return {
        "seed": seed,
        "dropped": who,
        "start": round(start - begun, 2),
        "seconds": spent,
        "status": result.status.value,
        "total": result.cost,
        "bound": result.bound,
        "moves": changes,
        "proved": proved(changes, result.bound),
        **judged(result.found),
    }


def dropped(invented: Synthetic, seed: int) -> tuple[pk.Conference, str]:
    """The facts after a speaker cannot come on the day of their talk any more, and who it is."""
    facts, hidden = invented
    draw = Random(seed)  # noqa: S311 - no secret
    chairs = {chair for decision in hidden.sessions for chair in decision.chairs or ()}
    able = [
        person
        for person in facts.people
        if not person.available and person.id not in chairs and speaks(hidden, person.id)
    ]
    person = draw.choice(able)
    (day, *_) = speaks(hidden, person.id)
    changed = person.replace(available=tuple(present((day,), DAYS)))
    people = tuple(changed if p.id == person.id else p for p in facts.people)
    return facts.replace(people=people), person.id


def speaks(program: pk.Program, person: str) -> list[int]:
    """The days on which somebody speaks."""
    return [
        placed.session.day
        for placed in program.placed
        if person in placed.talk.speaker_ids
        and placed.session is not None
        and placed.session.day is not None
    ]


def moved(before: pk.Program, after: pk.Program) -> list[str]:
    """The talks that are elsewhere than before, or nowhere."""
    now = {placement.talk: placement.slots for placement in after.placements}
    return [p.talk for p in before.placements if now.get(p.talk) != p.slots]


def proved(moves: int | None, bound: int | None) -> bool:
    """Whether fewer moves would cost less than the bound, whatever moves."""
    if moves is None or bound is None:
        return False
    dearest = StayPut().day * StayPut().weight
    return dearest * (moves - 1) < bound
