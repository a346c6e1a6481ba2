"""Nothing that strangers wrote is run, wherever it is shown."""

import pytest
from tests.browser.strangers import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HACKED = "window.hacked"


@pytest.fixture(scope="module")
def names(folder):
    return sorted(path.name for path in (folder / "hostile").glob("*.html"))


def test_nothing_is_run_on_any_page(reader, served, names):
    page = reader.opens(served + "hostile/index.html")
    for name in names:
        page.goto(f"{served}hostile/{name}")
        assert page.evaluate(HACKED) is None, name
        assert page.locator("main img, main svg:not(.qr *), main script").count() == 0, name


def test_nothing_is_run_by_what_the_script_shows(reader, sites):
    page = reader.opens(sites + "hostile/search.html?q=window")
    page.wait_for_selector("[data-results] li")
    assert page.locator("[data-results] .title a").first.text_content() in HOSTILE
    for star in page.locator("[data-results] .star").all():
        star.click()
    page.goto(sites + "hostile/starred.html")
    assert page.locator(".clash").count() > 0
    page.goto(
        f"{sites}hostile/starred.html#stars=talk-t0,<script>{HACKED}=1</script>,%3Cimg%20src=x%3E"
    )
    page.wait_for_selector(".preview")
    page.goto(f"{sites}hostile/index.html?q={HOSTILE[1]}&track={HOSTILE[0]}&tz={HOSTILE[2]}")
    page.wait_for_selector(".nothing:not([hidden])")

    assert page.evaluate(HACKED) is None
    assert page.locator("main img, main script").count() == 0
