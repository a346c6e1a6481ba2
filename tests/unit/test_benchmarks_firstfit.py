"""First fit and hill climbing: what it says that a program costs is what the rules say."""

import time
from random import Random  # noqa: TID251 - seeded

import pytest

import synthetic
from firstfit import Climber, solved
from judging import judged

CHAIRING = {"chaired", "chair-load", "chair-own-talk"}


def invented(seed):
    return synthetic.conference(60, 3, 2, seed=seed, attendees=60).conference


def cost_of_talks(program):
    costs = judged(program)["costs"]
    return sum(cost for code, cost in costs.items() if code not in CHAIRING)


@pytest.mark.parametrize("seed", range(5))
def test_first_fit_and_climbing_count_as_the_rules_do(seed):
    climber = Climber(invented(seed))

    first = climber.first_fit()
    fitted = climber.program()
    gained = climber.climb(Random(seed), time.monotonic() + 0.3)  # noqa: S311 - no secret
    climbed = climber.program()

    assert [cost_of_talks(fitted), cost_of_talks(climbed)] == [first, first - gained]
    assert [judged(fitted)["hard"], judged(climbed)["hard"]] == [0, 0]
    assert gained > 0


def test_program_has_chairs_where_talks_are():
    program, _ = solved(invented(2), seed=0, until=time.monotonic())

    chaired = {decision.session for decision in program.sessions}
    assert chaired == set(program.by_session)
