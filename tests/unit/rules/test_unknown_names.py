"""Rules about sessions, subjects and attendees name only what exists, and stand beside others."""

import pytest

from programkit.errors import LoadError
from programkit.model.conference import Requirement
from programkit.rules import DEFAULT_RULES
from programkit.rules.binding import bind
from tiny import morning, talk


def bound(*requirements):
    stated = tuple(Requirement(rule=rule, given=given) for rule, given in requirements)
    tagged = talk("a", "ada", tags=("maps", "robots"))
    return bind(morning(tagged, requirements=stated), DEFAULT_RULES)


@pytest.mark.parametrize(
    ("rule", "given", "message"),
    [
        ("choice", {"by": "tag", "for": "tag:map"}, 'names tag "map"'),
        ("choice", {"by": "tag", "tags": ["map"]}, 'names tag "map"'),
        ("coherent", {"tags": ["map"]}, 'names tag "map"'),
        ("coherent", {"for": "q"}, 'names session "q"'),
        ("flow", ["tag:maps", "tag:map"], 'names tag "map"'),
        ("flow", {"for": "track:red", "levels": ["a", "all"]}, 'names track "red"'),
        ("makespan", {"most": 5, "people": "eve"}, 'names person "eve"'),
        ("popular-spread", ["b"], 'names talk "b"'),
        ("session-hopping", "track:red", 'names track "red"'),
        ("session-kinds", {"for": "b", "only": "session"}, 'names talk "b"'),
        ("session-length", {"for": "kind:panel", "most": 1}, 'names session "kind:panel"'),
        ("within-session", ["a", "kind:demo"], 'names kind "demo"'),
    ],
)
def test_unknown_name_is_a_fault(rule, given, message):
    with pytest.raises(LoadError) as caught:
        bound((rule, given))

    assert [f"{rule} {message}, which does not exist"] == [
        fault.message for fault in caught.value.faults
    ]


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("choice", "tag"),
        ("popular-spread", {"stars": 2}),
        ("session-length", {"most": 2}),
    ],
)
def test_rules_that_speak_of_something_stand_beside_each_other(rule, given):
    codes = [found.code for found in bound((rule, given), (rule, given))]

    assert codes.count(rule) == 2


def test_interests_may_weigh_otherwise():
    found = [one for one in bound(("interests", {"weight": 4})) if one.code == "interests"]

    assert [one.weight for one in found] == [4]
