"""Talks at a time of their own must be on a day that there is."""

from datetime import UTC, date, datetime

import pytest
from tests.seminar import meeting, series
from tests.small import TUESDAY, conference, day

from programkit.checks import FixedTimes
from programkit.model.base import TBD
from programkit.model.contributions import At, State, Talk
from programkit.model.findings import Level

OFF = datetime(2026, 5, 12, 14, tzinfo=UTC)
"""A Tuesday, one day after the first meeting."""


def fixed(*starts, **facts):
    return Talk(id="k", title="Kites", at=tuple(At(start=start) for start in starts), **facts)


def found(facts):
    return list(FixedTimes().check(facts))


def test_talk_between_the_meetings_of_a_series_is_nowhere():
    (finding,) = found(series(talks=(fixed(OFF, OFF.replace(hour=15)),)))

    assert (finding.level, finding.code, finding.about) == (Level.HARD, "talk-off-days", ("k",))
    assert finding.message == (
        'talk "k" (Kites) is on Tuesday, 12 May 2026, which is none of the days of the series'
    )
    assert "exceptions: [{date: 2026-05-12, extra: true}]" in finding.remedy


@pytest.mark.parametrize(
    "facts",
    [
        series(talks=(fixed(OFF.replace(day=11)),)),
        series(talks=(fixed(OFF.replace(day=12, hour=22, minute=30)),), timezone="Asia/Tokyo"),
        series(talks=(fixed(OFF, state=State.CANCELLED),)),
        series(meeting(date(2026, 5, 12)), talks=(fixed(OFF),)),
        series(talks=(Talk(id="k", at=(At(place="2026-05-11/1"),)),)),
        conference(day(), day(date=TBD), talks=(fixed(OFF),)),
    ],
    ids=["on a meeting", "next day there", "cancelled", "day listed", "in a slot", "date unknown"],
)
def test_what_is_somewhere_or_may_be_is_accepted(facts):
    if facts.timezone == "Asia/Tokyo":
        facts = facts.replace(recurrence=facts.recurrence.replace(first=date(2026, 5, 13)))

    assert found(facts) == []


def test_talk_on_no_day_of_a_conference_is_told_to_add_one():
    (finding,) = found(conference(day(date=TUESDAY), talks=(fixed(OFF),)))

    assert "none of the days of the program" in finding.message
    assert finding.remedy.endswith("add the day under days: {date: 2026-05-12}")
