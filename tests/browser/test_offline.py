"""The site without a network, once it was visited."""

import shutil

import pytest
from tests.browser.conftest import serving
from tests.browser.looking import shown, soon

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KEPT = """async () => {
  await navigator.serviceWorker.ready;
  const names = await caches.keys();
  const pages = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys())));
  return pages.flat().some((request) => request.url.endsWith("/starred.html")) ? names.length : 0;
}"""


@pytest.fixture
def own(folder, tmp_path):
    """A copy of a site that a test may change."""
    return shutil.copytree(folder / "workshop", tmp_path / "site")


def test_site_without_network(reader, own):
    with serving(own) as address:
        page = reader.opens(address)
        assert soon(page, lambda page: page.evaluate(KEPT), 1) == 1
    page.reload()
    assert "Spectra of shores" in shown(page)

    page.goto(address + "talk-spectra.html")
    assert page.locator("h1").inner_text() == "Spectra of shores"
    page.goto(address + "search.html?q=ribeiro")
    page.wait_for_selector("[data-results] li")
    page.goto(address + "nowhere.html")  # never seen: the program takes its place
    assert page.url == address + "index.html"
    reader.complaints.clear()  # the network was gone


def test_new_version_takes_the_place_of_the_old(reader, own):
    with serving(own) as address:
        page = reader.opens(address)
        soon(page, lambda page: page.evaluate(KEPT), 1)
        talk = own / "talk-spectra.html"
        talk.write_text(talk.read_text("utf-8").replace("Spectra of", "Ghosts of"), "utf-8")
        page.goto(address + "talk-spectra.html")
        assert page.locator("h1").inner_text() == "Ghosts of shores"

        worker = own / "sw.js"
        worker.write_text(worker.read_text("utf-8").replace('String("', 'String("new'), "utf-8")
        page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
        look = "caches.keys().then((names) => names.map((name) => name.includes(' new')))"
        assert soon(page, lambda page: page.evaluate(look), [True]) == [True]


def test_files_have_no_worker_and_no_complaint(reader, folder):
    page = reader.opens((folder / "workshop" / "index.html").as_uri())
    page.wait_for_timeout(300)
    assert "Spectra of shores" in shown(page)
    assert page.locator("link[rel=manifest]").count() == 0


def test_site_can_be_put_beside_apps(reader, served):
    page = reader.opens(served + "workshop/talk-opening.html")
    page.wait_for_selector("link[rel=manifest]", state="attached")
    devtools = page.context.new_cdp_session(page)

    assert devtools.send("Page.getAppManifest")["errors"] == []
    hindered = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in hindered] in ([], ["in-incognito"])
