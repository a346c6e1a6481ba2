import pytest
from reportlab.pdfbase import pdfdoc

from programkit.paper.pdf.links import Links
from programkit.paper.pdf.tagging import Element, Tags

BOX = (1.0, 2.0, 30.0, 12.0)


@pytest.fixture
def document():
    return pdfdoc.PDFDocument()


def written(links, document, places=()):
    made = links.taken(dict.fromkeys(places, "[1 0 R /Fit]"))
    return made and made.format(document).decode("ascii")


def test_link_to_the_web_stands_on_its_page(document):
    links = Links(document, None)
    links.add("https://example.org/ä", BOX, "here", None)
    uri = b"https://example.org/%C3%A4".hex()
    assert written(links, document) == (
        "[<< /Type /Annot /Subtype /Link /Rect [1.00 2.00 30.00 12.00] /Border [0 0 0] /F 4 "
        f"/Contents <FEFF0068006500720065> /A << /S /URI /URI <{uri}> >> >>]"
    )


def test_link_leads_only_to_a_place_that_there_is(document):
    links = Links(document, None)
    for name in ("a", "b"):
        links.add(f"#{name}", BOX, name, None)
    shown = written(links, document, ["b", "c"])
    assert shown.count("/Annot") == 1
    assert f"/Dest <{b'b'.hex()}> >>]" in shown


def test_page_without_links_has_none(document):
    links = Links(document, None)
    links.add("javascript:alert(1)", BOX, "no", None)
    links.add("#nowhere", BOX, "no", None)
    assert written(links, document) is None


def test_links_are_forgotten_once_they_are_taken(document):
    links = Links(document, None)
    links.add("https://example.org", BOX, "here", None)
    assert written(links, document)
    assert written(links, document) is None


def test_link_on_a_turned_page_is_where_its_words_are(document):
    links = Links(document, None, turned=100.0)
    links.add("https://example.org", BOX, "here", None)
    assert "/Rect [88.00 1.00 98.00 30.00]" in written(links, document)


def test_link_of_an_element_is_an_object_that_names_it(document):
    tags = Tags()
    tags.add_page("part")
    links = Links(document, tags)
    made = [Element("Link", tags.root) for _ in range(2)]
    for name, element in zip("ab", made, strict=True):
        links.add(f"#{name}", BOX, name, element)
    shown = written(links, document, ["a"])
    assert shown.count(" 0 R") == 1
    (number,) = (kid[1] for kid in made[0].kids)
    assert shown == f"[{number}]"
    name = document.numberToId[int(number.split()[0])]
    assert b"/StructParent " in document.idToObject[name].format(document)
    assert [element.role for element in made] == ["Link", "Span"]
