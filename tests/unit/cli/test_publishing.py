import json

import pytest

FACTS = """\
title: Tides
timezone: Europe/Zagreb
talks:
  - {id: waves, title: Waves, abstract: ""}
  - {id: shores, title: Shores, abstract: ""}
days:
  - date: 2026-09-14
    items:
      - {session: Morning, id: m, at: 9:00, slots: [waves, shores], minutes: 30}
"""


@pytest.fixture
def tides(tmp_path):
    """A project of two talks."""
    folder = tmp_path / "tides"
    folder.mkdir()
    (folder / "conference.yaml").write_text(FACTS, encoding="utf-8")
    return folder


@pytest.fixture
def calendar(run, tides, tmp_path):
    """Builds the calendar of the project, with options."""
    return lambda *options: run(
        "build", tides, "-o", tmp_path / "out", "--only", "calendar", *options
    )


def test_publish_says_what_it_wrote(calendar, tides, tmp_path):
    ran = calendar("--publish", "--now", "2026-09-01T12:00")

    assert ran.code == 0
    assert ran.err.splitlines()[1:] == [
        f"wrote {tmp_path / 'out' / 'program.ics'}",
        f"wrote {tides / 'published.json'}",
    ]
    state = json.loads((tides / "published.json").read_text(encoding="utf-8"))
    assert state["revisions"] == [{"at": "2026-09-01T10:00:00Z"}]
    assert calendar("--publish", "--now", "2026-09-02T12:00Z").err.count("wrote") == 1


def test_moment_may_name_its_zone(calendar, tides):
    calendar("--publish", "--now", "2026-09-01T12:00:00-05:00")

    assert '"2026-09-01T17:00:00Z"' in (tides / "published.json").read_text(encoding="utf-8")


def test_moment_that_is_none_is_refused(calendar):
    ran = calendar("--publish", "--now", "tomorrow")

    assert ran.code == 2
    assert "2026-09-01T12:00" in ran.err


def test_publish_without_a_moment_is_refused(calendar):
    ran = calendar("--publish")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("nothing says when this is published; add --now")


def test_lost_state_ends_with_1_and_is_adopted(calendar, tides, tmp_path):
    calendar("--publish", "--now", "2026-09-01T12:00")
    (tides / "published.json").unlink()
    ran = calendar()

    assert (ran.code, ran.out) == (1, "")
    assert "hard published-missing" in ran.err
    assert calendar("--adopt", tmp_path / "out" / "program.ics").code == 0
    assert (tides / "published.json").exists()


def test_calendar_file_is_checked(run, calendar, tmp_path):
    calendar()
    path = tmp_path / "out" / "program.ics"
    assert run("check", path).out == "0 hard, 0 soft, 0 notes\n"

    path.write_bytes(path.read_bytes().replace(b"STATUS:CONFIRMED", b"STATUS:CANCELED"))
    ran = run("check", path, "--format", "sarif")
    (rule,) = json.loads(ran.out)["runs"][0]["tool"]["driver"]["rules"]
    assert (ran.code, rule["id"]) == (1, "ical-status")
    assert rule["help"]["text"].startswith("A status does not exist")
    assert run("check", tmp_path / "none.ics").code == 2
