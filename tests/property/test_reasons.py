"""Reasons and ways out against what trying all programs shows.

Independent of the solver: for every program of a tiny conference, ``check`` says which requirements
it breaks. Some requirements clash if every program breaks one of them.
"""

from itertools import chain, combinations, islice, product

from hypothesis import given, settings
from hypothesis import strategies as st

from programkit.answers.remedies import priced
from programkit.model.contributions import At
from programkit.model.people import Person
from programkit.rules import DEFAULT_RULES, Order, TalkPlacedOnce
from programkit.solver.conflict import conflicts
from programkit.solver.remedies import WaysOut
from programkit.solver.requirements import Requirements
from tiny import attic_session, between, clock, hall_session, morning, placed, talk

SLOTS = ("s/1", "s/2", "p/1")
ITEMS = (hall_session(slots=hall_session().slots[:2]), attic_session())
HOURS = (between(clock(9), clock(9, 30)), between(clock(9, 30), clock(10)))
EVERY_TALK = (TalkPlacedOnce(level="hard"), *DEFAULT_RULES[1:])
WHOLE = {"pinned": 2, "order": 2}
"""How many of the things that a finding is about tell which requirement it breaks."""

tellings = st.fixed_dictionaries(
    {
        "speakers": st.lists(st.sampled_from(["ada", "bo"]), min_size=2, max_size=4),
        "pins": st.lists(st.sampled_from([None, None, *SLOTS]), min_size=4, max_size=4),
        "hours": st.lists(st.sampled_from([None, *HOURS]), min_size=2, max_size=2),
        "order": st.sampled_from([None, ("t0", "t1"), ("t1", "t0")]),
    }
)


def told(telling):
    people = tuple(
        Person(id=name, name=name.title(), available=(hours,) if hours else ())
        for name, hours in zip(("ada", "bo"), telling["hours"], strict=True)
    )
    talks = (
        talk(f"t{n}", speaker, at=(At(place=pin),) if pin else ())
        for n, (speaker, pin) in enumerate(zip(telling["speakers"], telling["pins"], strict=False))
    )
    rules = (*EVERY_TALK, *([Order(talks=telling["order"])] if telling["order"] else []))
    return morning(*talks, people=people, items=ITEMS), rules


def named(code, about):
    return code, about[: WHOLE.get(code, 1)]


def broken(conference, rules):
    """For each program that is one at all, the requirements that it breaks."""
    names = [talk.id for talk in conference.talks]
    for places in product([None, *SLOTS], repeat=len(names)):
        taken = [place for place in places if place]
        if len(taken) == len(set(taken)):
            where = {n: p for n, p in zip(names, places, strict=True) if p}
            program = placed(conference, **where)
            yield frozenset(named(f.code, f.about) for rule in rules for f in rule.check(program))


def clash(requirements, programs):
    return all(not requirements.isdisjoint(found) for found in programs)


def subsets(requirements, most):
    sizes = range(most + 1)
    return chain.from_iterable(combinations(requirements, size) for size in sizes)


@settings(max_examples=60)
@given(tellings)
def test_reasons_are_irreducible_and_the_smallest_where_they_say_so(telling):
    conference, rules = told(telling)
    programs = set(broken(conference, rules))
    requirements = Requirements(conference, rules)
    everything = {named(guard.rule.code, guard.about) for guard in requirements.guards}
    found = conflicts(requirements)
    sets = [{named(g.rule.code, g.about) for g in reason.guards} for reason in found.reasons]

    assert bool(found) == clash(everything, programs)
    assert found.complete
    for reason, members in zip(found.reasons, sets, strict=True):
        assert clash(members, programs)
        if all(len(member.guards) == 1 for member in reason.members):
            assert reason.irreducible
            assert not any(clash(members - {member}, programs) for member in members)
        if reason.smallest:
            apart = everything.difference(*(other for other in sets if other is not members))
            smaller = subsets(sorted(apart), len(members) - 1)
            assert not any(clash(set(subset), programs) for subset in smaller)


@settings(max_examples=40)
@given(tellings)
def test_first_way_out_is_the_cheapest_there_is(telling):
    conference, rules = told(telling)
    programs = set(broken(conference, rules))
    requirements = Requirements(conference, rules)
    prices = {named(g.rule.code, g.about): priced(g) for g in requirements.guards}
    found = conflicts(requirements)
    if not found:
        return
    ways = list(islice(WaysOut(requirements, found, priced), 3))
    cheapest = min(sum(prices[one] for one in program) for program in programs)

    assert ways[0].price == cheapest
    assert [way.price for way in ways] == sorted(way.price for way in ways)
    for way in ways:
        given_up = {named(guard.rule.code, guard.about) for guard in way.given_up}
        assert any(program <= given_up for program in programs)
        broke = {named(f.code, f.about) for rule in rules for f in rule.check(way.program)}
        assert broke <= given_up
