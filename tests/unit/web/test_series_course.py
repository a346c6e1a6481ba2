"""What is next, to come and past in a series, at given moments."""

from datetime import date

import pytest
from tests.colloquium import DAYS, TALKS, at, colloquium, colloquium_program
from tests.seminar import meeting, series

from programkit.model.base import TBD
from programkit.model.contributions import State, Talk
from programkit.model.days import Break, Day
from programkit.model.program import Program
from programkit.outline.build import build_outline
from programkit.outline.nodes import OutlinePause
from programkit.web import course
from programkit.web.context import View
from programkit.web.course import Course


def course_at(now, program=None):
    program = program or colloquium_program()
    outline = build_outline(program.public(), now=now and at(now))
    return Course(outline, outline.series)


def called(line):
    """A line in short: the talk, or what else it is on which date."""
    if isinstance(line, OutlinePause):
        return f"{line.why} {line.first:%m-%d}"
    if line.talk is not None:
        return line.talk.id
    return f"{line.kind} {line.day.date:%m-%d}"


def told(found):
    """What a reader is told, as words."""
    return (
        found.next and called(found.next),
        [called(line) for _, lines in found.upcoming for line in lines],
        [called(line) for _, lines in found.past for line in lines],
    )


SCHOOL = ["day 11-30", "day 12-01"]
END = ["exception 12-14"]
LATE = ["open 11-02", "later", *SCHOOL, *END]

TRUTH = {
    # before the first one
    "2026-01-01T12:00": (
        "waves",
        ["sand", "stars", "ships", "break 10-17", *LATE],
        [],
    ),
    # a minute before it begins, as it begins, in it
    "2026-09-07T15:59": ("sand", ["stars", "ships", "break 10-17", *LATE], ["waves"]),
    "2026-09-07T16:00": ("sand", ["stars", "ships", "break 10-17", *LATE], ["waves"]),
    "2026-09-07T16:59": ("sand", ["stars", "ships", "break 10-17", *LATE], ["waves"]),
    # as it ends: the next is cancelled, and so not the next
    "2026-09-07T17:00": ("ships", ["stars", "break 10-17", *LATE], ["sand", "waves"]),
    # the cancelled one stays among the others until its time is over, and then among the past
    "2026-09-21T17:00": ("ships", ["break 10-17", *LATE], ["stars", "sand", "waves"]),
    # in the break; a date without anybody is not called the next, and passes without a trace
    "2026-10-20T09:00": (
        "later",
        ["break 10-17", "open 11-02", *SCHOOL, *END],
        ["ships", "stars", "sand", "waves"],
    ),
    "2026-11-03T09:00": ("later", [*SCHOOL, *END], ["ships", "stars", "sand", "waves"]),
    # a day with several sessions is one meeting
    "2026-11-30T10:00": (
        "day 11-30",
        ["day 12-01", *END],
        ["later", "ships", "stars", "sand", "waves"],
    ),
    # after the last one: dates without a meeting are of no interest then
    "2026-12-10T09:00": (
        None,
        [],
        ["day 12-01", "day 11-30", "later", "ships", "stars", "sand", "waves"],
    ),
    # nobody says which moment it is
    None: (
        None,
        ["waves", "sand", "stars", "ships", "break 10-17", *LATE],
        [],
    ),
}


@pytest.mark.parametrize("now", TRUTH)
def test_meetings_are_next_to_come_or_past(now):
    assert told(course_at(now)) == TRUTH[now]


@pytest.mark.parametrize(
    ("now", "on"),
    [
        ("2026-09-07T15:59", False),
        ("2026-09-07T16:00", True),
        ("2026-09-07T17:00", False),
        ("2026-12-24T17:00", False),
        (None, False),
    ],
)
def test_next_one_is_on_once_it_has_begun(now, on):
    assert course_at(now).on is on


def test_facts_say_what_is_past_where_nobody_else_does():
    program = colloquium_program(revised=date(2026, 9, 8))

    assert told(course_at(None, program)) == told(course_at("2026-09-08T00:00"))
    assert told(course_at("2026-01-01T12:00", program)) == told(course_at("2026-01-01T12:00"))


def test_what_has_no_date_is_neither_next_nor_past():
    talks = (*TALKS, Talk(id="soon", speakers=("ada",), state=State.TENTATIVE))
    days = (*DAYS, Day(id="some-day", date=TBD, title="Some day"))
    found = course_at("2026-12-10T09:00", colloquium_program(talks=talks, days=days))

    assert [one.talk and one.talk.id for one in found.undated] == [None, "someday", "soon"]
    assert [one.until for one in found.undated] == [None, None, None]


def test_talks_of_sessions_without_a_day_have_no_date():
    facts = colloquium()
    session = facts.days[0].items[0]
    moved = facts.replace(days=facts.days[1:], sessions=(session.replace(id="somewhen"),))

    assert [one.talk.id for one in course_at(None, Program.of(moved)).undated] == [
        "waves",
        "someday",
    ]


def test_meeting_without_an_end_or_a_time_is_over_an_hour_or_a_day_later():
    open_end = series(Day(date=date(2026, 5, 11), items=()))
    found = course_at("2026-05-11T23:00", Program.of(open_end))
    first = found.all[0]

    assert first.until == at("2026-05-12T00:00")
    assert called(first) == "open 05-11"


def test_two_talks_of_a_meeting_are_two_lines_of_one_day():
    talks = (Talk(id="a"), Talk(id="b"))
    found = course_at(
        "2026-05-11T17:30", Program.of(series(meeting(date(2026, 5, 11), "a", "b"), talks=talks))
    )

    assert [(one.talk.id, one.first) for one in found.all[:2]] == [("a", True), ("b", False)]
    assert (found.next.talk.id, [one.talk.id for one in found.past[0][1]]) == ("b", ["a"])


def test_a_day_with_an_outing_alone_has_a_page():
    outing = Day(date=date(2026, 5, 12), items=(Break(title="Walk", start="9:00", minutes=60),))
    found = course_at(None, Program.of(series(outing)))
    pages = {day.id for day in found.outline.days if found.has_page(day)}

    assert pages == {"2026-05-12"}


def test_terms_are_those_with_something_to_come():
    assert [term.name for term in course_at("2026-09-15T12:00").current] == ["Fall"]
    assert [term.name for term in course_at("2026-01-15T12:00").current] == ["2026", "Fall"]
    assert [term.name for term in course_at("2026-12-24T12:00").current] == []


def test_first_page_lists_two_terms_where_there_are_many_talks(monkeypatch):
    facts = {
        "rule": {"terms": (), "until": date(2026, 6, 22), "count": None, "first": date(2024, 5, 13)}
    }
    days = [meeting(date(year, 5, 12), f"t{year}") for year in (2023, 2024, 2025)]
    talks = tuple(Talk(id=f"t{year}") for year in (2023, 2024, 2025))
    program = Program.of(series(*days, talks=talks, **facts))
    few = course_at("2025-12-01T12:00", program)
    assert (few.has_past_page, len(few.recent)) == (False, 3)

    monkeypatch.setattr(course, "MANY", 2)
    many = course_at("2025-12-01T12:00", program)
    assert (many.has_past_page, [term.name for term, _ in many.recent]) == (True, ["2025", "2024"])
    assert many.elsewhere == {"2023-05-12"}
    assert [one.talk.id for one in many.listed("series") if one.talk] == ["t2025", "t2024"]
    assert [one.talk.id for one in many.listed("past") if one.talk] == ["t2025", "t2024", "t2023"]


def test_days_lead_to_the_line_of_their_meeting(monkeypatch):
    monkeypatch.setattr(course, "MANY", 2)
    monkeypatch.setattr(course, "RECENT", 1)
    outline = build_outline(colloquium_program().public(), now=at("2026-11-03T09:00"))
    view, one = View(outline), View(outline, one_page=True)

    assert {day.id: (view.to(day), one.to(day)) for day in outline.days} == {
        "2026-03-09": ("past.html#day-2026-03-09", "#day-2026-03-09"),
        "2026-09-07": ("index.html#day-2026-09-07", "#day-2026-09-07"),
        "2026-09-21": ("index.html#day-2026-09-21", "#day-2026-09-21"),
        "2026-10-07": ("index.html#day-2026-10-07", "#day-2026-10-07"),
        "2026-11-02": ("index.html", "#content"),
        "2026-11-16": ("index.html#day-2026-11-16", "#day-2026-11-16"),
        "2026-11-30": ("day-2026-11-30.html", "#day-2026-11-30"),
        "2026-12-01": ("day-2026-12-01.html", "#day-2026-12-01"),
    }
