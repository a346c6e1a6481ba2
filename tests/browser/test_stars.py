"""The reader's own program: kept on the device, shared by its address, taken into calendars."""

import pytest
from icalendar import Calendar
from tests.browser.looking import shown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OPENING = '#content li.talk[data-key="talk-opening"] .star'
SPECTRA = '#content li.talk[data-key="talk-spectra"] .star'
TOOLS = '#content li.talk[data-key="talk-tools"] .star'
STARRED = ("opening/1", "spectra/1", "tools/1", "tutorial/1", "tutorial/2")
DENIED = (
    """Object.defineProperty(window, "localStorage", { get() { throw new Error("denied"); } });"""
)


@pytest.fixture
def stars(reader, sites):
    """A page with three talks starred, two of them at the same time."""
    page = reader.opens(sites + "workshop/index.html")
    for star in (OPENING, SPECTRA, TOOLS):
        page.click(star)
    return page


def test_star_is_kept_on_all_pages(stars, reader, sites):
    assert stars.locator(".star[aria-pressed=true]").count() == 3

    talk = reader.opens(sites + "workshop/talk-opening.html")
    star = talk.locator("header .star")
    assert star.get_attribute("aria-pressed") == "true"
    assert star.get_attribute("aria-label") == "Star: How the sea computes"
    star.click()
    stars.wait_for_selector(f"{OPENING}[aria-pressed=false]")  # the other window hears of it

    stars.goto(sites + "workshop/starred.html")
    assert shown(stars) == ["Spectra of shores", "A tool for tides"]


def test_star_by_touch(reader, served):
    page = reader.has(has_touch=True, viewport={"width": 320, "height": 640})
    page = page.opens(served + "workshop/index.html")
    page.tap(OPENING)
    assert page.locator(OPENING).get_attribute("aria-pressed") == "true"
    page.tap(OPENING)
    assert page.locator(OPENING).get_attribute("aria-pressed") == "false"


def test_talks_at_the_same_time_are_marked_and_listed(stars, sites):
    note = stars.locator('li.talk[data-key="talk-spectra"] .clash')
    assert note.inner_text() == "At the same time as A tool for tides"

    stars.goto(sites + "workshop/starred.html")
    assert stars.locator(".clashes li").all_inner_texts() == [
        "Spectra of shores × A tool for tides"
    ]
    link = stars.locator(".share input").input_value()
    stars.click(TOOLS)
    assert stars.locator(".clash").count() == 0
    assert stars.locator(".clashes").count() == 0
    assert stars.locator(".share input").input_value() == link.removesuffix(",talk-tools")


def test_shared_program_is_shown_first_and_added_only_if_wanted(stars, browser, sites):
    stars.goto(sites + "workshop/starred.html")
    link = stars.locator(".share input").input_value()
    assert link.endswith("#stars=talk-opening,talk-spectra,talk-tools")
    fragment = link.partition("#")[2]

    context = browser.new_context()
    try:
        other = context.new_page()
        other.goto(sites + "workshop/index.html")
        other.click('li.talk[data-key="talk-maybe"] .star')
        other.goto(f"{sites}workshop/starred.html#{fragment},talk-gone-for-good,%E0%A4%A")
        assert len(shown(other)) == 3
        other.click("text=Show mine")
        assert shown(other) == ["Perhaps the moon"]

        other.goto(f"{sites}workshop/starred.html#{fragment}")
        other.click("text=Add these to mine")
        other.wait_for_selector('li[data-key="talk-maybe"]')
        assert len(shown(other)) == 4
    finally:
        context.close()


def test_calendar_of_the_starred_has_the_events_of_the_site(stars, folder, sites):
    stars.click('li.talk[data-key="talk-tutorial"] >> nth=0 >> .star')
    stars.goto(sites + "workshop/starred.html")
    with stars.expect_download() as download:
        stars.click("text=Save as a calendar (.ics)")
    data = download.value.path().read_bytes()

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    site = events((folder / "workshop" / "program.ics").read_bytes())
    uids = [f"talk/{one}@tides.example.org/2025" for one in STARRED]
    assert events(data) == {uid: site[uid] for uid in uids}


def events(data):
    found = Calendar.from_ical(data).walk("VEVENT")
    return {
        str(e["UID"]): (int(e["SEQUENCE"]), e["DTSTAMP"].dt, e.start, e.end, str(e["LOCATION"]))
        for e in found
    }


def test_stars_work_where_nothing_may_be_kept(reader, served):
    page = reader.opens("about:blank")
    page.add_init_script(DENIED)
    page.goto(served + "workshop/index.html")
    page.click(OPENING)

    assert page.locator(OPENING).get_attribute("aria-pressed") == "true"


def test_all_stars_are_removed_after_a_question(stars, sites):
    stars.goto(sites + "workshop/starred.html")
    stars.once("dialog", lambda dialog: dialog.dismiss())
    stars.click("text=Remove all stars")
    assert len(shown(stars)) == 3
    stars.once("dialog", lambda dialog: dialog.accept())
    stars.click("text=Remove all stars")
    assert stars.locator("[data-starred]").inner_text().startswith("Nothing is starred yet.")
