"""Tests of what is still to be announced of talks that are soon."""

from datetime import UTC, date, datetime

import pytest

from programkit.checking import check
from programkit.checks.soon import Soon
from programkit.model.base import TBD
from programkit.model.contributions import Talk
from programkit.model.placement import Placement
from programkit.model.program import Program
from seminar import meeting, series
from small import one_day, session, slot, talks

MAY = date(2026, 5, 11)


def found(facts, on=MAY, **more):
    return [f.message for f in Soon(on=on, **more).check(facts)]


def filled(*contributions, count=1, **facts):
    return series(meeting(MAY, "k"), talks=contributions, rule={"count": count}, **facts)


def test_unknown_title_of_a_talk_that_is_soon_is_a_finding():
    assert found(filled(*talks("k", title=TBD))) == [
        'talk "k" is soon on Monday, 11 May at 16:00, and its title is still to be announced'
    ]


def test_all_that_is_missing_is_named_at_once():
    (message,) = found(filled(Talk(id="k")))

    assert message.endswith("and its title and speaker and abstract are still to be announced")


@pytest.mark.parametrize(
    ("on", "soon"),
    [
        (date(2026, 4, 26), False),
        (date(2026, 4, 27), True),
        (MAY, True),
        (date(2026, 5, 12), False),
    ],
)
def test_two_weeks_are_soon(on, soon):
    assert bool(found(filled(Talk(id="k")), on)) is soon


def test_how_many_days_are_soon_can_be_told():
    assert found(filled(Talk(id="k")), date(2026, 5, 9), days=1) == []


def test_open_date_that_is_soon_is_a_finding():
    assert found(series(rule={"count": 1})) == [
        "nobody speaks on Monday, 11 May at 16:00, which is soon"
    ]


def test_talk_of_which_nothing_is_missing_or_that_is_cancelled_is_fine():
    assert found(filled(*talks("k"))) == []
    assert found(filled(Talk(id="k", state="cancelled"))) == []


def test_talk_without_a_time_is_not_soon():
    assert found(series(rule={"count": 1}, talks=(Talk(id="k"),)), date(2027, 1, 1)) == []


@pytest.mark.parametrize("revised", [MAY, datetime(2026, 5, 11, 8, 0, tzinfo=UTC)])
def test_days_count_from_when_the_facts_were_revised(revised):
    assert len(found(filled(Talk(id="k"), revised=revised), None)) == 1


def test_nobody_knows_what_is_soon_without_a_date():
    assert found(filled(Talk(id="k")), None) == []


def test_talk_of_a_session_of_its_own_time_needs_no_session():
    talk = Talk(id="k", at=({"start": "2026-05-12T10:00Z"},))

    assert found(series(rule={"count": 1}, talks=(talk,)), date(2026, 5, 12)) == [
        'talk "k" is soon, and its title and speaker and abstract are still to be announced'
    ]


def test_check_is_told_the_day_and_sees_what_is_decided():
    facts = series(rule={"count": 1}, talks=talks("k", title=TBD))
    decided = Program(
        conference=facts, placements=(Placement(talk="k", slots=("2026-05-11/1/1",)),)
    )

    codes = [f.message for f in check(decided, now=MAY).findings if f.code == "tba-near"]
    assert codes == [
        'talk "k" is soon on Monday, 11 May at 16:00, and its title is still to be announced'
    ]
    assert [f for f in check(decided).findings if f.code == "tba-near"] == []


def test_conference_that_is_no_series_is_due_as_a_whole():
    facts = one_day(session(slot("8:30", "k"), slot("9:00")), talks=talks("k", title=TBD))

    assert found(facts, date(2024, 9, 29)) == []
