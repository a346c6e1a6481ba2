"""What `build` does to the state of what is published, and `check` to a calendar file."""

import pytest

from programkit.building import build
from programkit.checking import check_calendar
from programkit.errors import LoadError, RenderError
from programkit.loading import load
from programkit.model.findings import Level
from programkit.model.program import Program
from published import at
from workshop import TALKS, workshop

FEW = tuple(talk for talk in TALKS if talk.id != "off-grid")


def made(folder, out, **asked):
    """What a build of the workshop's calendar makes."""
    talks = asked.pop("talks", TALKS)
    program = Program.of(workshop(talks=talks, folder=str(folder)))
    return build(program, out, only=asked.pop("only", ["calendar"]), **asked)


def test_state_is_the_last_that_is_written(tmp_path):
    facts, out = tmp_path / "facts", tmp_path / "out"
    facts.mkdir()
    built = made(facts, out, only=["site", "calendar"], publish=True, now=at(1))

    assert built.paths == (
        out / "site" / "index.html",
        out / "program.ics",
        facts / "published.json",
    )
    assert (out / "site" / "program.ics").read_bytes() == (out / "program.ics").read_bytes()
    assert b"LAST-MODIFIED:20260101T000000Z" in (out / "program.ics").read_bytes()


def test_state_is_no_output(tmp_path):
    facts, out = tmp_path / "facts", tmp_path / "out"
    facts.mkdir()
    made(facts, out, only=["site", "calendar", "program"], publish=True, now=at(1))

    assert [path for path in out.rglob("*") if path.name.startswith(("published", ".pub"))] == []


def test_state_stays_where_an_output_fails(tmp_path):
    facts, out = tmp_path / "facts", tmp_path / "out"
    facts.mkdir()
    made(facts, out, publish=True, now=at(1))
    before = (facts / "published.json").read_bytes()
    (out / "site").mkdir()
    (out / "site" / "mine").write_text("kept")
    with pytest.raises(RenderError, match="was not made by programkit"):
        made(facts, out, talks=FEW, only=["calendar", "site"], publish=True, now=at(2))

    assert (facts / "published.json").read_bytes() == before
    made(facts, out, talks=FEW, publish=True, now=at(3))
    assert (facts / "published.json").read_bytes() != before


def test_nothing_is_made_where_the_state_is_lost(tmp_path):
    facts, out = tmp_path / "facts", tmp_path / "out"
    facts.mkdir()
    made(facts, out, publish=True, now=at(1))
    (facts / "published.json").unlink()
    before = (out / "program.ics").read_bytes()
    built = made(facts, out, talks=FEW)

    assert (built.paths, [f.code for f in built.findings]) == ((), ["published-missing"])
    assert (out / "program.ics").read_bytes() == before
    assert made(facts, out, talks=FEW, only=["program"]).paths == (out / "program.json",)


def test_lost_state_is_seen_by_the_calendar_of_the_site(tmp_path):
    facts, out = tmp_path / "facts", tmp_path / "out"
    facts.mkdir()
    made(facts, out, only=["site"], publish=True, now=at(1))
    (facts / "published.json").unlink()

    assert [f.code for f in made(facts, out).findings] == ["published-missing"]
    again = made(facts, out, adopt=out / "site" / "program.ics")
    assert again.paths == (out / "program.ics", facts / "published.json")


def test_publish_of_what_nobody_subscribes_to_is_refused(tmp_path):
    with pytest.raises(RenderError, match="subscribers see no new calendar"):
        made(tmp_path, tmp_path / "out", only=["program"], publish=True, now=at(1))


def test_calendar_file_is_checked(tmp_path):
    made(tmp_path, tmp_path)
    path = tmp_path / "program.ics"

    assert len(check_calendar(path)) == 0
    path.write_bytes(path.read_bytes().replace(b"\r\nSTATUS:CANCELLED", b"\r\nSTATUS:CANCELED"))
    report = check_calendar(path)
    assert [finding.code for finding in report.of(Level.HARD)] == ["ical-status"]
    with pytest.raises(LoadError, match="does not exist"):
        check_calendar(tmp_path / "none.ics")


def test_folder_of_facts_with_a_state_loads_as_before(tmp_path, root):
    source = root / "examples" / "rovinj2024" / "conference.yaml"
    (tmp_path / "conference.yaml").write_bytes(source.read_bytes())
    before = load(tmp_path)
    build(Program.of(before), tmp_path / "out", only=["calendar"], publish=True)

    assert (tmp_path / "published.json").exists()
    assert load(tmp_path) == before
