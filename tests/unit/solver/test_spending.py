import math
from os import cpu_count

import pytest

from blocked import STRICT, conference
from programkit.model.program import Program
from programkit.solver.limits import Limits
from programkit.solver.packing import packed
from programkit.solver.seating import seated
from programkit.solver.spending import LEAST, Spending


def spending(**limits):
    return Spending(conference(10, 20), STRICT, Limits(**limits))


def test_share_of_the_seconds_is_left():
    run = spending(seconds=100)

    assert run.rest(0.5).seconds == pytest.approx(50, abs=2)
    assert run.rest(0.5, most=3).seconds == 3
    assert math.isinf(run.rest(0.5).effort)


def test_what_is_kept_is_not_left_until_it_is_given_back():
    run = spending(seconds=100)
    run.keep(0.2, 30)
    kept = run.rest().seconds
    run.keep(0.2, 10)

    assert kept == pytest.approx(80, abs=2)
    assert run.rest().seconds == pytest.approx(90, abs=2)


def test_unit_of_effort_stands_for_a_second_where_the_clock_must_not_steer():
    run = spending(effort=100, reproducible=True)
    run.spent = 20
    run.keep(0.1, 50)

    assert run.rest(0.5).effort == 35
    assert run.rest(most=3).effort == 3
    assert run.rest(0.5).seconds is None
    assert run.reached == 20
    assert run.amount(run.rest()) == 70


def test_guard_in_seconds_is_not_shared_out_where_the_clock_must_not_steer():
    run = spending(effort=100, seconds=50, reproducible=True)

    assert run.rest(0.1, most=1).seconds == pytest.approx(50, abs=2)


def test_few_workers_are_as_many_as_there_are_processors():
    assert spending(seconds=9).rest(few=True).workers == min(8, max(2, cpu_count() or 2))
    assert spending(seconds=9, workers=1).rest(few=True).workers == 1
    assert spending(effort=9, reproducible=True).rest(few=True).workers == 8


@pytest.mark.parametrize("limits", [{"seconds": 0}, {"effort": LEAST, "reproducible": True}])
def test_it_is_over_when_nothing_is_left(limits):
    assert spending(**limits).over


def test_it_is_not_over_as_long_as_nothing_limits_it():
    run = spending()

    assert (run.over, run.rest().seconds, run.amount(run.rest())) == (False, None, math.inf)


def test_ctrl_c_ends_it_and_is_remembered():
    run = spending()
    with run.heeding():
        raise KeyboardInterrupt

    assert (run.interrupted, run.over) == (True, True)


def test_only_better_programs_are_told():
    told = []
    run = spending()
    run.tell = told.append
    programs = [Program(conference=run.conference) for _ in range(4)]
    for program, cost in zip(programs, (5, 7, 5, 3), strict=True):
        run.offer(program, cost)

    assert [news.cost for news in told] == [5, 3]
    assert told[-1].read() is run.program is programs[3]
    assert run.proves(3) == run.proves(None) == False  # noqa: E712 - both are
    run.bound = 3
    assert run.proves(3)


def test_program_is_offered_if_no_hard_rule_is_violated():
    run = spending()
    blocks = run.blocks()
    placements = packed(blocks, seated(blocks, {"t0": 0, "t1": 0}, {("red", 0): 1}))
    found = run.judge(placements[:1])
    before = run.program

    assert [finding.code for finding in found] == ["talk-placed"]
    assert (before, run.judge(placements), run.cost) == (None, [], 0)
    assert run.program.placements == placements


def test_bound_is_that_of_models_of_the_whole():
    run = Spending(conference(10), STRICT, Limits(effort=5, workers=1))
    blocks = run.blocks()
    blocks.model.minimize(7 * blocks.times("t0")[0])
    run.solve(blocks.model, run.rest())
    before = run.bound
    run.solve(blocks.model, run.rest(), whole=True)

    assert (before, run.bound) == (0, 7)
    assert (run.variables, run.constraints) == (
        len(blocks.model.proto.variables),
        len(blocks.model.proto.constraints),
    )


def test_better_answers_are_seen_where_the_clock_may_steer():
    run = spending(seconds=20)
    seen = []
    blocks = run.blocks()
    answer = run.solve(blocks.model, run.rest(), seen=seen.append, patience=5)

    assert seen[-1].cost == answer.cost == 0
    assert len(seen[0].chosen) == len(blocks.model.proto.variables)
