"""Parts of programs: what is fixed around them costs what it does, and nothing gets worse."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from agreeing import checked, on_grid, paid
from chairtellings import BY_CHAIR, seeking
from postertellings import BY_POSTER, showing
from programkit.model.findings import Level
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.rules import (
    DEFAULT_RULES,
    RULES,
    RoomCapacity,
    RoomFeatures,
    RoomFree,
    SpeakerAvailable,
    SpeakerFree,
    TalkFitsSlot,
    TalkPlacedOnce,
)
from programkit.solver.around import Around
from programkit.solver.constructing import beginning
from programkit.solver.course import Course
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import post_all, search
from programkit.solver.task import Attempt, Task
from strategies import conferences, programs, rules, speaks_of
from tracktellings import BY_SESSION, side_by_side

FITTING = {
    **dict.fromkeys(BY_SESSION, side_by_side()),
    **dict.fromkeys(BY_CHAIR, seeking()),
    **dict.fromkeys(BY_POSTER, showing()),
}
"""For rules that few conferences concern, conferences that they do."""
LIMITS = Limits(effort=30, workers=1)
LENIENT = (
    TalkPlacedOnce(),
    *(kind(level=Level.SOFT) for kind in (TalkFitsSlot, RoomFree, RoomCapacity, RoomFeatures)),
    *(kind(level=Level.SOFT) for kind in (SpeakerFree, SpeakerAvailable)),
)
"""Rules that most programs obey, at a cost."""


@st.composite
def parts(draw, program):
    """Some of what is open about a program."""
    conference = program.conference
    talks = [talk.id for talk in conference.talks]
    places = [*conference.timetable.slots, *conference.timetable.sessions]
    sessions = list(conference.timetable.sessions)
    return Around(
        program=program,
        talks=frozenset(draw(st.sets(st.sampled_from(talks)))),
        places=draw(st.none() | st.frozensets(st.sampled_from(places))) if places else None,
        sessions=draw(some(sessions)),
        chaired=draw(some(sessions)),
        posters=draw(some([poster.id for poster in conference.posters])),
    )


def some(names):
    return st.frozensets(st.sampled_from(names)) if names else st.just(frozenset())


def in_part(program, rule, around):
    """What a rule costs where the part is decided as the program has it; none if impossible."""
    decisions = Decisions(program.conference, freed=program.freed, around=around)
    for literal, value in decisions._chosen(program):
        decisions.model.add(literal == int(value))
    return paid(decisions, rule)


@pytest.mark.parametrize("kind", RULES, ids=lambda kind: kind.code)
@settings(max_examples=20)
@given(data=st.data())
def test_rule_costs_in_a_part_what_it_costs_in_the_whole(kind, data):
    given = data.draw(FITTING[kind]) if kind in FITTING and data.draw(st.integers(0, 3)) else None
    program = data.draw(programs(given))
    assume(speaks_of(kind, program.conference))
    assume(on_grid(program))
    rule = data.draw(rules(kind, program))
    around = data.draw(parts(program))

    assert in_part(program, rule, around) == checked(program, rule)


@settings(max_examples=60)
@given(data=st.data())
def test_part_is_never_worse_than_what_it_was(data):
    task = Task(data.draw(conferences()), LENIENT)
    program = beginning(task, data.draw(programs(task.conference)))
    cost = Course(task, LIMITS).judged(program)
    assume(cost is not None)
    around = data.draw(parts(program))

    outcome = task.solve_part(Attempt(around=around, cost=cost), LIMITS)

    assert outcome.status is Status.OPTIMAL
    assert outcome.cost <= cost
    assert outcome.cost == sum(finding.cost for finding in task.findings(outcome.program))
    assert unchanged(outcome.program, around) == unchanged(program, around)


def unchanged(program, around):
    """What a part must leave as it is."""
    return (
        {p for p in program.placements if p.talk not in around.talks},
        {
            (session.id, session.room)
            for session in program.timetable.sessions.values()
            if session.id not in around.sessions
        },
    )


@settings(max_examples=40)
@given(data=st.data())
def test_part_that_is_everything_is_the_whole(data):
    program = data.draw(programs())
    conference = program.conference
    around = Around(
        program=program,
        talks=frozenset(talk.id for talk in conference.talks),
        sessions=frozenset(conference.timetable.sessions),
        chaired=frozenset(conference.timetable.sessions),
        posters=frozenset(poster.id for poster in conference.posters),
    )
    whole = Decisions(conference)
    post_all(whole, DEFAULT_RULES)
    expected = search(whole, LIMITS)

    found = Task(conference, DEFAULT_RULES).solve_part(Attempt(around=around, cost=0), LIMITS)

    assert (found.status, found.cost) == (expected.status, expected.cost)
    assert Program.of(conference).fixed == program.fixed
