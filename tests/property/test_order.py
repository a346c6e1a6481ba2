"""The order of rules, of talks and their names change nothing about what a program costs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from programkit.model.program import Program
from programkit.rules import DEFAULT_RULES, RULES
from programkit.solving import solve
from strategies import conferences, speaks_of
from strategies import rules as rules_of


def answer(conference, rules):
    result = solve(conference, rules=rules, workers=1)
    return result.status, result.cost


def some_rules(data, conference):
    """The default rules, and up to three others."""
    others = [kind for kind in RULES if kind not in {type(rule) for rule in DEFAULT_RULES}]
    chosen = data.draw(st.lists(st.sampled_from(others), max_size=3, unique=True))
    kinds = [kind for kind in chosen if speaks_of(kind, conference)]
    told = [data.draw(rules_of(kind, Program.of(conference))) for kind in kinds]
    return (*DEFAULT_RULES, *told)


@settings(max_examples=25)
@given(conferences(), st.data())
def test_order_of_rules_changes_nothing(conference, data):
    rules = some_rules(data, conference)
    mixed = data.draw(st.permutations(rules))

    assert answer(conference, mixed) == answer(conference, rules)


@settings(max_examples=25)
@given(conferences(), st.data())
def test_order_of_talks_changes_nothing(conference, data):
    rules = some_rules(data, conference)
    talks = data.draw(st.permutations(conference.talks))
    mixed = conference.replace(talks=tuple(talks))

    assert answer(mixed, rules) == answer(conference, rules)


@settings(max_examples=25)
@given(conferences())
def test_names_of_talks_change_nothing(conference):
    last = len(conference.talks)
    names = {talk.id: f"x{last - n}" for n, talk in enumerate(conference.talks)}
    renamed = conference.replace(
        talks=tuple(talk.replace(id=names[talk.id]) for talk in conference.talks),
        interests=tuple(
            interest.replace(talks=tuple(names[talk] for talk in interest.talks))
            for interest in conference.interests
        ),
    )

    assert answer(renamed, DEFAULT_RULES) == answer(conference, DEFAULT_RULES)
