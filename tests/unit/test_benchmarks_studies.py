"""What studies make of what they measure, and that both sides of a comparison get the same."""

from math import inf, log10

import pytest

from curves import drawn
from programkit.model.placement import Placement
from programkit.model.program import Program
from programkit.rules import StayPut
from programkit.rules.binding import bind
from record import middle
from studies import cosplib, generated, large, lastminute, peers

CURVE = [(2.0, 50), (7.5, 30), (20.0, 10)]


@pytest.mark.parametrize(("moment", "cost"), [(1, None), (2, 50), (10, 30), (60, 10)])
def test_cost_at_a_moment_is_that_of_the_best_known_by_then(moment, cost):
    assert cosplib.known_at(moment, CURVE) == cost


@pytest.mark.parametrize(
    ("values", "median"),
    [([3, 1, 2], 2), ([4, None, 1], 4), ([None, None, 1], None), ([], None), ([1, 2], 1.5)],
)
def test_median_counts_what_is_missing_as_worst(values, median):
    assert middle(values) == median


def test_score_is_the_mean_of_the_logarithms():
    found = {"a": {"median": 90, "reference": 0}, "b": {"median": 0, "reference": 90}, "c": {}}

    assert cosplib.score(found) == 0
    assert cosplib.score({"a": {"median": 10, "reference": 0}}) == round(log10(2), 4)
    assert cosplib.score({"a": {"median": None, "reference": 0}}) is None


def test_short_run_is_compared_with_the_best_known():
    assert generated.above({"cost": 102}, {"cost": 100}) == 0.02
    assert generated.above({"cost": 100}, {"cost": 102}) == 0
    assert generated.above({"cost": 5}, {"cost": 0}) == 5
    assert generated.above({"cost": 100}, None) is None


def test_first_fit_is_beaten_by_a_share_of_its_cost():
    assert large.better({"cost": 80}, {"cost": 100}) == 0.2
    assert large.better({"cost": None}, {"cost": 100}) is None


def test_moves_are_proved_fewest_if_fewer_must_cost_less():
    dearest = StayPut().day * StayPut().weight

    assert lastminute.proved(1, 1)
    assert lastminute.proved(2, dearest + 1)
    assert not lastminute.proved(2, dearest)
    assert not lastminute.proved(1, None)


def test_picture_has_a_line_for_each_curve_and_only_finite_numbers():
    picture = drawn({"one": CURVE, "none": []}, 60)

    assert picture.count("stroke-width") == 1
    assert "one 10" in picture
    assert str(inf) not in picture


@pytest.mark.parametrize("instance", [peers.example(), peers.grown(25, 0)])
def test_both_sides_may_put_an_event_into_the_same_slots(instance):
    conference = peers.conference_of(instance, "capacity")
    rules = [r for r in bind(conference, ()) if r.code in {"rooms", "times"}]
    slots = [conference.timetable.slots[f"slot-{n}"] for n in range(len(instance["slots"]))]

    for number, told in enumerate(instance["events"]):
        talk = f"e-{number}"
        own = [rule for rule in rules if talk in rule.talks]
        allowed = [n for n in range(len(slots)) if not broken(own, conference, talk, slots[n])]
        expected = [n for n in range(len(slots)) if n not in told["not_in"]]
        assert (talk, allowed) == (talk, expected if own else list(range(len(slots))))


def broken(rules, conference, talk, slot):
    """Whether rules object to a talk in a slot."""
    placement = Placement(talk=talk, slots=(slot.id,))
    program = Program(conference=conference, placements=(placement,))
    return any(finding for rule in rules for finding in rule.check(program))


@pytest.mark.parametrize(("objective", "best"), [("capacity", -2370), ("worst", 300)])
def test_example_of_the_peer_is_solved_as_well_as_it_can_be(objective, best):
    instance = peers.example()

    places = peers.solved(instance, objective, 60, 0)["places"]

    assert list(peers.faults(instance, places)) == []
    assert peers.value(instance, objective, places) == best


def test_faults_of_places_are_seen():
    instance = peers.example()
    wrong = [(event, 0) for event in range(16)]

    assert list(peers.faults(instance, wrong))[:2] == [
        "a slot has two events",
        "Workshop 1 is in a slot in which it cannot be",
    ]
