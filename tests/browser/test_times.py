"""Times in the zone that the reader chose; zoneinfo is the oracle."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.browser.looking import shown, soon
from tests.unit.web.test_feed import REVISIONS
from tests.workshop import workshop_program

from programkit.building import agenda
from programkit.model.conference import Conference
from programkit.model.days import Day, Session, Slot
from programkit.model.program import Program
from programkit.outline.build import public_outline
from programkit.text.formats import format_clock
from programkit.web.site import Beside, Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TIMES = """() => [...document.querySelectorAll('main time[datetime*="T"]')].map((time) =>
  [time.dateTime, time.firstChild.data, time.querySelector(".shift")?.textContent ?? "",
    time.querySelector(".shift")?.title ?? ""])"""


def converted(stamp, zone):
    """What a page should say of a moment to readers in a zone."""
    here = datetime.fromisoformat(stamp)
    there = here.astimezone(ZoneInfo(zone))
    days = (there.date() - here.date()).days
    shift = f"+{days}" if days > 0 else f"−{-days}" if days else ""
    date = f"{there:%A}, {there.day} {there:%B}" if days else ""
    return [stamp, f"{there:%H:%M}", shift, date]


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York", "America/St_Johns"])
def test_each_time_is_that_of_the_zone_also_while_zones_disagree_about_summer(reader, served, zone):
    # The first day is before Lisbon's summer time begins, and after New York's has; the second, after both.
    page = reader.has(timezone_id=zone).opens(served + "workshop/index.html")
    before = page.evaluate(TIMES)
    page.select_option(".zone select", zone)
    after = [converted(stamp, zone) for stamp, *_ in before]

    assert len({stamp for stamp, *_ in after}) > 10
    assert soon(page, times, after) == after

    page.select_option(".zone select", "Europe/Lisbon")
    assert soon(page, times, before) == before


def times(page):
    return page.evaluate(TIMES)


def chosen(page):
    return page.evaluate("programkit.zones.chosen()")


def test_zone_is_said_and_kept(reader, sites):
    reader.has(timezone_id="Asia/Tokyo")
    page = reader.opens(sites + "workshop/index.html")
    sentence = page.locator(".zone :is(span, bdi):visible").first
    assert sentence.inner_text() == "All times are in the time zone Europe/Lisbon."
    page.select_option(".zone select", "Asia/Tokyo")

    page.wait_for_selector("text=Times are shown in Asia/Tokyo. The conference is in Europe/Lisbon")
    assert page.locator("#day-2025-03-29 h2").inner_text().endswith("(date in Europe/Lisbon)")

    talk = reader.opens(sites + "workshop/talk-opening.html")
    assert talk.locator(".spot .time time").first.inner_text() == "18:00"
    assert talk.locator(".zone select").input_value() == "Asia/Tokyo"


def test_every_time_of_a_long_page_follows(reader, tmp_path):
    slots = tuple(Slot(minutes=5) for _ in range(200))
    day = Day(date=date(2025, 5, 5), items=(Session(start=300, slots=slots),))
    program = Program.of(Conference(title="Long", timezone="Europe/Lisbon", days=(day,)))
    page = reader.opens(agenda(program, tmp_path / "site").as_uri() + "?tz=Asia/Tokyo")
    page.select_option(".zone select", "Europe/Lisbon")
    wanted = [[stamp, stamp[11:16], "", ""] for stamp, *_ in page.evaluate(TIMES)]

    assert len(wanted) == 400
    assert soon(page, times, wanted) == wanted
    page.select_option(".zone select", "Asia/Tokyo")
    wanted = [converted(stamp, "Asia/Tokyo") for stamp, *_ in wanted]
    assert soon(page, times, wanted) == wanted


def test_times_of_changes_follow_with_their_dates(reader, tmp_path):
    files = Site().files(public_outline(workshop_program()), Beside(revisions=REVISIONS))
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    page = reader.opens((tmp_path / "changes.html").as_uri() + "?tz=Asia/Tokyo")
    moved = page.locator(".changes li").first

    assert soon(page, text_of("h2"), "2 February 2025, 17:30") == "2 February 2025, 17:30"
    assert moved.locator(".before bdi").inner_text() == "Sat, 29 Mar, 18:00 · Great Hall"
    assert moved.locator(".after bdi").inner_text() == "Sat, 29 Mar, 00:00+1 · Cove"
    moved.locator(".star").click()
    assert moved.get_attribute("class") == "starred"


def text_of(selector):
    return lambda page: page.locator(selector).first.inner_text()


@pytest.mark.parametrize("name", ["search", "index"])
def test_zone_is_said_while_something_is_searched_on_a_phone(reader, served, name):
    page = reader.has(viewport={"width": 320, "height": 640})
    page = page.opens(f"{served}workshop/{name}.html?q=tides")
    page.wait_for_selector("li.talk:visible")
    assert page.locator(".zone", has_text="Europe/Lisbon").is_visible()


def test_zone_of_the_address_comes_first_and_is_not_kept(reader, served):
    page = reader.opens(served + "workshop/talk-opening.html?tz=Asia/Kolkata")
    assert page.locator(".spot .time time").first.inner_text() == "14:30"
    assert page.locator(".zone select").input_value() == "Asia/Kolkata"

    page.goto(served + "workshop/talk-opening.html?tz=Nowhere/At_all")
    assert page.locator(".spot .time time").first.inner_text() == "09:00"


def test_every_zone_can_be_chosen_by_keyboard(reader, served):
    page = reader.opens(served + "workshop/index.html")
    page.focus(".zone select")
    page.keyboard.type("Pacific/Kiri")

    assert page.locator(".zone select option").count() > 400
    assert page.locator(".zone select").input_value() == "Pacific/Kiritimati"


@pytest.mark.parametrize(
    ("here", "names"),
    [
        ("Europe/Lisbon", ["Europe/Lisbon (conference)"]),
        ("Asia/Calcutta", ["Europe/Lisbon (conference)", "Asia/Calcutta (this device)"]),
    ],
)
def test_zones_are_named_by_whose_they_are(reader, served, here, names):
    page = reader.has(timezone_id=here).opens(served + "workshop/index.html")
    assert page.locator(".zone select option").all_inner_texts() == names


def test_times_without_a_date_are_left_alone(reader, served):
    page = reader.opens(served + "workshop/index.html?tz=Asia/Tokyo")
    assert page.locator("#day-day-3 time").text_content() == "08:00"


@pytest.mark.parametrize(
    ("language", "hours"),
    [
        ("en-US", None),
        ("en", 12),
        ("es", 12),
        ("hr", 12),
        ("ar", None),
        ("ko", None),
        ("hi", None),
        ("fr-CA", None),
        ("zh-TW", None),
        ("fi", None),
    ],
)
def test_script_writes_times_as_the_pages_do(reader, tmp_path, language, hours):
    program = workshop_program(language=language, hours=hours)
    reader.has(timezone_id="Europe/London")
    page = reader.opens(agenda(program, tmp_path / "site").as_uri())
    before = page.evaluate(TIMES)
    page.select_option(".zone select", "Europe/London")  # has Lisbon's clocks

    assert soon(page, chosen, "Europe/London") == "Europe/London"
    assert page.evaluate(TIMES) == before
    assert {format_clock(minutes, hours, language) for minutes in (540, 1260)} <= {
        time for _, time, *_ in before
    }


NOW = datetime(2025, 3, 29, 10, 50, tzinfo=ZoneInfo("Europe/Lisbon"))


def test_now_and_next(reader, sites):
    page = reader.opens("about:blank")
    page.clock.set_fixed_time(NOW)
    page.goto(sites + "workshop/index.html")

    assert page.locator(".now h2").all_inner_texts() == ["Now", "Next"]
    assert shown(page, ".now h2:text('Now') + ol li.row") == [
        "Ein Kurs über Gezeiten",
        "Spectra of shores",
        "A tool for tides",
    ]
    assert shown(page, ".now h2:text('Next') + ol li.row") == ["Watching the spring tide"]


def test_now_is_not_there_before_or_after(reader, served):
    page = reader.opens("about:blank")
    for day in (1, 28):
        page.clock.set_fixed_time(NOW.replace(month=1 + day % 12, day=day))
        page.goto(served + "workshop/index.html")
        assert page.locator(".now").is_hidden()
