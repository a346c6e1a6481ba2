"""What a project's site has of its calendars and of links that are given only before a session."""

import json
import re
from datetime import datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from tests.colloquium import colloquium_program
from tests.workshop import workshop, workshop_program

from programkit.building import build
from programkit.files.calendarcheck import calendar_findings
from programkit.files.published.draft import Draft
from programkit.files.published.published import Published
from programkit.model.base import TBD
from programkit.model.findings import Level
from programkit.model.program import Program
from programkit.model.venue import Access
from programkit.outline.build import build_outline, public_outline
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
    cover = files("programkit.web").joinpath("templates/cover.html").read_text("utf-8")
    (own / "cover.html").write_text(cover.replace("<h1", "<p>Ours: tides.</p><h1"), "utf-8")
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


def test_only_what_has_a_date_has_a_calendar_and_a_link_to_it(site):
    files = site.files(opened())
    made = {name for name in files if name.endswith(".ics")}
    linked = {
        name
        for data in (files[page] for page in files if page.endswith(".html"))
        for name in re.findall(r'href="([^"/:]+\.ics)"', data.decode())
    }

    assert made == linked
    assert all(b"BEGIN:VEVENT" in files[name] for name in made)
    assert "talk-homeless.html" in files
    assert made.isdisjoint({"talk-homeless.ics", "day-day-3.ics"})
    talks = json.loads(files["agenda.json"])["talks"]
    assert {talk["id"] for talk in talks if not talk["calendar"]} >= {"homeless"}


def named_events(files, name):
    """The titles of a calendar's events, and whether they are off."""
    events = Calendar.from_ical(files[name]).walk("VEVENT")
    return {str(event["summary"]): str(event["status"]) for event in events}


def test_what_is_gone_stays_cancelled_in_the_calendars_of_its_day_track_and_room(site):
    before = workshop()
    gone = before.replace(
        talks=[talk for talk in before.talks if talk.id != "tools"],
        days=[
            day.replace(items=[item for item in day.items if item.id != "practice-1"])
            for day in before.days
        ],
    )
    told = publish(Published(), before)
    known = publish(told, gone)
    files = site.files(Program.of(gone), published=known)
    off = {"Cancelled: Chen Li, Dora Maar: A tool for tides": "CANCELLED"}

    holding = {name for name in files if name.endswith(".ics") and b"A tool for" in files[name]}
    assert holding == {
        "program.ics",
        "day-2025-03-29.ics",
        "track-practice.ics",
        "room-reef.ics",
    }
    assert named_events(files, "track-practice.ics") == off
    assert off.items() <= named_events(files, "day-2025-03-29.ics").items()
    assert 'href="track-practice.ics"' in files["track-practice.html"].decode()


def test_what_is_gone_is_found_by_the_clocks_on_the_spot_where_the_zone_is_unknown(site):
    before = workshop(timezone=TBD, people=workshop().people)
    gone = before.replace(days=before.days[1:], talks=[t for t in before.talks if t.id != "tools"])
    files = site.files(Program.of(gone), published=publish(publish(Published(), before), gone))

    assert "day-2025-03-29.ics" not in files
    assert "A tool for tides" in str(named_events(files, "track-practice.ics"))


def publish(known, facts):
    """What is known once facts are published, a day later each time."""
    public = Program.of(facts).public()
    later = (known.latest or datetime(2025, 2, 1, tzinfo=LISBON)) + 24 * 60 * MINUTE
    return known.after(Draft.of(public, build_outline(public)), later)


def test_meetings_without_a_page_of_their_day_have_no_calendar_of_it(site):
    files = site.files(colloquium_program())
    days = {name.removesuffix(".html") for name in files if re.match(r"day-.*\.html", name)}

    assert days
    assert {name.removesuffix(".ics") for name in files if re.match(r"day-.*\.ics", name)} == days


def test_what_a_page_needs_is_put_in_place_before_it_and_the_news_last(site):
    order = {name: place for place, name in enumerate(site.files(opened()))}
    pages = {place for name, place in order.items() if name.endswith(".html")}
    needed = {
        place
        for name, place in order.items()
        if name.endswith(".ics") or name.startswith("assets/")
    }

    assert max(needed) < min(pages)
    assert order["sw.js"] == max(order.values())


def test_a_publish_changes_no_page_but_those_that_tell_what_is_new():
    before = workshop()
    first, *others = before.talks
    after = before.replace(talks=(first.replace(abstract="Of something else."), *others))
    one = publish(Published(), before)
    two = publish(one, after)
    old = ProjectSite().files(Program.of(before), published=one)
    new = ProjectSite().files(Program.of(after), published=two)

    assert old.keys() <= new.keys()
    changed = {name for name in new if name.endswith(".html") and new[name] != old.get(name)}
    assert changed == {f"talk-{first.id}.html", "changes.html", "starred.html"}
    assert re.search(rb'data-stamp="20250203T\d{6}Z"', new["starred.html"])
