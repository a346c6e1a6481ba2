"""Tests of names spelled in two ways."""

import pytest

from programkit.checks.names import Names
from programkit.model.people import Person
from small import conference, people, talks

IVAN = people("Ivan Dokmanić")


def found(*names, abstract="", **facts):
    who = tuple(Person(id=f"p{n}", name=name) for n, name in enumerate(names))
    facts = conference(people=who, talks=talks("k", abstract=abstract), **facts)
    return [(f.code, f.about) for f in Names().check(facts)]


@pytest.mark.parametrize(
    "names",
    [
        ("Ivan Dokmanić", "Ivan Dokmanic"),
        ("Yue M. Lu", "Y. Lu"),
        ("Eric Vanden-Eijnden", "Eric Vanden Eijnden"),
    ],
)
def test_entries_of_like_names_are_reported(names):
    assert found(*names) == [("name-variant", ("p0", "p1"))]


@pytest.mark.parametrize(
    "names", [("Qin Li", "Anna Li"), ("Paul Johnson", "Paul Mahoney"), ("", "!")]
)
def test_entries_of_different_names_are_accepted(names):
    assert [code for code, _ in found(*names)] == []


def test_entries_of_one_name_are_reported():
    assert found("Qin Li", "Maria Brbić", "Qin Li") == [("person-twice", ("p0", "p2"))]


@pytest.mark.parametrize(
    "abstract",
    [
        "Joint work with Ivan Dokmanic.",
        "**Ivan\nDokmanic**, and others",
        "Two others (Ivan Dokmanic).",
        "ivan dokmanić",
    ],
)
def test_other_spelling_in_abstract_is_reported(abstract):
    assert found("Ivan Dokmanić", abstract=abstract) == [("name-variant", ("p0", "k"))]


@pytest.mark.parametrize(
    "abstract",
    [
        "Joint work with Ivan Dokmanić, and others.",
        "**Ivan** Dokmanić",
        "Ivan the Terrible",
        "… and Ivan",
        "Ivan Dokmanichev",
        "TBD",
        "",
        "— — —",
    ],
)
def test_right_spelling_or_other_name_in_abstract_is_accepted(abstract):
    assert found("Ivan Dokmanić", abstract=abstract) == []


def test_name_with_hyphen_is_one_word_in_a_text():
    assert found("Eric Vanden-Eijnden", abstract="By Eric Vanden-Eijnden.") == []
    assert found("Eric Vanden-Eijnden", abstract="By Eric Vanden Eijnden.") == [
        ("name-variant", ("p0", "k"))
    ]


def test_name_of_one_word_proves_nothing():
    assert found("Plató", abstract="As Plato had it.") == []


def test_spelling_is_reported_once_for_each_text():
    assert found("Ivan Dokmanić", abstract="Ivan Dokmanic and Ivan Dokmanic") == [
        ("name-variant", ("p0", "k"))
    ]


def test_finding_shows_both_spellings():
    facts = conference(people=IVAN, talks=talks("k", abstract="With Ivan Dokmanic."))
    (finding,) = Names().check(facts)

    assert (finding.message, finding.remedy) == (
        'talk "k" (K): the abstract spells "Ivan Dokmanic", the people "Ivan Dokmanić"',
        "write the name as the person does",
    )
