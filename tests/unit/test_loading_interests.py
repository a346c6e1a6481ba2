"""Attendees' interests come as a list or as a table, and what is wrong with them has its line."""

import pytest

from programkit.errors import LoadError
from programkit.loading import load, save
from programkit.model.interests import Interest

FACTS = "title: Symposium\ntalks:\n  - {id: a, title: A}\n  - {id: b, title: B}\n"


def project(folder, stars, table):
    (folder / "conference.yaml").write_text(f"{FACTS}interests: {stars}\n", encoding="utf-8")
    (folder / "stars.csv").write_text(table, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("stars", "table"),
    [
        ("stars.csv", "attendee,talks\n1,a;b\n2,a\n"),
        ("stars.csv", "Attendee;Talk\n1;a\n1;b\n2;a\n"),
        ("[{attendee: 1, talks: [a, b]}, {attendee: 2, talk: a}]", ""),
    ],
    ids=["a row for each attendee", "a row for each star", "a list"],
)
def test_interests_are_read(tmp_path, stars, table):
    stars = load(project(tmp_path, stars, table)).stars

    assert (stars.of_talk, stars.beside["a"]) == ({"a": 2, "b": 1}, {"b": 1})


def test_what_is_wrong_has_its_line(tmp_path):
    table = "attendee,talks\n1,a\n,b\n2,bb\n3,a;c\n"

    with pytest.raises(LoadError) as caught:
        load(project(tmp_path, "stars.csv", table))

    assert [(fault.line, fault.message) for fault in caught.value.faults] == [
        (3, '"attendee" is missing'),
        (4, 'an attendee names talk "bb", which does not exist'),
        (5, 'an attendee names talk "c", which does not exist'),
    ]
    assert {fault.file for fault in caught.value.faults} == {str(tmp_path / "stars.csv")}


def test_interests_are_saved(tmp_path):
    facts = load(project(tmp_path, "[{attendee: x y, talks: [b]}]", ""))
    save(facts, tmp_path / "saved")

    assert load(tmp_path / "saved").interests == (Interest(attendee="x y", talks=("b",)),)
