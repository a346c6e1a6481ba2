"""What rules post about values and choices, hard, at a price, and where it can be dropped."""

import pytest
from ortools.sat.python import cp_model

from programkit.rules import Balance
from programkit.solver.posting import Posting

ABOUT = ("x",)


class Sheet:
    """A model with three literals that hold as told."""

    def __init__(self, *holds, guarded=False):
        self.model = cp_model.CpModel()
        self.posting = Posting(self.model, guarded=guarded)
        self.literals = [self.model.new_bool_var("") for _ in holds]
        for literal, value in zip(self.literals, holds, strict=True):
            self.model.add(literal == value)

    def cost(self):
        self.model.minimize(self.posting.cost)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if solver.solve(self.model) != cp_model.OPTIMAL:
            return None
        return round(solver.objective_value)


def apart(*holds, level="soft", unit=1, bound=1, guarded=False):
    """What it costs that the values 10, 13 and 20, of those that hold, are apart."""
    sheet = Sheet(*holds, guarded=guarded)
    cases = list(zip(sheet.literals, (10, 13, 20), strict=True))
    rule = Balance(level=level, weight=2)
    sheet.posting.no_wider(rule, cases, bound, ABOUT, unit=unit)
    return sheet


@pytest.mark.parametrize(
    ("holds", "cost"),
    [((1, 1, 1), 18), ((1, 1, 0), 4), ((0, 1, 1), 12), ((0, 1, 0), 0), ((0, 0, 0), 0)],
)
def test_values_that_hold_cost_what_they_are_apart(holds, cost):
    assert apart(*holds).cost() == cost


def test_each_unit_begun_costs():
    assert apart(1, 0, 1, unit=4).cost() == 2 * 3
    assert apart(1, 0, 1, unit=3).cost() == 2 * 3


def test_hard_forbids_and_a_note_does_nothing():
    assert apart(1, 1, 0, level="hard").cost() is None
    assert apart(1, 1, 0, level="hard", bound=3).cost() == 0
    assert apart(1, 1, 1, level="note").cost() == 0


def test_guarded_a_hard_one_can_be_dropped_and_a_soft_one_is_not_posted():
    hard, soft = (apart(1, 1, 1, level=level, guarded=True) for level in ("hard", "soft"))

    assert [guard.about for guard in hard.posting.guards] == [ABOUT]
    assert hard.cost() == 0
    assert (soft.posting.guards, soft.cost()) == ((), 0)


def test_value_may_be_how_many_hold():
    sheet = Sheet(1, 1, 1, 0)
    first, second, third, fourth = sheet.literals
    cases = [(first, [first, second, third]), (second, [fourth])]
    sheet.posting.no_wider(Balance(), cases, 1, ABOUT)

    assert sheet.cost() == 2


def test_at_most_one_of_the_new_literals_holds():
    sheet = Sheet()
    found = sheet.posting.one_of(3)
    sheet.posting.at_least(Balance(), found, 3, ABOUT)

    assert sheet.cost() == 2


def test_each_one_missing_may_cost_several_times():
    sheet = Sheet(1, 0, 0)
    sheet.posting.at_least(Balance(weight=5), sheet.literals, 3, ABOUT, times=7)

    assert sheet.cost() == 70
