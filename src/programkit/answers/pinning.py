"""Where talks are that facts and requirements pin, before anything is decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from programkit.model.contributions import Talk
from programkit.model.findings import Level
from programkit.model.fixed import loosely_fixed, slots_from
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import Pinned, Rule
from programkit.rules.pinned import time_of

Choice = tuple[Placement, ...]
"""The places that one talk may have."""


def as_pinned(program: Program, rules: Sequence[Rule]) -> Program:
    """The program that the facts make, with talks where hard requirements pin them.

    A talk that may have several places, such as the slots of a session, has the first that is free
    and to which no hard rule objects. If they object to each, it has the first of all, so that a
    check says why; if only others are there, it has none, as `solve` may put them elsewhere.

    Args:
        program: What the facts alone make.
        rules: The rules that hold, those that the facts require included.
    """
    hard = [rule for rule in rules if rule.level is Level.HARD]
    required = list(_required(program, rules))
    alone = [choice[0] for choice in required if len(choice) == 1]
    program = program.replace(placements=(*program.placements, *alone)) if alone else program
    objected = _about(program, hard) if alone or loosely_fixed(program.conference) else set()
    choices = [choice for choice in required if len(choice) > 1]
    choices += [choice for choice in _in_sessions(program) if choice[0].talk in objected]
    return _with_choices(program, choices, hard) if choices else program


def _with_choices(program: Program, choices: Sequence[Choice], hard: Sequence[Rule]) -> Program:
    """The program with talks in the first of their places that will do."""
    moving = {choice[0].talk for choice in choices}
    kept = [p for p in program.placements if p.talk not in moving]
    certain = program.replace(placements=tuple(kept))
    taken = {slot for placement in kept for slot in placement.slots}
    before = set(_found(certain, hard))

    def fits(place: Placement) -> bool:
        trial = certain.replace(placements=(*certain.placements, place))
        return all(place.talk not in f[1] or f in before for f in _found(trial, hard))

    for choice in choices:
        free = (place for place in choice if taken.isdisjoint(place.slots) and fits(place))
        found = next(free, None)
        if found is None and not any(fits(place) for place in choice):
            found = choice[0]
        if found is not None:
            kept.append(found)
            taken.update(found.slots)
    return program.replace(placements=tuple(kept))


def _found(program: Program, rules: Iterable[Rule]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is hard in a program: the code, and what it is about."""
    found = (finding for rule in rules for finding in rule.check(program))
    return ((finding.code, finding.about) for finding in found if finding.level is Level.HARD)


def _about(program: Program, rules: Iterable[Rule]) -> set[str]:
    return {thing for _, about in _found(program, rules) for thing in about}


def _required(program: Program, rules: Iterable[Rule]) -> Iterator[Choice]:
    """Where requirements pin talks that have no place in the facts."""
    known = program.conference.by_id.talks
    for rule in rules:
        if isinstance(rule, Pinned) and rule.level is Level.HARD and rule.at is not None:
            talk = known.get(rule.talk or "")
            if talk is not None and talk.takes_place and talk.id not in program.by_talk:
                choice = tuple(_places(program, talk, rule.at))
                if choice:
                    yield choice


def _in_sessions(program: Program) -> Iterator[Choice]:
    """The slots of a session that the facts name for a talk, if the facts name nothing else."""
    loose = loosely_fixed(program.conference)
    for talk in program.conference.talks:
        sessions = [at.place for at in talk.at if (talk.id, at.place) in loose]
        if len(talk.at) == len(sessions) == 1 and talk.takes_place and sessions[0] is not None:
            yield tuple(_places(program, talk, sessions[0]))


def _places(program: Program, talk: Talk, at: str) -> Iterator[Placement]:
    """Places of a talk in a slot, in a session, or at a time; none where a session has no slots."""
    timetable = program.timetable
    moment = time_of(program.conference, at)
    for slot in timetable.slots.values():
        starts = moment is not None and slot.interval is not None and slot.interval.first == moment
        if at in {slot.id, slot.session} or starts:
            yield slots_from(slot, talk, timetable)
