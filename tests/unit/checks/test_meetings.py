"""Tests of dates against the rule of a series."""

from datetime import UTC, date, datetime

import pytest

from programkit.checks.meetings import Meetings
from programkit.model.contributions import At
from programkit.model.days import Day
from seminar import MAY, meeting, series
from small import conference, day, talks

THURSDAY, WHIT_MONDAY = date(2026, 5, 28), date(2026, 5, 25)


def found(facts, *codes):
    """Level, code and message; holidays apart, unless they are asked for."""
    hidden = {"meeting-on-holiday"} - set(codes)
    return [
        (finding.level, finding.code, finding.message)
        for finding in Meetings().check(facts)
        if finding.code not in hidden
    ]


def test_conference_without_a_rule_has_no_dates_off_it():
    assert found(conference(day())) == []


def test_date_of_the_rule_is_fine():
    assert found(series(meeting(WHIT_MONDAY, "k"), talks=talks("k"))) == []


def test_thursday_beside_fortnightly_mondays_has_whit_monday_as_its_likely_reason():
    (finding,) = [
        f
        for f in Meetings().check(series(meeting(THURSDAY, "k"), talks=talks("k")))
        if f.code == "date-off-rule"
    ]

    assert finding.message == (
        "Thursday, 28 May 2026 is no date of the rule; the rule gives Monday, 25 May 2026, "
        "which is Pentecost Monday (NL), the likely reason"
    )
    assert "exceptions: [{date: 2026-05-25, moved_to: 2026-05-28}]" in finding.remedy


def test_date_that_is_near_a_missed_one_may_stand_for_it():
    facts = series(Day(date=date(2026, 6, 10)))

    assert found(facts) == [
        (
            "soft",
            "date-off-rule",
            "Wednesday, 10 June 2026 is no date of the rule; the rule gives Monday, 8 June 2026",
        )
    ]


def test_date_far_from_any_may_be_extra():
    (finding,) = Meetings().check(series(Day(date=date(2026, 5, 18)), rule={"count": 1}))

    assert finding.message == "Monday, 18 May 2026 is no date of the rule"
    assert "extra: true" in finding.remedy


def test_date_that_stands_near_one_that_is_listed_too_is_not_moved():
    days = (Day(date=date(2026, 6, 8)), Day(date=date(2026, 6, 10)))

    assert [message for _, _, message in found(series(*days))] == [
        "Wednesday, 10 June 2026 is no date of the rule"
    ]


def test_day_with_a_title_is_meant():
    assert found(series(Day(date=THURSDAY, title="Spring school"), Day())) == []


def test_moved_and_extra_dates_are_explained():
    exceptions = (
        {"date": WHIT_MONDAY, "moved_to": THURSDAY},
        {"date": date(2026, 6, 2), "extra": True},
    )
    days = (Day(date=THURSDAY), Day(date=date(2026, 6, 2)))

    assert found(series(*days, rule={"exceptions": exceptions})) == []


def test_exception_for_no_date_of_the_rule_is_hard_and_names_the_nearest():
    (finding,) = [
        f
        for f in Meetings().check(
            series(rule={"exceptions": ({"date": date(2026, 5, 26), "moved_to": THURSDAY},)})
        )
        if f.code == "exception-unknown"
    ]

    assert finding.level == "hard"
    assert finding.message == (
        "there is an exception for Tuesday, 26 May 2026, which the rule does not give"
    )
    assert finding.remedy.startswith("2026-05-25 may be meant")


def test_exception_to_a_rule_without_dates_has_none_near():
    exceptions = ({"date": date(2026, 6, 1)},)
    rule = {"count": None, "until": MAY, "weekdays": ("TU",), "exceptions": exceptions}

    assert [(level, code) for level, code, _ in found(series(rule=rule))] == [
        ("hard", "exception-unknown"),
        ("hard", "rule-without-dates"),
    ]


def test_meeting_moved_onto_another_is_a_finding():
    exceptions = ({"date": date(2026, 5, 11), "moved_to": date(2026, 6, 8)},)

    assert found(series(rule={"exceptions": exceptions})) == [
        (
            "soft",
            "exception-covers",
            (
                "the meeting of Monday, 11 May 2026 is moved to Monday, 8 June 2026, "
                "on which there is one already"
            ),
        )
    ]


def test_meetings_moved_onto_one_free_date_meet_there():
    exceptions = (
        {"date": date(2026, 5, 11), "moved_to": date(2026, 6, 9)},
        {"date": date(2026, 6, 8), "moved_to": date(2026, 6, 9)},
    )

    assert [code for _, code, _ in found(series(rule={"exceptions": exceptions}))] == [
        "exception-covers"
    ]


def test_date_that_is_left_out_is_free_for_another():
    exceptions = (
        {"date": date(2026, 5, 11), "moved_to": date(2026, 6, 8)},
        {"date": date(2026, 6, 8)},
    )

    assert found(series(rule={"exceptions": exceptions})) == []


def test_meeting_on_a_holiday_is_a_note_where_only_the_zone_tells_the_country():
    said = "the series meets on Monday, 25 May 2026, which is Pentecost Monday (NL)"

    assert found(series(), "meeting-on-holiday") == [("note", "meeting-on-holiday", said)]
    assert found(series(rule={"holidays": "NL"}), "meeting-on-holiday") == [
        ("soft", "meeting-on-holiday", said)
    ]


def test_holiday_that_somebody_thought_about_is_none():
    for exception in ({"date": WHIT_MONDAY}, {"date": WHIT_MONDAY, "start": "11:00"}):
        assert found(series(rule={"exceptions": (exception,)}), "meeting-on-holiday") == []


def test_nobody_knows_the_holidays_of_an_unknown_zone():
    assert found(series(timezone="TBD"), "meeting-on-holiday") == []


def test_likely_reason_is_known_by_many_countries_where_the_zone_is_not():
    facts = series(Day(date=THURSDAY), Day(date=date(2026, 6, 10)), timezone="TBD")

    assert [message.partition("; ")[2] for _, _, message in found(facts)] == [
        (
            "the rule gives Monday, 25 May 2026, which is Pentecost Monday (AT, BE, DE, DK, FR, NL), "
            "the likely reason"
        ),
        "the rule gives Monday, 8 June 2026",
    ]


def test_two_talks_on_one_date_are_a_finding():
    facts = series(meeting(date(2026, 5, 11), "k", "l"), talks=talks("k", "l"))

    assert found(facts) == [("soft", "two-on-one-date", "2 talks are on 2026-05-11: k, l")]


def test_two_talks_on_a_day_with_a_title_are_meant():
    facts = series(meeting(date(2026, 5, 11), "k", "l", title="Two guests"), talks=talks("k", "l"))

    assert found(facts) == []


def test_cancelled_talk_takes_no_date():
    facts = series(
        meeting(date(2026, 5, 11), "k", "l"),
        talks=(*talks("k"), *talks("l", state="cancelled")),
    )

    assert found(facts) == []


def test_talks_fixed_by_their_time_are_on_their_date_too():
    at = (At(start=datetime(2026, 5, 11, hour, tzinfo=UTC)) for hour in (8, 9))
    facts = series(talks=[t.replace(at=(one,)) for t, one in zip(talks("a", "b"), at, strict=True)])

    crowded = [f.about for f in Meetings().check(facts) if f.code == "two-on-one-date"]
    assert crowded == [("a", "b")]


def test_extra_meeting_on_a_date_of_the_rule_takes_its_place():
    exceptions = [{"date": MAY, "extra": True, "start": "18:00"}]
    facts = series(rule={"exceptions": exceptions})
    (finding,) = (f for f in Meetings().check(facts) if f.code == "extra-covers")

    assert (finding.code, finding.about) == ("extra-covers", ("2026-05-11",))
    assert finding.message.startswith("the extra meeting of Monday, 11 May 2026 is on a date")


@pytest.mark.parametrize(
    ("told", "about"), [({}, "from 2020-01-01"), ({"name": "Old"}, "Old"), ({"id": "t1"}, "t1")]
)
def test_term_without_a_date_of_the_rule_is_reported(told, about):
    old = {"first": "2020-01-01", "last": "2020-02-01", **told}
    now = {"first": "2026-05-01", "last": "2026-07-31"}
    (finding,) = (
        f for f in Meetings().check(series(rule={"terms": [old, now]})) if "term" in f.code
    )

    assert (finding.code, finding.about) == ("term-without-dates", (about,))
    assert "(2020-01-01 to 2020-02-01)" in finding.message
