"""What a project's site has of its calendars and of links that are given only before a session."""

from datetime import datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from tests.workshop import workshop, workshop_program

from programkit.building import build
from programkit.files.calendarcheck import calendar_findings
from programkit.model.findings import Level
from programkit.model.program import Program
from programkit.model.venue import Access
from programkit.outline.build import public_outline
from programkit.outputs.sites import ProjectSite
from programkit.web.context import View

LINK = "https://meet.example.org/early-cove"
LISBON = ZoneInfo("Europe/Lisbon")
START, END = (datetime(2025, 3, 29, hour, 30, tzinfo=LISBON) for hour in (10, 11))
"""Of the session in the Cove."""
MINUTE = timedelta(minutes=1)


def opened(**changes):
    """The workshop, whose Cove opens 15 minutes before a session."""
    facts = workshop()
    rooms = tuple(
        room.replace(link=LINK, access=Access.BEFORE, **changes) if room.id == "cove" else room
        for room in facts.rooms
    )
    return Program.of(facts.replace(rooms=rooms))


@pytest.fixture(scope="module")
def site():
    return ProjectSite()


def having(files):
    return {name for name, data in files.items() if LINK.encode() in data}


@pytest.mark.parametrize(
    ("now", "shown"),
    [
        (None, False),
        (START - 16 * MINUTE, False),
        (START - 15 * MINUTE, True),
        (END - MINUTE, True),
        (END + 24 * 60 * MINUTE, False),
    ],
)
def test_link_is_on_pages_from_its_opening_to_the_end_of_the_session(site, now, shown):
    files = site.files(opened(), now=now)
    found = having(files)

    assert bool(found) is shown
    assert not {name for name in found if name.endswith(".ics")}
    assert (LINK.encode() in site.page(opened(), now=now)) is shown


def test_templates_and_style_of_the_project_are_in_its_site_and_in_its_page(tmp_path):
    own = tmp_path / "agenda"
    own.mkdir()
    for name in ("base.html", "single.html"):
        made = files("programkit.web").joinpath(f"templates/{name}").read_text("utf-8")
        (own / name).write_text(made.replace("</footer>", "<p>Ours: tides.</p></footer>"), "utf-8")
    (own / "agenda.css").write_text(":root { --accent: #123456; }", "utf-8")
    site = ProjectSite(str(tmp_path))
    made = site.files(workshop_program())
    style = next(data for name, data in made.items() if name.endswith(".css"))

    for page in (made["index.html"], site.page(workshop_program())):
        assert b"Ours: tides." in page
    for rules in (style, site.page(workshop_program())):
        assert b"--accent: #123456" in rules
    assert b"Ours: tides." not in ProjectSite(str(own)).page(workshop_program())


def test_until_then_pages_say_when_it_will_be_there(site):
    page = site.files(opened())["index.html"].decode()

    assert "The link is here 15 minutes before the start." in page
    assert (
        "Ask at the desk."
        in site.files(opened(how_to_join="Ask at the desk."))["index.html"].decode()
    )


def test_build_says_when_to_build_again(tmp_path):
    times = [START - 60 * MINUTE, START - 15 * MINUTE, END + 24 * 60 * MINUTE]
    due = [build(opened(), tmp_path, only=["program"], now=now).due for now in times]

    assert due == [START - 15 * MINUTE, END, None]
    assert build(opened(), tmp_path, only=["program"]).due is None


def test_every_calendar_is_valid_and_has_its_talks(site):
    program = opened()
    files, view = site.files(program), View(public_outline(program))
    expected = {view.calendar_of(talk): {talk.id} for talk in view.outline.talks}
    expected |= {
        view.calendar_of(track): {talk.id for talk in view.outline.talks if talk.track == track}
        for track in view.outline.tracks
    }
    for name in (name for name in files if name.endswith(".ics")):
        assert [f for f in calendar_findings(files[name], name) if f.level is not Level.NOTE] == []
        uids = {str(event["uid"]) for event in Calendar.from_ical(files[name]).walk("VEVENT")}
        ids = {uid.split("/")[1] for uid in uids if uid.startswith("talk/")}
        if name in expected:
            timed = {
                talk.id
                for talk in view.outline.talks
                if any(o.when.dated and o.when.start for o in talk.occurrences)
            }
            assert ids == expected[name] & timed
