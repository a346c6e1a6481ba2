"""Tests of what explain answers."""

import pytest

from programkit.model.explanation import Explanation, Reason, WayOut
from programkit.model.findings import Finding, Level, Source

PIN = Finding(
    code="pinned",
    level=Level.HARD,
    message="a is fixed",
    source=Source(file="c.yaml", line=3),
)


@pytest.mark.parametrize(
    ("irreducible", "smallest", "proof"),
    [
        (True, True, "no smaller set clashes"),
        (True, False, "none of them can be left out"),
        (False, False, "perhaps not all of them are needed"),
    ],
)
def test_reason_says_what_is_proved(irreducible, smallest, proof):
    reason = Reason(requirements=(PIN,), irreducible=irreducible, smallest=smallest)

    assert reason.proof == proof


def test_way_out_is_a_line():
    assert str(WayOut(steps=("ask Ada", "leave b out"), cost=140)) == "ask Ada; and leave b out"


def test_explanation_is_told_reason_by_reason_and_way_by_way():
    reason = Reason(requirements=(PIN,), irreducible=True, smallest=False)
    told = Explanation(
        asked="a program",
        reasons=(reason, reason),
        ways_out=(WayOut(steps=("ask Ada", "leave b out"), cost=140),),
    )

    assert str(told).splitlines() == [
        "a program is impossible",
        "these cannot hold together, reason 1 of 2 (none of them can be left out):",
        "  c.yaml:3: a is fixed [pinned]",
        "these cannot hold together, reason 2 of 2 (none of them can be left out):",
        "  c.yaml:3: a is fixed [pinned]",
        "ways out, the cheapest first, each tried:",
        "   140  ask Ada",
        "        and leave b out",
    ]
