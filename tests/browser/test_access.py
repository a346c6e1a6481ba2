"""What axe-core, the usual judge of accessible pages, has to say: nothing."""

import pytest
from tests.browser.test_pages import KINDS, TOO_WIDE

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def judge():
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe-core is not installed")
    return axe.AXE_FILE_PATH.read_text("utf-8")


@pytest.fixture
def judged(judge):
    """Says what is wrong with a page."""

    def violations(page, rules=None):
        page.evaluate(judge)
        asked = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
        result = page.evaluate("(asked) => axe.run(document, asked)", asked)
        return [
            (page.url, one["id"], node["html"][:150], node["failureSummary"])
            for one in result["violations"]
            for node in one["nodes"]
        ]

    return violations


@pytest.fixture
def lenient(reader):
    """A reader whose browser lets the judge in: it is no part of the site, as its policy says."""
    return lambda **device: reader.has(bypass_csp=True, **device)


@pytest.mark.parametrize(("scheme", "rules"), [("light", None), ("dark", ["color-contrast"])])
def test_every_kind_of_page(lenient, judged, served, scheme, rules):
    page = lenient(color_scheme=scheme).opens("about:blank")
    found = []
    for kind in KINDS:
        page.goto(f"{served}workshop/{kind}.html")
        found += judged(page, rules)
    assert found == []


def test_page_as_the_script_changes_it(lenient, judged, served):
    reader = lenient(timezone_id="Asia/Tokyo", viewport={"width": 320, "height": 640})
    page = reader.opens(served + "workshop/index.html")
    for star in page.locator("li.talk .star").all()[:4]:
        star.click()
    page.click("summary:text('Filters')")
    page.select_option(".zone select", index=1)
    assert judged(page) == []
    page.get_by_role("button", name="Keyboard shortcuts").click()
    assert judged(page) == []


@pytest.mark.parametrize("name", ["arabic/index.html", "one.html"])
def test_page_from_right_to_left_and_one_page(lenient, judged, served, name):
    assert judged(lenient().opens(served + name)) == []


@pytest.mark.parametrize(
    "name", ["starred.html#stars=talk-opening,talk-tools,talk-spectra", "search.html?q=a"]
)
def test_starred_and_found(lenient, judged, served, name):
    page = lenient().opens(served + "workshop/" + name)
    page.wait_for_selector("li.row.talk")
    assert judged(page) == []


LINES = """() => ["a[aria-current]", ".grid td"].map((selector) => {
  const { borderBlockEndWidth, borderBlockEndStyle } =
    getComputedStyle(document.querySelector(selector));
  return borderBlockEndStyle === "solid" && parseFloat(borderBlockEndWidth) > 0; })"""


def test_current_day_and_table_can_be_seen_in_colors_of_the_reader(reader, served):
    """Where readers choose the colors, browsers draw neither grounds nor shadows."""
    page = reader.has(forced_colors="active").opens(served + "workshop/day-2025-03-29.html")
    assert page.evaluate(LINES) == [True, True]


SPACED = """() => { for (const element of document.querySelectorAll("body *"))
  for (const [name, value] of [["letter-spacing", ".12em"], ["word-spacing", ".16em"],
    ["line-height", "1.5"]]) element.style.setProperty(name, value, "important"); }"""
CUT = """() => [...document.querySelectorAll("main *, header *")].filter((element) =>
  element.checkVisibility() && !element.closest(".unseen, .scroll, .days, select, math") &&
  getComputedStyle(element).overflow === "hidden" &&
  (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
).map((element) => element.outerHTML.slice(0, 90))"""


def test_texts_that_the_reader_spaces_are_not_cut(reader, served):
    """As WCAG 2.2 has it under 1.4.12, on a small phone."""
    page = reader.has(viewport={"width": 320, "height": 640}, bypass_csp=True).opens("about:blank")
    wrong = {}
    for kind in KINDS:
        page.goto(f"{served}workshop/{kind}.html")
        page.evaluate(SPACED)
        if found := page.evaluate(TOO_WIDE) + page.evaluate(CUT):
            wrong[kind] = found
    assert wrong == {}
