"""Tests of hosts who speak, and of names of series in the place of titles."""

import pytest

from programkit.checks.hosting import Hosting
from programkit.model.contributions import Track
from small import conference, people, talks

PEOPLE = people("Timothy Duff", "Dan Edidin")


def found(*contributions, **facts):
    made = conference(talks=contributions, people=PEOPLE, **facts)
    return [(f.level, f.code, f.message) for f in Hosting().check(made)]


def test_host_who_speaks_is_a_note():
    assert found(*talks("k", hosts=("duff", "edidin"), speakers=("duff",))) == [
        ("note", "host-speaks", 'Timothy Duff hosts and gives talk "k" (K)')
    ]


def test_host_of_another_speaker_is_fine():
    assert found(*talks("k", hosts=("edidin",), speakers=("duff",))) == []


@pytest.mark.parametrize(
    "title",
    ["Geometry & Topology Seminar", "geometry & topology seminar", "Small", "Seminar",
     "Algebra Seminar", "Colloquium"],
)  # fmt: skip
def test_name_of_a_series_as_title_is_a_finding(title):
    track = Track(id="gt", name="Geometry & Topology Seminar")

    assert [code for _, code, _ in found(*talks("k", title=title), tracks=(track,))] == [
        "series-as-title"
    ]


@pytest.mark.parametrize("facts", [{"title": "What a seminar is"}, {"title": "TBD"}])
def test_titles_of_talks_are_fine(facts):
    assert found(*talks("k", **facts)) == []


@pytest.mark.parametrize("facts", [{"kind": "panel"}, {"state": "cancelled"}])
def test_other_things_may_be_called_so(facts):
    assert found(*talks("k", title="Seminar", **facts)) == []
