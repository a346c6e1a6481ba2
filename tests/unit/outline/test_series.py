"""What outlines say of a series."""

from datetime import UTC, date, datetime

import pytest
from tests.colloquium import at, colloquium, colloquium_program
from tests.rovinj import rovinj_program
from tests.seminar import series

from programkit.model.base import TBD
from programkit.model.conference import Conference
from programkit.model.days import Break, Day
from programkit.model.program import Program
from programkit.outline.build import build_outline, public_outline
from programkit.outline.nodes import OutlineException, OutlineStay


@pytest.fixture(scope="module")
def outline():
    return public_outline(colloquium_program(), at("2026-09-15T12:00"))


def days_on(*dates, items=1):
    pauses = tuple(Break(title="Walk", start="9:00", minutes=60) for _ in range(items))
    facts = Conference(title="C", days=tuple(Day(date=on, items=pauses) for on in dates))
    return build_outline(Program.of(facts).public())


@pytest.mark.parametrize(
    ("days", "items", "expected"),
    [
        ((1, 7), 1, True),
        ((1, 6), 1, False),
        ((1, 8, 14, 19), 1, True),
        ((1, 8, 14, 18), 1, False),
        ((1, 8), 2, False),
        ((1,), 1, False),
        ((), 1, False),
    ],
)
def test_days_far_apart_are_of_a_series(days, items, expected):
    told = days_on(*(date(2026, 5, day) for day in days), items=items)

    assert (told.series is not None) is expected


def test_days_without_a_date_do_not_count():
    assert days_on(date(2026, 5, 1), TBD).series is None
    assert build_outline(rovinj_program().public()).series is None


def test_series_without_a_rule_has_dates_alone():
    told = days_on(date(2026, 5, 1), date(2026, 6, 1)).series

    assert (told.recurrence, told.exceptions, told.audience, told.now) == (None, (), (), None)
    assert [(term.name, term.days) for term in told.terms] == [
        ("2026", ("2026-05-01", "2026-06-01"))
    ]


def test_series_with_a_rule_is_one_with_any_days():
    assert build_outline(Program.of(series()).public()).series is not None


def test_what_is_not_as_the_rule_has_it_is_told(outline):
    assert outline.series.exceptions == (
        OutlineException("2026-10-07", date(2026, 10, 5), other_time=False, reason="Strike"),
        OutlineException("2026-11-16", None, other_time=True, reason=""),
    )


def test_offices_have_all_who_ever_had_them(outline):
    assert [
        (office.role, [(one.person.name, one.person.affiliations) for one in office.members])
        for office in outline.series.offices
    ] == [
        ("board", [("Bo Lindqvist", ("KTH",)), ("Eve Tanaka", ()), ("Fay Rossi", ())]),
        ("organizer", [("Gus Dekker", ())]),
        ("scribe", [("Hal Horvat", ())]),
    ]


def test_people_have_the_affiliations_of_the_day(outline):
    talks = {talk.id: talk for talk in outline.talks}
    stays = (
        OutlineStay("KTH", None, date(2026, 8, 31)),
        OutlineStay("ETH Zurich", date(2026, 9, 1), None),
    )

    assert talks["waves"].speakers[0].affiliations == ("KTH",)
    assert talks["school-2"].speakers[0].affiliations == ("ETH Zurich",)
    assert talks["waves"].speakers[0].stays == stays
    assert [host.name for host in talks["sand"].hosts] == ["Gus Dekker"]
    assert talks["someday"].speakers[0].name == "Gus Dekker"


@pytest.mark.parametrize(
    ("now", "revised", "expected"),
    [
        (None, None, None),
        (None, date(2026, 5, 1), at("2026-05-01T00:00")),
        (datetime.fromisoformat("2026-05-02T12:00"), date(2026, 5, 1), at("2026-05-02T12:00")),
        (datetime(2026, 5, 2, 12, tzinfo=UTC), None, at("2026-05-02T14:00")),
    ],
)
def test_moment_is_that_of_the_build_or_of_the_facts(now, revised, expected):
    told = build_outline(colloquium_program(revised=revised).public(), now=now)

    assert told.series.now == expected


def test_extra_meetings_and_days_the_rule_gives_are_no_exceptions():
    rule = {"exceptions": ({"date": date(2026, 5, 18), "extra": True, "start": "16:00"},)}
    told = build_outline(Program.of(series(rule=rule)).public())
    ruled = build_outline(Program.of(colloquium(days=(), talks=())).public())

    assert told.series.exceptions == ()
    assert [one.day for one in ruled.series.exceptions] == ["2026-10-07"]


def test_each_moment_has_its_own_past_though_the_outline_is_made_once():
    program = colloquium_program()
    moments = (None, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))

    for now in (*moments, *moments):
        made = build_outline(program.public(now), folder=program.conference.folder, now=now)
        assert public_outline(program, now) == made
