"""Tests of reports as text, JSON and SARIF. Sentences of SARIF 2.1.0 (OASIS) by their numbers."""

import json

import pytest

from programkit.files.report import changes_json, report_json, report_sarif, report_text
from programkit.model.changes import Change, ChangeKind, Changes, Message
from programkit.model.findings import Finding, Level, Report, Source

HERE = Source(file="talks/my talks.csv", line=3, field="talks.a.title")
HARD = Finding(
    code="speaker-free",
    level=Level.HARD,
    message="Lu speaks twice",
    remedy="move one",
    about=("a", "b"),
    source=HERE,
)
SOFT = Finding(
    code="talk-placed", level=Level.SOFT, message="a has no place", about=("a",), cost=1000
)
OTHER = SOFT.replace(message="b has no place", about=("b",))
NOTE = Finding(code="open-end", level=Level.NOTE, message="c has no end", remedy="add end:")
ACCEPTED = NOTE.replace(message="d has no end", ignored="it is a party")
REPORT = Report(findings=(HARD, SOFT, OTHER, NOTE, ACCEPTED))
MEANINGS = {"open-end": "Something has no end.", "never": "Not used."}


def sarif(*findings, meanings=None):
    (run,) = json.loads(report_sarif(Report(findings=findings), meanings))["runs"]
    return run


def result(finding):
    return sarif(finding)["results"][0]


def test_text_groups_findings_and_counts_them():
    assert report_text(REPORT) == (
        "hard  speaker-free\n"
        "      talks/my talks.csv:3:talks.a.title: Lu speaks twice\n"
        "      → move one\n"
        "\n"
        "soft  talk-placed (2 times), cost 2000\n"
        "      a has no place\n"
        "      b has no place\n"
        "\n"
        "note  open-end\n"
        "      c has no end\n"
        "      → add end:\n"
        "\n"
        "ignored  open-end\n"
        "      d has no end\n"
        "      accepted: it is a party\n"
        "\n"
        "cost 2000: talk-placed 2000\n"
        "1 hard, 2 soft, 1 notes, 1 ignored\n"
    )


def test_text_of_nothing_is_the_counts():
    assert report_text(Report()) == "0 hard, 0 soft, 0 notes\n"


def test_text_says_each_remedy():
    other = NOTE.replace(remedy="add minutes:")

    assert report_text(Report(findings=(NOTE, other))).count("→") == 2


def test_text_has_no_controls_of_strangers():
    nasty = NOTE.replace(message="a\x1b[31m\r\nhard  fake", remedy="b\nc\x07")

    assert report_text(Report(findings=(nasty,))) == (
        "note  open-end\n      a[31m hard fake\n      → b c\n\n0 hard, 0 soft, 1 notes\n"
    )


def test_json_holds_every_finding_with_the_same_keys():
    answer = json.loads(report_json(Report(findings=(HARD, ACCEPTED.replace(cost=5)))))

    assert answer == {
        "version": 1,
        "counts": {"hard": 1, "soft": 0, "note": 0, "ignored": 1},
        "cost": 5,
        "costs": {"open-end": 5},
        "findings": [
            {
                "code": "speaker-free",
                "level": "hard",
                "message": "Lu speaks twice",
                "remedy": "move one",
                "about": ["a", "b"],
                "file": "talks/my talks.csv",
                "line": 3,
                "field": "talks.a.title",
                "cost": 0,
                "ignored": "",
            },
            {
                "code": "open-end",
                "level": "note",
                "message": "d has no end",
                "remedy": "add end:",
                "about": [],
                "file": "",
                "line": 0,
                "field": "",
                "cost": 5,
                "ignored": "it is a party",
            },
        ],
    }


def test_json_is_readable():
    assert '"message": "Brbić"' in report_json(Report(findings=(NOTE.replace(message="Brbić"),)))


@pytest.mark.parametrize("form", [report_json, report_sarif])
def test_half_a_character_in_a_file_name_can_be_written(form):
    odd = NOTE.replace(source=Source(file="a\udcff.csv"), about=("b\udcff",))

    assert form(Report(findings=(odd,))).encode()


@pytest.mark.parametrize("form", [report_text, report_json, report_sarif])
def test_same_report_is_the_same_text(form):
    assert form(REPORT) == form(Report(findings=tuple(REPORT)))


def test_sarif_says_its_version_and_schema():
    log = json.loads(report_sarif(REPORT))

    assert (log["version"], log["$schema"].rpartition("/")[2], len(log["runs"])) == (
        "2.1.0",
        "sarif-schema-2.1.0.json",
        1,
    )


def test_sarif_describes_each_code_once():
    driver = sarif(*REPORT, meanings=MEANINGS)["tool"]["driver"]

    assert driver["name"] == "programkit"
    assert [(rule["id"], rule["shortDescription"]["text"]) for rule in driver["rules"]] == [
        ("open-end", "Something has no end."),
        ("speaker-free", "speaker-free"),
        ("talk-placed", "talk-placed"),
    ]
    assert all(rule["help"] == rule["shortDescription"] for rule in driver["rules"])


def test_sarif_results_point_to_their_rules():
    """3.27.6: the index is that of the rule of that id."""
    run = sarif(*REPORT)
    rules = run["tool"]["driver"]["rules"]

    assert [r["ruleId"] for r in run["results"]] == [finding.code for finding in REPORT]
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [f.code for f in REPORT]


@pytest.mark.parametrize(("finding", "level"), [(HARD, "error"), (SOFT, "warning"), (NOTE, "note")])
def test_sarif_level_is_one_of_its_own(finding, level):
    assert result(finding)["level"] == level


def test_sarif_message_says_what_to_do():
    assert [result(f)["message"] for f in (HARD, SOFT)] == [
        {"text": "Lu speaks twice; move one"},
        {"text": "a has no place"},
    ]


def test_sarif_message_has_no_links_of_strangers():
    """3.11.6: brackets that are no link are escaped with a backslash."""
    link = NOTE.replace(message=r"[a](https://example.org) \[", remedy="")

    assert result(link)["message"]["text"] == r"\[a\](https://example.org) \\\["


def test_sarif_location_is_a_uri_and_a_line():
    assert result(HARD)["locations"] == [
        {
            "logicalLocations": [{"name": "a"}, {"name": "b"}],
            "physicalLocation": {
                "artifactLocation": {"uri": "talks/my%20talks.csv"},
                "region": {"startLine": 3},
            },
        }
    ]


def test_sarif_location_without_line_has_no_region():
    """3.30.5: a line is 1 or more."""
    finding = NOTE.replace(source=Source(file="/a b/c.yaml"))

    assert result(finding)["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "file:///a%20b/c.yaml"}}}
    ]


@pytest.mark.parametrize("source", [None, Source(file="", line=3)])
def test_sarif_location_may_be_unknown(source):
    assert result(NOTE.replace(source=source))["locations"] == []


def test_sarif_suppresses_what_is_accepted():
    """3.27.23: suppressions are in all results or in none, and empty where there is none."""
    suppressions = [r["suppressions"] for r in sarif(NOTE, ACCEPTED)["results"]]

    assert suppressions == [
        [],
        [{"kind": "external", "status": "accepted", "justification": "it is a party"}],
    ]


def test_text_lists_few_notes_of_a_kind_and_says_how_many_more_there_are():
    notes = [Finding(code="x", level=Level.NOTE, message=f"number {n}") for n in range(9)]

    assert report_text(Report(findings=tuple(notes))).splitlines() == [
        "note  x (9 times)",
        *(f"      number {n}" for n in range(6)),
        "      and 3 more (--format json lists all)",
        "",
        "0 hard, 0 soft, 9 notes",
    ]


def test_text_lists_all_that_weighs_more_than_a_note():
    findings = [Finding(code="x", level=Level.SOFT, message=f"number {n}") for n in range(9)]

    assert "      number 8" in report_text(Report(findings=tuple(findings))).splitlines()


def test_changes_are_told_to_scripts_with_a_message_to_each_person():
    change = Change(kind=ChangeKind.ROOM, about="a", message="from x to y", people=("lu",))
    message = Message(person="lu", name="Lu", text="“A”")

    assert json.loads(changes_json(Changes(changes=(change,), messages=(message,)))) == {
        "version": 1,
        "changes": [{"kind": "room", "about": "a", "message": "from x to y", "people": ["lu"]}],
        "messages": [{"person": "lu", "name": "Lu", "email": "", "text": "“A”"}],
    }
