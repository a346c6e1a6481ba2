from itertools import islice

from programkit.model.contributions import At
from programkit.model.people import Person
from programkit.rules import DEFAULT_RULES, TalkPlacedOnce
from programkit.solver import requirements as module
from programkit.solver.conflict import conflicts
from programkit.solver.remedies import WaysOut
from programkit.solver.requirements import Requirements
from tiny import attic_session, between, clock, morning, talk

EVERY_TALK = (TalkPlacedOnce(level="hard"), *DEFAULT_RULES[1:])
PRICES = {"pinned": 1, "speaker-available": 3}


def price(guard):
    return PRICES.get(guard.rule.code, 10)


def ways(*talks, rules=DEFAULT_RULES, most=9, **facts):
    requirements = Requirements(morning(*talks, **facts), rules)
    found = WaysOut(requirements, conflicts(requirements), price)
    said = [
        (way.price, sorted((g.rule.code, g.about[0]) for g in way.given_up))
        for way in islice(found, most)
    ]
    return said, len(found.reasons)


def fixed(name, place, *speakers):
    return talk(name, *speakers, at=(At(place=place),))


def test_either_requirement_may_be_given_up_the_cheaper_one_first():
    people = (Person(id="ada", name="Ada", available=(between(clock(10), None),)),)

    assert ways(fixed("a", "s/1", "ada"), people=people) == (
        [(1, [("pinned", "a")]), (3, [("speaker-available", "ada")])],
        1,
    )


def test_two_reasons_take_two_steps():
    found, reasons = ways(*(fixed(name, "s/1") for name in "ab"), *(fixed(n, "s/2") for n in "cd"))

    assert reasons == 2
    assert sorted(found) == [
        (2, [("pinned", one), ("pinned", other)]) for one in "ab" for other in "cd"
    ]


def test_reason_that_shows_only_when_another_is_removed_is_found():
    found, reasons = ways(*(fixed(name, "s/1") for name in "abc"))

    assert reasons > 1
    assert sorted(found) == [
        (2, [("pinned", one), ("pinned", other)]) for one, other in ("ab", "ac", "bc")
    ]


def test_of_too_many_talks_as_few_as_possible_are_given_up():
    found, _ = ways(*(talk(f"t{n}") for n in range(9)), rules=EVERY_TALK)

    assert [(cost, len(given_up)) for cost, given_up in found] == [(50, 5)]


def test_where_there_are_too_many_reasons_one_way_is_found_at_once():
    found, reasons = ways(*(fixed(name, "s/1") for name in "abcdefghijkl"))

    assert [(cost, len(given_up)) for cost, given_up in found] == [(11, 11)]
    assert reasons > 12


def test_way_that_is_not_found_out_is_passed_over(monkeypatch):
    requirements = Requirements(morning(*(fixed(name, "s/1") for name in "ab")), DEFAULT_RULES)
    found = WaysOut(requirements, conflicts(requirements), price)
    monkeypatch.setattr(module, "_EFFORT", 1e-12)
    monkeypatch.setattr(module, "_PER_VARIABLE", 0)

    assert list(found) == []


def test_program_of_a_way_obeys_all_else():
    requirements = Requirements(morning(talk("a"), talk("b"), items=(attic_session(),)), EVERY_TALK)
    (way, _) = WaysOut(requirements, conflicts(requirements), price)

    assert [p.talk for p in way.program.placements] == [
        name for name in "ab" if (name,) not in [guard.about for guard in way.given_up]
    ]
