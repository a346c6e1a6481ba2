"""The search in stages finds the best, and what it proves on the way is true."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from programkit.model.findings import Level
from programkit.model.program import Program
from programkit.model.result import Status
from programkit.rules import (
    DEFAULT_RULES,
    OneTrack,
    PresenterClash,
    SpeakerFree,
    TalkPlacedOnce,
    TrackAtOnce,
    TrackChairs,
    TrackConsecutive,
    TrackRoom,
)
from programkit.solver.blocks import Blocks
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import post_all, search
from programkit.solver.stages import search_in_stages
from strategies import programs, rules
from tracktellings import BY_SESSION, TOLD_OF_TRACKS, side_by_side

KINDS = (*BY_SESSION, TrackRoom, TalkPlacedOnce)
STRUCTURE = (*(r for r in DEFAULT_RULES if not isinstance(r, SpeakerFree)), OneTrack())


@st.composite
def normalized(draw):
    """A conference, and a program in which talks have one place and sessions one track."""
    conference = draw(side_by_side())
    program = draw(programs(conference, most_talks=3))
    assume(all(len(places) == 1 for places in program.by_talk.values()))
    hard = [f for rule in STRUCTURE for f in rule.check(program) if f.level is Level.HARD]
    assume(not hard)
    return program


def without_the_unplaced(program):
    conference = program.conference
    talks = tuple(talk for talk in conference.talks if talk.id in program.by_talk)
    return Program(conference=conference.replace(talks=talks), placements=program.placements)


CLOSER = [(True, True), (False, True), (False, False)]
"""Whether rooms matter, and single talks."""


@pytest.mark.parametrize(("rooms", "talks"), CLOSER)
@settings(max_examples=40)
@given(data=st.data())
def test_relaxed_rule_costs_no_more_than_the_rule(rooms, talks, data):
    program = data.draw(normalized())
    if not talks:  # then all talks have a place
        program = without_the_unplaced(program)
    rule = data.draw(st.sampled_from(KINDS).flatmap(lambda kind: rules(kind, program)))
    findings = list(rule.check(program))
    assume(all(finding.level is not Level.HARD for finding in findings))
    blocks = Blocks(program.conference, rooms_matter=rooms, talks_matter=talks)
    blocks.fix(program)
    rule.relax(blocks)
    blocks.model.minimize(blocks.cost)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1

    assert solver.solve(blocks.model) == cp_model.OPTIMAL
    assert round(solver.objective_value) <= sum(finding.cost for finding in findings)


@settings(max_examples=20)
@given(data=st.data())
def test_stages_find_what_the_whole_model_finds(data):
    conference = data.draw(side_by_side())
    told = [
        data.draw(TOLD_OF_TRACKS[kind](conference).map(lambda given, kind=kind: kind(**given)))
        for kind in TOLD_OF_TRACKS
    ]
    plain = [PresenterClash(), TrackAtOnce(), TrackChairs(), TrackConsecutive()]
    obeyed = (*STRUCTURE, *plain, TrackRoom(per="conference", weight=2), *told)
    limits = Limits(effort=10, workers=1)
    staged = search_in_stages(conference, obeyed, limits)
    decisions = Decisions(conference)
    post_all(decisions, obeyed)
    whole = search(decisions, limits)

    assert whole.status is Status.OPTIMAL
    assert (staged.status, staged.cost, staged.bound) == (whole.status, whole.cost, whole.bound)
