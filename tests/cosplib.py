"""The conferences of CoSPLib beside the checkout, and random schedules of them, for tests."""

from functools import cache
from random import Random  # noqa: TID251 - seeded by Hypothesis

from hypothesis import strategies as st

import cosplib_evaluator as evaluator
from programkit.files.readers.cosplib import CosplibReader
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import DEFAULT_RULES
from programkit.rules.binding import bind

NAMES = (
    "GECCO20",
    "GECCO20Poster",
    "GECCO20Workshop",
    "GECCO21",
    "GECCO22Workshop",
    "GECCO23",
    "ISF22",
    "N2OR",
    "OR60F",
)


@cache
def known(folder, name):
    """The conference, the rules in force, and what the independent evaluator read."""
    path = folder / "cosplib" / "instances" / f"{name}.xlsx"
    conference, findings = CosplibReader().read(path)
    assert findings == ()
    return conference, bind(conference, DEFAULT_RULES), evaluator.read(path)


def schedule_of(conference, program):
    """A program as the evaluator takes it: talk, session, room and first slot, all by number."""
    cells = {
        session.id: (s, r)
        for s, block in enumerate(conference.timetable.blocks)
        for r, session in enumerate(block)
    }
    numbers = {talk.id: n for n, talk in enumerate(conference.talks)}
    slots = conference.timetable.slots
    return [
        (numbers[p.talk.id], *cells[p.session.id], slots[p.placement.slots[0]].index)
        for p in program.placed
    ]


def judged(rules, program):
    """All findings, and what they cost together."""
    findings = [finding for rule in rules for finding in rule.check(program)]
    return findings, sum(finding.cost for finding in findings)


@st.composite
def schedules(draw, instance, conference):
    """A normalized program: every talk in one session that holds its track alone.

    Some talks may find no place; the objective is defined without them all the same.
    """
    shuffle = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - no secret
    free = {session.id: list(session.slots) for b in conference.timetable.blocks for session in b}
    owner = {}
    placements = []
    talks = list(enumerate(conference.talks))
    shuffle.shuffle(talks)
    sessions = list(free)
    crowded = draw(st.booleans())
    for number, talk in talks:
        needed = instance.subs[number]["req"]
        if draw_again(shuffle, crowded):
            shuffle.shuffle(sessions)
        for session in sorted(sessions, key=lambda s: owner.get(s) != talk.track):
            if owner.get(session, talk.track) == talk.track and len(free[session]) >= needed:
                owner[session] = talk.track
                taken, free[session] = free[session][:needed], free[session][needed:]
                slots = tuple(slot.id for slot in taken)
                placements.append(Placement(talk=talk.id, slots=slots))
                break
    return Program(conference=conference, placements=tuple(placements))


def draw_again(shuffle, crowded):
    """Whether to look at the sessions in another order; seldom makes tracks fill few sessions."""
    return shuffle.random() < (0.1 if crowded else 0.9)
