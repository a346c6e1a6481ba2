"""Pages in a real browser: they fit every width, print, and are whole without the script."""

import pytest
from pypdf import PdfReader
from tests.browser.looking import shown, soon
from tests.rovinj import rovinj_program
from tests.unit.web.test_strangers import Texts

from programkit.building import agenda

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KINDS = (
    "index",
    "day-2025-03-29",
    "talk-opening",
    "poster-p10",
    "session-practice-1",
    "person-ana",
    "room-cove",
    "track-theory",
    "posters",
    "people",
    "search",
    "starred",
    "about",
    "changes",
    "404",
)
"""A page of every kind."""
TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((element) =>
  !element.closest(".scroll, .days, .unseen, .skip, math, pre") &&
  element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 &&
  element.checkVisibility()).map((element) => element.outerHTML.slice(0, 90))"""
SMALL = """() => [...document.querySelectorAll("button, select, input, nav a")].filter((element) => {
  const box = (element.closest("label") ?? element).getBoundingClientRect();
  return element.checkVisibility() && box.width > 0 && (box.height < 24 || box.width < 24);
}).map((element) => element.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("width", [320, 640, 1440])
def test_pages_fit_and_can_be_touched(reader, served, width):
    """320 px is a small phone, or 1280 at four times the size; 640 is 1280 at twice."""
    reader.has(viewport={"width": width, "height": 800}, has_touch=width < 1000)
    page = reader.opens(served + "workshop/index.html")
    wrong = {}
    for kind in KINDS:
        page.goto(f"{served}workshop/{kind}.html")
        found = page.evaluate(TOO_WIDE) + page.evaluate(SMALL)
        scrolls = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        if found or scrolls:
            wrong[kind] = (scrolls, found)
    assert wrong == {}


def test_longest_words_fit_everywhere(reader, tmp_path):
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    agenda(Texts(word).program(), tmp_path / "site")
    page = reader.has(viewport={"width": 320, "height": 800}).opens("about:blank")
    wrong = {}
    for path in sorted((tmp_path / "site").glob("*.html")):
        page.goto(path.as_uri())
        if found := page.evaluate(TOO_WIDE):
            wrong[path.stem] = found
    assert wrong == {}


@pytest.mark.parametrize("site", ["workshop/index.html", "one.html"])
def test_program_is_whole_without_script(reader, sites, site):
    page = reader.has(java_script_enabled=False).opens(sites + site)

    assert "Spectra of shores" in shown(page)
    assert page.locator(".star").first.is_hidden()
    assert page.locator("#day-2025-03-29 li.row.talk .time").first.inner_text() == "09:00–10:00"
    page.click('li.row.talk .title a:text("How the sea computes") >> nth=0')
    assert page.locator(".abstract:visible >> nth=0").inner_text().startswith("First:")


def test_search_without_script_says_what_it_needs(reader, served):
    page = reader.has(java_script_enabled=False).opens(served + "workshop/index.html")
    page.fill("form.tools input[name=q]", "tide")
    page.click("form.tools button.go")

    assert page.url.endswith("search.html?q=tide")
    assert page.locator("noscript .note").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colors_are_those_of_the_device_until_chosen(reader, served, scheme):
    page = reader.has(color_scheme=scheme).opens(served + "workshop/index.html")
    assert ground(page) == scheme

    other = {"light": "dark", "dark": "light"}[scheme]
    page.get_by_label("Colors").select_option(other)
    assert ground(page) == other
    page.goto(served + "workshop/people.html")
    assert ground(page) == other
    page.get_by_label("Colors").select_option("")
    assert ground(page) == scheme


def ground(page):
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return {"rgb(253, 252, 249)": "light", "rgb(25, 24, 22)": "dark"}.get(color, color)


def test_motion_is_left_out_where_it_is_not_wanted(reader, served):
    page = reader.has(reduced_motion="reduce").opens(served + "workshop/index.html")
    moving = """() => [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return style.scrollBehavior === "smooth" || parseFloat(style.transitionDuration) > 0 ||
        style.animationName !== "none"; }).length"""
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize("script", [True, False])
def test_printed_program_has_every_talk_and_no_controls(reader, served, tmp_path, script):
    page = reader.has(java_script_enabled=script).opens(served + "rovinj/index.html")
    page.pdf(path=tmp_path / "printed.pdf")
    pages = PdfReader(tmp_path / "printed.pdf").pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())

    assert text.count("Title to be announced") == 3
    assert "Maria Brbić" in text
    for control in ("Skip to content", "Filters", "Keyboard shortcuts", "Time zone", "Search"):
        assert control not in text


def test_printed_table_has_lines_and_colors_of_its_own(reader, served):
    """Browsers print no grounds, of which the lines on the screen are made."""
    page = reader.opens(served + "workshop/day-2025-03-29.html")
    page.emulate_media(media="print")
    widths = """() => [...document.querySelectorAll(".grid th, .grid td")].map((cell) =>
      parseFloat(getComputedStyle(cell).borderTopWidth))"""
    swatch = 'getComputedStyle(document.querySelector(".tracks .track"), "::before")'

    assert min(page.evaluate(widths)) > 0
    assert page.evaluate(f"{swatch}.printColorAdjust") == "exact"


def test_page_from_right_to_left(reader, served):
    page = reader.has(viewport={"width": 640, "height": 800}).opens(served + "arabic/index.html")
    row = page.locator("li.row.talk").first
    time, star = row.locator(".time").bounding_box(), row.locator(".star").bounding_box()

    assert time["x"] > star["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    row.locator(".star").click()
    page.goto(served + "arabic/starred.html")
    assert len(shown(page)) == 1


def test_names_are_in_the_order_of_the_page_whatever_their_script(reader, served):
    """The first author is the first to be read, also where her name goes the other way."""
    page = reader.opens(served + "arabic/index.html")
    first, second = page.locator("p.names").first.evaluate(
        """(names) => ["Ana", "ليلى"].map((name) => {
          const range = document.createRange(), text = names.firstChild, start = text.data.indexOf(name);
          range.setStart(text, start);
          range.setEnd(text, start + name.length);
          return range.getBoundingClientRect().x; })"""
    )
    assert first > second


def test_one_page_has_everything(reader, folder):
    page = reader.opens((folder / "one.html").as_uri())
    page.fill("form.tools input[name=q]", "suilleab")
    page.wait_for_selector("li.row.talk:not([hidden])")
    page.click('li.talk[data-key="talk-spectra"] .star')
    assert page.locator('li.talk[data-key="talk-spectra"].starred').count() == 1
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0


def test_link_leads_to_its_place_on_the_one_page(reader, tmp_path):
    """What is on the way has no height before it is seen."""
    agenda(rovinj_program(), tmp_path / "one.html", single_file=True)
    page = reader.has(viewport={"width": 700, "height": 900}).opens(
        (tmp_path / "one.html").as_uri()
    )
    page.locator("li.talk .title a", has_text="Synthetic Data").click()
    place = page.locator("article", has_text="Synthetic Data")
    top = "(place) => Math.round(place.getBoundingClientRect().top / 100)"

    assert soon(page, lambda _: place.evaluate(top), 1) == 1
    page.wait_for_timeout(500)
    assert place.evaluate(top) == 1


def test_citation_is_copied(reader, served):
    reader.has(permissions=["clipboard-read", "clipboard-write"])
    page = reader.opens(served + "workshop/talk-opening.html")
    page.click("details.cite summary")
    page.click("text=Copy BibTeX")
    page.wait_for_selector("text=Copied")

    assert (
        page.evaluate("navigator.clipboard.readText()")
        == page.locator("[data-copy=bibtex]").inner_text()
    )
