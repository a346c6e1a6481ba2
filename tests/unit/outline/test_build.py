from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from tests.rovinj import rovinj_program
from tests.workshop import workshop_program

from programkit.model.base import TBD
from programkit.model.venue import Organization
from programkit.outline.build import build_outline, public_outline


@pytest.fixture(scope="module")
def symposium():
    return build_outline(rovinj_program().public())


def test_counts_of_symposium(symposium):
    with_abstract = [talk for talk in symposium.talks if talk.abstract not in (TBD, ())]
    unknown = [talk.id for talk in symposium.talks if talk.title is TBD]

    assert len(symposium.days) == 5
    assert len(symposium.talks) == 25
    assert len(with_abstract) == 21
    assert unknown == ["brbic", "da-silveira", "flammarion"]


def test_facts_are_copied(symposium):
    assert (symposium.first, symposium.last) == (date(2024, 9, 29), date(2024, 10, 3))
    assert symposium.place == "Rovinj, Croatia"
    assert symposium.timezone == "Europe/Zagreb"
    assert [host.name for host in symposium.hosts] == [
        "University\nof Basel",
        "European Research Council\nEstablished by the European Commission",
    ]


def test_dates_are_unknown_where_no_day_has_one():
    days = (day.replace(date=TBD, id=None) for day in workshop_program().conference.days)
    talks = tuple(t.replace(at=()) for t in workshop_program().conference.talks)
    outline = build_outline(workshop_program(days=tuple(days), talks=talks).public())

    assert (outline.first, outline.last) == (None, None)


def test_title_with_markup_has_a_plain_one():
    outline = build_outline(workshop_program().public())

    assert outline.title == "Workshop on *Tidal* Graphs"
    assert outline.plain_title == "Workshop on Tidal Graphs"


def test_venue_is_told():
    program = workshop_program(venue="By the *harbor*.", venue_map="map.png")
    outline = build_outline(program.public())

    assert [run.text for run in outline.venue[0].runs] == ["By the ", "harbor", "."]
    assert outline.venue_map == "map.png"


def test_folder_is_as_given():
    program = rovinj_program()

    assert build_outline(program.public()).folder == ""
    assert build_outline(program.public(), folder="here").folder == "here"


@pytest.mark.parametrize(
    ("revised", "expected"),
    [
        (None, None),
        (date(2025, 7, 1), datetime(2025, 6, 30, 23, 0, tzinfo=UTC)),
        (datetime(2025, 7, 1, 12, 0), datetime(2025, 7, 1, 11, 0, tzinfo=UTC)),  # noqa: DTZ001 - naive on purpose
        (
            datetime(2025, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=5))),
            datetime(2025, 7, 1, 7, 0, tzinfo=UTC),
        ),
    ],
)
def test_revised_is_in_the_zone_of_the_conference(revised, expected):
    assert build_outline(workshop_program(revised=revised).public()).revised == expected


def test_same_program_makes_equal_outlines():
    assert build_outline(workshop_program().public()) == build_outline(workshop_program().public())


def test_hosts_keep_their_addresses():
    hosts = (Organization(name="One", url="https://one.example.org"),)

    assert build_outline(workshop_program(hosts=hosts).public()).hosts == hosts


def test_outline_is_made_once_for_all_outputs():
    program = rovinj_program()

    assert public_outline(program) is public_outline(program)
    assert public_outline(program) == build_outline(
        program.public(), folder=program.conference.folder
    )
