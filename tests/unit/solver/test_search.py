from programkit.model.result import Status
from programkit.rules import DEFAULT_RULES
from programkit.solver.decisions import Decisions
from programkit.solver.limits import Limits
from programkit.solver.search import post_all, search
from tiny import morning, talk


def posted(*talks):
    decisions = Decisions(morning(*talks))
    post_all(decisions, DEFAULT_RULES)
    return decisions


def crowd():
    return tuple(talk(f"t{n}") for n in range(6))


def test_crowded_morning_leaves_the_rest_out_at_a_proved_price():
    outcome = search(posted(*crowd()), Limits(effort=30, workers=1))

    assert (outcome.status, outcome.cost, outcome.bound) == (Status.OPTIMAL, 2000, 2000)
    assert outcome.reproducible


def test_no_time_finds_nothing_and_is_not_reproducible():
    outcome = search(posted(*crowd()), Limits(effort=30, seconds=0))

    assert (outcome.status, outcome.program, outcome.bound) == (Status.UNKNOWN, None, None)
    assert not outcome.reproducible


def test_each_better_cost_is_told_with_its_program():
    told = []

    def hear(news):
        told.append((news.cost, news.bound, len(news.read().unplaced)))

    search(posted(*crowd()), Limits(effort=30), progress=hear)

    costs = [cost for cost, _, _ in told]
    assert costs == sorted(costs, reverse=True)
    assert all(bound <= cost == 1000 * left_out for cost, bound, left_out in told)
    assert costs[-1] == 2000
