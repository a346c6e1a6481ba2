"""The example series: their facts are those of the real pages, and their puzzles have programs."""

import re

import pytest

import programkit as pk
from programkit.importing import read
from programkit.model.base import Unknown
from programkit.model.result import Status

SEEDS = {
    "oneworld": ("000_036c49f4f387df02.txt", "001_346c7d755e80e00e.txt"),
    "twente-mds": ("004_f6b4e759639bdda2.txt",),
}


@pytest.fixture
def pages(shared):
    names = [name for files in SEEDS.values() for name in files]
    if not all((shared / "seeds" / name).exists() for name in names):
        pytest.skip("the seeds of the seminars are absent")
    return shared / "seeds"


def told(conference):
    """What the pages say: when, where, who, what."""
    return [
        (
            day.date,
            item.slots[0].start,
            conference.room(item.room).name,
            conference.talk(item.slots[0].talk).title,
            [conference.person(p).name for p in conference.talk(item.slots[0].talk).speakers],
        )
        for day in conference.days
        for item in day.items
    ]


def affiliated(conference):
    return {
        person.name: (
            [conference.affiliation(a).name for a in person.affiliations],
            person.roles,
        )
        for person in conference.people
    }


@pytest.mark.parametrize("name", SEEDS)
def test_facts_are_those_of_the_page(name, root, pages):
    source, *others = (pages / file for file in SEEDS[name])
    read_from_page, _ = read(source, beside=others)

    example = pk.load(root / "examples" / name)

    assert told(example) == told(read_from_page)
    assert affiliated(example) == affiliated(read_from_page)


@pytest.mark.parametrize("name", SEEDS)
def test_abstracts_are_not_those_of_the_page(name, root, pages):
    page = re.findall(r"\w+", (pages / SEEDS[name][0]).read_text(encoding="utf-8").lower())
    runs = {tuple(page[at : at + 6]) for at in range(len(page))}

    for talk in pk.load(root / "examples" / name).talks:
        text = "" if isinstance(talk.abstract, Unknown) else talk.abstract
        words = re.findall(r"\w+", text.lower())
        assert not {tuple(words[at : at + 6]) for at in range(len(words) - 5)} & runs


@pytest.mark.parametrize("name", SEEDS)
def test_example_has_nothing_that_must_not_be(name, root):
    conference = pk.load(root / "examples" / name)

    assert pk.check(conference).hard == ()
    assert {f.code for f in pk.check(conference)} <= {
        "abstract-missing",
        "affiliation-missing",
        "contact-missing",
        "title-tbd",
    }


@pytest.mark.parametrize("name", SEEDS)
def test_term_can_be_planned_without_cost(name, root):
    result = pk.solve(pk.load(root / "examples" / name / "plan.yaml"), effort=10, seed=1)

    assert (result.status, result.cost) == (Status.OPTIMAL, 0)
    assert pk.check(result.program).hard == ()
