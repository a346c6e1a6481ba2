"""Every feature twice: by keyboard alone, from stop to stop, and by fingers on a small phone."""

from datetime import date

import pytest
from tests.browser.looking import shown, soon
from tests.browser.test_embed import embedded  # noqa: F401 - a fixture

from programkit.building import agenda
from programkit.model.conference import Conference
from programkit.model.contributions import Talk
from programkit.model.days import Day, Session
from programkit.model.program import Program

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"has_touch": True, "is_mobile": True, "viewport": {"width": 320, "height": 640}}
CLIPBOARD = ["clipboard-read", "clipboard-write"]
MOST_STOPS = 120
SEEN = """(element) => { const box = element.getBoundingClientRect();
  return box.width > 0 && element.checkVisibility() && getComputedStyle(element).outlineStyle; }"""


class Keyboard:
    """Goes from stop to stop, and sees where it is."""

    device = {}  # noqa: RUF012 - never changed

    def reaches(self, target):
        """Tab until the target is in focus, with a frame around it."""
        page, wanted = target.page, target.element_handle()
        for _ in range(MOST_STOPS):
            page.keyboard.press("Tab")
            if wanted.evaluate("(element) => element.getRootNode().activeElement === element"):
                assert wanted.evaluate(SEEN) == "solid"
                return
        pytest.fail(f"no stop is {target}")

    def presses(self, target):
        self.reaches(target)
        checks = target.get_attribute("type") == "checkbox"
        target.page.keyboard.press("Space" if checks else "Enter")

    def chooses(self, target, text):
        self.reaches(target)
        target.page.keyboard.type(text)

    def writes(self, target, text):
        self.reaches(target)
        target.page.keyboard.type(text)


class Fingers:
    """Taps on a phone, where it finds only what is there to be seen."""

    device = PHONE

    def presses(self, target):
        box = target.bounding_box()
        assert min(box["width"], box["height"]) >= 16
        target.tap()

    def chooses(self, target, text):
        target.tap()
        target.select_option(label=text)  # the device shows the list, no page does

    def writes(self, target, text):
        target.tap()
        assert target.evaluate("(element) => document.activeElement === element")
        target.page.keyboard.insert_text(text)


@pytest.fixture(params=[Keyboard, Fingers], ids=["keyboard", "fingers"])
def hand(request, reader):
    reader.has(permissions=CLIPBOARD, **request.param.device)
    return request.param()


def star(page, key):
    return page.locator(f'#content li.talk[data-key="{key}"] .star').first


def test_search_filters_and_stars(hand, reader, served):
    page = reader.opens(served + "workshop/index.html")
    hand.writes(page.locator("form.tools input[name=q]"), "tid")
    titles = ["A tool for tides", "Watching the spring tide"]
    assert soon(page, shown, titles) == titles
    hand.presses(page.locator("summary", has_text="Filters"))
    hand.chooses(page.get_by_label("Track"), "Practice & tools")
    assert soon(page, shown, titles[:1]) == titles[:1]
    hand.presses(star(page, "talk-tools"))
    assert star(page, "talk-tools").get_attribute("aria-pressed") == "true"
    page.reload()
    hand.presses(page.get_by_role("button", name="Show everything"))
    hand.presses(page.get_by_label("Only starred"))
    assert soon(page, shown, titles[:1]) == titles[:1]
    hand.presses(page.locator("li.talk:visible .title a"))
    page.wait_for_selector("h1:text('A tool for tides')")


def test_own_program_is_shared_saved_and_given_up(hand, reader, served):
    page = reader.opens(served + "workshop/index.html")
    hand.presses(star(page, "talk-opening"))
    hand.presses(page.locator("nav").get_by_role("link", name="Starred"))
    page.wait_for_selector(".share")
    hand.presses(page.get_by_role("button", name="Copy link"))
    page.wait_for_selector("text=Copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith("#stars=talk-opening")
    with page.expect_download() as download:
        hand.presses(page.get_by_role("button", name="Save as a calendar (.ics)"))
    assert download.value.suggested_filename == "starred.ics"
    page.once("dialog", lambda dialog: dialog.accept())
    hand.presses(page.get_by_role("button", name="Remove all stars"))
    page.wait_for_selector("text=Nothing is starred yet.")


def test_shared_program_is_looked_at_and_taken(hand, reader, served):
    page = reader.opens(served + "workshop/starred.html#stars=talk-spectra")
    page.wait_for_selector(".preview")
    hand.presses(page.get_by_role("button", name="Show mine"))
    page.wait_for_selector("text=Nothing is starred yet.")
    page.goto(served + "workshop/starred.html#stars=talk-spectra")
    page.wait_for_selector(".preview")
    hand.presses(page.get_by_role("button", name="Add these to mine"))
    page.wait_for_selector(".share")
    assert shown(page) == ["Spectra of shores"]


def test_talk_is_cited_and_taken_into_a_calendar(hand, reader, served):
    page = reader.opens(served + "workshop/talk-opening.html")
    page.wait_for_selector(".settings button")
    with page.expect_download() as download:
        hand.presses(page.get_by_role("link", name="Add to calendar"))
    assert download.value.suggested_filename == "talk-opening.ics"
    hand.presses(page.locator("details.cite summary"))
    hand.presses(page.get_by_role("button", name="Copy CSL-JSON"))
    page.wait_for_selector("text=Copied")
    assert '"genre": "Talk"' in page.evaluate("navigator.clipboard.readText()")


def test_zone_colors_and_keys_are_set(hand, reader, served):
    page = reader.opens(served + "workshop/index.html")
    hand.chooses(page.get_by_label("Time zone"), "Asia/Tokyo")
    page.keyboard.press("Escape")
    page.wait_for_selector(".zone bdi:text('Times are shown in Asia/Tokyo')")
    hand.chooses(page.get_by_label("Colors"), "dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    hand.presses(page.get_by_role("button", name="Keyboard shortcuts"))
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    hand.presses(dialog.get_by_label("Use keys of one character"))
    hand.presses(dialog.get_by_role("button", name="Close"))
    assert dialog.is_hidden()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") != "q"


def test_days_tables_and_letters_lead_on(hand, reader, served):
    page = reader.opens(served + "workshop/index.html")
    hand.presses(page.get_by_role("link", name="Program at a glance").first)
    page.wait_for_url("**/day-2025-03-29.html#parallel")
    hand.presses(page.locator(".grid").get_by_role("link", name="Practice"))
    page.wait_for_selector("h1:text('Practice')")
    page.goto(served + "workshop/day-2025-03-29.html")
    hand.presses(page.locator(".days a").nth(1))
    page.wait_for_url("**/day-2025-03-30.html")
    page.goto(served + "workshop/people.html")
    hand.presses(page.locator(".letters a").last)
    page.wait_for_url("**/people.html#letter-*")


def test_more_is_shown_of_what_was_found(hand, reader, tmp_path):
    talks = tuple(Talk(id=f"t{n}", title=f"Count {n}", minutes=5) for n in range(60))
    ids = tuple(talk.id for talk in talks)
    day = Day(date=date(2025, 5, 5), items=(Session(id="s", start=480, packed=True, talks=ids),))
    agenda(Program.of(Conference(title="Sixty", talks=talks, days=(day,))), tmp_path / "site")
    page = reader.opens((tmp_path / "site" / "search.html").as_uri() + "?q=count")
    page.wait_for_selector("[data-results] button:text('Show more')")
    assert soon(page, found, 50) == 50
    hand.presses(page.get_by_role("button", name="Show more"))
    assert soon(page, found, 60) == 60
    assert page.locator(":focus").inner_text() == "Count 50"


def found(page):
    return page.locator("[data-results] li.row").count()


def test_embedded_program_leads_to_its_site(hand, embedded):  # noqa: F811 - the fixture
    page = embedded('src="SITE"')
    page.wait_for_selector("programkit-agenda li")
    hand.presses(page.locator("programkit-agenda").get_by_role("link", name="Spectra of shores"))
    page.wait_for_selector("h1:text('Spectra of shores')")
