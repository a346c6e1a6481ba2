from dataclasses import replace

import pytest

from blocked import PRICED, RULES, STRICT, conference, three_tracks
from programkit.model.contributions import At, Talk
from programkit.model.result import Status
from programkit.model.venue import Room
from programkit.rules import OneTrack, RoomAvailable
from programkit.solver import stages
from programkit.solver.limits import Limits
from programkit.solver.search import search
from programkit.solver.spending import Spending
from programkit.solver.stages import search_in_stages
from programkit.solver.suitability import suits
from programkit.solving import solve


def staged(facts, rules=STRICT, **limits):
    return search_in_stages(facts, rules, Limits(**{"effort": 5, "workers": 1, **limits}))


def test_alike_slots_and_one_track_a_session_suit():
    assert suits(conference(10), STRICT)


@pytest.mark.parametrize(
    "facts",
    [
        conference(),
        conference(10, slots=(10, 20)),
        conference(10, talks=(Talk(id="a"),)),
        conference(10, talks=(Talk(id="a", track="red", parts=2),)),
        conference(10, talks=(Talk(id="a", track="red", at=(At(place="b0@hall/1"),)),)),
        conference(10, days=()),
    ],
    ids=["no talks", "slots differ", "no track", "two parts", "fixed", "no sessions"],
)
def test_other_conferences_do_not_suit(facts):
    assert not suits(facts, STRICT)
    assert staged(facts) is None


def test_sessions_of_several_tracks_do_not_suit():
    assert not suits(conference(10), (*RULES, OneTrack(level="soft")))


def test_talks_that_fill_two_rooms_are_packed():
    outcome = staged(conference(30, 20, 20, 30, 20, 20))

    assert (outcome.status, outcome.cost, outcome.bound) == (Status.OPTIMAL, 0, 0)


def test_talks_that_fill_no_two_rooms_are_disproved():
    assert staged(conference(30, 30, 30, 30, 20)).status is Status.INFEASIBLE


def test_talks_that_fill_no_two_rooms_are_spread_over_two_times():
    outcome = staged(conference(30, 30, 30, 30, 20, times=2))

    assert outcome.status is Status.OPTIMAL
    assert len(outcome.program.placements) == 5


def test_too_many_talks_are_disproved_at_once():
    assert staged(conference(*(70,) * 3)).status is Status.INFEASIBLE


def test_talk_longer_than_every_session_is_disproved():
    assert staged(conference(80)).status is Status.INFEASIBLE


def test_rule_that_is_not_seen_by_blocks_is_obeyed_all_the_same():
    """No room is available: only the exact model knows."""
    hours = conference(10).timetable.blocks[0][0].slots[6].interval
    rooms = tuple(Room(id=room, name=room, available=(hours,)) for room in ("hall", "attic"))
    outcome = staged(conference(10, 10, 10, rooms=rooms))

    assert outcome.status is Status.INFEASIBLE
    assert any(isinstance(rule, RoomAvailable) for rule in STRICT)


def test_no_time_finds_nothing():
    outcome = staged(conference(10), seconds=0)

    assert (outcome.status, outcome.program, outcome.reproducible) == (Status.UNKNOWN, None, False)


def test_solve_goes_through_the_stages_and_says_why_not():
    result = solve(conference(30, 30, 30, 30, 20), rules=STRICT, effort=5, workers=1)

    assert result.status is Status.INFEASIBLE
    assert len(result.reasons) > 0


def test_same_effort_gives_the_same_program_however_often():
    known = [
        staged(three_tracks(), PRICED, effort=2, reproducible=True, workers=2, seed=1)
        for _ in range(2)
    ]

    assert known[0].program == known[1].program
    assert (known[0].spent, known[0].reproducible) == (known[1].spent, True)


def test_every_better_program_is_told_and_the_last_is_the_best():
    told = []
    limits = Limits(seconds=20)
    outcome = search_in_stages(three_tracks(), PRICED, limits, progress=told.append)
    costs = [news.cost for news in told]

    assert (outcome.status, outcome.cost, costs[-1]) == (Status.OPTIMAL, 0, 0)
    assert costs == sorted(set(costs), reverse=True)
    assert {len(news.read().placements) for news in told} == {6}


def test_ctrl_c_in_one_stage_keeps_what_it_found_and_ends_those_to_come(monkeypatch):
    def stopped(*arguments, **named):
        return replace(search(*arguments, **named), interrupted=True)

    monkeypatch.setattr(stages, "search", stopped)
    run = Spending(three_tracks(), PRICED, Limits(effort=5), None)
    with pytest.raises(KeyboardInterrupt):
        stages._exact(run, None, Limits(effort=5))

    assert len(run.program.placements) == 6


def test_ctrl_c_keeps_the_best():
    def interrupt(_):
        raise KeyboardInterrupt

    outcome = search_in_stages(three_tracks(), PRICED, Limits(effort=5), progress=interrupt)

    assert (outcome.interrupted, len(outcome.program.placements)) == (True, 6)
    assert outcome.cost == sum(
        finding.cost for rule in PRICED for finding in rule.check(outcome.program)
    )
