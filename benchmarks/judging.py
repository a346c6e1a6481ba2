"""What a program is worth by the rules' own checks, whoever made it."""

from __future__ import annotations

from typing import Any

from programkit.model.program import Program
from programkit.rules import DEFAULT_RULES
from programkit.rules.binding import bind


def judged(program: Program | None) -> dict[str, Any]:
    """Its cost, by rule too; how often something hard is violated; how many talks are left out."""
    if program is None:
        return {"cost": None, "costs": {}, "hard": None, "left_out": None}
    costs: dict[str, int] = {}
    hard = 0
    for rule in bind(program.conference, DEFAULT_RULES):
        for finding in rule.check(program):
            costs[finding.code] = costs.get(finding.code, 0) + finding.cost
            hard += finding.level == "hard"
    return {
        "cost": sum(costs.values()),
        "costs": {code: cost for code, cost in costs.items() if cost},
        "hard": hard,
        "left_out": len(program.unplaced),
    }
