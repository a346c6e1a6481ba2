"""What a rule costs by its check, and by the solver where every decision is fixed."""

from ortools.sat.python import cp_model

from programkit.model.findings import Level
from programkit.solver.decisions import Decisions


def solved(program, rule, door=Decisions):
    """What the rule costs by the solver; nothing where it says impossible."""
    decisions = door(program.conference, freed=program.freed)
    decisions.fix(program)
    return paid(decisions, rule)


def paid(decisions, rule):
    """The least that a rule costs by the solver; nothing where it says impossible."""
    rule.post(decisions)
    decisions.model.minimize(decisions.cost)
    status, solver = _status(decisions.model)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


def checked(program, rule):
    """What the rule costs by its check; nothing where it finds something hard."""
    findings = list(rule.check(program))
    if any(finding.level is Level.HARD for finding in findings):
        return None
    return sum(finding.cost for finding in findings)


def on_grid(program):
    """Whether a program leaves no gaps where talks are packed; the solver knows no others."""
    decisions = Decisions(program.conference)
    decisions.fix(program)
    return _status(decisions.model)[0] != cp_model.INFEASIBLE


def _status(model):
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.cp_model_presolve = False  # all is fixed: propagation is enough
    return solver.solve(model), solver
