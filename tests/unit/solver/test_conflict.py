from programkit.model.contributions import At
from programkit.model.findings import Source
from programkit.model.people import Person
from programkit.rules import DEFAULT_RULES, Order, Pinned
from programkit.solver.conflict import conflict
from tiny import between, clock, morning, talk


def codes(found):
    return sorted((finding.code, finding.about) for finding in found.findings)


def test_nothing_clashes():
    assert conflict(morning(talk("a")), DEFAULT_RULES) is None


def test_two_pins_on_one_slot():
    conference = morning(
        talk("a", at=(At(place="s/1"),)), talk("b", at=(At(place="s/1"),)), talk("c")
    )
    found = conflict(conference, DEFAULT_RULES)

    assert found.smallest
    assert codes(found) == [
        ("pinned", ("a", "s/1")),
        ("pinned", ("b", "s/1")),
        ("room-free", ("s/1",)),
    ]


def test_pin_against_availability():
    people = (Person(id="ada", name="Ada", available=(between(clock(10), None),)),)
    conference = morning(
        talk("a", "ada", at=(At(place="s/1"),)),
        people=people,
        sources={"people.ada": Source(file="conference.yaml", line=5)},
    )
    found = conflict(conference, DEFAULT_RULES)

    assert codes(found) == [("pinned", ("a", "s/1")), ("speaker-available", ("ada",))]
    assert [f.source and f.source.line for f in found.findings if f.about == ("ada",)] == [5]


def test_orders_in_a_circle_clash_once_both_are_pinned():
    rules = (
        *DEFAULT_RULES,
        Order(talks=("a", "b")),
        Pinned(talk="a", at="s/3"),
        Pinned(talk="b", at="s/1"),
    )
    found = conflict(morning(talk("a"), talk("b")), rules)

    assert codes(found) == [
        ("order", ("a", "b")),
        ("pinned", ("a", "s/3")),
        ("pinned", ("b", "s/1")),
    ]


def test_freed_talk_does_not_clash():
    conference = morning(talk("a", at=(At(place="s/1"),)), talk("b", at=(At(place="s/1"),)))

    assert conflict(conference, DEFAULT_RULES, freed=("a",)) is None
