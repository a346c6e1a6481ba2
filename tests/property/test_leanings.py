"""What a rule says of single talks is never more than it requires."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from programkit.model.findings import Level
from programkit.model.interval import covers
from programkit.rules import RULES
from programkit.rules.base import Rule, dated, visits
from strategies import programs, rules, speaks_of

LEANING = [kind for kind in RULES if kind.leanings is not Rule.leanings]


def allows(conference, leaning, placed):
    """Whether a talk may be where it is."""
    room = leaning.rooms is None or not isinstance(placed.room, str) or placed.room in leaning.rooms
    if placed.interval is None or not dated(conference, placed.session):
        return room
    return room and all(covers(hours, placed.interval) for hours in leaning.hours)


@settings(max_examples=100)
@given(data=st.data())
def test_where_a_rule_finds_nothing_hard_talks_are_where_they_may_be(data):
    program = data.draw(programs(most_talks=4))
    kind = data.draw(st.sampled_from(LEANING))
    assume(speaks_of(kind, program.conference))
    rule = data.draw(rules(kind, program))
    leanings = rule.leanings(program.conference)
    findings = list(rule.check(program))
    here = [(leanings[p.talk.id], p) for p in visits(program) if p.talk.id in leanings]
    costs = [dict(leaning.costs).get(placed.room, 0) for leaning, placed in here]

    if all(finding.level is not Level.HARD for finding in findings):
        assert all(allows(program.conference, leaning, placed) for leaning, placed in here)
        assert sum(costs) <= sum(finding.cost for finding in findings)
