from datetime import UTC, datetime

import pytest
from tests.rovinj import rovinj
from tests.workshop import ROOMS, workshop

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.interval import Interval
from programkit.model.people import Person
from programkit.outline.nodes import When
from programkit.outline.resolve import Resolver


def test_implicit_room_is_none():
    assert Resolver(rovinj()).room("") is None


def test_only_room_goes_without_saying():
    facts = rovinj().replace(rooms=ROOMS[:1])

    assert Resolver(facts).room("") == ROOMS[0]


@pytest.mark.parametrize("room", ["", TBD])
def test_room_among_several_is_unknown(room):
    assert Resolver(workshop()).room(room) is TBD


def test_person_has_affiliations_as_printed():
    ana = Resolver(workshop()).person("ana")

    assert (ana.name, ana.affiliations) == (
        "Ana Ribeiro da Costa",
        ("Institute of Tides, Port Example", "Moon College"),
    )


def test_people_may_be_unknown():
    assert Resolver(workshop()).people(TBD) is TBD


def test_coauthor_who_speaks_is_listed_once():
    talk = workshop().talk("opening").replace(speakers=("ana", "bo"))

    assert [person.id for person in Resolver(workshop()).coauthors(talk)] == ["eli"]


def test_hostile_names_lose_line_ends_and_controls():
    facts = workshop()
    people = tuple(person.replace(name="A\x00na\r\nB\u202eo") for person in facts.people)

    assert Resolver(facts.replace(people=people)).person("ana").name == "Ana Bo"


def test_when_is_in_the_zone():
    interval = Interval(
        start=datetime(2025, 7, 1, 9, 0, tzinfo=UTC), end=datetime(2025, 7, 1, 10, 0, tzinfo=UTC)
    )
    when = Resolver(workshop()).when(interval)

    assert (when.start.isoformat(), when.end.isoformat(), when.dated) == (
        "2025-07-01T10:00:00+01:00",
        "2025-07-01T11:00:00+01:00",
        True,
    )


def test_when_of_nothing_is_unknown():
    assert Resolver(workshop()).when(None) == When(start=None, end=None)


def test_few_lines_about_a_person_are_read_as_text():
    ana = Person(id="ana", name="Ana Ribeiro", bio="Likes *boats*.")
    (paragraph,) = Resolver(Conference(title="Small", people=(ana,))).person("ana").bio

    assert [(run.text, run.italic) for run in paragraph.runs] == [
        ("Likes ", False),
        ("boats", True),
        (".", False),
    ]
