"""Tests of what is not known yet about talks and speakers."""

import pytest

from programkit.checks.unknowns import Unknowns
from programkit.model.contributions import Poster, State, Talk
from programkit.model.findings import Finding, Level, Source
from programkit.model.people import Affiliation
from small import conference, people, talks


def found(**facts):
    return [(f.code, f.about) for f in Unknowns().check(conference(**facts))]


def test_finished_talk_is_not_reported():
    assert found(talks=talks("a")) == []


@pytest.mark.parametrize("kind", ["talks", "posters"])
def test_each_unknown_is_reported(kind):
    thing = {"talks": Talk, "posters": Poster}[kind](id="a")

    assert found(**{kind: (thing,)}) == [
        ("title-tbd", ("a",)),
        ("speaker-missing", ("a",)),
        ("abstract-missing", ("a",)),
    ]


@pytest.mark.parametrize("state", [State.CANCELLED, State.WITHDRAWN])
def test_unknowns_of_talk_that_does_not_take_place_are_accepted(state):
    assert found(talks=(Talk(id="a", state=state),)) == []


def test_speaker_without_affiliation_is_reported_once():
    assert found(people=people("Lu", "Li"), talks=talks("a", "b", speakers=("lu",))) == [
        ("affiliation-missing", ("lu",))
    ]


def test_speaker_with_affiliation_is_accepted():
    nyu = (Affiliation(id="nyu", name="NYU"),)
    who = people("Lu", affiliations=("nyu",))

    assert found(people=who, affiliations=nyu, talks=talks("a", speakers=("lu",))) == []


def test_finding_says_where_and_what_to_do():
    here = Source(file="talks.csv", line=3)
    facts = conference(talks=talks("a", abstract="TBD"), sources={"talks.a": here})

    assert list(Unknowns().check(facts)) == [
        Finding(
            code="abstract-missing",
            level=Level.SOFT,
            message='talk "a" (A) has no abstract yet',
            remedy='ask the speaker for it; write "" if there will be none',
            about=("a",),
            source=here,
        )
    ]
