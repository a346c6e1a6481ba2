from datetime import date

import pytest
from pydantic import ValidationError

from programkit.model.base import TBD
from programkit.model.days import Day, Session, Slot
from programkit.model.people import Affiliation, Person
from programkit.rules import Spread
from tiny import found, morning, placed, talk

WEEKS = (date(2030, 5, 1), date(2030, 5, 8), date(2030, 5, 15))
MOON = Affiliation(id="moon", name="Moon College")
PEOPLE = (
    Person(id="ada", name="Ada", affiliations=("moon",)),
    Person(id="bo", name="Bo", affiliations=("moon",)),
    Person(id="cy", name="Cy"),
)
TALKS = (
    talk("a", "ada", tags=("maps",), hosts=("cy",)),
    talk("b", "bo", tags=("maps", "junior"), hosts=("cy", "ada")),
    talk("c", "cy", tags=("junior",)),
)


def weekly(*talks, dates=WEEKS):
    """A meeting of one talk on each of some dates."""
    days = [
        Day(
            id=f"d{n}",
            date=day,
            items=(Session(id=f"w{n}", start="9:00", slots=(Slot(minutes=60),)),),
        )
        for n, day in enumerate(dates, 1)
    ]
    return morning(*talks, days=tuple(days), people=PEOPLE, affiliations=(MOON,), rooms=())


def given(rule, talks=TALKS, dates=WEEKS, **places):
    return found(rule, placed(weekly(*talks, dates=dates), **places))


NEXT_WEEK = {"a": "w1/1", "b": "w2/1"}


@pytest.mark.parametrize(("days", "expected"), [(7, []), (8, [("soft", 3, ("a", "b"))])])
def test_talks_of_one_tag_are_so_many_days_apart(days, expected):
    assert given(Spread(by="tag", days=days, weight=3), **NEXT_WEEK) == expected


def test_it_does_not_matter_which_comes_first():
    assert given(Spread(by="tag", days=8), a="w2/1", b="w1/1") == [("soft", 1, ("a", "b"))]


def test_talks_farther_apart_are_fine():
    assert given(Spread(by="tag", days=14), a="w1/1", b="w3/1") == []


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("affiliation", [("a", "b")]),
        ("host", [("a", "b")]),
        ("kind", [("a", "b"), ("a", "c"), ("b", "c")]),
        (("tag", "affiliation"), [("a", "b")]),
        ("track", []),
    ],
)
def test_talks_are_alike_in_other_ways(by, expected):
    rule = Spread(by=by, days=30)

    assert [about for _, _, about in given(rule, a="w1/1", b="w2/1", c="w3/1")] == expected


def test_every_trait_has_to_be_shared():
    assert given(Spread(by=("tag", "affiliation"), days=8), b="w1/1", c="w2/1") == []


def test_only_some_tags_may_count():
    assert given(Spread(by="tag", tags=("junior",), days=8), **NEXT_WEEK) == []


def test_only_some_talks_may_be_meant():
    assert given(Spread(by="tag", days=8, talks=("a", "c")), **NEXT_WEEK) == []


def test_two_tags_that_they_share_are_one_violation():
    twin = talk("d", tags=("maps", "junior"))

    assert given(Spread(by="tag", days=8), (TALKS[1], twin), b="w1/1", d="w2/1") == [
        ("soft", 1, ("b", "d"))
    ]


def test_nearest_parts_of_talks_count_once():
    long = talk("d", tags=("maps",), parts=2)
    facts = weekly(TALKS[0], long)
    program = placed(facts, a="w2/1")
    both = [place.replace(talk="d", slots=(slot,)) for place, slot in
            zip(program.placements * 2, ("w1/1", "w3/1"), strict=True)]  # fmt: skip

    assert found(
        Spread(by="tag", days=8), program.replace(placements=(*program.placements, *both))
    ) == [("soft", 1, ("a", "d"))]


def test_unknown_date_and_no_place_violate_nothing():
    assert given(Spread(by="tag", days=8), dates=(*WEEKS[:1], TBD), **NEXT_WEEK) == []
    assert given(Spread(by="tag", days=8), a="w1/1") == []


def test_talks_of_one_day_are_no_day_apart():
    assert given(Spread(by="tag", days=1), a="w1/1", b="w1/1") == [("soft", 1, ("a", "b"))]


def test_cancelled_talk_does_not_matter():
    gone = talk("a", "ada", tags=("maps",), state="cancelled")

    assert given(Spread(by="tag", days=8), (gone, TALKS[1]), **NEXT_WEEK) == []


def test_message_says_what_they_share():
    facts = weekly(*TALKS)
    (finding,) = Spread(by=("affiliation", "host"), days=14).check(placed(facts, **NEXT_WEEK))

    assert finding.message == (
        'talk "a" (A) Wed 1 May 09:00 and talk "b" (B) Wed 8 May 09:00, both of '
        "the affiliation Moon College and the host Cy, are 7 days apart, not 14 days"
    )
    assert Spread(by="affiliation", days=1).requirement(facts, ("a", "b")) == (
        'talk "a" (A) and talk "b" (B), both of the affiliation Moon College, '
        "are at least 1 day apart"
    )


def test_it_names_what_it_speaks_of():
    rule = Spread(by="tag", days=1, tags=("maps",), talks=("a",))

    assert [(one.field, one.id) for one in rule.references()] == [
        ("for", "a"),
        ("tags", "tag:maps"),
    ]


@pytest.mark.parametrize("facts", [{"by": "tag"}, {"days": 7}, {"by": "mood", "days": 7},
                                   {"by": (), "days": 7}, {"by": "tag", "days": 0}])  # fmt: skip
def test_rule_has_to_say_by_what_and_how_far(facts):
    with pytest.raises(ValidationError):
        Spread(**facts)
