"""The order of rules, of talks and their names change nothing about what a program costs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from programkit.rules import DEFAULT_RULES
from programkit.solving import solve
from strategies import conferences


def answer(conference, rules):
    result = solve(conference, rules=rules, workers=1)
    return result.status, result.cost


@settings(max_examples=25)
@given(conferences(), st.permutations(DEFAULT_RULES))
def test_order_of_rules_changes_nothing(conference, rules):
    assert answer(conference, rules) == answer(conference, DEFAULT_RULES)


@settings(max_examples=25)
@given(conferences(), st.data())
def test_order_of_talks_changes_nothing(conference, data):
    talks = data.draw(st.permutations(conference.talks))
    mixed = conference.replace(talks=tuple(talks))

    assert answer(mixed, DEFAULT_RULES) == answer(conference, DEFAULT_RULES)


@settings(max_examples=25)
@given(conferences())
def test_names_of_talks_change_nothing(conference):
    last = len(conference.talks)
    renamed = conference.replace(
        talks=tuple(t.replace(id=f"x{last - n}") for n, t in enumerate(conference.talks))
    )

    assert answer(renamed, DEFAULT_RULES) == answer(conference, DEFAULT_RULES)
