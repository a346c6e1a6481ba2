"""Searching and filtering: on this device alone, the same words as the index, kept in the address."""

import unicodedata
from random import Random  # noqa: TID251 - seeded

import pytest
from pypdf import PdfReader
from tests.browser.looking import shown, soon, told

from programkit.web.searchindex import tokens

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIELD = "form.tools input[name=q]"
QUERIES = {
    "shores": ["How the sea computes", "Spectra of shores"],  # the first in its abstract
    "SHORES waves": ["How the sea computes"],
    "uber": ["Ein Kurs über Gezeiten", "Ein Kurs über Gezeiten"],
    "suilleab": ["How the sea computes", "Spectra of shores"],
    "Practice": ["A tool for tides", "Ebb without flow"],  # by the title of their session
    "nowhere": [],
}
FILTERS = {
    ("track", "track-theory"): ["Spectra of shores"],
    ("room", "room-reef"): ["A tool for tides", "Ebb without flow"],
    ("day", "day-2025-03-30"): [
        "Perhaps the moon",
        "Title to be announced",
        "Ein Kurs über Gezeiten",
    ],
    ("lang", "de"): ["Ein Kurs über Gezeiten"] * 2,
    ("kind", "keynote"): ["How the sea computes"],
}


def test_search_on_the_program(reader, sites):
    page = reader.opens(sites + "workshop/index.html")
    everything = shown(page)
    for query, titles in QUERIES.items():
        page.fill(FIELD, query)
        assert soon(page, shown, titles) == titles
        assert told(page) == f"Found: {len(set(titles))}"
        assert page.locator(".nothing").is_visible() == (not titles)

    page.fill(FIELD, "")
    assert soon(page, told, "All talks are shown.") == "All talks are shown."
    assert shown(page) == everything
    assert page.locator("li.row.break").first.is_visible()


def test_search_page_lists_the_best_first(reader, sites):
    page = reader.opens(sites + "workshop/search.html")
    page.type(FIELD, "ribeiro")
    titles = ["How the sea computes", "Still without a place", "Ana Ribeiro da Costa"]
    assert soon(page, results, titles) == titles

    page.click("[data-results] .title a >> nth=2")
    assert page.locator("h1").inner_text() == "Ana Ribeiro da Costa"
    page.go_back()
    assert soon(page, results, titles) == titles
    assert page.locator(FIELD).input_value() == "ribeiro"


def results(page):
    return page.locator("[data-results] .title a").all_text_contents()


def test_posters_are_found_where_they_are_listed(reader, served):
    page = reader.opens(served + "workshop/posters.html")
    page.fill(FIELD, "nine")
    page.press(FIELD, "Enter")
    assert soon(page, posters, ["Nine drops"]) == ["Nine drops"]


def posters(page):
    return shown(page, "li.row.poster")


def test_filters_by_hand_and_by_address(reader, sites):
    page = reader.opens(sites + "workshop/index.html")
    rows = page.locator("main li.row:visible").count()
    page.click("summary:text('Filters')")
    for (name, value), titles in FILTERS.items():
        page.select_option(f"select[name={name}]", value)
        assert soon(page, shown, titles) == titles
        assert page.locator("summary:text('Filters')").inner_text() == "Filters (1)"
        page.click("text=Show everything")
        assert page.locator("main li.row:visible").count() == rows

    page.select_option(f"select[name={name}]", value)
    page.wait_for_url(f"**/index.html?{name}={value}")
    page.reload()
    assert soon(page, shown, titles) == titles


def test_filters_and_search_together_with_stars(reader, served):
    page = reader.opens(served + "workshop/index.html")
    page.click('li.talk[data-key="talk-tools"] .star')
    page.click("summary:text('Filters')")
    page.check("input[name=starred]")
    assert soon(page, shown, ["A tool for tides"]) == ["A tool for tides"]
    page.fill(FIELD, "spectra")
    assert soon(page, shown, []) == []
    page.wait_for_url("**?q=spectra&starred=1")


def test_topic_leads_to_its_talks(reader, served):
    page = reader.opens(served + "workshop/talk-opening.html")
    page.click("dl.about >> text=waves")
    assert soon(page, results, ["How the sea computes"]) == ["How the sea computes"]


def test_table_of_a_day_is_filtered_with_its_list(reader, served):
    page = reader.opens(served + "workshop/day-2025-03-29.html?track=track-theory")
    assert soon(page, shown, ["Spectra of shores"]) == ["Spectra of shores"]
    assert page.locator(".grid li:visible").all_inner_texts() == ["Bo Ó Súilleabháin"]


def test_what_is_filtered_out_is_nowhere(reader, served, tmp_path):
    """It keeps its layout, but who prints, listens, or looks with the browser's search has it not."""
    page = reader.opens(served + "workshop/index.html?track=track-theory")
    assert soon(page, shown, ["Spectra of shores"]) == ["Spectra of shores"]
    page.pdf(path=tmp_path / "printed.pdf")
    printed = " ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "printed.pdf").pages)
    heard = page.locator("main").aria_snapshot(timeout=30_000)
    for title, wanted in (("Spectra of shores", True), ("A tool for tides", False)):
        seen = (title in printed, title in heard, page.evaluate("(text) => find(text)", title))
        assert seen == (wanted, wanted, wanted)


def test_search_on_a_phone_is_not_below_the_screen(reader, served):
    reader.has(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = reader.opens(served + "rovinj/index.html")
    page.tap(FIELD)
    page.keyboard.type("mapping")
    title = ["Mapping properties of neural networks and inverse problems"]
    assert soon(page, shown, title) == title
    assert (
        page.locator("li.row.talk:visible").bounding_box()["y"] < 320
    )  # the keyboard has the rest


def test_unknown_filter_shows_nothing_and_can_be_taken_back(reader, served):
    page = reader.opens(served + "workshop/index.html?track=track-gone")
    assert soon(page, shown, []) == []
    page.click("text=Show everything")
    assert len(shown(page)) > 5


def test_script_cuts_texts_as_the_index_was_cut(reader, served):
    draw = Random(1)  # noqa: S311 - no secret
    signs = [chr(code) for code in range(0x20, 0x2FFFF, 23) if known(chr(code))]
    common = [chr(code) for code in range(0x20, 0x2100) if known(chr(code))]
    texts = [f"ab{sign}cd" for sign in signs]
    texts += ["".join(draw.choices(common, k=12)) for _ in range(300)]
    texts += ["Straße ΟΔΟΣ İstanbul ﬁn ½", "東京大学 AI研究会", "ガリレオ・ガリレイ", "한국어 x"]
    page = reader.opens(served + "workshop/search.html")

    found = page.evaluate("(texts) => texts.map(programkit.tokens)", texts)
    assert [(t, f) for t, f in zip(texts, found, strict=True) if f != list(tokens(t))] == []


def known(sign):
    """Whether Python and the browser, with other versions of Unicode, both know a character."""
    plain = unicodedata.normalize("NFKD", sign)
    return all(unicodedata.category(one) not in {"Cn", "Cs"} for one in plain)
