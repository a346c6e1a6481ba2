"""Tests of findings and reports."""

import pytest

from programkit.errors import ConferenceError, Fault
from programkit.model.findings import Finding, Level, Report, Source

HARD = Finding(
    code="speaker-free",
    level=Level.HARD,
    message="kempe speaks twice",
    remedy="move one",
    source=Source(file="c.yaml", line=3, field="talks.a"),
)
SOFT = Finding(code="talk-placed", level=Level.SOFT, message="a has no place", cost=1000)
NOTE = Finding(code="open-end", level=Level.NOTE, message="b has no end")
ACCEPTED = HARD.replace(ignored="they are twins", cost=5)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (Source(file="a.md"), "a.md"),
        (Source(file="a.md", line=3), "a.md:3"),
        (Source(file="a.md", line=3, field="title"), "a.md:3:title"),
        (Source(file="a.md", field="title"), "a.md:title"),
    ],
)
def test_source_is_written_as_far_as_known(source, text):
    assert str(source) == text


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        (HARD, "c.yaml:3:talks.a: hard speaker-free: kempe speaks twice; move one"),
        (SOFT, "soft talk-placed (cost 1000): a has no place"),
        (NOTE, "note open-end: b has no end"),
    ],
)
def test_finding_is_one_line(finding, text):
    assert str(finding) == text


def test_report_holds_all_findings_and_knows_the_open_ones():
    report = Report(findings=(HARD, ACCEPTED, SOFT, NOTE))

    assert (tuple(report), len(report)) == ((HARD, ACCEPTED, SOFT, NOTE), 4)
    assert report.open == (HARD, SOFT, NOTE)
    assert [report.of(level) for level in Level] == [(HARD,), (SOFT,), (NOTE,)]
    assert report.hard == (HARD,)


def test_report_counts_the_cost_of_accepted_findings():
    assert Report(findings=(ACCEPTED, SOFT)).cost == 1005


def test_empty_report_is_true():
    assert bool(Report()) is True


def test_report_is_written_with_its_counts():
    assert str(Report(findings=(SOFT, NOTE))) == f"{SOFT}\n{NOTE}\n0 hard, 1 soft, 1 note"


def test_report_counts_what_is_ignored():
    assert str(Report(findings=(ACCEPTED,))) == "0 hard, 0 soft, 0 note, 1 ignored"


def test_raise_if_hard_carries_every_hard_finding():
    bare = HARD.replace(source=None, remedy="")
    with pytest.raises(ConferenceError) as caught:
        Report(findings=(HARD, bare, SOFT)).raise_if_hard()

    message = "speaker-free: kempe speaks twice"
    assert caught.value.faults == (
        Fault(message, file="c.yaml", line=3, field="talks.a", remedy="move one"),
        Fault(message),
    )


def test_raise_if_hard_accepts_the_rest():
    assert Report(findings=(ACCEPTED, SOFT, NOTE)).raise_if_hard() is None


def test_costs_are_told_by_rule():
    report = Report(findings=(HARD, SOFT, NOTE, SOFT, ACCEPTED))

    assert report.costs == {"talk-placed": 2000, "speaker-free": 5}
    assert sum(report.costs.values()) == report.cost
