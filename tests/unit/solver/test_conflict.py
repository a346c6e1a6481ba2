from programkit.model.contributions import At
from programkit.model.days import Slot
from programkit.model.findings import Source
from programkit.model.people import Person
from programkit.rules import DEFAULT_RULES, Order, Pinned, TalkPlacedOnce
from programkit.solver.conflict import MOST_REASONS, conflict, irreducible
from programkit.solver.requirements import Requirements
from tiny import between, clock, hall_session, morning, talk

EVERY_TALK = (TalkPlacedOnce(level="hard"), *DEFAULT_RULES[1:])


def codes(found):
    return [sorted((f.code, f.about) for f in r.findings(found.conference)) for r in found.reasons]


def proofs(found):
    return [(reason.irreducible, reason.smallest) for reason in found.reasons]


def fixed(name, place, *speakers):
    return talk(name, *speakers, at=(At(place=place),))


def test_nothing_clashes():
    found = conflict(morning(talk("a")), DEFAULT_RULES)

    assert (bool(found), found.complete, found.findings) == (False, True, ())


def test_two_pins_on_one_slot():
    conference = morning(fixed("a", "s/1"), fixed("b", "s/1"), talk("c"))
    found = conflict(conference, DEFAULT_RULES)

    assert codes(found) == [[("pinned", ("a", "s/1")), ("pinned", ("b", "s/1"))]]
    assert (proofs(found), found.complete) == ([(True, True)], True)


def test_pin_against_availability():
    people = (Person(id="ada", name="Ada", available=(between(clock(10), None),)),)
    conference = morning(
        fixed("a", "s/1", "ada"),
        people=people,
        sources={"people.ada": Source(file="conference.yaml", line=5)},
    )
    found = conflict(conference, DEFAULT_RULES)

    assert codes(found) == [[("pinned", ("a", "s/1")), ("speaker-available", ("ada",))]]
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
        [("order", ("a", "b")), ("pinned", ("a", "s/3")), ("pinned", ("b", "s/1"))]
    ]


def test_freed_talk_does_not_clash():
    conference = morning(fixed("a", "s/1"), fixed("b", "s/1"))

    assert not conflict(conference, DEFAULT_RULES, freed=("a",))


def test_reasons_that_have_nothing_to_do_with_each_other_are_all_named():
    people = (Person(id="ada", name="Ada", available=(between(clock(10), None),)),)
    conference = morning(
        fixed("a", "s/1", "ada"), fixed("b", "s/2"), fixed("c", "s/2"), people=people
    )
    found = conflict(conference, DEFAULT_RULES)

    assert sorted(codes(found)) == [
        [("pinned", ("a", "s/1")), ("speaker-available", ("ada",))],
        [("pinned", ("b", "s/2")), ("pinned", ("c", "s/2"))],
    ]
    assert proofs(found) == [(True, True), (True, True)]


def test_clash_that_can_be_told_in_two_ways_is_not_called_the_smallest():
    conference = morning(*(fixed(name, "s/1") for name in "abc"))
    found = conflict(conference, DEFAULT_RULES)

    assert [len(reason.members) for reason in found.reasons] == [2]
    assert proofs(found) == [(True, False)]


def test_far_too_many_talks_are_one_reason():
    conference = morning(*(talk(f"t{number}") for number in range(30)))
    found = conflict(conference, EVERY_TALK)

    assert [f.message for f in found.findings] == [
        '30 things like this one: talk "t0" (T0) is placed once'
    ]
    assert (proofs(found), found.complete) == ([(True, False)], True)


def test_very_many_requirements_that_clash_are_taken_together_by_rule():
    slots = tuple(Slot(minutes=10) for _ in range(29))
    items = (hall_session(slots=slots),)
    conference = morning(*(talk(f"t{number}") for number in range(30)), items=items)
    found = conflict(conference, EVERY_TALK)

    assert [[len(m.guards) for m in reason.members] for reason in found.reasons] == [[30]]
    assert proofs(found) == [(True, False)]


def test_no_more_reasons_are_looked_for_than_anybody_reads():
    slots = tuple(Slot(minutes=10) for _ in range(MOST_REASONS + 1))
    talks = [fixed(f"{n}-{who}", f"s/{n + 1}") for n in range(len(slots)) for who in "ab"]
    found = conflict(morning(*talks, items=(hall_session(slots=slots),)), DEFAULT_RULES)

    assert (len(found.reasons), found.complete) == (MOST_REASONS, False)


def test_one_reason_among_very_many_requirements_to_blame_is_found():
    requirements = Requirements(
        morning(*(talk(f"t{n}") for n in range(29)), fixed("a", "s/1"), fixed("b", "s/1")),
        EVERY_TALK,
    )
    found = irreducible(requirements, requirements.guards)

    assert [guard.rule.code for guard in found.guards] == ["pinned", "pinned"]


def test_place_where_nothing_can_be_has_no_requirement_to_blame():
    found = conflict(morning(talk("a")), DEFAULT_RULES, force=lambda decisions: decisions.must([]))

    assert [reason.members for reason in found.reasons] == [()]
    assert (found.findings, found.complete) == ((), False)
