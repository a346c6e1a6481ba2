"""The program as an element of another site, whose policy is strict."""

import json

import pytest
from tests.workshop import workshop_program

from programkit.building import agenda

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOST = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Host</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src {origin}; connect-src {origin}">
<script src="{origin}{site}embed.js" defer></script>
<h1>Host</h1><programkit-agenda {attributes}></programkit-agenda>"""


@pytest.fixture
def embedded(reader, folder, served, elsewhere):
    """Opens a page of one site that shows the program of another."""

    def opened(attributes, site="workshop/"):
        attributes = attributes.replace("SITE", elsewhere + site)
        page = HOST.format(origin=elsewhere, site=site, attributes=attributes)
        (folder / "host.html").write_text(page, encoding="utf-8")
        return reader.opens(served + "host.html")

    return opened


def test_program_is_shown_with_links_to_its_site(embedded, elsewhere):
    page = embedded('src="SITE"')
    page.wait_for_selector("programkit-agenda li")
    headings = page.locator("programkit-agenda h3").all_inner_texts()

    assert page.locator("programkit-agenda h2").inner_text() == "Workshop on Tidal Graphs"
    assert headings == ["Saturday, 29 March", "Sunday, 30 March"]
    row = page.locator("programkit-agenda li", has_text="Spectra of shores")
    assert row.locator("a").get_attribute("href") == elsewhere + "workshop/talk-spectra.html"
    assert row.locator(".time").inner_text() == "10:30–11:00"


def test_part_of_the_program_in_another_zone(embedded):
    page = embedded('src="SITE" day="2025-03-29" track="theory" zone="Asia/Tokyo"')
    page.wait_for_selector("programkit-agenda li")

    assert page.locator("programkit-agenda li .time").all_inner_texts() == ["19:30–20:00"]
    page.evaluate("document.querySelector('programkit-agenda').setAttribute('track', 'nowhere')")
    page.wait_for_selector("programkit-agenda >> text=There are no talks to show.")


def test_times_are_written_as_on_its_pages(embedded, folder):
    agenda(workshop_program(language="en-US"), folder / "american")
    page = embedded('src="SITE" day="2025-03-29" track="theory" zone="Asia/Tokyo"', "american/")
    page.wait_for_selector("programkit-agenda li")

    assert page.locator("programkit-agenda li .time").all_inner_texts() == ["7:30 pm–8:00 pm"]


def test_fault_is_said_in_words(embedded, reader, elsewhere):
    page = embedded('src="SITEnowhere/"')
    page.wait_for_selector(
        f"text=The program could not be loaded from {elsewhere}workshop/nowhere/."
    )
    reader.complaints.clear()  # the browser says so too


def test_nothing_of_strangers_is_run(embedded, folder):
    agenda = folder / "hostile" / "agenda.json"
    data = json.loads(agenda.read_text("utf-8"))
    data["talks"][0]["page"] = "javascript:window.hacked=1"
    agenda.write_text(json.dumps(data), "utf-8")
    page = embedded('src="SITE"', "hostile/")
    page.wait_for_selector("programkit-agenda li")

    assert page.locator("programkit-agenda a[href^=javascript]").count() == 0
    assert page.locator("programkit-agenda script, programkit-agenda img").count() == 0
    assert page.evaluate("window.hacked") is None
