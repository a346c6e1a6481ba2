import pytest
from pydantic import ValidationError

from programkit.model.findings import Level, Source
from programkit.rules import DEFAULT_RULES, RULES, Rule
from tiny import morning


class Never(Rule):
    """Nothing is ever wrong."""

    code = "never"
    reads = frozenset()

    def check(self, program):  # noqa: ARG002 - the signature is given
        return iter(())

    def post(self, decisions):
        pass


def test_soft_finding_costs_the_weight_so_many_times():
    rule = Never(level="soft", weight=3)

    assert rule.found("so", times=2).cost == 6


def test_hard_finding_costs_nothing():
    finding = Never(weight=3).found("so", about=("a", "a", "b"), remedy="do")

    assert (finding.level, finding.cost, finding.about) == (Level.HARD, 0, ("a", "b"))


def test_finding_says_where_the_requirement_stands():
    where = Source(file="conference.yaml", line=7)

    assert Never(source=where).found("so", source=Source(file="else.yaml")).source == where


@pytest.mark.parametrize("weight", [-1, 10**9 + 1])
def test_weight_out_of_range_is_refused(weight):
    with pytest.raises(ValidationError):
        Never(weight=weight)


def test_requirement_is_the_first_line_with_what_it_is_about():
    assert Never().requirement(morning(), ("a",)) == "Nothing is ever wrong (a)"
    assert Never().requirement(morning(), ()) == "Nothing is ever wrong"


def test_rule_that_overrides_nothing_is_general_and_names_nothing():
    rule = Never()

    assert (rule.general, list(rule.references()), rule.beside([rule])) == (True, [], rule)


def test_default_rules_need_to_be_told_nothing():
    assert [rule.code for rule in DEFAULT_RULES if not rule.always] == []


def test_default_rules_are_in_the_order_of_reports():
    kinds = [type(rule) for rule in DEFAULT_RULES]

    assert kinds == [kind for kind in RULES if kind in kinds]


def test_codes_are_unique():
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_source_is_not_offered_in_the_schema():
    assert "source" not in Never.model_json_schema()["properties"]
