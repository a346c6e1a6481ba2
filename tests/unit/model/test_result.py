"""Tests of the solver's answer."""

import pytest

from programkit.errors import InfeasibleError, NoProgramError
from programkit.model.findings import Finding, Level
from programkit.model.program import Program
from programkit.model.result import Result, RuleCost, Status
from small import conference

PROGRAM = Program.of(conference())
REASON = Finding(code="pinned", level=Level.HARD, message="a and b are in one slot")


def test_program_found_is_given():
    assert Result(status=Status.OPTIMAL, found=PROGRAM).program == PROGRAM


def test_program_of_infeasible_raises_with_the_reasons():
    result = Result(status=Status.INFEASIBLE, reasons=(REASON,))

    with pytest.raises(InfeasibleError) as caught:
        result.program  # noqa: B018 - reading it raises
    assert str(caught.value) == f"no program satisfies the hard rules\n{REASON}"


def test_program_not_found_raises_with_the_effort():
    with pytest.raises(NoProgramError) as caught:
        Result(status=Status.UNKNOWN, effort=0.5).program  # noqa: B018 - reading it raises
    assert str(caught.value) == "no program was found with effort 0.5; allow more, or relax a rule"


@pytest.mark.parametrize(
    ("cost", "bound", "gap"),
    [(None, None, None), (10, None, None), (0, 0, 0.0), (10, 10, 0.0), (10, 5, 0.5)],
)
def test_gap_is_the_share_that_could_be_saved(cost, bound, gap):
    result = Result(status=Status.FEASIBLE, found=PROGRAM, cost=cost, bound=bound)

    assert result.gap == gap


def test_result_is_a_line_and_one_for_each_costly_rule():
    costs = (RuleCost(code="talk-placed", cost=10),)
    result = Result(status=Status.FEASIBLE, found=PROGRAM, cost=10, bound=5, costs=costs)

    assert str(result) == "feasible: cost 10, bound 5, gap 50.0%\n  talk-placed: 10"


def test_result_without_bound_claims_none():
    assert str(Result(status=Status.FEASIBLE, found=PROGRAM, cost=3)) == "feasible: cost 3"


def test_result_without_program_gives_the_reasons():
    result = Result(status=Status.INFEASIBLE, reasons=(REASON,))

    assert str(result) == f"infeasible: no program\n{REASON}"
