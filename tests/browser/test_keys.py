"""Everything by keyboard, and single keys that can be switched off (WCAG 2.1.4)."""

import pytest
from tests.browser.looking import shown, soon, told

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FOCUSED = "document.activeElement.textContent.trim()"


@pytest.fixture
def page(reader, served):
    return reader.opens(served + "workshop/index.html")


def test_journey_by_keyboard_alone(reader, sites):
    page = reader.opens(sites + "workshop/index.html")
    page.keyboard.press("/")
    page.keyboard.type("tid")
    titles = ["A tool for tides", "Watching the spring tide"]
    assert soon(page, shown, titles) == titles
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # opens the filters
    page.keyboard.press("n")
    assert page.evaluate(FOCUSED) == "A tool for tides"
    page.keyboard.press("s")
    assert page.locator(".starred:visible .title a").all_inner_texts() == ["A tool for tides"]
    assert told(page) == "Starred: A tool for tides"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == "Watching the spring tide"
    page.keyboard.press("p")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:text('A tool for tides')")
    page.wait_for_selector(".settings button")  # the script is there
    page.keyboard.press("s")
    assert page.locator("header .star").get_attribute("aria-pressed") == "false"


def moved(page, *keys):
    """What is in focus after each key."""
    seen = []
    for key in keys:
        page.keyboard.press(key)
        seen.append(page.locator(":focus").inner_text().partition(" \n")[0])
    return seen


def test_arrows_lead_through_the_table_between_rooms_and_in_time(reader, sites):
    page = reader.opens(sites + "workshop/day-2025-03-29.html")
    page.focus(".grid a:text('Practice')")

    assert moved(page, "ArrowLeft", "ArrowLeft", "ArrowLeft") == [
        "Theory",
        "Eli Žižek",
        "Eli Žižek",
    ]
    assert moved(page, "ArrowRight", "ArrowDown", "ArrowDown") == [
        "Theory",
        "Bo Ó Súilleabháin",
        "Bo Ó Súilleabháin",  # nothing in its room is later
    ]
    # Through the coffee, and along the room also where a plenary is in all of them.
    up = ["Theory", "Ana Ribeiro da Costa", "Opening", "Cove", "Cove"]
    assert moved(page, *["ArrowUp"] * 5) == up
    assert moved(page, "Home", "End", "ArrowDown") == ["Great Hall", "Reef", "Opening"]
    assert moved(page, "ArrowDown", "ArrowDown", "End", "Home") == [
        "Ana Ribeiro da Costa",
        "Practice",
        "Practice",
        "Eli Žižek",
    ]
    page.keyboard.press("s")
    assert told(page) == "Starred: Ein Kurs über Gezeiten"


def test_arrows_go_where_they_point_from_right_to_left(reader, served):
    page = reader.opens(served + "arabic/day-2025-05-05.html")
    page.focus(".grid td >> nth=0 >> a >> nth=0")
    before = page.locator(":focus").bounding_box()["x"]
    page.keyboard.press("ArrowLeft")

    assert page.locator(":focus").bounding_box()["x"] < before
    page.keyboard.press("ArrowRight")
    assert page.locator(":focus").bounding_box()["x"] == before


def test_keys_pass_over_what_the_search_left_out(reader, served):
    page = reader.opens(served + "workshop/day-2025-03-29.html?q=spectra")
    page.wait_for_selector(".grid .out", state="attached")
    page.focus(".grid a:text('Practice')")

    assert moved(page, "ArrowDown", "ArrowLeft", "ArrowDown") == [
        "Practice",
        "Theory",
        "Bo Ó Súilleabháin",
    ]
    page.focus(".grid a:text('Opening')")
    assert moved(page, "n", "n") == ["Bo Ó Súilleabháin", "Spectra of shores"]


def test_keys_are_shown_and_switched_off(page):
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    assert dialog.locator("kbd").all_inner_texts() == ["/", "s", "n ↓", "p ↑", "← →", "?", "Esc"]
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    dialog.get_by_label("Use keys of one character").press("Space")
    page.keyboard.press("Escape")
    assert dialog.is_hidden()

    page.reload()
    page.keyboard.press("/")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement === document.body")
    page.get_by_role("button", name="Keyboard shortcuts").press("Enter")
    page.get_by_label("Use keys of one character").press("Space")
    page.get_by_role("button", name="Close").press("Enter")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_keys_are_letters_where_one_writes(page):
    page.focus("form.tools input[name=q]")
    page.keyboard.type("n?s/")
    assert page.locator("form.tools input[name=q]").input_value() == "n?s/"
    assert page.locator("dialog").count() == 0


def test_keys_with_others_are_left_to_the_browser(page):
    page.keyboard.press("Control+s")
    page.keyboard.press("Alt+n")
    assert page.evaluate("document.activeElement === document.body")


def test_first_stop_skips_to_the_content(page):
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
