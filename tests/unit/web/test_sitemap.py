import xml.etree.ElementTree as ET

from tests.workshop import workshop_program

from programkit.outline.build import public_outline
from programkit.web.context import View
from programkit.web.pages import every
from programkit.web.sitemap import sitemap

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_all_pages_with_contents_are_listed_with_the_day_of_revision():
    view = View(public_outline(workshop_program()))
    tree = ET.fromstring(sitemap(view, every(view)))  # noqa: S314 - our own output
    places = [place.text for place in tree.iter(f"{NAMESPACE}loc")]

    assert places[0] == "https://tides.example.org/2025/"
    assert "https://tides.example.org/2025/talk-tutorial.html" in places
    assert len(places) == len(set(places))
    assert not [place for place in places if "404" in place or "starred" in place]
    assert {date.text for date in tree.iter(f"{NAMESPACE}lastmod")} == {"2025-02-01"}


def test_without_a_date_of_revision_none_is_made_up():
    program = workshop_program(revised=None)
    view = View(public_outline(program))

    assert b"lastmod" not in sitemap(view, every(view))
